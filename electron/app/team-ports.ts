// What the store keeps of other workstations on the same log tables. Types only.
import type { Run } from '../../shared/domain/run.ts';
import type { OtherWorkstation, SharedStrategy, VersionConflict } from '../../shared/domain/team.ts';

/** A workstation as the log tables know it; `lastSeen` by the clock of the database. */
export type MetWorkstation = { id: string; name: string; lastSeen: number };

/** How far the facts of another workstation are here: every batch up to `batchNo`; -1: none. */
export type MirrorMark = { id: string; batchNo: number };

/** `failure` as JSON, since another version of the product may have other codes. */
export type MirroredRun = Omit<Run, 'failure' | 'workstation'> & { failure: string | null };

export type MirroredTarget = { id: string; name: string; enabled: boolean; spec: string; deleted: boolean };

export type MirroredStrategy = {
  id: string;
  ownerId: string;
  targetId: string;
  name: string;
  enabled: boolean;
  shared: boolean;
  version: number;
  updatedAt: number;
  deleted: boolean;
};

export type MirroredVersion = {
  strategyId: string;
  version: number;
  savedAt: number;
  spec: string;
  hash: string | null;
  basedOn: string | null;
};

/** Some facts of one workstation. */
export type MirroredFacts = {
  workstationId: string;
  targets: MirroredTarget[];
  strategies: MirroredStrategy[];
  versions: MirroredVersion[];
  runs: MirroredRun[];
};

export type TeamStore = {
  /** Enters workstations as they are now, this one left out. @returns how far each of them is here. */
  meet(others: MetWorkstation[]): Promise<MirrorMark[]>;
  /** Enters facts of another workstation. What is ours is never touched. @returns how many rows are new or changed. */
  take(facts: MirroredFacts): Promise<number>;
  /** Everything of a workstation up to this batch is here. */
  mark(workstationId: string, batchNo: number): Promise<void>;
  /**
   * Settles what others began and nothing was begun of here, rows that were missed included.
   * @returns how many rows changed
   */
  elsewhere(strategyId: string, starts: { instant: number; workstation: string }[], at: number): Promise<number>;
  others(): Promise<OtherWorkstation[]>;
  /** Identifiers of the strategies here that are shared. */
  sharedIds(): Promise<string[]>;
  /** Shares a strategy or keeps it for this workstation alone. @throws AppError `strategy.missing` */
  share(strategyId: string, shared: boolean, at: number): Promise<void>;
  /** Strategies of others, those of which there is a copy here left out. */
  strategies(): Promise<SharedStrategy[]>;
  /** Takes part in a shared strategy of another workstation. @throws AppError `strategy.missing`, `name.taken` */
  join(strategyId: string, targetId: string, at: number): Promise<void>;
  /**
   * Follows what others saved of the shared strategies here where it continues what is here.
   * @returns identifiers of the strategies that changed
   */
  follow(at: number): Promise<string[]>;
  /** Where somebody else saved from the same version as this workstation. */
  conflicts(): Promise<VersionConflict[]>;
  /** Settles a conflict: the kept version becomes the newest, and says that it knew the other one. */
  settle(strategyId: string, theirs: string, keep: 'mine' | 'theirs', at: number): Promise<void>;
};
