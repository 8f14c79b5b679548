// Reads a script of the user's own before RMAN does: what would never parse, and what a careful DBA would ask about.
// Knows the outline of RMAN's language (reference §2.1, §2.2), not its commands' clauses: those RMAN checks itself.
import type { ErrorParams } from '../errors/app-error.ts';
import type { FieldProblemCode } from '../errors/field-problem.ts';
import { words, type ScriptWord } from './script-words.ts';

export type ScriptProblem = { code: FieldProblemCode; params: ErrorParams };

/** What does harm when it is not meant. Such a script runs; the form shows the warnings with their lines. */
export type ScriptWarningCode =
  | 'configure'
  | 'delete-force'
  | 'delete-input'
  | 'delete-prompts'
  | 'host'
  | 'include'
  | 'no-backup'
  | 'set-command-id'
  | 'shutdown'
  | 'sql'
  | 'spool'
  | 'tag-after-plus';
export type ScriptWarning = { code: ScriptWarningCode; line: number };

const MOST_LINE = 4000;
// Tab and line feed are white space to RMAN; everything else invisible is a trap.
const UNREADABLE = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

const ANYWHERE = (
  'ALTER BACKUP BLOCKRECOVER CATALOG CHANGE CONFIGURE CROSSCHECK DELETE DUPLICATE EXECUTE HOST RECOVER RELEASE REPORT ' +
  'RESTORE RESYNC SEND SET SHOW SHUTDOWN SQL STARTUP SWITCH VALIDATE SELECT INSERT UPDATE BEGIN DECLARE GRANT REVOKE'
).split(' ');
const TOP_ONLY = 'RUN CONNECT LIST EXIT QUIT SPOOL REGISTER UNREGISTER CREATE DROP FLASHBACK IMPORT PRINT REPLACE UPGRADE RESET'.split(' ');
/** ALLOCATE CHANNEL FOR MAINTENANCE stands outside RUN, every other ALLOCATE in it. */
const ALLOCATE = 'ALLOCATE';

type Command = { first: ScriptWord; words: ScriptWord[]; inside: boolean; ended: boolean };

/** What keeps RMAN from reading the script, or our rule about secrets from being kept; empty for a good one. */
export function customScriptProblems(text: string): ScriptProblem[] {
  if (text.trim() === '') return [{ code: 'script.empty', params: {} }];
  const lines = lineProblems(text);
  if (lines.length > 0) return lines;
  const read = words(text);
  if (read.openQuote !== null) return [{ code: 'script.quote', params: { at: read.openQuote } }];
  const { commands, problem } = commandsOf(read.words);
  if (problem) return [problem];
  return commands.flatMap((command) => commandProblem(command) ?? secretProblem(command) ?? []).slice(0, 1);
}

/** What the form warns of; a script that cannot be read yet has none. */
export function customScriptWarnings(text: string): ScriptWarning[] {
  if (customScriptProblems(text).length > 0) return [];
  const { commands } = commandsOf(words(text).words);
  const warnings = commands.flatMap((command) => {
    const found = warningsOf(command);
    return found.map((code) => ({ code, line: command.first.line }));
  });
  const backs = commands.some(({ first }) => ['BACKUP', 'RECOVER', 'EXECUTE', '@'].includes(first.text));
  return backs ? warnings : [...warnings, { code: 'no-backup', line: 1 }];
}

function lineProblems(text: string): ScriptProblem[] {
  for (const [index, line] of text.split('\n').entries()) {
    const at = index + 1;
    if (UNREADABLE.test(line.replace(/\r$/, '')) || line.slice(0, -1).includes('\r')) return [{ code: 'script.character', params: { at } }];
    if (line.length > MOST_LINE) return [{ code: 'script.long-line', params: { at, max: MOST_LINE } }];
    // RMAN substitutes in strings and comments too.
    if (line.includes('&')) return [{ code: 'script.substitution', params: { at } }];
  }
  return [];
}

function commandsOf(all: readonly ScriptWord[]): { commands: Command[]; problem: ScriptProblem | null } {
  const commands: Command[] = [];
  let brace: ScriptWord | null = null;
  let current: ScriptWord[] = [];
  const close = (ended: boolean): void => {
    if (current[0]) commands.push({ first: current[0], words: current, inside: brace !== null, ended });
    current = [];
  };
  const wrong = (code: FieldProblemCode, word: ScriptWord): { commands: Command[]; problem: ScriptProblem } => ({
    commands,
    problem: { code, params: { at: word.line } },
  });
  for (const word of all) {
    if (word.kind === 'mark' && word.text === ';') close(true);
    else if (word.kind === 'mark' && word.text === '{') {
      if (brace || current.length !== 1 || current[0]!.text !== 'RUN') return wrong('script.brace', word);
      current = [];
      brace = word;
    } else if (word.kind === 'mark' && word.text === '}') {
      if (!brace) return wrong('script.brace', word);
      if (current[0]) return wrong('script.semicolon', current[0]);
      brace = null;
    } else if (isFileInclude(current) && word.line > current[0]!.line) {
      // `@file` ends with its line.
      close(true);
      current = [word];
    } else current.push(word);
  }
  if (brace) return wrong('script.brace', brace);
  if (current[0] && !isFileInclude(current)) return wrong('script.semicolon', current[0]);
  close(true);
  return { commands, problem: null };
}

const isFileInclude = (current: readonly ScriptWord[]): boolean => current[0]?.text === '@';

function commandProblem({ first, words: all, inside }: Command): ScriptProblem | null {
  const { text: word, line: at } = first;
  const known = first.kind === 'word' || word === '@';
  if (word === ALLOCATE) {
    const maintenance = all.some(({ text }) => text === 'MAINTENANCE');
    if (maintenance && inside) return { code: 'script.inside-run', params: { at, word: 'ALLOCATE CHANNEL FOR MAINTENANCE' } };
    return maintenance || inside ? null : { code: 'script.outside-run', params: { at, word } };
  }
  if (word === 'SWITCH' && !inside) return { code: 'script.outside-run', params: { at, word } };
  if (known && ANYWHERE.includes(word)) return null;
  if (!known || !(TOP_ONLY.includes(word) || word === '@')) return { code: 'script.command', params: { at, word } };
  return inside ? { code: 'script.inside-run', params: { at, word } } : null;
}

function secretProblem({ first, words: all }: Command): ScriptProblem | null {
  const identified = all.some(({ text }, index) => text === 'IDENTIFIED' && all[index + 1]?.text === 'BY');
  const connects = first.text === 'CONNECT';
  return identified || connects ? { code: 'script.secret', params: { at: first.line } } : null;
}

function warningsOf({ first, words: all }: Command): ScriptWarningCode[] {
  const said = all.map(({ kind, text }) => (kind === 'string' ? '?' : text)).join(' ');
  switch (first.text) {
    case 'DELETE':
      return [
        ...(/\bFORCE\b/.test(said) ? ['delete-force' as const] : []),
        // Without NOPROMPT RMAN asks, nobody answers, and nothing is deleted (reference §3.4).
        ...(/\bNOPROMPT\b/.test(said) ? [] : ['delete-prompts' as const]),
      ];
    case 'BACKUP':
      return [
        ...(/\bDELETE (ALL )?INPUT\b/.test(said) ? ['delete-input' as const] : []),
        ...(/\bPLUS ARCHIVELOG\b.*\bTAG\b/.test(said) ? ['tag-after-plus' as const] : []),
      ];
    case 'CONFIGURE':
      return ['configure'];
    case 'HOST':
      return ['host'];
    case 'SHUTDOWN':
    case 'STARTUP':
      return ['shutdown'];
    case 'SQL':
    case 'ALTER':
      return ['sql'];
    case 'SPOOL':
      return ['spool'];
    case 'SET':
      return all[1]?.text === 'COMMAND' ? ['set-command-id'] : [];
    case '@':
      return ['include'];
    default:
      return [];
  }
}
