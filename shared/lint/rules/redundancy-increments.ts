// Redundancy counts full backups alone. How far back one can go then swings with every level 0.
import { rule } from '../finding.ts';
import { isBase, isLevel1, longestGapDays, wholeDays } from '../lint-set.ts';
import { days } from '../prose.ts';
import { withWindow } from '../repairs.ts';

export const redundancyIncrements = rule<{ name: string; copies: number; least: number; most: number }>({
  name: 'redundancy-increments',
  judges: 'set',
  find({ running }) {
    if (!running.some(isLevel1)) return [];
    const gap = longestGapDays(running.filter((one) => isBase(one) && one.scope.kind === 'database'));
    if (gap === null) return [];
    return running.flatMap((member) => {
      const wanted = member.spec.afterwards.deleteObsolete;
      if (wanted?.kind !== 'redundancy' || wanted.copies < 2) return [];
      const [least, most] = [Math.floor((wanted.copies - 1) * gap), wholeDays(wanted.copies * gap)];
      return [{
        severity: 'hint', strategies: [member.id], path: 'afterwards.deleteObsolete',
        params: { name: member.name, copies: wanted.copies, least, most },
        repairs: withWindow(member, Math.min(3650, Math.max(7, most))),
      }];
    });
  },
  words: {
    en: ({ name, copies, least, most }) => ({
      title: `“${name}” counts copies where increments are taken`,
      why: `REDUNDANCY ${copies} counts full and level 0 backups only. Increments and logs go with the level 0 that they belong to, all on one night.`,
      example: `With these schedules one can go back ${days(most, 'en')} just before a level 0, and ${days(least, 'en')} just after it. Whoever asks on the wrong morning for a day in between gets nothing.`,
      todo: 'Say in days how far back it must go: a recovery window.',
    }),
    es: ({ name, copies, least, most }) => ({
      title: `«${name}» cuenta copias donde se toman incrementos`,
      why: `REDUNDANCY ${copies} solo cuenta copias completas y de nivel 0. Los incrementos y logs se van con el nivel 0 al que pertenecen, todos en una noche.`,
      example: `Con estos horarios se puede volver ${days(most, 'es')} atrás justo antes de un nivel 0, y ${days(least, 'es')} justo después. Quien pida la mañana equivocada un día intermedio se queda sin nada.`,
      todo: 'Decir en días hasta dónde se debe poder volver: una ventana de recuperación.',
    }),
  },
});
