// Writes statements as a script for SQL*Plus or SQLcl; the counterpart of split-statements.

/** Each statement ended the way SQL*Plus wants it. */
export const scriptOf = (statements: readonly string[]): string =>
  statements.map((text) => (text.endsWith(';') ? `${text}\n/\n` : `${text};\n`)).join('\n');
