// A piece is one file (or tape object) that RMAN says it wrote; this file owns its shapes and knows nothing about logs.
import { z } from 'zod';

/**
 * What a backup piece holds, as far as the log tells. `controlfile` and `spfile` are sets that hold nothing else;
 * `controlfile-autobackup` is the piece of RMAN's own autobackup step; `backupset-copy` comes from BACKUP BACKUPSET.
 */
export const pieceKindSchema = z.enum([
  'datafile',
  'archivelog',
  'controlfile',
  'spfile',
  'controlfile-autobackup',
  'backupset-copy',
  'unknown',
]);
export type PieceKind = z.infer<typeof pieceKindSchema>;

/** A backup piece that the log reports as written. Times are the log's own text (NLS_DATE_FORMAT of that client). */
export const pieceSchema = z.object({
  handle: z.string(),
  tag: z.string().nullable(),
  channel: z.string().nullable(),
  kind: pieceKindSchema,
  /** Incremental level; null for full backups and for everything that is not data files. */
  level: z.number().int().nullable(),
  /** Ordinal (from 1) of the backup set within its session; null for autobackups. Multi-section pieces share one. */
  set: z.number().int().nullable(),
  comment: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  lineNumber: z.number().int(),
});
export type Piece = z.infer<typeof pieceSchema>;

/** A data file, control file or archived log copy that the log reports as written. */
export const imageCopySchema = z.object({
  handle: z.string(),
  kind: z.enum(['datafile', 'controlfile', 'archivelog', 'unknown']),
  tag: z.string().nullable(),
  channel: z.string().nullable(),
  /** Data file number, when the log names the input before the copy. */
  fileNumber: z.number().int().nullable(),
  lineNumber: z.number().int(),
});
export type ImageCopy = z.infer<typeof imageCopySchema>;

/** What a look at the disk found for one handle. `bytes` is null when the size could not be read. */
export const pieceFoundSchema = z.object({
  handle: z.string(),
  exists: z.boolean(),
  bytes: z.number().nullable(),
});
export type PieceFound = z.infer<typeof pieceFoundSchema>;
