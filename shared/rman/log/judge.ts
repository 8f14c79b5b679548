// The verdict on a finished run, in one call: exit code, log bytes and pieces in, verdict out. Pure.
import type { Verdict } from '../../domain/verdict.ts';
import type { Evidence } from './evidence.ts';
import { createVerdictBuilder } from './verdict-builder.ts';

export type { Evidence } from './evidence.ts';

/** Judges a whole log. For a log that is still growing, feed a `createVerdictBuilder` instead. */
export function judge(evidence: Evidence & { log: Uint8Array }): Verdict {
  const builder = createVerdictBuilder();
  builder.push(evidence.log);
  return builder.finish(evidence);
}
