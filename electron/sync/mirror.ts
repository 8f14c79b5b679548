// Reads what the other workstations wrote, a page at a time, into the store. Each workstation writes one transaction
// after the other and numbers them under a lock of its own row: whatever its row says is committed is complete up to
// that number, so a mark per workstation loses nothing, in whatever order the transactions of different ones end.
import type { SqlBinds, SqlSession, SqlValue } from '../app/oracle-ports.ts';
import type {
  MirroredFacts, MirroredRun, MirroredStrategy, MirroredTarget, MirroredVersion, TeamStore,
} from '../app/team-ports.ts';
import type { RunState, Trigger } from '../../shared/domain/run.ts';
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
    id: text(row['workstation_id']), name: text(row['name']), lastSeen: instant(row['last_seen_at']) ?? 0,
  })));
  const markOf = new Map(marks.map(({ id, batchNo }) => [id, batchNo]));
  let changes = 0;
  for (const row of rows) {
    const id = text(row['workstation_id']);
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
    place = { after_batch: Number(last['batch_no']), after_key: text(last['row_key']) };
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
  id: text(row['target_id']),
  name: text(row['name']),
  enabled: yes(row['enabled']),
  spec: text(row['spec']),
  deleted: row['deleted_at'] != null,
});

const strategyOf = (row: Row): MirroredStrategy => ({
  id: text(row['strategy_id']),
  ownerId: text(row['owner_workstation_id']),
  targetId: text(row['target_id']),
  name: text(row['name']),
  enabled: yes(row['enabled']),
  shared: yes(row['shared']),
  version: Number(row['version_no']),
  updatedAt: instant(row['updated_at']) ?? 0,
  deleted: row['deleted_at'] != null,
});

const versionOf = (row: Row): MirroredVersion => ({
  strategyId: text(row['strategy_id']),
  version: Number(row['version_no']),
  savedAt: instant(row['saved_at']) ?? 0,
  spec: text(row['spec']),
  hash: textOrNull(row['content_hash']),
  basedOn: textOrNull(row['based_on_hash']),
});

function runOf(row: Row): MirroredRun {
  const failure = textOrNull(row['failure_code']);
  return {
    id: text(row['run_id']),
    strategyId: text(row['strategy_id']),
    strategyVersion: Number(row['strategy_version'] ?? 0),
    strategyName: text(row['strategy_name']),
    targetId: text(row['target_id']),
    targetName: text(row['target_name']),
    trigger: text(row['trigger_kind']) as Trigger,
    state: text(row['state']) as RunState,
    queuedAt: instant(row['queued_at']) ?? 0,
    startedAt: instant(row['started_at']),
    endedAt: instant(row['ended_at']),
    cancelRequestedAt: instant(row['cancel_requested_at']),
    exitCode: number(row['exit_code']),
    signal: textOrNull(row['exit_signal']),
    failure: failure === null ? null : JSON.stringify({ code: failure, params: {}, fields: [] }),
    rootCode: textOrNull(row['root_code']),
    rootText: textOrNull(row['root_text']),
    warnings: Number(row['warnings']),
    pieces: Number(row['pieces']),
    bytes: number(row['bytes']),
    nothingToDo: yes(row['nothing_to_do']),
    lines: Number(row['log_lines']),
  };
}

const text = (value: SqlValue | undefined): string => (value == null ? '' : String(value));
const textOrNull = (value: SqlValue | undefined): string | null => (value == null ? null : String(value));
const number = (value: SqlValue | undefined): number | null => (value == null ? null : Number(value));
const instant = (value: SqlValue | undefined): number | null => (value instanceof Date ? value.getTime() : null);
const yes = (value: SqlValue | undefined): boolean => value === 'Y';
