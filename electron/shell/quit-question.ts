// The words of the question before the application ends while backups are under way. Pure.
import type { ActiveRun } from '../../shared/domain/run.ts';
import type { Language } from '../../shared/domain/settings.ts';

export type QuitQuestion = { message: string; detail: string; buttons: readonly [quit: string, stay: string] };

const WORDS = {
  en: {
    running: (count: number) => (count === 1 ? '1 backup is running.' : `${count} backups are running.`),
    runningGoOn: (count: number) =>
      count === 1
        ? 'It goes on without Respaldo and is picked up at the next start.'
        : 'They go on without Respaldo and are picked up at the next start.',
    queued: (count: number) => (count === 1 ? '1 backup is in the queue.' : `${count} backups are in the queue.`),
    queuedWait: (count: number) =>
      count === 1
        ? '1 backup in the queue does not begin before Respaldo runs again.'
        : `${count} backups in the queue do not begin before Respaldo runs again.`,
    buttons: ['Quit', 'Stay'],
  },
  es: {
    running: (count: number) => (count === 1 ? 'Hay 1 copia en curso.' : `Hay ${count} copias en curso.`),
    runningGoOn: (count: number) =>
      count === 1
        ? 'Sigue sin Respaldo y se retoma en el próximo inicio.'
        : 'Siguen sin Respaldo y se retoman en el próximo inicio.',
    queued: (count: number) => (count === 1 ? 'Hay 1 copia en la cola.' : `Hay ${count} copias en la cola.`),
    queuedWait: (count: number) =>
      count === 1
        ? '1 copia de la cola no empezará hasta que Respaldo vuelva a abrirse.'
        : `${count} copias de la cola no empezarán hasta que Respaldo vuelva a abrirse.`,
    buttons: ['Salir', 'Seguir aquí'],
  },
} as const;

/** There must be at least one run under way or in the queue. */
export function quitQuestion(activity: readonly ActiveRun[], language: Language): QuitQuestion {
  const words = WORDS[language];
  const queued = activity.filter(({ run }) => run.state === 'queued').length;
  const running = activity.length - queued;
  return {
    message: running > 0 ? words.running(running) : words.queued(queued),
    detail: [running > 0 ? words.runningGoOn(running) : '', queued > 0 ? words.queuedWait(queued) : '']
      .filter(Boolean)
      .join('\n'),
    buttons: words.buttons,
  };
}
