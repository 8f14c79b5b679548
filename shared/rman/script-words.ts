// Cuts an RMAN script into words, strings and marks with their lines (reference §2.1); knows no command.

export type ScriptWord = { kind: 'word' | 'string' | 'mark'; text: string; line: number };

/** The words in capitals; `openQuote` is the line on which a quotation begins that never ends. */
export function words(script: string): { words: ScriptWord[]; openQuote: number | null } {
  const found: ScriptWord[] = [];
  const pattern = /#[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|['"]|[A-Za-z_][\w$#]*|\d\w*|[^\s]/g;
  let line = 1;
  let last = 0;
  for (const { 0: text, index } of script.matchAll(pattern)) {
    line += countLines(script, last, index);
    last = index;
    if (text.startsWith('#')) continue;
    const first = text[0]!;
    if (first === "'" || first === '"') {
      if (text.length === 1) return { words: found, openQuote: line };
      found.push({ kind: 'string', text: text.slice(1, -1), line });
    } else if (/\w/.test(first)) found.push({ kind: 'word', text: text.toUpperCase(), line });
    else found.push({ kind: 'mark', text, line });
  }
  return { words: found, openQuote: null };
}

function countLines(text: string, from: number, until: number): number {
  let count = 0;
  for (let at = from; at < until; at += 1) if (text[at] === '\n') count += 1;
  return count;
}
