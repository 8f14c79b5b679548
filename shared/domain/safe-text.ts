// The one rule for text that may come near an RMAN script: what can end a token, a line or a quotation is refused.
import { z } from 'zod';

// C0, DEL, C1, the Unicode line and paragraph separators, zero-width and bidirectional controls, the byte-order mark,
// and lone surrogates (they cannot be written to a UTF-8 cmdfile).
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/u;
// Typographic quotes too: some terminals and editors fold them to the plain ones.
const QUOTING = /['"`;&\u2018-\u201f\u2032\u2033]/;

/** True when RMAN could read something else than plain text in `value` (reference §2.1 and §9, "refuse newline, &, control"). */
export function isHostile(value: string): boolean {
  return CONTROL.test(value) || QUOTING.test(value);
}

/** A text field of limited length that can never become an RMAN command. */
export const safeText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !isHostile(value), { message: 'text.forbidden' })
    .refine((value) => value === value.trim(), { message: 'text.trimmed' });
