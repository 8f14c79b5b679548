// Asks a database what it recorded about one run or one job.
import { ask } from '../oracle/catalogue/ask.ts';
import { jobPiecesQuestion } from '../oracle/catalogue/pieces.ts';
import { recordedJobQuestion, recordedSessionQuestion } from '../oracle/catalogue/testimony.ts';
import type { BackupJob, JobStatus, RecordedPiece } from '../../shared/domain/catalogue/backups.ts';
import type { DatabaseWitness } from '../../shared/domain/catalogue/witness.ts';
import type { Asking } from './catalogue.ts';

const nothingRecorded = (askedAt: number): DatabaseWitness => ({
  askedAt,
  status: null,
  inputType: null,
  device: null,
  inputBytes: null,
  outputBytes: null,
  failedOperations: [],
  pieces: [],
});

/** What is recorded under a COMMAND ID; `null` when the database would not say (a privilege, a dropped session). */
export async function testimonyOf(
  commandId: string,
  { session, banner, asker }: Asking,
): Promise<DatabaseWitness | null> {
  const { release } = banner;
  const found = await ask(session, recordedSessionQuestion, release, asker, { command_id: commandId });
  if (found.state !== 'ok') return null;
  if (found.value === null) return nothingRecorded(found.askedAt);
  const { sessionRecid, sessionStamp, status, failedOperations } = found.value;
  const key = { session_recid: sessionRecid, session_stamp: sessionStamp };
  const job = await ask(session, recordedJobQuestion, release, asker, key);
  const record = job.state === 'ok' ? job.value : null;
  return {
    ...nothingRecorded(found.askedAt),
    // Two views of one thing: the worse of them is told.
    status: record ? worse(record.status, status) : status,
    ...factsOf(record),
    failedOperations: failedOperations.slice(0, 50),
    pieces: await piecesOf(key, { session, banner, asker }),
  };
}

/** What is recorded about a job that is known already. */
export async function testimonyOfJob(job: BackupJob, asking: Asking): Promise<DatabaseWitness> {
  return {
    ...nothingRecorded(asking.asker.now()),
    status: job.status,
    ...factsOf(job),
    pieces: await piecesOf({ session_recid: job.sessionRecid, session_stamp: job.sessionStamp }, asking),
  };
}

async function piecesOf(key: Record<string, number>, { session, banner, asker }: Asking): Promise<RecordedPiece[]> {
  const found = await ask(session, jobPiecesQuestion, banner.release, asker, key);
  return found.state === 'ok' ? found.value.items : [];
}

const factsOf = (job: BackupJob | null) => ({
  inputType: job?.inputType ?? null,
  device: job?.device ?? null,
  inputBytes: job?.inputBytes ?? null,
  outputBytes: job?.outputBytes ?? null,
});

const ORDER: readonly JobStatus[] = [
  'COMPLETED', 'UNKNOWN', 'COMPLETED WITH WARNINGS', 'RUNNING', 'RUNNING WITH WARNINGS', 'RUNNING WITH ERRORS',
  'COMPLETED WITH ERRORS', 'FAILED',
];
const worse = (a: JobStatus, b: JobStatus): JobStatus => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a);
