// The root cause of an alert in plain words: from the explained codes, or from the error that kept RMAN from starting.
import type { Language } from '../../shared/domain/settings.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { explainCause } from '../../shared/rman/findings/explain-cause.ts';
import type { Alert } from './alert.ts';
import { phrases } from './words.ts';

export type Cause = {
  code: string | null;
  title: string;
  /** What and why, in whole sentences. */
  sentences: string[];
  /** The line of the log that says so. */
  inTheLog: string | null;
};

/** `null` where nothing went wrong, or where nothing is known about why. */
export function causeOf(alert: Alert, language: Language): Cause | null {
  const { failure, rootCode, rootText } = alert;
  if (failure) {
    return { code: null, title: errorText(failure.code, failure.params, language), sentences: [], inTheLog: null };
  }
  if (rootCode === null) return null;
  const explained = explainCause(rootCode, language);
  return {
    code: rootCode,
    title: explained?.title ?? rootText ?? rootCode,
    sentences: explained ? [explained.what, explained.why] : [],
    inTheLog: rootText,
  };
}

/** What to do, in the order in which to try it; nothing after a success. */
export function stepsOf(alert: Alert, language: Language): readonly string[] {
  const { steps } = phrases[language];
  if (alert.event === 'success') return [];
  if (alert.event === 'missed') return steps.missed;
  if (alert.event === 'overdue') return steps.overdue;
  const explained = alert.rootCode === null ? null : explainCause(alert.rootCode, language);
  if (explained && explained.todo.length > 0) return explained.todo;
  return alert.known ? steps.other : steps.unknown;
}
