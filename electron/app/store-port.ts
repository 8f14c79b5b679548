// SQLite behind an asynchronous face: what the services keep and ask, as types only. Knows no table and no SQL.
import type { RunFilter, RunPage, RunSort } from '../../shared/domain/history.ts';
import type { Occurrence, OccurrenceReason, OccurrenceState, Pause } from '../../shared/domain/occurrence.ts';
import type { Channel, OutboxMessage, OutboxSummary } from '../../shared/domain/outbox.ts';
import type { Run, RunState, Trigger } from '../../shared/domain/run.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Strategy, StrategySpec } from '../../shared/domain/strategy.ts';
import type { TimedStrategy } from '../../shared/domain/strategy/timing.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';
import type { Schedule } from '../../shared/schedule/schedule.ts';
import type { DraftStore } from './draft-ports.ts';
import type { SyncStore } from './sync-ports.ts';
import type { TeamStore } from './team-ports.ts';
import type { WitnessStore } from './witness-ports.ts';
import type { AuditStore, UserStore } from './user-ports.ts';
import type { ProcessIdentity } from './ports.ts';

/** A run as the store keeps it: the list's row and what only supervision needs. */
export type StoredRun = {
  run: Run;
  /** The place that the user gave it in the queue; `null`: where its kind and arrival put it. */
  queuePlace: number | null;
  script: string;
  commandLine: string | null;
  /** Spec of the strategy version and of the target as they were. */
  strategySpec: StrategySpec;
  child: ProcessIdentity | null;
};

/** Changes to a run's row that go with a transition, or stand alone. */
export type RunChange = Partial<
  Pick<
    Run,
    | 'startedAt'
    | 'endedAt'
    | 'cancelRequestedAt'
    | 'exitCode'
    | 'signal'
    | 'failure'
    | 'rootCode'
    | 'rootText'
    | 'warnings'
    | 'pieces'
    | 'bytes'
    | 'nothingToDo'
    | 'lines'
  >
> & { script?: string; commandLine?: string | null; child?: ProcessIdentity | null };

/** A step of an occurrence; what is left out stays as it is. */
export type OccurrenceChange = {
  reason?: OccurrenceReason | null;
  trigger?: Trigger;
};

/** A run that is to be queued for an occurrence; `from` null: the occurrence has no row yet. */
export type OccurrenceStart = {
  occurrence: Occurrence;
  from: OccurrenceState | null;
  run: StoredRun;
  /** Somebody asked for it now, although it is not a start by hand. */
  byHand?: boolean;
};

/** How far the rows of a strategy's schedule reach. */
export type ScheduleCursor = {
  strategyId: string;
  /** Every instant up to here has its row. */
  coveredUntil: number;
  /** Since when the schedule has been what it is: before that nothing was expected. */
  since: number;
  /** The schedule that the rows follow; `null`: it had none, or it was disabled. */
  schedule: Schedule | null;
  overdueToldAt: number | null;
};

/** A strategy for the scheduler, and how far the ledger has come with it. */
export type SchedulePlan = {
  strategy: TimedStrategy;
  cursor: ScheduleCursor | null;
  /**
   * True when the ledger follows today's schedule and what is planned after `now` is that schedule's next instant,
   * under today's names: then nothing is left to be written. Where the zone's rules have changed with an update of the
   * runtime it may still be another instant than they say.
   */
  isCovered: boolean;
  /** That instant; `null`: nothing is planned, or `isCovered` is false. */
  next: number | null;
};

/** A message as it is put into the outbox; `fact` makes it the only one about its subject on its channel. */
export type NewMessage = Pick<OutboxMessage, 'id' | 'channel' | 'title' | 'to' | 'occurrenceId' | 'runId' | 'createdAt'> & {
  fact: string;
  content: unknown;
};

/** What became of one attempt to deliver a message. */
export type DeliveryOutcome =
  | { state: 'sent'; at: number; answer: string | null }
  | { state: 'pending'; nextAt: number; answer: string }
  /** `discarded`: too old to be of use to anybody. */
  | { state: 'refused' | 'discarded'; answer: string };

export type FoundPiece = { handle: string; exists: boolean; bytes: number | null };

/** SQLite behind an asynchronous face; every method is one transaction. */
export type Store = {
  targets: {
    list(): Promise<Target[]>;
    /** Names, in small letters, of those in the file beside `ids`; beside all of a list: what cannot be read. */
    unlisted(ids: string[]): Promise<string[]>;
    get(id: string): Promise<Target | null>;
    /**
     * Inserts or replaces; `expectedRevision` null inserts.
     * @throws AppError `version.conflict`, `input.invalid` (name taken).
     */
    save(target: Target, expectedRevision: number | null): Promise<void>;
    /** Removes the target, its strategies with their versions and its secret; runs stay. */
    remove(id: string): Promise<void>;
  };
  strategies: {
    list(): Promise<Strategy[]>;
    /** As `targets.unlisted`. */
    unlisted(ids: string[]): Promise<string[]>;
    get(id: string): Promise<Strategy | null>;
    /** Those of `ids` that are there and can be read. */
    some(ids: string[]): Promise<Strategy[]>;
    /**
     * Inserts (`expectedVersion` null) or writes a new version. Names are unique per target.
     * @throws as `targets.save`.
     */
    save(strategy: Strategy, expectedVersion: number | null): Promise<void>;
    setEnabled(id: string, enabled: boolean, at: number): Promise<void>;
    versions(id: string): Promise<{ version: number; savedAt: number; spec: StrategySpec }[]>;
    remove(id: string): Promise<void>;
  };
  runs: {
    insert(run: StoredRun): Promise<void>;
    get(id: string): Promise<StoredRun | null>;
    /**
     * Moves a run from one state to another together with its changes, in one transaction with its transition row.
     * `false` when the run is not in `from` any more: somebody else was faster, and nothing was written.
     */
    move(id: string, from: RunState, to: RunState, at: number, change: RunChange): Promise<boolean>;
    change(id: string, change: RunChange): Promise<void>;
    /** Settles a run: move, verdict and found pieces in one transaction; frees nothing on disk. */
    settle(
      id: string,
      from: RunState,
      to: RunState,
      at: number,
      change: RunChange,
      verdict: Verdict | null,
      found: FoundPiece[],
    ): Promise<boolean>;
    /** Gives every waiting run its place in the queue, in this order. */
    order(runIds: string[]): Promise<void>;
    /** Runs that are not over, oldest first. */
    active(): Promise<StoredRun[]>;
    page(filter: RunFilter, sort: RunSort, cursor: string | null, limit: number): Promise<RunPage>;
    verdict(id: string): Promise<{ verdict: Verdict | null; found: FoundPiece[] }>;
    transitions(id: string): Promise<{ at: number; from: RunState | null; to: RunState }[]>;
    /** Newest attempt and newest good run of every strategy, by strategy id. */
    lastPerStrategy(): Promise<Record<string, { attempt: Run | null; good: Run | null }>>;
    countFor(owner: { targetId: string } | { strategyId: string }): Promise<number>;
    /** Settled runs whose log still lies in their spool file (the application died in between). */
    unsealed(): Promise<string[]>;
  };
  logs: {
    /** Adds the next piece of a finished log (bytes as RMAN wrote them, decoded lines for the index); in order. */
    append(runId: string, firstLine: number, lines: string[]): Promise<void>;
    /** Marks the log complete: from now on it is read from here, not from the spool. */
    seal(runId: string, lines: number): Promise<void>;
    /** Throws away what an interrupted sealing left. */
    unseal(runId: string): Promise<void>;
    isSealed(runId: string): Promise<boolean>;
    lines(runId: string, from: number, count: number): Promise<{ lines: string[]; total: number }>;
    find(
      runId: string,
      text: string,
      from: number,
      backwards: boolean,
    ): Promise<{ line: number | null; matches: number }>;
  };
  occurrences: {
    /**
     * Writes rows that are not there yet and moves the cursors, together; rows of a known instant stay as they are, and
     * cursors of strategies that are gone are left out. Rows that are settled from the start need not be told to
     * anybody: a later one stands for them.
     */
    cover(cursors: Omit<ScheduleCursor, 'overdueToldAt'>[], rows: Occurrence[]): Promise<void>;
    cursors(): Promise<ScheduleCursor[]>;
    /** Of every strategy whose schedule can be read. */
    plans(now: number): Promise<SchedulePlan[]>;
    get(id: string): Promise<Occurrence | null>;
    /** The row of one instant. */
    at(strategyId: string, instant: number): Promise<Occurrence | null>;
    /** Those that are not settled, by instant. */
    open(): Promise<Occurrence[]>;
    /** Those of `open` that are more than planned, or whose instant has come. */
    due(now: number): Promise<Occurrence[]>;
    /** Every row after `now`, whatever its state, but those of the strategies `except`. */
    ahead(now: number, except?: string[]): Promise<Occurrence[]>;
    /** With `from <= instant < until`, by instant, at most `limit`; of one strategy or of all. */
    between(from: number, until: number, strategyId: string | null, limit: number): Promise<Occurrence[]>;
    /** The worst state of each strategy between each two neighbours of `bounds`. */
    strips(bounds: number[]): Promise<{ strategyId: string; days: (OccurrenceState | null)[] }[]>;
    /**
     * `false` when it is not in `from` any more: somebody else was faster, and nothing was written. From *waiting* to
     * *waiting* changes the reason.
     */
    move(
      id: string,
      from: OccurrenceState,
      to: OccurrenceState,
      at: number,
      change: OccurrenceChange,
    ): Promise<boolean>;
    /**
     * Queues runs for occurrences: each row (new, or still in `from`) becomes *queued* and its run is inserted, all in
     * one transaction. `false` for a row that is not in `from` any more, or whose instant has one: then there is no run
     * either.
     */
    begin(starts: OccurrenceStart[]): Promise<boolean[]>;
    /** Takes planned rows away whose instants are no longer in the schedule. */
    withdraw(ids: string[]): Promise<void>;
    /**
     * The clock had been ahead: takes away what the present schedule has planned, missed or held back after `now`, and
     * sets the cursor back.
     */
    rewind(strategyId: string, now: number): Promise<void>;
    /** Settled, but not yet told to anybody; oldest first. */
    unannounced(limit: number): Promise<Occurrence[]>;
  };
  pause: { load(): Promise<Pause | null>; save(pause: Pause | null): Promise<void> };
  outbox: {
    /** Puts in what is new and marks the occurrences as announced, in one transaction. */
    add(messages: NewMessage[], announced: string[]): Promise<void>;
    /** Marks a strategy as told overdue (`null`: good again) together with its messages. */
    addOverdue(strategyId: string, toldAt: number | null, messages: NewMessage[]): Promise<void>;
    /** Pending and due on a channel, oldest first; with what the channel needs. */
    due(channel: Channel, now: number, limit: number): Promise<(OutboxMessage & { content: unknown })[]>;
    /** The instant at which something is due next on one of these channels. */
    nextDue(channels: Channel[]): Promise<number | null>;
    /**
     * Takes a due message for one attempt, before anything of it leaves: the attempt counts, and nobody gets it again
     * before `until`, not even after a crash. `false`: it is no longer due.
     */
    claim(id: string, now: number, until: number): Promise<boolean>;
    /** Notes what an attempt came to; only a message that is still pending changes. */
    attempted(id: string, outcome: DeliveryOutcome): Promise<void>;
    /** Newest first. */
    list(limit: number): Promise<OutboxMessage[]>;
    summary(): Promise<OutboxSummary>;
    /** Makes a refused or waiting message due at once. */
    retry(id: string, now: number): Promise<void>;
    /** The same for all of a channel that were created since `since`: what kept them may have been corrected. */
    retryChannel(channel: Channel, since: number, now: number): Promise<void>;
    discard(id: string): Promise<void>;
    /** Removes what was sent or discarded before `before`. */
    prune(before: number): Promise<void>;
  };
  settings: { load(): Promise<Settings>; save(settings: Settings): Promise<void> };
  drafts: DraftStore;
  secrets: {
    get(name: string): Promise<Uint8Array | null>;
    put(name: string, cipher: Uint8Array): Promise<void>;
    remove(name: string): Promise<void>;
  };
  users: UserStore;
  /** What people did. Every method above that is something a person does enters it by itself, in its transaction. */
  audit: AuditStore;
  /** Facts on their way to the log tables in Oracle. */
  sync: SyncStore;
  /** Other workstations on the same log tables. */
  team: TeamStore;
  witnesses: WitnessStore;
  supervision: {
    /** Who looks after the runs of this profile; one process at a time. */
    holder(): Promise<ProcessIdentity | null>;
    /** Takes over if the holder is still `expected`; `false` when somebody else was faster. */
    claim(self: ProcessIdentity, expected: ProcessIdentity | null): Promise<boolean>;
    release(self: ProcessIdentity): Promise<void>;
  };
  /** Grows when another process wrote to the file (SQLite's data_version). */
  changesElsewhere(): Promise<number>;
  /** What was found when the file was opened (damage kept aside, …). */
  notices(): ErrorReport[];
  close(): Promise<void>;
};
