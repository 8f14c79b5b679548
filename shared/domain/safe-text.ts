// The one rule for text that may come near an RMAN script: what can end a token, a line or a quotation is refused.
import { z } from 'zod';

// Controls (C0, DEL, C1), invisible format characters (zero-width, bidirectional, byte-order mark), the Unicode line
// and paragraph separators, and lone surrogates, which cannot be written to a UTF-8 cmdfile.
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
// Typographic quotes too: some terminals and editors fold them to the plain ones.
const QUOTING = /['"`;&\u02b9\u02bc\u2018-\u201f\u2032-\u2037]/;

/**
 * True when RMAN could read something else than plain text in `value` (reference §2.1 and §9, "refuse newline, &,
 * control"). The compatibility form is looked at as well: a character-set conversion on the way to the database may
 * turn a full-width quote or the Greek question mark into the plain character.
 */
export function isHostile(value: string): boolean {
  return CONTROL.test(value) || QUOTING.test(value) || QUOTING.test(value.normalize('NFKC'));
}

/** A text field of at most `max` UTF-16 units that can never become an RMAN command. */
export const safeText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !isHostile(value), { message: 'text.forbidden' })
    .refine((value) => value === value.trim(), { message: 'text.trimmed' });

/** As `safeText`, but it may not be left empty. */
export const neededText = (max: number) => z.string().min(1, { abort: true }).pipe(safeText(max));
