// The third witness of a run: what the database itself recorded about it under its COMMAND ID. Pure.
import { z } from 'zod';
import { isRunning, jobStatusSchema, recordedPieceSchema } from './backups.ts';
import type { RootCause, SyntheticCode } from '../log-facts.ts';
import type { Disagreement, Verdict } from '../verdict.ts';
import type { RunState } from '../run-state.ts';

export const databaseWitnessSchema = z.object({
  /** Milliseconds since 1970 of this computer. */
  askedAt: z.number(),
  /** `null`: the database has no record of this run. */
  status: jobStatusSchema.nullable(),
  inputType: z.string().nullable(),
  device: z.string().nullable(),
  inputBytes: z.number().nullable(),
  outputBytes: z.number().nullable(),
  /** Commands of the session that the database calls failed or completed with errors. */
  failedOperations: z.array(z.string()),
  /** Pieces as recorded, with their bytes; at most 500. */
  pieces: z.array(recordedPieceSchema),
});
export type DatabaseWitness = z.infer<typeof databaseWitnessSchema>;

/**
 * Where the database contradicts what exit code, log and pieces came to (`state`). It is shown beside the outcome, and
 * never makes a bad one good. `madePieces`: the log reports files that were written.
 */
export function contradictions(state: RunState, madePieces: boolean, { status }: DatabaseWitness): Disagreement[] {
  const good = state === 'succeeded' || state === 'warning';
  const say = (code: Disagreement['code']): Disagreement[] => [{ code, subject: status }];
  if (status === null) return good && madePieces ? say('database-knows-nothing') : [];
  if (isRunning(status)) return say('database-says-running');
  if (good && (status === 'FAILED' || status === 'COMPLETED WITH ERRORS')) return say('database-says-failed');
  if (state === 'succeeded' && status === 'COMPLETED WITH WARNINGS') return say('database-says-warnings');
  if ((state === 'failed' || state === 'lost') && status === 'COMPLETED') return say('database-says-completed');
  return [];
}

/**
 * True when a run that looks good is, by the database's own record, not: it must not be relied on. A run that the
 * database does not know, or still shows as under way, may be good: its record may be late, overwritten, or another
 * control file's.
 */
export const isDisputed = (news: readonly Disagreement[]): boolean =>
  news.some(({ code }) => code === 'database-says-failed');

/** Why a disputed run counts as failed. */
export const disputedCause = ({ status }: DatabaseWitness): RootCause => ({
  code: 'database-disputes' satisfies SyntheticCode,
  text: status ?? '',
  lineNumber: null,
  command: null,
  channel: null,
  at: null,
  object: null,
  osError: null,
  vendorText: [],
  syntaxPosition: null,
});

/** The verdict beside what the database says: its contradictions stand before all others. */
export function confronted(verdict: Verdict, witness: DatabaseWitness | null): Verdict {
  if (witness === null) return verdict;
  const { pieces, copies } = verdict.counts;
  const news = contradictions(verdict.outcome, pieces + copies > 0, witness);
  const disputed = isDisputed(news) ? { outcome: 'failed' as const, rootCause: disputedCause(witness) } : {};
  return { ...verdict, ...disputed, disagreements: [...news, ...verdict.disagreements] };
}
