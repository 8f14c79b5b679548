// One line of a decoded RMAN or Data Pump log; this file owns its shape and knows nothing about how it is recognised.
import { z } from 'zod';

/**
 * What a line is, for colouring and for jumping to the first error.
 * `header` is the frame of an error stack (RMAN-00571/00569), `stack` a line that only makes sense below an error
 * (Additional information, OS error number), `echo` the script's own text that RMAN repeats behind its prompt.
 */
export const logLineKindSchema = z.enum([
  'blank',
  'plain',
  'banner',
  'connection',
  'echo',
  'step',
  'channel',
  'info',
  'piece',
  'copy',
  'skip',
  'warning',
  'header',
  'error',
  'stack',
  'end',
]);
export type LogLineKind = z.infer<typeof logLineKindSchema>;

/** A numbered line. `number` counts from 1 over the whole decoded log. */
export const logLineSchema = z.object({
  number: z.number().int(),
  text: z.string(),
  kind: logLineKindSchema,
});
export type LogLine = z.infer<typeof logLineSchema>;
