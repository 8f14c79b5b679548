// A recovery window shorter than the time between two full backups: for part of it there is only one of them.
import { rule } from '../finding.ts';
import { isBase, longestGapDays, wholeDays } from '../lint-set.ts';
import { days } from '../prose.ts';
import { withWindow } from '../repairs.ts';

export const retentionBelowGap = rule<{ name: string; window: number; gap: number }>({
  name: 'retention-below-gap',
  judges: 'set',
  find({ running, facts }) {
    const gap = longestGapDays(running.filter((one) => isBase(one) && one.scope.kind === 'database'));
    if (gap === null) return [];
    const needed = wholeDays(gap);
    return running.flatMap((member) => {
      const wanted = member.spec.afterwards.deleteObsolete;
      const policy = wanted?.kind === 'configured' ? facts.configured?.retention : wanted;
      if (policy?.kind !== 'window' || policy.days >= needed) return [];
      return [{
        severity: 'caution', strategies: [member.id], path: 'afterwards.deleteObsolete',
        params: { name: member.name, window: policy.days, gap: needed },
        repairs: withWindow(member, Math.min(3650, needed)),
      }];
    });
  },
  words: {
    en: ({ name, window, gap }) => ({
      title: `“${name}” looks back ${days(window, 'en')}, but full backups come every ${days(gap, 'en')}`,
      why: `A full backup is deleted once the next one is ${days(window, 'en')} old. From then until the one after that, a single full backup carries everything.`,
      example: `On day ${gap} there is one full backup, ${days(gap - 1, 'en')} old, and the increments and logs since. A piece of it cannot be read, and there is no older one to fall back to: the whole database is lost.`,
      todo: 'Make the window at least as long as the time between two full backups, or take them more often.',
    }),
    es: ({ name, window, gap }) => ({
      title: `«${name}» mira ${days(window, 'es')} atrás, pero las copias completas llegan cada ${days(gap, 'es')}`,
      why: `Una copia completa se borra cuando la siguiente cumple ${days(window, 'es')}. Desde entonces y hasta la próxima, una única copia completa lo sostiene todo.`,
      example: `El día ${gap} hay una sola copia completa, de hace ${days(gap - 1, 'es')}, y los incrementos y logs posteriores. Una de sus piezas no se puede leer y no hay otra anterior: se pierde la base de datos entera.`,
      todo: 'Hacer la ventana al menos tan larga como el tiempo entre dos copias completas, o tomarlas más a menudo.',
    }),
  },
});
