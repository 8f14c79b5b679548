// Fixture logs and small builders for the verdict tests.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '../../../../../shared/domain/verdict.ts';
import { judge, type Evidence } from '../../../../../shared/rman/log/judge.ts';

const FOLDER = fileURLToPath(new URL('../../../../fixtures/logs/', import.meta.url));

export const fixtureNames: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.log'))
  .map((name) => name.slice(0, -'.log'.length))
  .sort();

export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`${FOLDER}${name}.log`));
}

/** The text of a fixture; those in cp1252 are decoded as such. */
export function fixtureText(name: string): string {
  const bytes = fixtureBytes(name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Judges a text or bytes; what is not given is unknown. */
export function verdictOn(log: string | Uint8Array, known: Partial<Evidence> = {}): Verdict {
  const bytes = typeof log === 'string' ? bytesOf(log) : log;
  return judge({ exitCode: null, signal: null, cancelled: false, pieces: null, ...known, log: bytes });
}

/** What must not change when the same log arrives in other clothes. */
export function essence(verdict: Verdict): unknown {
  return {
    outcome: verdict.outcome,
    root: verdict.rootCause?.code ?? null,
    errors: verdict.errorCodes,
    warnings: verdict.warningCodes,
    pieces: verdict.pieces.map((piece) => [piece.handle, piece.tag, piece.kind, piece.channel]),
    copies: verdict.copies.map((copy) => copy.handle),
    dumpFiles: verdict.dumpFiles,
    truncated: verdict.truncated,
    restored: verdict.restored,
    nothingToDo: verdict.nothingToDo,
    sets: verdict.counts.sets,
    sessions: verdict.sessions.length,
  };
}

const EQUALS = '='.repeat(59);

/** A framed error stack, as RMAN prints it. */
export function framed(...lines: string[]): string {
  const title = 'RMAN-00569: =============== ERROR MESSAGE STACK FOLLOWS ===============';
  return [`RMAN-00571: ${EQUALS}`, title, `RMAN-00571: ${EQUALS}`, ...lines].join('\n');
}

/** A whole session around some output, with banner, connection and closing line. */
export function session(...output: string[]): string {
  return [
    '',
    'Recovery Manager: Release 19.0.0.0.0 - Production on Sun Oct 4 02:00:01 2026',
    'Version 19.24.0.0.0',
    '',
    'connected to target database: LUCERO (DBID=2874410093)',
    '',
    ...output,
    '',
    'Recovery Manager complete.',
    '',
  ].join('\n');
}
