// On a standby RMAN has the primary switch logs, and needs a password to get there (RMAN-06820, reference §8.5).
import { rule } from '../finding.ts';
import { backsUpLogs, isFiles } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const standbyLogs = rule<{ name: string }>({
  name: 'standby-logs',
  judges: 'strategy',
  find({ enabled, running, facts }) {
    if (facts.login === null || facts.login === 'password' || !/STANDBY/i.test(facts.role ?? '')) return [];
    const others = running.some((one) => one.scope.kind === 'archived-logs' && backsUpLogs(one));
    return enabled.flatMap((member) => {
      if (!isFiles(member) || !member.scope.plusArchivedLogs) return [];
      const repairs = others ? repair('no-logs-with-it', member, { scope: { ...member.scope, plusArchivedLogs: false } }) : [];
      return [{ severity: 'caution', strategies: [member.id], path: 'scope.plusArchivedLogs', params: { name: member.name }, repairs }];
    });
  },
  words: {
    en: ({ name }) => ({
      title: `“${name}” cannot switch logs on the primary`,
      why: 'This is a standby. For PLUS ARCHIVELOG RMAN connects to the primary to archive its current log, which works with a password only; this database logs in without one (RMAN-06820).',
      example: 'The run says success with a warning. The last minutes of redo are not in it: restored by itself, the backup cannot be made consistent.',
      todo: 'Log in with user and password, or leave the logs to a strategy of their own.',
    }),
    es: ({ name }) => ({
      title: `«${name}» no puede cambiar de log en la primaria`,
      why: 'Esta es una standby. Con PLUS ARCHIVELOG, RMAN se conecta a la primaria para archivar su log actual, y eso solo funciona con contraseña; esta base de datos entra sin ella (RMAN-06820).',
      example: 'La ejecución termina bien con un aviso. Los últimos minutos de redo no están: restaurada por sí sola, la copia no se puede hacer consistente.',
      todo: 'Entrar con usuario y contraseña, o dejar los logs a una estrategia propia.',
    }),
  },
});
