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
  moment(ms: number): string;
  duration(ms: number): string;
};

export function openText(open: Occurrence, words: Words): OpenText | null {
  const { t } = words;
  if (open.state === 'queued') return { text: t('standing.queued'), countdownTo: null };
  if (open.state === 'running') return { text: t('standing.running'), countdownTo: null };
  if (open.state !== 'waiting') return null;
  const { reason } = open;
  if (reason?.kind === 'retry') return retryText(reason, words.nowMs, t, words.duration);
  return { text: reason === null ? t('standing.waits') : waitText(reason, words), countdownTo: null };
}

type Reason = NonNullable<Occurrence['reason']>;

/** In fewer letters than `occurrenceReasonText`, which has the others. */
function waitText(reason: Reason, { t, language, moment }: Words): string {
  switch (reason.kind) {
    case 'blackout':
      return t('standing.waitsBlackout', { until: moment(reason.until) });
    case 'paused':
      return reason.until === null
        ? t('standing.waitsPaused')
        : t('standing.waitsPausedUntil', { until: moment(reason.until) });
    case 'battery':
      return t('standing.waitsBattery');
    default:
      return occurrenceReasonText(reason, language, moment);
  }
}

type RetryReason = Extract<Reason, { kind: 'retry' }>;

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
