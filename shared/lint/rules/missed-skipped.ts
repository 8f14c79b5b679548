// A base backup that is skipped when its hour was missed: this workstation slept, and there is none until the next.
import { rule } from '../finding.ts';
import { isBase, longestGapDays } from '../lint-set.ts';
import { days } from '../prose.ts';
import { repair } from '../repairs.ts';

export const missedSkipped = rule<{ name: string; gap: number }>({
  name: 'missed-skipped',
  judges: 'strategy',
  find({ running }) {
    return running.flatMap((member) => {
      if (member.spec.missed.kind !== 'skip' || !isBase(member)) return [];
      const gap = longestGapDays([member]);
      if (gap === null || gap < 2) return [];
      const repairs = repair('run-late', member, { missed: { kind: 'run-once' } });
      return [{ severity: 'hint', strategies: [member.id], path: 'missed', params: { name: member.name, gap }, repairs }];
    });
  },
  words: {
    en: ({ name, gap }) => ({
      title: `“${name}” is left out when its hour is missed`,
      why: `If this workstation is off at that minute, the next chance comes after ${days(gap, 'en')}.`,
      example: `A power cut on Sunday night: the full backup of this week does not take place, and everything builds on one that is ${days(2 * gap, 'en')} old by the time the next is due.`,
      todo: 'Run it as soon as possible, if need be only up to a number of hours late.',
    }),
    es: ({ name, gap }) => ({
      title: `«${name}» se omite si pasa su hora`,
      why: `Si este equipo está apagado en ese minuto, la siguiente oportunidad llega a los ${days(gap, 'es')}.`,
      example: `Un corte de luz el domingo por la noche: la copia completa de esta semana no se hace, y todo se apoya en una que tendrá ${days(2 * gap, 'es')} cuando toque la siguiente.`,
      todo: 'Ejecutarla en cuanto se pueda, si hace falta solo hasta cierto número de horas de retraso.',
    }),
  },
});
