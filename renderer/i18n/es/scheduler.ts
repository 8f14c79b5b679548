// Spanish texts of the scheduler as the whole window shows it: pause, next run, and what a start still needs.
import type { SameKeys } from '../translate.ts';
import type { schedulerEn } from '../en/scheduler.ts';

export const schedulerEs: SameKeys<typeof schedulerEn> = {
  label: 'Planificador',
  next: 'Próxima: {name}',
  nextNone: 'No hay nada previsto',
  paused: 'En pausa',
  pausedUntil: 'En pausa hasta el {until}',
  pausedOpen: 'En pausa hasta que alguien lo reanude',
  pausedDone: 'El planificador está en pausa hasta el {until}. Lo que está en curso continúa.',
  pausedOpenDone: 'El planificador está en pausa. Lo que está en curso continúa.',
  resumedDone: 'El planificador se ha reanudado.',
  menu: 'Planificador: pausar o reanudar',
  pauseHour: 'Pausar el planificador 1 hora',
  pauseTomorrow: 'Pausar el planificador hasta mañana',
  pauseOpen: 'Pausar el planificador hasta reanudarlo',
  resume: 'Reanudar el planificador',
  'needs-green': 'Se cumple',
  'needs-waiting': 'Espera',
  'needs-blocked': 'Bloqueado',
  'needs-unknown': 'No se sabe',
  needsGood: 'Nada impide que empiece',
  needsWaiting: { one: 'Espera a una cosa', other: 'Espera a {count} cosas' },
  needsBlocked: { one: 'Antes hay que arreglar una cosa', other: 'Antes hay que arreglar {count} cosas' },
  needsProblem: 'Ahora no se puede ver lo que hace falta para empezar: {problem}',
};
