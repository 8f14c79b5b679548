// A job that somebody else started, as a run of the Bitácora. Pure.
import { createHash } from 'node:crypto';
import type { ExternalRun } from '../app/witness-ports.ts';
import type { BackupJob, JobStatus } from '../../shared/domain/catalogue/backups.ts';
import { isRunning } from '../../shared/domain/catalogue/backups.ts';
import type { DatabaseWitness } from '../../shared/domain/catalogue/witness.ts';
import { ID_PATTERN } from '../../shared/domain/id.ts';
import { nothingKnown, type RunState } from '../../shared/domain/run.ts';
import type { Target } from '../../shared/domain/target.ts';

/** In the place of a strategy's id: no strategy has it, so no external run counts as one's last attempt or good. */
export const NO_STRATEGY = 'external';

/**
 * A job that is over and carries no COMMAND ID of Respaldo's making. One that does, and is no run of this profile, is
 * another workstation's: it comes with the log tables, and would stand there twice.
 */
export const isForeign = ({ commandId, status }: BackupJob): boolean =>
  !isRunning(status) && status !== 'UNKNOWN' && !(commandId !== null && ID_PATTERN.test(commandId));

const STATES: Partial<Record<JobStatus, RunState>> = { COMPLETED: 'succeeded', 'COMPLETED WITH WARNINGS': 'warning' };

export function externalRun(job: BackupJob, dbid: number, target: Target, witness: DatabaseWitness): ExternalRun {
  const id = externalId(dbid, job);
  const bytes = witness.pieces.reduce((sum, piece) => sum + (piece.bytes ?? 0), 0);
  return {
    dbid,
    job,
    witness,
    run: {
      ...nothingKnown,
      id,
      strategyId: NO_STRATEGY,
      strategyVersion: 0,
      strategyName: job.inputType,
      targetId: target.id,
      targetName: target.spec.name,
      trigger: 'external',
      // COMPLETED WITH ERRORS: something that was asked for was not done.
      state: STATES[job.status] ?? 'failed',
      queuedAt: job.startedAt,
      startedAt: job.startedAt,
      endedAt: job.endedAt ?? job.startedAt,
      pieces: witness.pieces.length,
      bytes: job.outputBytes ?? (witness.pieces.length > 0 ? bytes : null),
    },
  };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same job has the same id wherever and whenever it is imported. */
export function externalId(
  dbid: number,
  { sessionRecid, sessionStamp }: Pick<BackupJob, 'sessionRecid' | 'sessionStamp'>,
): string {
  const digest = createHash('sha256').update(`${dbid}/${sessionRecid}/${sessionStamp}`).digest();
  return [...digest.subarray(0, 26)].map((byte) => CROCKFORD.charAt(byte % 32)).join('');
}
