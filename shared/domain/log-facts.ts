// What a log says, part by part: its tool, error stacks, warnings, steps, sets and channels. Owns the shapes; how they
// are read is shared/rman/log's, and what they come to is the verdict's.
import { z } from 'zod';

export const toolSchema = z.enum(['rman', 'expdp', 'impdp', 'exp', 'imp', 'unknown']);
export type Tool = z.infer<typeof toolSchema>;

/**
 * Causes that no Oracle code names. A closed list: every entry is explained on screen.
 *
 * - client-not-found: the shell found no rman or expdp (exit code 127 or its words)
 * - client-not-executable: found but not runnable (exit code 126)
 * - client-library-missing: the client started without its libraries or message files (wrong ORACLE_HOME)
 * - wrong-rman-program: another program called rman answered
 * - environment-not-set: ORACLE_HOME, ORACLE_SID or oraenv is missing or wrong
 * - ssh-failed / container-failed: the way to the host failed before RMAN could start
 * - killed-by-signal: the process was ended from outside
 * - no-rman-output: nothing in the log comes from RMAN or Data Pump
 * - log-truncated: the log ends before the tool said that it had finished
 * - error-stack-cut: an error stack starts but its text is missing
 * - exit-code-without-error: a bad exit code and a log without a word about why
 * - corrupt-blocks-found: a validation found corruption (RMAN exits with 0 in that case)
 * - piece-missing / piece-empty: the log reports a piece that is not on disk, or has no bytes
 * - job-stopped / job-errors: a Data Pump job closed as stopped, or with errors that the log does not show
 */
export const syntheticCodeSchema = z.enum([
  'client-not-found',
  'client-not-executable',
  'client-library-missing',
  'wrong-rman-program',
  'environment-not-set',
  'ssh-failed',
  'container-failed',
  'killed-by-signal',
  'no-rman-output',
  'log-truncated',
  'error-stack-cut',
  'exit-code-without-error',
  'corrupt-blocks-found',
  'piece-missing',
  'piece-empty',
  'database-disputes',
  'job-stopped',
  'job-errors',
]);
export type SyntheticCode = z.infer<typeof syntheticCodeSchema>;

/** The one thing to read first. `code` is an Oracle code (`ORA-19809`) or a `SyntheticCode`. */
export const rootCauseSchema = z.object({
  code: z.string(),
  text: z.string(),
  /** Line of the log that carries it; null for causes that come from the exit code or the disk alone. */
  lineNumber: z.number().int().nullable(),
  /** RMAN's own word for the failed command: `backup`, `backup plus archivelog`, `Duplicate Db` ... */
  command: z.string().nullable(),
  channel: z.string().nullable(),
  /** `MM/DD/YYYY HH24:MI:SS`, whatever the client's date format (reference §0 fact 3). */
  at: z.string().nullable(),
  /** The file the error is about. */
  object: z.object({ fileNumber: z.number().int().nullable(), name: z.string().nullable() }).nullable(),
  /** The operating system's own number: 28, 13, 2 on Unix, 112, 5, 3 on Windows. */
  osError: z
    .object({ number: z.number().int(), text: z.string(), platform: z.enum(['linux', 'unix', 'windows']) })
    .nullable(),
  /** Lines of the media manager below ORA-19511. */
  vendorText: z.array(z.string()),
  /** From RMAN-01007. `file` is the command file, `standard input` or `command line arguments`. */
  syntaxPosition: z
    .object({ line: z.number().int(), column: z.number().int(), file: z.string().nullable() })
    .nullable(),
});
export type RootCause = z.infer<typeof rootCauseSchema>;

/**
 * How a group of error lines came to stand in the log (reference §4.1, §4.2).
 * `header` has the RMAN-00571/00569 frame and means that a command failed. `continuing` is followed by "continuing
 * other job steps" and ends in a header stack. `channel-disabled` and `failover` may end in full success.
 * `inline` is any other error line without a frame. `datapump` is one error group of a Data Pump job.
 * `outside` stands in output of other programs and counts only where nothing else speaks.
 */
export const stackKindSchema = z.enum([
  'header',
  'continuing',
  'channel-disabled',
  'failover',
  'inline',
  'datapump',
  'outside',
]);
export type StackKind = z.infer<typeof stackKindSchema>;

export const severitySchema = z.enum(['info', 'warning', 'strong']);
export type Severity = z.infer<typeof severitySchema>;

/** One failed command or channel within a stack, with its own root. */
export const stackGroupSchema = z.object({
  command: z.string().nullable(),
  channel: z.string().nullable(),
  at: z.string().nullable(),
  code: z.string(),
  text: z.string(),
  lineNumber: z.number().int(),
});
export type StackGroup = z.infer<typeof stackGroupSchema>;

export const errorStackSchema = z.object({
  kind: stackKindSchema,
  /** First and last line, frame included. */
  lineNumber: z.number().int(),
  endLineNumber: z.number().int(),
  /** Distinct codes in order, embedded ones included, frame codes left out. */
  codes: z.array(z.string()),
  lines: z.array(z.object({ number: z.number().int(), text: z.string() })),
  /** Lines seen but not kept. */
  omittedLines: z.number().int(),
  groups: z.array(stackGroupSchema),
  /** Null when the stack was cut before its first code. */
  rootCause: rootCauseSchema.nullable(),
  /** Only `datapump` groups differ: data or an object missing is `strong`, "already exists" is `info`. */
  severity: severitySchema,
});
export type ErrorStack = z.infer<typeof errorStackSchema>;

/** Warnings without a code of their own are named by `event`. */
export const warningEventSchema = z.enum([
  'channel-disabled',
  'failover',
  'file-skipped',
  'object-expired',
  'validation-failed',
  'blocks-marked-corrupt',
  'unframed-error',
  'datapump-warning',
]);
export type WarningEvent = z.infer<typeof warningEventSchema>;

export const warningSchema = z.object({
  code: z.string().nullable(),
  event: warningEventSchema.nullable(),
  text: z.string(),
  lineNumber: z.number().int(),
  severity: severitySchema,
  /** Lines that belong to it: the ORA lines below RMAN-06820, the object below RMAN-06214 or RMAN-08137. */
  details: z.array(z.string()),
});
export type LogWarning = z.infer<typeof warningSchema>;

export const skipReasonSchema = z.enum([
  'already-backed-up',
  'not-changed',
  'read-only',
  'offline',
  'inaccessible',
  'excluded',
  'header-unreadable',
  'all-files-skipped',
  'already-restored',
  'no-match',
  'no-obsolete',
  'no-copy-to-recover',
  'recoverability-compromised',
  'log-kept',
  'autobackup-skipped',
  'other',
]);
export type SkipReason = z.infer<typeof skipReasonSchema>;

export const skippedSchema = z.object({
  reason: skipReasonSchema,
  /** Data file number, log range, object type ... as the log names it; null when it names none. */
  what: z.string().nullable(),
  text: z.string(),
  lineNumber: z.number().int(),
});
export type Skipped = z.infer<typeof skippedSchema>;

export const deletedSchema = z.object({
  type: z.enum(['backup-piece', 'archived-log', 'datafile-copy', 'controlfile-copy', 'other']),
  name: z.string(),
  lineNumber: z.number().int(),
});
export type Deleted = z.infer<typeof deletedSchema>;

export const backupSetSchema = z.object({
  /** Ordinal within the session, from 1; what `Piece.set` points to. */
  number: z.number().int(),
  kind: z.enum(['datafile', 'archivelog', 'controlfile', 'spfile', 'unknown']),
  level: z.number().int().nullable(),
  compressed: z.boolean(),
  channel: z.string().nullable(),
  /** Input files named for it. */
  files: z.number().int(),
  pieces: z.number().int(),
  /** RMAN printed that it is complete. A multi-section set is complete when every section seen is. */
  complete: z.boolean(),
  elapsedSeconds: z.number().nullable(),
  lineNumber: z.number().int(),
});
export type BackupSet = z.infer<typeof backupSetSchema>;

export const channelSchema = z.object({
  name: z.string(),
  sid: z.number().int().nullable(),
  instance: z.string().nullable(),
  deviceType: z.string().nullable(),
  pieces: z.number().int(),
  disabled: z.boolean(),
  lineNumber: z.number().int(),
});
export type Channel = z.infer<typeof channelSchema>;

export const stepSchema = z.object({
  /**
   * RMAN's own, never translated word: `backup`, `restore`, `Control File and SPFILE Autobackup` ... For upkeep, which
   * RMAN does not announce, the command: `crosscheck`, `delete`, `delete expired`, `delete obsolete`, `report`.
   */
  operation: z.string(),
  startLine: z.number().int(),
  /** Line of "Finished"; null while none was seen. */
  endLine: z.number().int().nullable(),
  /** Times as printed. */
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  elapsedSeconds: z.number().nullable(),
  /** Each step is judged by itself; the worst decides the run. `warning`: it finished, with a warning within it. */
  outcome: z.enum(['finished', 'nothing-to-do', 'warning', 'failed', 'open']),
  /** The channel that did its work, when it was one. */
  channel: z.string().nullable(),
  pieces: z.number().int(),
});
export type Step = z.infer<typeof stepSchema>;

/** Results of VALIDATE, BACKUP VALIDATE, RESTORE VALIDATE and CROSSCHECK. RMAN's exit code is 0 for all of them. */
export const validationSchema = z.object({
  /** Rows of the file tables with status FAILED. */
  failedFiles: z.array(
    z.object({ file: z.string(), markedCorrupt: z.number().int(), lineNumber: z.number().int() }),
  ),
  filesChecked: z.number().int(),
  markedCorruptBlocks: z.number().int(),
  expired: z.number().int(),
  unavailable: z.number().int(),
  failedLogs: z.number().int(),
  validatedPieces: z.number().int(),
});
export type Validation = z.infer<typeof validationSchema>;
