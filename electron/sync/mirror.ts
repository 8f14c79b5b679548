// Reads what the other workstations wrote, a page at a time, into the store. Each workstation writes one transaction
// after the other and numbers them under a lock of its own row: whatever its row says is committed is complete up to
// that number, so a mark per workstation loses nothing, in whatever order the transactions of different ones end.
import type { SqlBinds, SqlSession, SqlValue } from '../app/oracle-ports.ts';
import type {
  MirroredFacts, MirroredRun, MirroredStrategy, MirroredTarget, MirroredVersion, TeamStore,
} from '../app/team-ports.ts';
import type { RunState, Trigger } from '../../shared/domain/run.ts';
import { instantOf, instantOrNull, isYes, numberOrNull, textOf, textOrNull } from './row-values.ts';
import { teamStatements } from './team-statements.ts';

/** Rows in memory at any time. */
const PAGE = 200;
/** Batches between two marks: what is read again after an interruption. */
const STRETCH = 50;

type Row = Record<string, SqlValue>;
type Kind = 'targets' | 'strategies' | 'versions' | 'runs';

/** What is referred to goes first. */
const KINDS: readonly Kind[] = ['targets', 'strategies', 'versions', 'runs'];

export type MirrorTools = {
  store: Pick<TeamStore, 'meet' | 'take' | 'mark'>;
  workstationId: string;
  /** True when it should leave off after the page under way. */
  ended(): boolean;
};

/** @returns how many rows are new or changed. @throws AppError from the session; what was read stays. */
export async function readOthers(session: SqlSession, tools: MirrorTools): Promise<number> {
  const { store, workstationId, ended } = tools;
  const rows = await session.query(teamStatements.workstations, { workstation_id: workstationId });
  const marks = await store.meet(rows.map((row) => ({
    id: textOf(row['workstation_id']), name: textOf(row['name']), lastSeen: instantOf(row['last_seen_at']),
  })));
  const markOf = new Map(marks.map(({ id, batchNo }) => [id, batchNo]));
  let changes = 0;
  for (const row of rows) {
    const id = textOf(row['workstation_id']);
    const newest = Number(row['batch_no']);
    let mark = markOf.get(id) ?? -1;
    while (mark < newest && !ended()) {
      // Batch 0 is everything of before there were batches.
      const until = mark < 0 ? 0 : Math.min(newest, mark + STRETCH);
      for (const kind of KINDS) changes += await readStretch(session, tools, kind, id, mark, until);
      if (ended()) break;
      await store.mark(id, until);
      mark = until;
    }
  }
  return changes;
}

async function readStretch(
  session: SqlSession,
  { store, ended }: MirrorTools,
  kind: Kind,
  workstationId: string,
  after: number,
  until: number,
): Promise<number> {
  let changes = 0;
  // No identifier comes before a blank.
  let place: SqlBinds = { after_batch: after + 1, after_key: ' ' };
  while (!ended()) {
    const binds = { workstation_id: workstationId, until_batch: until, ...place };
    const rows = await session.query(teamStatements[kind], binds, { maxRows: PAGE });
    const last = rows.at(-1);
    if (!last) break;
    changes += await store.take(factsOf(kind, workstationId, rows));
    place = { after_batch: Number(last['batch_no']), after_key: textOf(last['row_key']) };
    if (rows.length < PAGE) break;
  }
  return changes;
}

function factsOf(kind: Kind, workstationId: string, rows: readonly Row[]): MirroredFacts {
  return {
    workstationId,
    targets: kind === 'targets' ? rows.map(targetOf) : [],
    strategies: kind === 'strategies' ? rows.map(strategyOf) : [],
    versions: kind === 'versions' ? rows.map(versionOf) : [],
    runs: kind === 'runs' ? rows.map(runOf) : [],
  };
}

const targetOf = (row: Row): MirroredTarget => ({
  id: textOf(row['target_id']),
  name: textOf(row['name']),
  enabled: isYes(row['enabled']),
  spec: textOf(row['spec']),
  deleted: row['deleted_at'] != null,
});

const strategyOf = (row: Row): MirroredStrategy => ({
  id: textOf(row['strategy_id']),
  ownerId: textOf(row['owner_workstation_id']),
  targetId: textOf(row['target_id']),
  name: textOf(row['name']),
  enabled: isYes(row['enabled']),
  shared: isYes(row['shared']),
  version: Number(row['version_no']),
  updatedAt: instantOf(row['updated_at']),
  deleted: row['deleted_at'] != null,
});

const versionOf = (row: Row): MirroredVersion => ({
  strategyId: textOf(row['strategy_id']),
  version: Number(row['version_no']),
  savedAt: instantOf(row['saved_at']),
  spec: textOf(row['spec']),
  hash: textOrNull(row['content_hash']),
  basedOn: textOrNull(row['based_on_hash']),
});

function runOf(row: Row): MirroredRun {
  const failure = textOrNull(row['failure_code']);
  return {
    id: textOf(row['run_id']),
    strategyId: textOf(row['strategy_id']),
    strategyVersion: Number(row['strategy_version'] ?? 0),
    strategyName: textOf(row['strategy_name']),
    targetId: textOf(row['target_id']),
    targetName: textOf(row['target_name']),
    trigger: textOf(row['trigger_kind']) as Trigger,
    state: textOf(row['state']) as RunState,
    queuedAt: instantOf(row['queued_at']),
    startedAt: instantOrNull(row['started_at']),
    endedAt: instantOrNull(row['ended_at']),
    cancelRequestedAt: instantOrNull(row['cancel_requested_at']),
    exitCode: numberOrNull(row['exit_code']),
    signal: textOrNull(row['exit_signal']),
    failure: failure === null ? null : JSON.stringify({ code: failure, params: {}, fields: [] }),
    rootCode: textOrNull(row['root_code']),
    rootText: textOrNull(row['root_text']),
    warnings: Number(row['warnings']),
    pieces: Number(row['pieces']),
    bytes: numberOrNull(row['bytes']),
    nothingToDo: isYes(row['nothing_to_do']),
    lines: Number(row['log_lines']),
  };
}
