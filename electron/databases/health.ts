// How the health of a database follows from what happens to it. Pure.
import type { DatabaseHealth } from '../../shared/domain/database-health.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';

export type Health = Pick<DatabaseHealth, 'state' | 'since' | 'error' | 'nextTryAt'> & {
  /** Attempts in a row that came to nothing. */
  failures: number;
};

export const unknownHealth = (now: number): Health => ({
  state: 'unknown', since: now, error: null, nextTryAt: null, failures: 0,
});

/** An attempt begins. What went wrong before stays readable until it is known to be over. */
export const connecting = (health: Health, now: number): Health => ({
  ...health, state: 'connecting', since: health.state === 'connecting' ? health.since : now, nextTryAt: null,
});

export const answered = (health: Health, now: number): Health => ({
  state: 'up', since: health.state === 'up' ? health.since : now, error: null, nextTryAt: null, failures: 0,
});

/** `delay` in milliseconds is left aside for an error that only a person can heal. */
export const failed = (health: Health, error: ErrorReport, now: number, delay: number): Health => ({
  state: 'down',
  since: now,
  error,
  nextTryAt: needsPerson(error) ? null : now + delay,
  failures: health.failures + 1,
});

/**
 * Errors that no repetition heals. Above all: a password that is refused must not be tried again by itself, because
 * FAILED_LOGIN_ATTEMPTS would lock the account, for RMAN and everybody else too.
 */
const PERSON = new Set([
  'ORA-01005', 'ORA-01017', 'ORA-01031', 'ORA-01045', 'ORA-28000', 'ORA-28001', 'ORA-28009', 'ORA-28040',
  'ORA-12154', 'ORA-12660', 'NJS-101', 'NJS-116', 'NJS-138', 'NJS-505', 'NJS-507', 'NJS-508', 'NJS-512', 'NJS-514',
  'NJS-515', 'NJS-516', 'NJS-517', 'NJS-520', 'NJS-529', 'NJS-533', 'DPI-1047', 'NJS-045', 'NJS-067',
]);
const OWN = new Set(['secret.missing', 'secret.unavailable', 'oracle.restart-needed']);

const needsPerson = ({ code, params }: ErrorReport): boolean => OWN.has(code) || PERSON.has(String(params['code'] ?? ''));
