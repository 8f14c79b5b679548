// Lets occurrences follow their runs: whatever became of a run, its row says so, also when the application died in
// between. Compare-and-set alone; who was slower has nothing to do.
import type { Store } from '../app/store-port.ts';
import type { Occurrence, OccurrenceState } from '../../shared/domain/occurrence.ts';
import { isOver, type Run, type RunState } from '../../shared/domain/run.ts';
import type { AfterFailure } from './retry.ts';

/** What a run's state means for its occurrence. */
const STATE_OF: Record<RunState, OccurrenceState> = {
  queued: 'queued',
  preparing: 'running',
  running: 'running',
  succeeded: 'succeeded',
  warning: 'warning',
  failed: 'failed',
  cancelled: 'cancelled',
  lost: 'interrupted',
};

export type FollowTools = {
  store: Pick<Store, 'occurrences' | 'runs'>;
  now: number;
  /** Runs that are not over. */
  active: ReadonlyMap<string, Run>;
  /** What follows a failed attempt; `null` leaves the row for whoever can say it. */
  afterFailure(row: Occurrence, run: Run): AfterFailure | null;
};

/** The rows as they are after they followed, and whether any of them moved. */
export async function followRuns(
  rows: readonly Occurrence[],
  tools: FollowTools,
): Promise<{ rows: Occurrence[]; moved: boolean }> {
  let moved = false;
  const followed: Occurrence[] = [];
  for (const row of rows) {
    const after = row.state === 'queued' || row.state === 'running' ? await followRun(row, tools) : row;
    moved ||= after !== row;
    followed.push(after);
  }
  return { rows: followed, moved };
}

async function followRun(row: Occurrence, tools: FollowTools): Promise<Occurrence> {
  const run = await runOf(row, tools);
  const next = run ? outcome(row, run, tools) : { to: 'interrupted' as const, reason: null };
  if (next === null || next.to === row.state) return row;
  // A run goes back to the queue when the application died before its child; its occurrence stays under way.
  if (row.state === 'running' && next.to === 'queued') return row;
  const { to, reason } = next;
  const done = await tools.store.occurrences.move(row.id, row.state, to, tools.now, { reason });
  return done ? { ...row, state: to, reason } : row;
}

async function runOf(row: Occurrence, { active, store }: FollowTools): Promise<Run | null> {
  if (row.runId === null) return null;
  return active.get(row.runId) ?? (await store.runs.get(row.runId))?.run ?? null;
}

/** It was about to start when another workstation had begun it, or nobody could say. */
export const isLeftToOthers = ({ state, failure }: Pick<Run, 'state' | 'failure'>): boolean =>
  state === 'cancelled' && (failure?.code === 'team.elsewhere' || failure?.code === 'team.unreached');

function outcome(
  row: Occurrence,
  run: Run,
  { afterFailure }: FollowTools,
): { to: OccurrenceState; reason: Occurrence['reason'] } | null {
  if (run.state === 'failed' || isLeftToOthers(run)) return afterFailure(row, run);
  return { to: STATE_OF[run.state], reason: isOver(run.state) ? null : row.reason };
}
