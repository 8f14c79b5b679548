// How many rows a line takes when it is wrapped, without asking the page. Pure.

const TAB = 8;
const PLAIN = /^[\x20-\x7e]*$/;
/** Characters that take two columns in a monospaced type: CJK, Hangul, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Columns of a line, tabs expanded. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += character === '\t' ? TAB - (columns % TAB) : WIDE.test(character) ? 2 : 1;
  return columns;
}

/** Rows of a line broken after every `columns` columns; 1 for an empty line. */
export function rowsOfText(text: string, columns: number): number {
  const most = Math.max(1, columns);
  if (PLAIN.test(text)) return Math.max(1, Math.ceil(text.length / most));
  let rows = 1;
  let at = 0;
  for (const character of text) {
    const width = character === '\t' ? TAB - (at % TAB) : WIDE.test(character) ? 2 : 1;
    if (at + width > most && at > 0) {
      rows += 1;
      at = 0;
    }
    at += width;
  }
  return rows;
}
