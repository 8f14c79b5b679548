// Gathers what an alert says: the run, its cause and the end of its log. Decides nothing.
import type { Logger } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { redact } from '../app/redact.ts';
import type { Runs } from '../runs/runs.ts';
import type { Run } from '../../shared/domain/run.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Alert } from './alert.ts';
import type { EventGroup } from './event.ts';

export type AlertSources = {
  store: Pick<Store, 'runs' | 'targets'>;
  logger: Logger;
  /** Lines of a log, 0-based, finished or not. */
  lines: Runs['lines'];
  host: string;
};

const TAIL_LINES = 30;
const LINE_CHARACTERS = 300;

/** `lastGood`: ends of the newest good runs by strategy id. */
export async function gatherAlert(
  { event, occurrences }: EventGroup,
  lastGood: ReadonlyMap<string, number>,
  sources: AlertSources,
): Promise<Alert> {
  const { store, host } = sources;
  const newest = occurrences.at(-1) ?? occurrences[0];
  const run = newest.runId === null ? null : ((await store.runs.get(newest.runId))?.run ?? null);
  const showsLog = run !== null && (event === 'failure' || event === 'warning');
  return {
    event,
    // What was told as good is told once more when the database disputes it.
    fact: `occurrence/${newest.id}${newest.reason?.kind === 'disputed' ? '/disputed' : ''}`,
    strategyId: newest.strategyId,
    strategyName: newest.strategyName,
    targetName: newest.targetName,
    occurrenceId: newest.id,
    runId: run?.id ?? null,
    at: run?.endedAt ?? newest.updatedAt,
    instants: occurrences.map(({ instant }) => instant),
    reason: newest.reason,
    attempts: newest.attempts,
    known: newest.state !== 'interrupted' && run?.state !== 'lost',
    ...factsOf(run),
    lastGood: lastGood.get(newest.strategyId) ?? null,
    logTail: showsLog ? await tailOf(run, sources) : [],
    host,
  };
}

/** A strategy whose good run has been missing since an instant. */
export async function overdueAlert(
  strategy: Strategy,
  since: number,
  lastGood: ReadonlyMap<string, number>,
  { store, host }: AlertSources,
): Promise<Alert> {
  const target = await store.targets.get(strategy.targetId);
  return {
    event: 'overdue',
    fact: `overdue/${strategy.id}/${since}`,
    strategyId: strategy.id,
    strategyName: strategy.spec.name,
    targetName: target?.spec.name ?? '',
    occurrenceId: null,
    runId: null,
    at: since,
    instants: [],
    reason: null,
    attempts: 0,
    known: true,
    ...factsOf(null),
    lastGood: lastGood.get(strategy.id) ?? null,
    logTail: [],
    host,
  };
}

/** Ends of the newest good runs, by strategy id. */
export async function lastGoodRuns(store: Pick<Store, 'runs'>): Promise<Map<string, number>> {
  const last = Object.entries(await store.runs.lastPerStrategy());
  return new Map(last.flatMap(([id, { good }]) => (good?.endedAt ? [[id, good.endedAt] as const] : [])));
}

const factsOf = (run: Run | null) => ({
  startedAt: run?.startedAt ?? null,
  endedAt: run?.endedAt ?? null,
  rootCode: run?.rootCode ?? null,
  rootText: run?.rootText ? redact(run.rootText) : null,
  failure: run?.failure ?? null,
  warnings: run?.warnings ?? 0,
  pieces: run?.pieces ?? 0,
  bytes: run?.bytes ?? null,
});

async function tailOf(run: Run, { lines, logger }: AlertSources): Promise<string[]> {
  try {
    const { total } = await lines(run.id, 0, 1);
    const chunk = await lines(run.id, Math.max(0, total - TAIL_LINES), TAIL_LINES);
    return chunk.lines.map((line) => redact(line).replace(/\p{Cc}/gu, ' ').slice(0, LINE_CHARACTERS).trimEnd());
  } catch (error) {
    // An alert without the log is worth more than none.
    logger.exception(error, 'reading a log for an alert');
    return [];
  }
}
