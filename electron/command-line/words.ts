// The few words that several commands print, in both languages.
import type { Pause } from '../../shared/domain/occurrence.ts';
import type { RunState, WaitReason } from '../../shared/domain/run.ts';
import type { Language } from '../../shared/domain/settings.ts';

const STATES: Record<RunState, Record<Language, string>> = {
  queued: { en: 'queued', es: 'en cola' },
  preparing: { en: 'preparing', es: 'preparando' },
  running: { en: 'running', es: 'en curso' },
  succeeded: { en: 'succeeded', es: 'correcta' },
  warning: { en: 'warning', es: 'con avisos' },
  failed: { en: 'failed', es: 'fallida' },
  cancelled: { en: 'cancelled', es: 'cancelada' },
  lost: { en: 'lost', es: 'perdida' },
};

export const stateWord = (state: RunState, language: Language): string => STATES[state][language];

const NEVER = { en: 'never', es: 'nunca' };

/** A moment in the reader's way of writing; never is a word, not an empty place. */
export const momentWord = (ms: number | null | undefined, language: Language): string =>
  ms === null || ms === undefined
    ? NEVER[language]
    : new Date(ms).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });

/** What an entry of the queue waits for. */
export function waitWord(reason: WaitReason, language: Language): string {
  const es = language === 'es';
  switch (reason.kind) {
    case 'lane':
      return es ? `espera a ${reason.strategyName}, en la misma base de datos` : `waits for ${reason.strategyName} on the same database`;
    case 'cap':
      return es ? `espera su turno: a la vez se ejecutan ${reason.runsAtOnce}` : `waits its turn: ${reason.runsAtOnce} run at once`;
    case 'next':
      return es ? 'es la siguiente' : 'comes next';
  }
}

/** Whether anything starts by itself. */
export function pauseSentence(pause: Pause | null, language: Language): string {
  const es = language === 'es';
  if (pause === null) return es ? 'El planificador no está en pausa.' : 'The scheduler is not paused.';
  if (pause.until === null) {
    return es ? 'El planificador está en pausa hasta que alguien lo reanude.' : 'The scheduler is paused until somebody resumes it.';
  }
  const until = momentWord(pause.until, language);
  return es ? `El planificador está en pausa hasta el ${until}.` : `The scheduler is paused until ${until}.`;
}
