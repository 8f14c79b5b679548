// What a database itself records of its backups: RMAN's configuration, jobs and pieces.
import { z } from 'zod';

/** A configuration that differs from RMAN's default: `RETENTION POLICY`, `TO REDUNDANCY 2`. */
export const configurationSchema = z.strictObject({ number: z.number(), name: z.string(), value: z.string() });
export type Configuration = z.infer<typeof configurationSchema>;

/** STATUS of V$RMAN_BACKUP_JOB_DETAILS and V$RMAN_STATUS (reference §5.2), and whatever a later release may add. */
export const jobStatuses = [
  'RUNNING',
  'RUNNING WITH WARNINGS',
  'RUNNING WITH ERRORS',
  'COMPLETED',
  'COMPLETED WITH WARNINGS',
  'COMPLETED WITH ERRORS',
  'FAILED',
  'UNKNOWN',
] as const;
export const jobStatusSchema = z.enum(jobStatuses);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** An unheard-of status is unknown, never good. */
export const jobStatusOf = (text: string | null): JobStatus =>
  jobStatuses.find((status) => status === text?.trim().toUpperCase()) ?? 'UNKNOWN';

export const isRunning = (status: JobStatus): boolean => status.startsWith('RUNNING');

export const backupJobSchema = z.strictObject({
  sessionRecid: z.number(),
  sessionStamp: z.number(),
  commandId: z.string().nullable(),
  /** The most important thing that the session backed up: DB FULL, DB INCR, ARCHIVELOG … */
  inputType: z.string(),
  status: jobStatusSchema,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  inputBytes: z.number().nullable(),
  outputBytes: z.number().nullable(),
  /** DISK, SBT_TAPE, or `*` for both. */
  device: z.string().nullable(),
  autobackup: z.boolean(),
});
export type BackupJob = z.infer<typeof backupJobSchema>;

/** A job beside the run that it belongs to, where that is known. */
export const knownJobSchema = backupJobSchema.extend({ runId: z.string().nullable() });
export type KnownJob = z.infer<typeof knownJobSchema>;

export const recordedPieceSchema = z.strictObject({
  sessionRecid: z.number().nullable(),
  sessionStamp: z.number().nullable(),
  /** `D` data files, `I` incremental, `L` archived logs. */
  type: z.string(),
  level: z.number().nullable(),
  withControlFile: z.boolean(),
  keep: z.boolean(),
  device: z.string(),
  handle: z.string().nullable(),
  tag: z.string().nullable(),
  /** `A` available, `X` expired, `D` deleted, `U` unavailable. */
  status: z.string(),
  bytes: z.number().nullable(),
  compressed: z.boolean(),
  encrypted: z.boolean(),
  completedAt: z.number().nullable(),
});
export type RecordedPiece = z.infer<typeof recordedPieceSchema>;
