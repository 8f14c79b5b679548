// Finds on which line of a JSON text each value stands, for messages that a person can follow; builds no values.

/** Where a text stops being JSON, or names one key twice. */
export type JsonFault = { kind: 'syntax' | 'twice'; line: number; path: string };

/** Lines (from 1) by dotted path (`scope.mode`, `''` for the whole); a key's line is where the key is written. */
export type JsonLines = { lines: ReadonlyMap<string, number>; fault: JsonFault | null };

const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex
const STRING = /"([^"\\\u0000-\u001f]|\\(["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

/** Nesting beyond this is no strategy, and would only exhaust the stack. */
const DEEPEST = 50;

class Stop extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.kind);
  }
}

/** Reads `text` as JSON (RFC 8259) once, stopping at the first fault. */
export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>();
  let at = 0;

  // Asked for places that only grow: a file of megabytes is counted once.
  let counted = { place: 0, line: 1 };
  const lineAt = (place: number): number => {
    let { line } = counted;
    for (let index = counted.place; index < place; index += 1) if (text[index] === '\n') line += 1;
    counted = { place, line };
    return line;
  };
  const stop = (kind: JsonFault['kind'], path: string): never => {
    throw new Stop({ kind, line: lineAt(at), path });
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const takeMark = (mark: string): boolean => {
    take(BLANK);
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  };

  function value(path: string, depth: number): void {
    take(BLANK);
    if (!lines.has(path)) lines.set(path, lineAt(at));
    if (depth > DEEPEST) stop('syntax', path);
    if (takeMark('{')) return members(path, depth, '}', member);
    if (takeMark('[')) return members(path, depth, ']', element);
    if (take(STRING) ?? take(NUMBER) ?? take(LITERAL)) return;
    stop('syntax', path);
  }

  function members(
    path: string,
    depth: number,
    end: string,
    one: (path: string, depth: number, index: number) => void,
  ): void {
    if (takeMark(end)) return;
    for (let index = 0; ; index += 1) {
      one(path, depth, index);
      if (takeMark(end)) return;
      if (!takeMark(',')) stop('syntax', path);
    }
  }

  function member(path: string, depth: number): void {
    take(BLANK);
    const start = at;
    const key = take(STRING) ?? stop('syntax', path);
    const inner = below(path, JSON.parse(key) as string);
    if (lines.has(inner)) stop('twice', inner);
    lines.set(inner, lineAt(start));
    if (!takeMark(':')) stop('syntax', inner);
    value(inner, depth + 1);
  }

  const element = (path: string, depth: number, index: number): void => value(below(path, String(index)), depth + 1);

  try {
    value('', 0);
    take(BLANK);
    if (at < text.length) stop('syntax', '');
    return { lines, fault: null };
  } catch (error) {
    if (error instanceof Stop) return { lines, fault: error.fault };
    throw error;
  }
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
