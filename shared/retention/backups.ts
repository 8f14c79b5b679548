// What retention must know of a backup, wherever the fact comes from: the catalogue, our own runs or a simulated month.
// All times are milliseconds since 1970. Knows no rule.

/**
 * How long an archival backup is exempt from the retention policy; `null` for every other backup. An archival one
 * serves no policy either: it is not counted as one of the copies (reference §5.5).
 */
export type KeptUntil = number | 'forever' | null;

type Common = {
  /** Names one thing that RMAN deletes as a whole: a backup set, an image copy, a set of logs or one archived log. */
  readonly id: string;
  readonly keep: KeptUntil;
};

/**
 * A full or level 0 backup or an image copy. `files` names what it holds, each by one name of the caller's choice: the
 * number of a data file, a tablespace in a simulation, `control-file`. Overlapping backups must share these names.
 */
export type FullBackup = Common & {
  readonly kind: 'full';
  readonly files: readonly string[];
  /** The checkpoint: recovery starts with the redo of this moment. An updated copy moves on with every run. */
  readonly checkpointAt: number;
  /** Nothing before this moment can be restored from it. */
  readonly completedAt: number;
};

/** A level 1 backup: it can be laid over any state of its files that is not older than `since`. */
export type IncrementalBackup = Common & {
  readonly kind: 'incremental';
  readonly files: readonly string[];
  readonly since: number;
  readonly checkpointAt: number;
  readonly completedAt: number;
};

/** Redo of one thread without a hole: archived logs on disk, or a backup set of them. */
export type RedoBackup = Common & {
  readonly kind: 'redo';
  readonly thread: number;
  readonly from: number;
  readonly until: number;
};

export type RetainedBackup = FullBackup | IncrementalBackup | RedoBackup;
export type RetainedFiles = FullBackup | IncrementalBackup;

/** RMAN's retention policy; `none` is `TO NONE`, under which nothing is ever obsolete (RMAN-06525). */
export type RetentionPolicy =
  | { readonly kind: 'redundancy'; readonly copies: number }
  | { readonly kind: 'window'; readonly days: number }
  | { readonly kind: 'none' };

export const DAY_MS = 86_400_000;
