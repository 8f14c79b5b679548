// Finds Oracle codes in one line: the leading one, one behind a short prefix, and those embedded in a message text.

export type CodeLine = { code: string; text: string };

const CODE = '(?:RMAN|ORA|TNS|LRM|KBHS|PLS|KUP|UDE|UDI|EXP|IMP|SP2|DIA|NZE)-\\d{4,5}';
const LEADING = new RegExp(`^(${CODE})\\s?[:：]\\s?(.*)$`);
const BEHIND_PREFIX = new RegExp(`^[^"'=]{0,60}?[\\w\\])]?[:=>|\\])]\\s?(${CODE})\\s?[:：]\\s?(.*)$`);
const IN_STACK = new RegExp(`^.{0,120}?\\b(${CODE})\\s?[:：]\\s?(.*)$`);
/** RMAN codes only with their colon: RMAN-06004 carries RMAN-20001 of the catalog in its text. */
const EMBEDDED = /\b((?:ORA|TNS)-\d{5}|RMAN-\d{5}(?=\s?[:：]))\b(?:\s?[:：]\s?)?/g;
const QUOTED = /"[^"]*"|'[^']*'/g;

/** The code that a line begins with, and the text behind it. */
export function leadingCode(text: string): CodeLine | null {
  const dash = text.indexOf('-');
  if (dash < 2 || dash > 4) return null;
  const found = LEADING.exec(text);
  return found ? { code: found[1]!, text: found[2]! } : null;
}

/** A code behind a channel's or a tool's prefix (`channel c1: ORA-19870: ...`, `ERROR: ORA-12541: ...`). */
export function prefixedCode(text: string): CodeLine | null {
  if (!text.includes('ORA-') && !text.includes('RMAN-')) return null;
  const found = BEHIND_PREFIX.exec(text);
  return found ? { code: found[1]!, text: found[2]! } : null;
}

/** The same within an error stack, where any short prefix may stand before the code. */
export function codeWithinStack(text: string): CodeLine | null {
  const leading = leadingCode(text);
  if (leading) return leading;
  if (!text.includes('-0') && !/-\d{4}/.test(text)) return null;
  const found = IN_STACK.exec(text);
  return found ? { code: found[1]!, text: found[2]! } : null;
}

/**
 * Codes quoted inside a message ("error from target database: ORA-12541: ..."), with what follows each. Quoted names
 * are skipped, and so is the text of RMAN-11003 and ORA-01110, which repeat the user's SQL and file names.
 */
export function embeddedCodes(line: CodeLine): CodeLine[] {
  if (line.code === 'RMAN-11003' || line.code === 'ORA-01110' || !/(?:ORA|TNS|RMAN)-\d{5}/.test(line.text)) return [];
  const text = line.text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const found = [...text.matchAll(EMBEDDED)];
  return found.map((match) => ({
    code: match[1]!,
    text: line.text.slice(match.index + match[0].length).trim() || line.text,
  }));
}
