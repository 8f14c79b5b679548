// The verdict: what a run came to, with its evidence. This file owns the shape; how it is reached is shared/rman/log's.
import { z } from 'zod';
import {
  backupSetSchema, channelSchema, deletedSchema, errorStackSchema, rootCauseSchema, skippedSchema, stepSchema,
  toolSchema, validationSchema, warningSchema,
} from './log-facts.ts';
import { imageCopySchema, pieceSchema } from './piece.ts';

/** The terminal states of a run, from good to bad: see `worstOutcome` for the order used over several sessions. */
export const runOutcomeSchema = z.enum(['succeeded', 'warning', 'failed', 'cancelled', 'lost']);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

export const verdictCountsSchema = z.object({
  lines: z.number().int(),
  pieces: z.number().int(),
  copies: z.number().int(),
  sets: z.number().int(),
  dumpFiles: z.number().int(),
  inputFiles: z.number().int(),
  inputLogs: z.number().int(),
  deleted: z.number().int(),
  crosschecked: z.number().int(),
  skipped: z.number().int(),
  /** Pieces read by a restore or recover. */
  piecesRead: z.number().int(),
  /** Files written by a restore. */
  filesRestored: z.number().int(),
  /** Data file copies rolled forward (RECOVER COPY). */
  copiesRecovered: z.number().int(),
  /** Data Pump: tables moved and their rows. */
  tables: z.number().int(),
  rows: z.number().int(),
});
export type VerdictCounts = z.infer<typeof verdictCountsSchema>;

/**
 * Where the pieces of evidence contradict each other. Shown, never resolved in favour of green.
 * Codes are stable; texts live with the screens.
 */
export const disagreementCodeSchema = z.enum([
  'exit-code-zero-but-stack',
  'exit-code-zero-but-errors',
  'exit-code-zero-but-corruption',
  'exit-code-nonzero-without-error',
  'no-end-line-but-exit-zero',
  'no-tool-output-but-exit-zero',
  'piece-missing-on-disk',
  'piece-empty',
  'killed-by-signal',
  'cancel-came-too-late',
  'steps-left-open',
  'no-banner',
  'job-may-go-on',
  'database-says-failed',
  'database-says-warnings',
  'database-says-completed',
  'database-says-running',
  'database-knows-nothing',
]);
export type DisagreementCode = z.infer<typeof disagreementCodeSchema>;

export const disagreementSchema = z.object({
  code: disagreementCodeSchema,
  /** What it is about: a handle, a signal, an exit code. */
  subject: z.string().nullable(),
});
export type Disagreement = z.infer<typeof disagreementSchema>;

/** How many entries of each list were seen but not kept, so that memory stays bounded. */
export const omittedSchema = z.object({
  stacks: z.number().int(),
  warnings: z.number().int(),
  pieces: z.number().int(),
  copies: z.number().int(),
  sets: z.number().int(),
  steps: z.number().int(),
  skipped: z.number().int(),
  deleted: z.number().int(),
});
export type Omitted = z.infer<typeof omittedSchema>;

/** What one session of RMAN or Data Pump came to. Line numbers count from 1 over the whole decoded log. */
export const sessionVerdictSchema = z.object({
  outcome: runOutcomeSchema,
  tool: toolSchema,
  /** `Version` line when printed, else the release of the banner. */
  version: z.string().nullable(),
  /** ISO 639-1, or `und` for a language that was not recognised. */
  language: z.string(),
  /** True when the log is not in English: names of files and codes hold, counts and steps may be incomplete. */
  reducedConfidence: z.boolean(),
  database: z
    .object({
      name: z.string().nullable(),
      dbid: z.string().nullable(),
      state: z.enum(['open', 'not-open', 'not-mounted', 'not-started']),
    })
    .nullable(),
  firstLine: z.number().int(),
  lastLine: z.number().int(),

  /** Success that made nothing because there was nothing to make. */
  nothingToDo: z.boolean(),
  /** Failed or cancelled, but pieces, copies or dump files were made. The set of them protects nothing by itself. */
  partial: z.boolean(),
  /** The log ends, or the next session begins, before the tool said that it had finished. */
  truncated: z.boolean(),
  /**
   * Files of a database were written or rolled forward: a restore that completed, or a media recovery. RESTORE
   * VALIDATE and RECOVER COPY (which only rolls a backup forward) are not restores.
   */
  restored: z.boolean(),

  rootCause: rootCauseSchema.nullable(),
  stacks: z.array(errorStackSchema),
  /** Distinct codes of all stacks, in order. */
  errorCodes: z.array(z.string()),
  /** Distinct codes of all warnings, in order, informational ones included. */
  warningCodes: z.array(z.string()),
  warnings: z.array(warningSchema),

  pieces: z.array(pieceSchema),
  copies: z.array(imageCopySchema),
  dumpFiles: z.array(z.string()),
  sets: z.array(backupSetSchema),
  channels: z.array(channelSchema),
  steps: z.array(stepSchema),
  skipped: z.array(skippedSchema),
  deleted: z.array(deletedSchema),
  validation: validationSchema,
  counts: verdictCountsSchema,
  elapsedSeconds: z.number().nullable(),
  disagreements: z.array(disagreementSchema),
  omitted: omittedSchema,
});
export type SessionVerdict = z.infer<typeof sessionVerdictSchema>;

/**
 * The verdict on a run: the same facts over all its sessions, and each session's own. The worst session decides the
 * outcome and gives the root cause. The exit code, a signal and a cancellation speak about the last session.
 */
export const verdictSchema = sessionVerdictSchema.extend({
  exitCode: z.number().int().nullable(),
  signal: z.string().nullable(),
  sessions: z.array(sessionVerdictSchema),
});
export type Verdict = z.infer<typeof verdictSchema>;

const BADNESS: Record<RunOutcome, number> = { succeeded: 0, warning: 1, cancelled: 2, lost: 3, failed: 4 };

/** The outcome that decides over several: failed, then lost, cancelled, warning, succeeded. */
export function worstOutcome(a: RunOutcome, b: RunOutcome): RunOutcome {
  return BADNESS[b] > BADNESS[a] ? b : a;
}
