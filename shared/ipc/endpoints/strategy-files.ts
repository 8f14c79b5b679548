// Strategies and their scripts as files: where to is asked by main, and what is written is made there.
import { z } from 'zod';
import { ID_PATTERN } from '../../domain/id.ts';
import { strategySpecSchema } from '../../domain/strategy.ts';
import { call } from '../contract-kit.ts';

const id = z.string().regex(ID_PATTERN);
const nothing = z.void();
const written = z.strictObject({ path: z.string() }).nullable();

/** A script by what it is made of, never as a text of the window: main renders it, or takes the one that ran. */
export const scriptSourceSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('strategy'), spec: strategySpecSchema, version: z.number().int().min(1).nullable() }),
  z.strictObject({ of: z.literal('run'), runId: id }),
]);
export type ScriptSource = z.infer<typeof scriptSourceSchema>;

export const strategyFileEndpoints = {
  strategyFiles: {
    /** Asks where to, then writes these strategies as one file; `null` when the dialog was left. */
    export: call(z.strictObject({ ids: z.array(id).min(1).max(1000) }), written),
    /** Asks where to, then writes the script. */
    saveScript: call(scriptSourceSchema, written),
    /** Opens a private copy of the script in the program that the desktop has for such files. */
    openScript: call(scriptSourceSchema, nothing),
  },
} as const;
