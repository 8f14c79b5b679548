// The deletions in a script of the user's own: which commands delete, on which line, and by which policy where that can
// be read. Knows the outline of DELETE alone (reference §2.6); what it cannot read it says so.
import type { RetentionPolicy } from '../retention/backups.ts';
import { words, type ScriptWord } from './script-words.ts';

export type ScriptDeletion =
  | { kind: 'obsolete'; policy: RetentionPolicy | 'configured'; line: number }
  | { kind: 'expired'; line: number }
  | { kind: 'logs'; line: number }
  /** Backups, copies or pieces by name, tag or time: nobody but RMAN knows what that takes. */
  | { kind: 'other'; line: number };

/** In the order of the script; empty for one that cannot be cut into commands. */
export function scriptDeletions(text: string): ScriptDeletion[] {
  return commandsOf(words(text).words).flatMap((command) => deletionOf(command) ?? []);
}

function commandsOf(all: readonly ScriptWord[]): ScriptWord[][] {
  const commands: ScriptWord[][] = [[]];
  for (const word of all) {
    if (word.kind === 'mark' && [';', '{', '}'].includes(word.text)) commands.push([]);
    else commands.at(-1)!.push(word);
  }
  return commands.filter(({ length }) => length > 0);
}

function deletionOf(command: readonly ScriptWord[]): ScriptDeletion | null {
  const { text: first, line } = command[0]!;
  const said = command.map(({ kind, text }) => (kind === 'string' ? '?' : text)).join(' ');
  if (first === 'BACKUP') return /\bDELETE (ALL )?INPUT\b/.test(said) ? { kind: 'logs', line } : null;
  if (first !== 'DELETE') return null;
  if (/\bOBSOLETE\b/.test(said)) return { kind: 'obsolete', policy: policyIn(said), line };
  if (/\bEXPIRED\b/.test(said)) return { kind: 'expired', line };
  return { kind: /^DELETE (?:(?:NOPROMPT|FORCE) )*ARCHIVELOG\b/.test(said) ? 'logs' : 'other', line };
}

function policyIn(said: string): RetentionPolicy | 'configured' {
  const copies = /\bREDUNDANCY (\d+)/.exec(said)?.[1];
  if (copies !== undefined) return { kind: 'redundancy', copies: Number(copies) };
  const days = /\bRECOVERY WINDOW OF (\d+)/.exec(said)?.[1];
  return days === undefined ? 'configured' : { kind: 'window', days: Number(days) };
}
