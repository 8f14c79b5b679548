// Archived logs are in no backup: a restore ends at the moment of the backup, if it can be opened at all.
import { rule } from '../finding.ts';
import { backsUpLogs, isBase, isFiles } from '../lint-set.ts';
import { withPlusLogs } from '../repairs.ts';

export const logsNever = rule<{ name: string; known: boolean }>({
  name: 'logs-never',
  judges: 'set',
  find({ running, facts }) {
    if (facts.archivelog === false || running.some(backsUpLogs)) return [];
    const files = running.filter((one) => isFiles(one) && !one.spec.validateOnly);
    const [first] = files;
    if (!first) return [];
    const whole = files.find((one) => isBase(one) && one.scope.kind === 'database');
    const known = facts.archivelog !== null;
    return [{
      severity: 'serious', strategies: files.map(({ id }) => id), path: 'scope.plusArchivedLogs',
      params: { name: first.name, known }, repairs: whole && isFiles(whole) ? withPlusLogs(whole) : [],
    }];
  },
  words: {
    en: ({ known }) => ({
      title: 'Archived logs are never backed up',
      why: `A backup of an open database is blurred: it can be opened only after the redo that was written meanwhile. None of the running strategies takes archived logs.${known ? '' : ' (Whether this database keeps its redo at all is not known here.)'}`,
      example: 'The server with its disks is lost on Thursday. Sunday’s backup is on another machine, the logs were not: it cannot be made consistent, and four days of changes are gone.',
      todo: 'Take the logs along with the backup, and in between every hour with a strategy of their own.',
    }),
    es: ({ known }) => ({
      title: 'Los archived logs no se copian nunca',
      why: `Una copia de una base abierta es borrosa: solo se puede abrir tras aplicar el redo que se escribió mientras tanto. Ninguna estrategia activa toma los archived logs.${known ? '' : ' (No se sabe aquí si esta base de datos conserva su redo.)'}`,
      example: 'El jueves se pierde el servidor con sus discos. La copia del domingo está en otra máquina, los logs no: no se puede hacer consistente, y faltan cuatro días de cambios.',
      todo: 'Llevar los logs con la copia y, entre medias, cada hora con una estrategia propia.',
    }),
  },
});
