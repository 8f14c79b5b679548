// The few words that several commands print, in both languages.
import type { RunState } from '../../shared/domain/run.ts';
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
