// DELETE OBSOLETE with one copy of each file left: the moment a new backup exists, the one before it goes.
import { rule } from '../finding.ts';
import { isBase, longestGapDays, wholeDays, type LintSet } from '../lint-set.ts';
import { withRedundancy, withWindow } from '../repairs.ts';

export const redundancyOne = rule<{ name: string; configured: boolean }>({
  name: 'redundancy-one',
  judges: 'strategy',
  find(set) {
    let days: number | null = null;
    return set.enabled.flatMap((member) => {
      const wanted = member.spec.afterwards.deleteObsolete;
      if (wanted === null) return [];
      const configured = wanted.kind === 'configured';
      const policy = configured ? (set.facts.configured?.retention ?? null) : wanted;
      if (policy?.kind !== 'redundancy' || policy.copies > 1) return [];
      const repairs = [...withWindow(member, (days ??= windowFor(set))), ...withRedundancy(member, 2)];
      return [{
        severity: 'caution', strategies: [member.id], path: 'afterwards.deleteObsolete',
        params: { name: member.name, configured }, repairs,
      }];
    });
  },
  words: {
    en: ({ name, configured }) => ({
      title: `“${name}” keeps one single copy of every file`,
      why: `${configured ? 'The database is configured with REDUNDANCY 1, RMAN’s default. ' : ''}As soon as a new full backup is there the one before it is deleted, with the increments and logs that belong to it.`,
      example: 'Sunday’s backup replaces last week’s. On Monday somebody finds rows deleted on Saturday: there is nothing left that reaches back to Friday. And if a piece of Sunday’s cannot be read, there is nothing at all.',
      todo: 'Use a recovery window: it keeps what is needed to go back that many days, however often backups run.',
    }),
    es: ({ name, configured }) => ({
      title: `«${name}» conserva una sola copia de cada archivo`,
      why: `${configured ? 'La base está configurada con REDUNDANCY 1, el valor por defecto de RMAN. ' : ''}En cuanto existe una copia completa nueva se borra la anterior, con los incrementos y logs que le corresponden.`,
      example: 'La copia del domingo sustituye a la de la semana pasada. El lunes alguien descubre filas borradas el sábado: ya no queda nada que llegue al viernes. Y si una pieza del domingo no se puede leer, no queda nada.',
      todo: 'Usar una ventana de recuperación: conserva lo necesario para volver esos días atrás, se copie cuanto se copie.',
    }),
  },
});

/** A week, or as long as it takes until there are two full backups within. */
export function windowFor({ running }: Pick<LintSet, 'running'>): number {
  const gap = longestGapDays(running.filter(isBase));
  return Math.max(7, wholeDays(gap ?? 0));
}
