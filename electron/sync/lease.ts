// Who runs a shared strategy, and that each of its occurrences is begun once. Knows no timer and no ledger. Two things
// work together, and only the second one is needed for safety:
// - the lease of a strategy says who may begin now; it ends by itself, by the clock of the database;
// - a row of RESPALDO_STARTS says that an occurrence was begun. Its primary key admits one workstation, whatever
//   pauses, clocks and lost connections there were in between, and it is committed before the client is started.
import type { SqlSession, SqlValue } from '../app/oracle-ports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { failureOf } from './failure.ts';
import { instantOf } from './row-values.ts';
import { teamStatements } from './team-statements.ts';

/** How long a workstation that is not heard of any more keeps a strategy from the others. */
export const LEASE_SECONDS = 90;
/** What others began longer ago than this is not asked for: nothing of it is open any more. */
const LOOK_BACK_MS = 40 * 86_400_000;
const MOST_STARTS = 1_000;
const DUPLICATE = 'ORA-00001';

export type Claim = { strategyId: string; workstationId: string };

/** `name`: the holder's; `leftMs`: until others may take it over, as the database counts. */
export type Lease = { mine: boolean; name: string; fencingNo: number; leftMs: number };

/** What others began. */
export type Start = { instant: number; workstation: string };

/** Renews the lease, takes it when it is free, and says who holds it now. @throws AppError from the session */
export async function askLease(session: SqlSession, { strategyId, workstationId }: Claim): Promise<Lease | null> {
  const named = { strategy_id: strategyId, workstation_id: workstationId };
  const timed = { ...named, lease_seconds: LEASE_SECONDS };
  const { rowsAffected } = await session.execute(teamStatements.takeLease, timed);
  if (rowsAffected === 0) await unlessThere(() => session.execute(teamStatements.firstLease, timed));
  await session.commit();
  const [row] = await session.query(teamStatements.lease, { strategy_id: strategyId });
  if (!row) return null;
  return {
    mine: row['workstation_id'] === workstationId,
    name: nameOf(row['name']),
    fencingNo: Number(row['fencing_no']),
    leftMs: Math.max(0, instantOf(row['expires_at']) - instantOf(row['now_at'])),
  };
}

/** What others began of a strategy, newest first. @throws AppError from the session */
export async function startsOfOthers(
  session: SqlSession,
  { strategyId, workstationId }: Claim,
  now: number,
): Promise<Start[]> {
  const binds = { strategy_id: strategyId, workstation_id: workstationId, since_ms: now - LOOK_BACK_MS };
  const rows = await session.query(teamStatements.starts, binds, { maxRows: MOST_STARTS });
  return rows.map((row) => ({ instant: Number(row['planned_ms']), workstation: nameOf(row['name']) }));
}

/**
 * Begins an occurrence for this workstation. May be repeated: what it has begun stays its own, so that an answer that
 * was lost is asked for again.
 * @returns `mine`: it may be run here; `lost`: the lease is not held any more, nobody has begun it; else who has
 * @throws AppError from the session: then nothing is known
 */
export async function beginOccurrence(
  session: SqlSession,
  { strategyId, workstationId }: Claim,
  instant: number,
  runId: string,
): Promise<'mine' | 'lost' | { workstation: string }> {
  const at = { strategy_id: strategyId, planned_ms: instant };
  const begin = { ...at, workstation_id: workstationId, run_id: runId };
  await unlessThere(() => session.execute(teamStatements.begin, begin));
  await session.commit();
  const [row] = await session.query(teamStatements.start, at);
  if (!row) return 'lost';
  return row['workstation_id'] === workstationId ? 'mine' : { workstation: nameOf(row['name']) };
}

/** Others need not wait for this workstation any more. @throws AppError from the session */
export async function giveBack(session: SqlSession, workstationId: string): Promise<void> {
  await session.execute(teamStatements.giveBack, { workstation_id: workstationId });
  await session.commit();
}

/** Somebody else was faster: what is there now is read afterwards. */
async function unlessThere(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError) || failureOf(error)?.code !== DUPLICATE) throw error;
  }
}

const nameOf = (value: SqlValue | undefined): string => (value == null || value === '' ? '?' : String(value));
