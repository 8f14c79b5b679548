// How one question to a database ended: its answer, or why there is none. Knows no question.
import { z } from 'zod';
import { errorReportSchema } from '../../errors/report.ts';

/** The answer to one question; what is missing for it degrades this one alone. */
export const panelResult = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('ok'),
      value,
      /** Milliseconds since 1970 of this computer, when the database answered. */
      askedAt: z.number(),
    }),
    /** A privilege is missing: `grants` are the statements that give it, ready to be handed to a colleague. */
    z.strictObject({ state: z.literal('denied'), code: z.string(), grants: z.array(z.string()).min(1) }),
    /** The release does not have it yet; `since` as people write it: `12.1`. */
    z.strictObject({ state: z.literal('unsupported'), since: z.string() }),
    z.strictObject({ state: z.literal('failed'), error: errorReportSchema }),
  ]);

export type PanelResult<Value> =
  | { state: 'ok'; value: Value; askedAt: number }
  | Exclude<z.infer<ReturnType<typeof panelResult<z.ZodUnknown>>>, { state: 'ok' }>;
