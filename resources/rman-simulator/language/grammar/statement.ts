// One statement of a session: which command starts here, and what may stand inside RUN. The entry of the grammar.
import type { Command } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import { backup } from './backup.ts';
import { allocate, release } from './channel.ts';
import { configure, show } from './configure.ts';
import { listCommand, report, validate } from './inspect.ts';
import { catalog, change, crosscheck, deleteCommand } from './maintenance.ts';
import { recover, restore } from './restore.ts';
import { set } from './set.ts';

export interface GrammarOptions {
  /** SQL typed without the SQL keyword is understood (12.1+). */
  directSql: boolean;
}

type Grammar = (c: Cursor, options: GrammarOptions) => Command;

const SQL_VERBS = ['select', 'insert', 'update', 'begin', 'declare', 'grant', 'revoke', 'truncate', 'describe', 'desc'];

/** Commands allowed both alone and inside RUN. */
const SHARED: [string, Grammar][] = [
  ['backup', backup],
  ['catalog', catalog],
  ['change', change],
  ['configure', configure],
  ['crosscheck', crosscheck],
  ['delete', deleteCommand],
  ['host', host],
  ['recover', recover],
  ['report', report],
  ['restore', restore],
  ['resync', resync],
  ['show', show],
  ['shutdown', shutdown],
  ['sql', sql],
  ['startup', startup],
  ['validate', validate],
];

const TOP_LEVEL: [string, Grammar][] = [
  ['allocate', (c) => allocate(c, false)],
  ['connect', connect],
  ['exit', exit],
  ['list', listCommand],
  ['quit', exit],
  ['release', releaseAlone],
  ['run', runBlock],
  ['set', (c) => set(c, false)],
];

const RUN_ONLY: [string, Grammar][] = [
  ['allocate', (c) => allocate(c, true)],
  ['release', release],
  ['set', (c) => set(c, true)],
];

/** The next statement, or null at the end of the text. */
export function statement(c: Cursor, options: GrammarOptions): Command | null {
  if (c.peek().kind === 'end-of-file') return null;
  if (c.acceptMark(';')) return { kind: 'empty' };
  if (c.acceptMark('@')) return include(c);
  for (const [keyword, grammar] of TOP_LEVEL) if (c.accept(keyword)) return grammar(c, options);
  return shared(c, options) ?? c.fail();
}

function shared(c: Cursor, options: GrammarOptions): Command | null {
  for (const [keyword, grammar] of SHARED) if (c.accept(keyword)) return grammar(c, options);
  if (c.at('alter')) return alter(c, options);
  if (!options.directSql) return null;
  const verb = c.peek().kind === 'word' ? c.peek().text.toLowerCase() : '';
  return SQL_VERBS.includes(verb) || verb === 'create' || verb === 'drop' ? directSql(c) : null;
}

function directSql(c: Cursor): Command {
  return { kind: 'sql', text: c.rawStatement().trim(), direct: true };
}

function runBlock(c: Cursor, options: GrammarOptions): Command {
  c.expectMark('{');
  const body: Command[] = [];
  while (body.length === 0 || !c.acceptMark('}')) body.push(runCommand(c, options));
  c.acceptMark(';');
  return { kind: 'run', body };
}

function runCommand(c: Cursor, options: GrammarOptions): Command {
  for (const [keyword, grammar] of RUN_ONLY) if (c.accept(keyword)) return grammar(c, options);
  return shared(c, options) ?? c.fail();
}

/** `ALTER DATABASE OPEN|MOUNT` is RMAN's own; any other ALTER is SQL (12.1+). */
function alter(c: Cursor, options: GrammarOptions): Command {
  if (options.directSql) {
    const text = c.rawStatement().trim();
    const own = /^alter\s+database\s+(open|mount)$/i.exec(text);
    if (own === null) return { kind: 'sql', text, direct: true };
    return { kind: 'alter-database', to: own[1]?.toLowerCase() === 'open' ? 'OPEN' : 'MOUNTED' };
  }
  c.expect('alter', 'database');
  const to = c.oneOf('mount', 'open') === 'open' ? 'OPEN' : 'MOUNTED';
  if (to === 'OPEN') c.accept('resetlogs');
  c.expectMark(';');
  return { kind: 'alter-database', to };
}

function connect(c: Cursor): Command {
  const role = c.oneOf('target', 'catalog', 'auxiliary');
  const connectString = c.connectString();
  c.acceptMark(';');
  return { kind: 'connect', role, connectString };
}

function exit(c: Cursor): Command {
  c.acceptMark(';');
  return { kind: 'exit' };
}

function releaseAlone(c: Cursor): Command {
  c.expect('channel');
  c.acceptMark(';');
  return { kind: 'release', name: '' };
}

function host(c: Cursor): Command {
  const command = c.atString() ? c.string() : null;
  c.expectMark(';');
  return { kind: 'host', command };
}

function resync(c: Cursor): Command {
  c.expect('catalog');
  c.expectMark(';');
  return { kind: 'resync' };
}

function sql(c: Cursor): Command {
  const text = c.string();
  c.expectMark(';');
  return { kind: 'sql', text, direct: false };
}

function startup(c: Cursor): Command {
  const force = c.accept('force');
  const to = c.accept('nomount') ? 'STARTED' : c.accept('mount') ? 'MOUNTED' : 'OPEN';
  if (c.accept('dba')) c.accept('restrict');
  c.expectMark(';');
  return { kind: 'startup', to, force };
}

function shutdown(c: Cursor): Command {
  const modes = ['abort', 'immediate', 'normal', 'transactional'] as const;
  const mode = modes.find((word) => c.accept(word)) ?? 'normal';
  c.expectMark(';');
  return { kind: 'shutdown', mode: mode.toUpperCase() as 'NORMAL' | 'IMMEDIATE' | 'TRANSACTIONAL' | 'ABORT' };
}

/** `@file` and `@@file`: the name runs to the end of the line or the first blank. */
function include(c: Cursor): Command {
  const relative = c.acceptMark('@');
  return { kind: 'include', file: c.rawWord() ?? c.fail(), relative };
}
