// Decides whether an attempt that failed is followed by another one, and when. Pure.
import type { RetryPolicy } from '../../shared/domain/automation.ts';
import type { Occurrence, OccurrenceReason } from '../../shared/domain/occurrence.ts';
import type { Run, Trigger } from '../../shared/domain/run.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import { explainCode } from '../../shared/rman/codes/index.ts';

const MINUTE = 60_000;
/** A waiting time varies by this share both ways, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * What kept a run from starting RMAN and can be gone a moment later without anybody's work: a share that is not
 * mounted yet, a disk that fills and is emptied, a machine without memory, a keychain that opens when the user logs in,
 * a network that is down, a container that is being replaced. All others need somebody: a missing home, a wrong login,
 * another program under RMAN's name, a host key that nobody has looked at.
 */
const HEALING_FAILURES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rman.start-failed',
  'rman.no-answer',
  'runner.name-unknown',
  'runner.refused',
  'runner.timeout',
  'runner.unreachable',
  'runner.container-missing',
  'runner.container-stopped',
  'runner.client-refused',
  'runner.work-directory',
  'runner.keeper-failed',
  'destination.missing',
  'destination.unwritable',
  'destination.little-space',
  'file.unwritable',
  'secret.unavailable',
  'store.full',
  'store.unavailable',
]);

/** Only what the schedule started is tried again: who starts a run by hand sees it fail, and decides. */
const RETRIED: ReadonlySet<Trigger> = new Set<Trigger>(['schedule', 'catch-up', 'retry']);

export type AfterFailure = { to: 'waiting' | 'failed'; reason: OccurrenceReason | null };

/**
 * What becomes of an occurrence whose newest attempt is `run`, which failed. `next` is the strategy's next instant;
 * `random` lies in [0, 1).
 */
export function afterFailure(
  row: Pick<Occurrence, 'trigger' | 'attempts'>,
  run: Pick<Run, 'failure' | 'rootCode' | 'cancelRequestedAt'>,
  policy: RetryPolicy,
  { now, next, random }: { now: number; next: number | null; random: number },
): AfterFailure {
  const failed = (reason: OccurrenceReason | null): AfterFailure => ({ to: 'failed', reason });
  if (!RETRIED.has(row.trigger) || policy.count === 0) return failed(null);
  // It failed before the cancellation reached it: whoever cancels does not want it again.
  if (run.cancelRequestedAt !== null) return failed({ kind: 'retry-cancelled' });
  const rootCode = run.failure?.code ?? run.rootCode;
  if (!canHeal(run)) return failed({ kind: 'cannot-heal', rootCode });
  if (row.attempts > policy.count) return failed({ kind: 'retries-spent', attempts: row.attempts });
  const at = now + retryDelay(policy, row.attempts, random);
  if (next !== null && at >= next) return failed({ kind: 'next-comes-first', next });
  return { to: 'waiting', reason: { kind: 'retry', attempt: row.attempts + 1, at, rootCode } };
}

/** What failed can go well by itself later; what nobody has explained is not taken for it. */
export function canHeal({ failure, rootCode }: Pick<Run, 'failure' | 'rootCode'>): boolean {
  if (failure) return HEALING_FAILURES.has(failure.code);
  const heals = rootCode === null ? undefined : explainCode(rootCode)?.healsByRetry;
  return heals === 'yes' || heals === 'maybe';
}

/** The wait after `attempts` attempts, in ms: doubling from the first, never much longer than the longest. */
export function retryDelay(policy: RetryPolicy, attempts: number, random: number): number {
  const minutes = Math.min(policy.longestMinutes, policy.firstMinutes * 2 ** (attempts - 1));
  return Math.round(minutes * MINUTE * (1 - JITTER + 2 * JITTER * random));
}

/** No wait is longer than this. */
export const longestRetryMs = (policy: RetryPolicy): number => policy.longestMinutes * MINUTE * (1 + JITTER);
