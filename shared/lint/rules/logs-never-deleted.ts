// Logs are to be deleted after n backups, but nobody backs one up that often: they stay until the disk is full.
import { rule } from '../finding.ts';
import { backsUpLogs, type Member } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const logsNeverDeleted = rule<{ name: string; wanted: number; times: number }>({
  name: 'logs-never-deleted',
  judges: 'set',
  find({ running }) {
    const times = mostBackups(running);
    if (times === 0 || times === Infinity) return [];
    return running.flatMap((member) => {
      const { spec, id, name, scope } = member;
      const wanted = spec.deleteArchivedLogsBackedUp;
      if (wanted === null || wanted <= times) return [];
      const repairs =
        scope.kind === 'archived-logs'
          ? repair('back-up-times', member, { scope: { ...scope, notBackedUpTimes: wanted } }, { count: wanted })
          : [];
      return [{ severity: 'caution', strategies: [id], path: 'deleteArchivedLogsBackedUp', params: { name, wanted, times }, repairs }];
    });
  },
  words: {
    en: ({ name, wanted, times }) => ({
      title: `“${name}” waits for ${wanted} backups of each log, but there are never more than ${times}`,
      why: 'The strategies for archived logs leave out what has been backed up that often already. The deletion therefore never finds a log that may go.',
      example: 'The archive destination is full in three weeks. The database cannot switch logs and stands still until somebody makes room by hand, in a hurry.',
      todo: 'Back each log up as often as the deletion wants it.',
    }),
    es: ({ name, wanted, times }) => ({
      title: `«${name}» espera ${wanted} copias de cada log, pero nunca hay más de ${times}`,
      why: 'Las estrategias de archived logs omiten lo que ya se copió ese número de veces. Así, el borrado nunca encuentra un log que pueda irse.',
      example: 'El destino de archivado se llena en tres semanas. La base de datos no puede cambiar de log y se detiene hasta que alguien hace sitio a mano y con prisa.',
      todo: 'Copiar cada log tantas veces como pide el borrado.',
    }),
  },
});

/** How often one log is backed up at most. A run that leaves nothing out backs up again whatever is still on disk. */
export const mostBackups = (running: readonly Member[]): number =>
  Math.max(
    0,
    ...running
      .filter(backsUpLogs)
      .map(({ scope }) => (scope.kind === 'archived-logs' ? (scope.notBackedUpTimes ?? Infinity) : Infinity)),
  );
