// One spelling for a code: upper-case prefix, hyphen, five digits.

const SPELLING = /^([A-Z][A-Z0-9]{1,4})[-_ ]?(\d{1,5})(?!\d)/;

/**
 * The usual spelling of a code as people and logs write it: `ora-1017`, ` ORA-01017: invalid…`, `rman 6059`.
 * `undefined` when the text does not start with a code.
 */
export const normaliseCode = (text: string): string | undefined => {
  const match = SPELLING.exec(text.trim().toUpperCase());
  if (match === null) return undefined;
  const [, prefix = '', digits = ''] = match;
  return `${prefix}-${digits.padStart(5, '0')}`;
};
