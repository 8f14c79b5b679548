// Source text on its way to the grammar: files, long lines, substitution variables, what an echo shows.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { Session } from './execution/session.ts';
import { SyntaxRefusal } from './language/cursor.ts';

const LONGEST_LINE = 4000;
export const WRAPPER = 'RMAN-00558: error encountered while parsing input commands';

export interface Substitution {
  values: Map<string, string>;
}

export function substitution(using: readonly string[]): Substitution {
  return { values: new Map(using.map((value, i) => [String(i + 1), value])) };
}

/** Replaces `&1`, `&1.`; a value that is missing is asked for on standard input. @throws SyntaxRefusal at its end */
export async function substituted(session: Session, line: string, known: Substitution): Promise<string> {
  const variable = /&(\w+)\.?/;
  let done = '';
  let rest = line;
  for (let found = variable.exec(rest); found !== null; found = variable.exec(rest)) {
    const name = found[1] ?? '';
    const value = known.values.get(name) ?? (await askValue(session, name));
    known.values.set(name, value);
    done += rest.slice(0, found.index) + value;
    rest = rest.slice(found.index + found[0].length);
  }
  return done + rest;
}

async function askValue(session: Session, name: string): Promise<string> {
  session.console.prompt(`Enter value for ${name}: `);
  const value = await session.host.input.next();
  session.console.endLine();
  if (value !== null) return value;
  throw new SyntaxRefusal(
    [WRAPPER, 'RMAN-01006: error signaled during parse', 'RMAN-02002: unexpected end of input file reached'],
    false,
  );
}

export function refuseLongLine(line: string, number: number, file: string): void {
  if (line.length <= LONGEST_LINE) return;
  throw new SyntaxRefusal(
    [
      WRAPPER,
      'RMAN-01006: error signaled during parse',
      'RMAN-02006: script line too long',
      `RMAN-01007: at line ${number} column ${LONGEST_LINE + 1} file: ${file}`,
    ],
    false,
  );
}

export const shownLine = (line: string): string =>
  line.replace(/^(\s*connect\s+(?:target|catalog|auxiliary)\s+)(?!;)\S.*$/i, '$1*').replaceAll('\0', '');

/** The file a command names, with the extension RMAN tries; null when it cannot be read. */
export function readCommandFile(path: string, folder: string): { text: string; path: string } | null {
  for (const candidate of [path, `${path}.rcv`]) {
    const full = isAbsolute(candidate) ? candidate : resolve(folder, candidate);
    try {
      if (existsSync(full) && statSync(full).isFile()) return { text: readFileSync(full, 'utf8'), path: full };
    } catch {
      return null;
    }
  }
  return null;
}

export const linesOf = (text: string): string[] => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
};
