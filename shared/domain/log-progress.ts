// How far a log has come that is still being written. Owns the shape alone.
import { z } from 'zod';
import { toolSchema } from './log-facts.ts';

/** A cheap summary of a log that is still being written. */
export const logProgressSchema = z.object({
  tool: toolSchema,
  lines: z.number().int(),
  /** The operation under way (`backup`, `restore` ...), null between steps. */
  step: z.object({ operation: z.string(), startedAt: z.string().nullable(), lineNumber: z.number().int() }).nullable(),
  pieces: z.number().int(),
  copies: z.number().int(),
  sets: z.number().int(),
  inputFiles: z.number().int(),
  inputLogs: z.number().int(),
  channels: z.array(z.string()),
  errors: z.number().int(),
  warnings: z.number().int(),
  sessions: z.number().int(),
  ended: z.boolean(),
  /** The last time that the log itself printed, in the client's date format. */
  lastPrintedTime: z.string().nullable(),
});
export type LogProgress = z.infer<typeof logProgressSchema>;
