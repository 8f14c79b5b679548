// An enabled strategy that nobody starts: it runs when somebody thinks of it.
import { rule } from '../finding.ts';

export const noSchedule = rule<{ name: string }>({
  name: 'no-schedule',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap(({ id, name, spec }) => {
      // An archival backup or a rehearsal is often made by hand.
      if (spec.schedule !== null || spec.keep !== null || spec.validateOnly) return [];
      return [{ severity: 'caution', strategies: [id], path: 'schedule', params: { name }, repairs: [] }];
    });
  },
  words: {
    en: ({ name }) => ({
      title: `“${name}” is enabled but has no schedule`,
      why: 'It runs only when somebody starts it here, or when something outside of Respaldo does. It counts for no other finding, as if it were not there.',
      example: 'Whoever used to press the button is on holiday. Two weeks later a disk fails, and the newest backup is two weeks old, with everything green.',
      todo: 'Give it a schedule. If something outside starts it, accept this and say what.',
    }),
    es: ({ name }) => ({
      title: `«${name}» está habilitada, pero no tiene horario`,
      why: 'Solo se ejecuta cuando alguien la inicia aquí, o cuando lo hace algo ajeno a Respaldo. Para los demás hallazgos no cuenta, como si no existiera.',
      example: 'Quien pulsaba el botón está de vacaciones. Dos semanas después falla un disco, y la copia más nueva tiene dos semanas, con todo en verde.',
      todo: 'Darle un horario. Si la inicia algo externo, aceptarlo aquí y decir qué.',
    }),
  },
});
