// "What would I have on each of the next days?": runs the strategies of one database through time, a day at a step.
// Pure and lazy, so that a window can spread the days over its frames. The rules are in docs/simulation.md.
import type { Strategy } from '../domain/strategy.ts';
import { DAY_MS, type RetentionPolicy } from '../retention/backups.ts';
import type { BlackoutCalendar } from '../schedule/schedule.ts';
import { bytesByPlace, newBackupState, put, type BackupState, type Deletion, type Kept } from './backup-state.ts';
import { WHOLE_DATABASE, type SimulatedBackup } from './backup.ts';
import { contributionOf, countsForRestore } from './contribution.ts';
import { deleteObsolete, policyOf } from './delete-obsolete.ts';
import type { Figures } from './figures.ts';
import type { Place } from './place.ts';
import { plannedStarts, type PlannedStart } from './planned-starts.ts';
import { joinedRedo, redoOnDisk, type DiskRedo } from './redo-on-disk.ts';
import { restorableStretches, type Restorable } from './restorable.ts';
import { sizesOf, type Observed, type Sizes } from './sizes.ts';
import { takeBackup } from './take-backup.ts';

/** What there is when a simulation begins. */
export type StartState = {
  backups: readonly SimulatedBackup[];
  logsOnDisk: readonly DiskRedo[];
  /** Redo before this moment is archived. */
  archivedUntil: number;
  coveredUntil: number | null;
};

/** One run that does not happen, or all of a strategy from a moment on. */
export type Miss = { strategyId: string; instant: number } | { strategyId: string; from: number };

export type Question = {
  /** When the simulation begins. */
  now: number;
  /** Where the days end, ascending, the first after `now`: the midnights of somebody's clock. */
  midnights: readonly number[];
  strategies: readonly Pick<Strategy, 'id' | 'enabled' | 'spec'>[];
  /** The database's and everyone's; a schedule brings its own. */
  blackouts: readonly BlackoutCalendar[];
  figures: Figures;
  start: StartState;
  /** By strategy. */
  observed: Readonly<Record<string, Observed>>;
  missed: readonly Miss[];
  /** Where the archived logs lie. */
  logsPlace: Place;
};

/** The runs of one strategy on one day, by instant. */
export type DayRuns = {
  strategyId: string;
  good: number[];
  /** Left out by the question. */
  missed: number[];
  /** Held back by a blackout, and not caught up. */
  heldBack: number[];
};

export type SimulatedDay = {
  from: number;
  /** What the day says is the case at this moment, its end. */
  until: number;
  /** From backups alone, as if the server were gone with its disks; newest first, gaps between. */
  restorable: Restorable[];
  /** The same while the archived and online logs of the server can still be read. */
  withServerLogs: Restorable | null;
  /** Archival backups: each can be restored to its own moment. */
  archival: number;
  /** The longest that changes were in no backup on this day, in ms; `null`: no backup ever held them. */
  longestUncovered: number | null;
  runs: DayRuns[];
  kept: Kept[];
  written: { count: number; bytes: number };
  deleted: { count: number; bytes: number; logBytes: number };
  /** At the end of the day, and the most on it: before what is obsolete goes, what replaces it is written. */
  places: { place: Place; bytes: number; most: number }[];
  logsOnDiskBytes: number;
};

/** What there is at the end of each day. */
export function* simulatedDays(question: Question): Generator<SimulatedDay, void> {
  const { figures, midnights } = question;
  const sizes = sizesOf(figures);
  const state = begun(question);
  const sources = sourcesOf(question);
  let from = question.now;
  for (const until of midnights) {
    yield oneDay(question, state, sources, sizes, { from, until });
    from = until;
  }
}

/** Everything at once. */
export const simulate = (question: Question): SimulatedDay[] => [...simulatedDays(question)];

/** The backups that there are at the end of day `index`; yields after every day on the way there. */
export function* backupsAtEndOf(question: Question, index: number): Generator<null, SimulatedBackup[]> {
  const sizes = sizesOf(question.figures);
  const state = begun(question);
  const sources = sourcesOf(question);
  let from = question.now;
  for (const until of question.midnights.slice(0, index + 1)) {
    runDay(question, state, sources, sizes, { from, until });
    from = until;
    yield null;
  }
  return state.backups;
}

/** The same at once. */
export function backupsOn(question: Question, index: number): SimulatedBackup[] {
  const walk = backupsAtEndOf(question, index);
  for (let step = walk.next(); ; step = walk.next()) if (step.done) return step.value;
}

/** How things stand at the start, before anything of the simulation has run. */
export function standingNow(question: Question): SimulatedDay {
  const [day] = simulate({ ...question, midnights: [question.now] });
  if (day === undefined) throw new Error('a simulation of one day has no day');
  return day;
}

/** By which policies the strategies that run delete what is obsolete. */
export const policiesOf = ({ strategies, figures }: Question): RetentionPolicy[] =>
  strategies.flatMap((strategy) => {
    const wanted = strategy.spec.afterwards.deleteObsolete;
    const deletes = wanted !== null && countsForRestore(contributionOf(strategy));
    return deletes ? [policyOf(wanted, figures)] : [];
  });

function begun({ start, figures }: Question): BackupState {
  const state = newBackupState('s', start.archivedUntil, figures.keepsRedo.value);
  put(state, start.backups);
  state.redo.logs = start.logsOnDisk.map((log) => ({ ...log }));
  state.coveredUntil = start.coveredUntil;
  return state;
}

type Source = {
  strategy: Question['strategies'][number];
  starts: Generator<PlannedStart, void>;
  ahead: PlannedStart | null;
  missed: (instant: number) => boolean;
};

function sourcesOf({ strategies, now, blackouts, missed }: Question): Source[] {
  return strategies.filter((strategy) => countsForRestore(contributionOf(strategy))).map((strategy): Source => {
    const starts = plannedStarts(strategy.spec, now, blackouts);
    return { strategy, starts, ahead: starts.next().value ?? null, missed: missesOf(missed, strategy.id) };
  });
}

function missesOf(missed: readonly Miss[], strategyId: string): (instant: number) => boolean {
  const own = missed.filter((miss) => miss.strategyId === strategyId);
  if (own.length === 0) return () => false;
  const single = new Set(own.flatMap((miss) => ('instant' in miss ? [miss.instant] : [])));
  const from = Math.min(...own.map((miss) => ('from' in miss ? miss.from : Infinity)));
  return (instant) => instant >= from || single.has(instant);
}

type Span = { from: number; until: number };

function oneDay(question: Question, state: BackupState, sources: Source[], sizes: Sizes, span: Span): SimulatedDay {
  const { runs, most } = runDay(question, state, sources, sizes, span);
  const { until } = span;
  const { keepsRedo } = figureValues(question.figures);
  const files = state.ofFiles.get(WHOLE_DATABASE) ?? [];
  const serverLogs = joinedRedo(state.held, [...state.redo.logs, { from: state.redo.until, until }]);
  const bytes = bytesByPlace(state, until, question.logsPlace, sizes.redo);
  const uncovered = state.coveredUntil === null ? null : until - state.coveredUntil;
  return {
    ...span,
    restorable: restorableStretches(files, keepsRedo ? state.held : null, until),
    withServerLogs: restorableStretches(files, keepsRedo ? serverLogs : null, until)[0] ?? null,
    archival: files.filter((one) => isArchival(one) && one.completedAt <= until).length,
    longestUncovered: uncovered === null ? null : Math.max(0, state.longestUncovered, uncovered),
    runs,
    kept: [...state.kept.values()].filter(({ count }) => count > 0).map((kept) => ({ ...kept })),
    written: state.written,
    deleted: {
      count: state.deleted.count, bytes: state.deleted.bytes, logBytes: sizes.redo(state.deleted.redoMs),
    },
    places: [...most].map(([place, highest]) => ({ place, bytes: bytes.get(place) ?? 0, most: highest })),
    logsOnDiskBytes: keepsRedo ? sizes.redo(redoOnDisk(state.redo, until)) : 0,
  };
}

const figureValues = ({ keepsRedo }: Figures) => ({ keepsRedo: keepsRedo.value });

export const isArchival = (backup: SimulatedBackup): boolean =>
  backup.kind === 'full' && backup.keep !== null && backup.files[0] === WHOLE_DATABASE;

/** Runs what starts before the end of the day, then deletes what is obsolete by then. */
function runDay(question: Question, state: BackupState, sources: Source[], sizes: Sizes, span: Span) {
  state.written = { count: 0, bytes: 0 };
  state.deleted = { count: 0, bytes: 0, redoMs: 0 };
  state.longestUncovered = 0;
  state.openLogs.clear();
  const runs = new Map<string, DayRuns>();
  finishRuns(state, sizes, span.until);
  for (const { source, start } of startsWithin(sources, span.until)) {
    const outcome = source.missed(start.instant) ? 'missed' : start.startsAt === null ? 'heldBack' : 'good';
    rowOf(runs, source.strategy.id)[outcome].push(start.instant);
    if (outcome === 'good') oneRun(question, state, source, start.startsAt ?? start.instant, sizes, span.until);
  }
  const most = bytesByPlace(state, span.until, question.logsPlace, sizes.redo);
  const bounds = nightsBefore(span.until, state.redo.logs[0]?.from ?? span.until);
  for (const { policy, at } of dueDeletions(state, span.until)) deleteObsolete(state, policy, at, bounds);
  return { runs: [...runs.values()], most };
}

function rowOf(runs: Map<string, DayRuns>, strategyId: string): DayRuns {
  const row = runs.get(strategyId) ?? { strategyId, good: [], missed: [], heldBack: [] };
  runs.set(strategyId, row);
  return row;
}

function startsWithin(sources: Source[], until: number): { source: Source; start: PlannedStart }[] {
  const found: { source: Source; start: PlannedStart }[] = [];
  for (const source of sources) {
    while (source.ahead !== null && startOf(source.ahead) < until) {
      found.push({ source, start: source.ahead });
      source.ahead = source.starts.next().value ?? null;
    }
  }
  return found.sort((a, b) => startOf(a.start) - startOf(b.start));
}

const startOf = ({ instant, startsAt }: PlannedStart): number => startsAt ?? instant;

function oneRun(
  question: Question,
  state: BackupState,
  { strategy }: Source,
  startedAt: number,
  sizes: Sizes,
  until: number,
): void {
  const { id, spec } = strategy;
  const observed = question.observed[id];
  const endedAt = startedAt + sizes.durationMs(observed, readBy(strategy, question.figures));
  const run = { strategyId: id, spec, startedAt, endedAt, bytes: null, observed };
  if (endedAt > until && spec.scope.kind !== 'archived-logs') state.unfinished.push(run);
  else takeBackup(state, run, sizes);
  const { deleteObsolete: wanted } = spec.afterwards;
  if (wanted === null) return;
  const policy = policyOf(wanted, question.figures);
  if (policy.kind !== 'none') state.deletions.push({ policy, at: endedAt });
}

/** What goes past midnight is there on the next day. */
function finishRuns(state: BackupState, sizes: Sizes, until: number): void {
  const due = state.unfinished.filter(({ endedAt }) => endedAt <= until).sort((a, b) => a.endedAt - b.endedAt);
  state.unfinished = state.unfinished.filter(({ endedAt }) => endedAt > until);
  for (const run of due) takeBackup(state, run, sizes);
}

/**
 * What is obsolete at one moment still is at a later one, so the last deletion by a policy finds all that the others of
 * the day have found. One that a run past midnight ends with is the next day's.
 */
function dueDeletions(state: BackupState, until: number): Deletion[] {
  const due = new Map<string, Deletion>();
  for (const one of state.deletions) {
    if (one.at > until) continue;
    // A shorter window takes all that a longer one of the same day would.
    const key = one.policy.kind === 'window' ? 'window' : JSON.stringify(one.policy);
    const other = due.get(key);
    const stricter = other === undefined ? 1 : strictness(one) - strictness(other) || one.at - other.at;
    if (stricter > 0) due.set(key, one);
  }
  state.deletions = state.deletions.filter(({ at }) => at > until);
  return [...due.values()].sort((a, b) => a.at - b.at);
}

const strictness = ({ policy }: Deletion): number => (policy.kind === 'window' ? -policy.days : 0);

/** Bytes that a run reads: a level 1 reads everything, too, where no change tracking spares it. */
function readBy({ spec }: Source['strategy'], { databaseBytes }: Figures): number {
  return spec.scope.kind === 'database' ? databaseBytes.value : 0;
}

/** Where archived logs are cut for retention: whole days back from the end of this one. */
function nightsBefore(until: number, from: number): number[] {
  const nights: number[] = [];
  for (let night = until; night > from; night -= DAY_MS) nights.unshift(night);
  return nights;
}
