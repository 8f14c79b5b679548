// How strategies stand with the scheduler, by strategy; and what their open occurrence waits for. Pure.
import { occurrenceReasonText } from '../../shared/domain/occurrence-text.ts';
import type { Occurrence, Standing } from '../../shared/domain/occurrence.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { T } from '../i18n/languages.ts';

const known = new WeakMap<readonly Standing[], Map<string, Standing>>();

/** The standing of one strategy: found at once, however many there are. */
export function standingIn(standings: readonly Standing[], strategyId: string): Standing | null {
  let byId = known.get(standings);
  if (byId === undefined) known.set(standings, (byId = new Map(standings.map((one) => [one.strategyId, one]))));
  return byId.get(strategyId) ?? null;
}

/** What is said about an open occurrence; `null` for one that says nothing by itself (planned, or over). */
export type OpenText = {
  text: string;
  /** The instant that a countdown runs to. */
  countdownTo: number | null;
};

type Words = {
  t: T;
  language: Language;
  nowMs: number;
  dateTime(ms: number): string;
  duration(ms: number): string;
};

export function openText(open: Occurrence, { t, language, nowMs, dateTime, duration }: Words): OpenText | null {
  const { state, reason } = open;
  if (state === 'queued') return { text: t('standing.queued'), countdownTo: null };
  if (state === 'running') return { text: t('standing.running'), countdownTo: null };
  if (state !== 'waiting') return null;
  if (reason?.kind === 'retry') return retryText(reason, nowMs, t, duration);
  const text = reason === null ? t('standing.waits') : occurrenceReasonText(reason, language, dateTime);
  return { text, countdownTo: null };
}

type RetryReason = Extract<Occurrence['reason'], { kind: 'retry' }>;

function retryText({ attempt, at }: RetryReason, nowMs: number, t: T, duration: (ms: number) => string): OpenText {
  const text =
    at > nowMs
      ? t('standing.retryIn', { attempt, left: duration(at - nowMs) })
      : t('standing.retrySoon', { attempt });
  return { text, countdownTo: at };
}

/** The occurrence that waits for a further attempt. */
export const waitsForRetry = (standing: Standing | null): Occurrence | null =>
  standing?.open?.state === 'waiting' && standing.open.reason?.kind === 'retry' ? standing.open : null;
