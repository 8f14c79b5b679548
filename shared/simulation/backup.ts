// A backup in the simulation: what retention must know of it, and what a person wants to see. Knows no rules.
import type { FullBackup, IncrementalBackup, RedoBackup } from '../retention/backups.ts';
import type { Place } from './place.ts';

/** The name by which all files of the database go together; a part of it has a name of its own. */
export const WHOLE_DATABASE = 'database';

export type BackupKind =
  | 'full'
  | 'level-0'
  | 'level-1'
  | 'image-copy'
  | 'updated-copy'
  | 'archived-logs'
  | 'control-file'
  | 'spfile';

type Shown = {
  readonly strategyId: string;
  readonly what: BackupKind;
  readonly place: Place;
  /** Tells the increments of one updated copy from those of another; `null` for everything else. */
  readonly copyTag: string | null;
  /** The backup whose content this is a second copy of, or its own id. */
  readonly content: string;
  readonly completedAt: number;
  readonly bytes: number;
  /** Runs that it stands for: the archived-log backups of a day are counted together. */
  readonly runs: number;
};

type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Changed in place while the simulation runs: a copy rolls forward, the logs of a day add up. */
export type SimulatedBackup =
  | Writable<FullBackup & Shown>
  | Writable<IncrementalBackup & Shown>
  | Writable<RedoBackup & Shown>;

/** A backup of data files that a level 1 may build on (reference §2.5, FULL vs LEVEL 0). */
export const isLevel0 = ({ kind, what }: SimulatedBackup): boolean =>
  kind === 'full' && (what === 'level-0' || what === 'image-copy' || what === 'updated-copy');
