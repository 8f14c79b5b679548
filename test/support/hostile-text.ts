// Text as an attacker or an accident would put it into a form field, for properties.
import fc from 'fast-check';

/** Each could end a string, a line, a comment or a command, or be replaced by something that does. */
const SNIPPETS = [
  "'", '"', '`', ';', '&', '&1', '&&x', '#', '# ', '{', '}', '(', ')', ',', '=', '@', '@@/tmp/x', '--', '/*', '*/', '\\', '\\\\',
  '\n', '\r', '\r\n', '\t', '\u0000', '\u001b[2J', '\u007f', '\u0085', '\u2028', '\u2029', '\u200b', '\u202e', '\ufeff',
  '\ud800', '\udc00', '\u2019', '\u201d', '\u02bc', '\u2032', '\uff07', '\uff02', '\uff1b', '\uff06', '\u037e', '\ufe54',
  "';", "';\nDELETE NOPROMPT BACKUP;\n#", "'; HOST 'rm -rf /'; '", '"; DROP', "''", "' '", '}\nDELETE NOPROMPT OBSOLETE;',
  'RUN {', 'DELETE', 'FULL', 'BACKUP', 'TAG', 'EXIT;', 'SHUTDOWN ABORT', '%', '%U', '%d', '%p', '%%', '%TEMP%', '$HOME', '${X}',
  '~', '/', '/b/', '+DATA', 'C:\\b\\', '\\\\host\\d$\\', 'ñ', '漢字', '🙂', 'e\u0301', ' ', 'A', 'z', '0', '_', '-', '.',
] as const;

const snippet = fc.constantFrom<string[]>(...SNIPPETS);
const anything = fc.string({ unit: 'binary', maxLength: 20 });
const mixed = fc.array(fc.oneof(snippet, fc.string({ maxLength: 6 })), { maxLength: 8 }).map((parts) => parts.join(''));
const long = fc.tuple(mixed, fc.integer({ min: 20, max: 2000 })).map(([text, times]) => `${text}x`.repeat(times).slice(0, 5000));
/** A lone surrogate cannot come out of `binary` units, which are whole characters. */
const surrogates = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 })
  .map((units) => String.fromCharCode(...units));

/** Something good with one bad thing in it: what a check that looks at the ends only would let through. */
const poisoned = (good: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(good, snippet, fc.nat()).map(([text, poison, place]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + poison + text.slice(at);
  });

/** Hostile, odd and good values for one field. */
export const hostileText = (good: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(good, poisoned(good), mixed, anything, surrogates, long);

/** What the product refuses in every text, whatever else is in it. */
export const FORBIDDEN = ["'", '"', '`', ';', '&', '\n', '\r', '\t', '\u0000', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029', '\u200b', '\u202e', '\ufeff', '\ud800', '\u2019', '\u201c', '\uff07', '\u037e'] as const;
