// Facts on their way to the log tables, as the store hands them out: what lies in SQLite, converted as little as
// possible. Knows no statement and no column of Oracle.
import type { Run } from '../../shared/domain/run.ts';
import type { RunError, RunPiece } from '../../shared/domain/run-evidence.ts';
import type { SyncKind, SyncProblem, SyncSummary, QuarantinedFact } from '../../shared/domain/sync.ts';

/** A target; `spec` as JSON, in the shape in which it was saved. */
export type TargetFact = {
  id: string;
  name: string;
  enabled: boolean;
  spec: string;
  createdAt: number;
  updatedAt: number;
  /** Who changed it last; `null`: the application itself, or nobody knows. */
  updatedBy: string | null;
};

export type StrategyFact = {
  id: string;
  targetId: string;
  name: string;
  enabled: boolean;
  /** Whoever holds its lease runs it. */
  shared: boolean;
  version: number;
  createdAt: number;
  updatedAt: number;
  updatedBy: string | null;
};

export type StrategyVersionFact = {
  strategyId: string;
  version: number;
  name: string;
  spec: string;
  savedAt: number;
  savedBy: string | null;
  /** Tells it from another version of the same number. */
  hash: string;
  /** Hash of the version that it was made from; `null`: the first. */
  basedOn: string | null;
};

/** `reason` as JSON. */
export type OccurrenceFact = {
  id: string;
  strategyId: string;
  strategyName: string;
  targetId: string;
  targetName: string;
  instant: number;
  trigger: string;
  state: string;
  settled: boolean;
  reasonKind: string | null;
  reason: string | null;
  runId: string | null;
  attempts: number;
  updatedAt: number;
};

/** A run with everything that only its page shows; `failure`, `spec` and `verdict` as JSON. */
export type RunFact = Omit<Run, 'failure'> & {
  occurrenceId: string | null;
  failureCode: string | null;
  commandLine: string | null;
  script: string;
  spec: string;
  verdict: string | null;
  /** What the database recorded about it, as JSON. */
  witness: string | null;
  /** Who started it by hand. */
  startedBy: string | null;
  errors: RunError[];
  found: RunPiece[];
};

/** `content`: its lines in UTF-8, each ended by a line feed, as gzip. Lines count from 1. */
export type LogChunkFact = {
  chunk: number;
  firstLine: number;
  lineCount: number;
  textBytes: number;
  content: Uint8Array;
};

/** The next chunks of a complete log; more follow when the last of them is not chunk number `chunks`. */
export type LogFact = { runId: string; queuedAt: number; chunks: number; lines: number; next: LogChunkFact[] };

/** What somebody did; `before` and `after` as JSON. Never changes once it is there. */
export type AuditFact = {
  id: string;
  at: number;
  userName: string;
  osUser: string;
  origin: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  subjectName: string | null;
  before: string | null;
  after: string | null;
};

type FactOf = {
  target: TargetFact;
  strategy: StrategyFact;
  'strategy-version': StrategyVersionFact;
  occurrence: OccurrenceFact;
  run: RunFact;
  log: LogFact;
  audit: AuditFact;
};

/** An entry of the outbox with its fact as it is now; `null`: the fact is gone. `createdAt`: when it was entered. */
export type DueFact = {
  [Kind in SyncKind]: {
    kind: Kind;
    no: number;
    id: string;
    /** Names this content of the fact; grows with every change. */
    stamp: number;
    createdAt: number;
    attempts: number;
    fact: FactOf[Kind] | null;
  };
}[SyncKind];

/** Where a walk through the outbox stands. */
export type OutboxPlace = { rank: number; no: number };

export type DuePage = { facts: DueFact[]; next: OutboxPlace | null };

/**
 * What became of an entry. It counts only while the stamp is the entry's: a fact that has changed meanwhile is sent
 * again.
 */
export type FactOutcome = { no: number; stamp: number } & (
  | { result: 'sent' }
  /** Chunks up to this number have arrived. */
  | { result: 'partly'; progress: number }
  | { result: 'later'; nextAt: number; code: string; reason: string }
  | { result: 'quarantined'; code: string; reason: string }
);

export type SyncState = {
  workstationId: string;
  /** Which log tables the entries are for; `null`: none are entered. */
  logDatabase: string | null;
  /** Facts of before are still being entered. */
  backfilling: boolean;
};

export type SyncStore = {
  /**
   * Enters facts for these log tables from now on, and all that are there already, step by step (`backfill`). For
   * others than before everything begins anew; `null` enters nothing and forgets what was entered.
   * @param newId taken as the workstation's identifier if it has none
   */
  use(logDatabase: string | null, newId: string): Promise<SyncState>;
  /** Enters the next facts of before, at most `limit`. @returns true when none was left. */
  backfill(limit: number): Promise<boolean>;
  /** Entries that are due, in the order in which they must arrive, after a place; as many as fit a batch. */
  due(after: OutboxPlace | null, now: number, limit: number): Promise<DuePage>;
  /** Notes what became of entries. `at`: when the log tables took some of them; `null`: they did not. */
  settle(outcomes: FactOutcome[], now: number, at: number | null): Promise<void>;
  /** When something is due next; `null`: nothing is pending. */
  nextDue(): Promise<number | null>;
  summary(): Promise<SyncSummary>;
  /** Why nothing is sent; for who asks from another process. */
  setProblem(problem: SyncProblem | null): Promise<void>;
  quarantine(limit: number): Promise<QuarantinedFact[]>;
  /** Makes a refused or waiting entry due, and what depends on it; `null`: all of them. */
  tryAgain(no: number | null): Promise<void>;
};
