// Longer than a day from one backup of archived logs to the next: that much work is lost with the server.
import { rule } from '../finding.ts';
import { backsUpLogs, longestGapDays } from '../lint-set.ts';
import { timeSpan } from '../prose.ts';

/** A daily run on the night when clocks change. */
const LONGEST_DAYS = 25.5 / 24;

export const logsSeldom = rule<{ name: string; days: number }>({
  name: 'logs-seldom',
  judges: 'set',
  find({ running, facts }) {
    if (facts.archivelog === false) return [];
    const logs = running.filter(backsUpLogs);
    const gap = longestGapDays(logs);
    if (gap === null || gap <= LONGEST_DAYS) return [];
    const strategies = logs.map(({ id }) => id);
    return [{ severity: 'caution', strategies, path: 'schedule', params: { name: logs[0]!.name, days: gap }, repairs: [] }];
  },
  words: {
    en: ({ days }) => ({
      title: `Up to ${timeSpan(days, 'en')} of changes are in no backup`,
      why: `That is the longest time between two backups of archived logs. Whatever was committed since the last one exists on the database’s own disks alone.`,
      example: `The storage fails just before the next run: everything that was entered in the last ${timeSpan(days, 'en')} is gone, even though every backup was good.`,
      todo: 'Add a strategy for archived logs that runs every hour or two; it is short and disturbs nobody.',
    }),
    es: ({ days }) => ({
      title: `Hasta ${timeSpan(days, 'es')} de cambios no están en ninguna copia`,
      why: 'Es el tiempo más largo entre dos copias de archived logs. Lo confirmado desde el último existe solo en los discos de la propia base de datos.',
      example: `El almacenamiento falla justo antes de la siguiente ejecución: se pierde lo registrado en ${timeSpan(days, 'es')}, aunque todas las copias fueran buenas.`,
      todo: 'Añadir una estrategia de archived logs cada hora o cada dos; es corta y no molesta a nadie.',
    }),
  },
});
