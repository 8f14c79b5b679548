// Feeds source text to the grammar and commands to the execution: cmdfile mode, standard input, included files
// (reference §1.5). Owns prompts, echo and substitution variables.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Session } from './execution/session.ts';
import { execute, type Outcome } from './execution/execute.ts';
import type { Command } from './language/commands.ts';
import { createCursor, SyntaxRefusal } from './language/cursor.ts';
import { statement } from './language/grammar/statement.ts';
import { createLexer } from './language/lexer.ts';

const LONGEST_LINE = 4000;
const WRAPPER = 'RMAN-00558: error encountered while parsing input commands';

interface Substitution {
  values: Map<string, string>;
}

export function substitution(using: readonly string[]): Substitution {
  return { values: new Map(using.map((value, i) => [String(i + 1), value])) };
}

/** Replaces `&1`, `&1.`; a value that is missing is asked for on standard input. @throws SyntaxRefusal at its end */
async function substituted(session: Session, line: string, known: Substitution): Promise<string> {
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
  throw new SyntaxRefusal([WRAPPER, 'RMAN-01006: error signaled during parse', 'RMAN-02002: unexpected end of input file reached'], false);
}

function refuseLongLine(line: string, number: number, file: string): void {
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

const shownLine = (line: string): string =>
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

const linesOf = (text: string): string[] => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

function parseAll(session: Session, source: string, file: string): Command[] {
  const cursor = createCursor(createLexer(source), file);
  const options = { directSql: session.config.release.directSql };
  const commands: Command[] = [];
  for (let next = statement(cursor, options); next !== null; next = statement(cursor, options)) commands.push(next);
  return commands;
}

/**
 * cmdfile mode: everything is parsed before anything runs; the first failure ends the session.
 * @param path as given on the command line; shown in RMAN-01007
 */
export async function runCommandFile(
  session: Session,
  text: string,
  path: string,
  known: Substitution,
  checkOnly: boolean,
): Promise<void> {
  const lines = linesOf(text);
  let echoed = 0;
  const echoTo = (count: number): void => {
    for (; echoed < Math.min(count, lines.length); echoed++) {
      session.console.line(`${echoed === 0 ? 'RMAN>' : `${echoed + 1}>`} ${shownLine(lines[echoed] ?? '')}`);
    }
  };
  let commands: Command[];
  try {
    const source: string[] = [];
    for (const [i, line] of lines.entries()) {
      refuseLongLine(line, i + 1, path);
      source.push(await substituted(session, line, known));
    }
    refuseInjectedSyntax(session, path);
    commands = parseAll(session, source.join('\n') + '\n', path);
  } catch (error) {
    if (!(error instanceof SyntaxRefusal)) throw error;
    echoTo(refusedLine(error) ?? lines.length);
    refuse(session, error);
    return;
  }
  echoTo(lines.length);
  session.console.line(`${lines.length + 1}> `);
  if (checkOnly) {
    session.console.line('The cmdfile has no syntax errors');
    return;
  }
  await executeUntilFailure(session, commands, dirname(path));
}

/** The line a refusal points at. */
function refusedLine(refusal: SyntaxRefusal): number | null {
  const at = /at line (\d+)/.exec(refusal.lines.at(-1) ?? '');
  return at === null ? null : Number(at[1]);
}

function refuse(session: Session, refusal: SyntaxRefusal): void {
  session.failed = true;
  session.gap();
  session.stack(refusal.lines);
}

function refuseInjectedSyntax(session: Session, file: string): void {
  if (session.failures.strikeNamed('syntax') === null) return;
  throw new SyntaxRefusal(
    [
      WRAPPER,
      'RMAN-01009: syntax error: found "identifier": expecting one of: "backup, catalog, configure, connect, run, sql"',
      'RMAN-01008: the bad identifier was: bakcup',
      `RMAN-01007: at line 1 column 1 file: ${file}`,
    ],
    false,
  );
}

async function executeUntilFailure(session: Session, commands: readonly Command[], folder: string): Promise<Outcome> {
  for (const command of commands) {
    const outcome = command.kind === 'include' ? await runIncluded(session, command.file, folder) : await execute(session, command);
    if (outcome !== 'done') return outcome;
  }
  return 'done';
}

/** `@file` from standard input or from another file: its commands run one by one; a failure ends the file. */
async function runIncluded(session: Session, name: string, folder: string): Promise<Outcome> {
  const file = readCommandFile(name, folder);
  if (file === null) {
    session.failed = true;
    session.stack([WRAPPER, `RMAN-00556: could not open CMDFILE "${name}"`]);
    return 'failed';
  }
  const feed = createFeed(session, linesOf(file.text), name, dirname(file.path), substitution([]));
  const outcome = await feed(true);
  session.console.line('RMAN> **end-of-file**');
  session.gap();
  return outcome;
}

/** Gives lines one at a time to the grammar and runs each command as soon as it is whole. */
function createFeed(session: Session, lines: readonly string[], file: string, folder: string, known: Substitution) {
  return async (stopAtFailure: boolean): Promise<Outcome> => {
    const reader = createStatementReader(session, file, folder, known);
    for (const line of lines) {
      session.console.line(`${reader.prompt()}${shownLine(line)}`);
      const outcome = await reader.take(line);
      if (outcome === 'exit' || outcome === 'fatal') return outcome;
      if (outcome === 'failed' && stopAtFailure) return outcome;
    }
    return reader.end();
  };
}

/** Standard input: failures do not stop what follows. */
export async function runStandardInput(session: Session, known: Substitution, checkOnly: boolean): Promise<void> {
  const reader = createStatementReader(session, 'standard input', session.host.cwd, known, checkOnly);
  const echoes = session.config.release.echoesInput && !session.host.inputIsTerminal;
  refuseAtStart(session);
  for (;;) {
    if (!echoes) session.console.prompt(reader.prompt());
    const line = await session.clock.until(session.host.input.next());
    if (line === null) break;
    if (echoes) session.console.line(`${reader.prompt()}${shownLine(line)}`);
    else if (session.host.inputIsTerminal) session.console.assumeLineStart();
    const outcome = await reader.take(line);
    if (outcome === 'exit' || outcome === 'fatal') return;
  }
  if (echoes) session.console.prompt(reader.prompt());
  session.console.endLine();
  await reader.end();
}

function refuseAtStart(session: Session): void {
  try {
    refuseInjectedSyntax(session, 'standard input');
  } catch (error) {
    if (!(error instanceof SyntaxRefusal)) throw error;
    refuse(session, error);
  }
}

interface StatementReader {
  prompt(): string;
  take(line: string): Promise<Outcome>;
  /** The input ended: what is unfinished is refused. */
  end(): Outcome;
}

function createStatementReader(
  session: Session,
  file: string,
  folder: string,
  known: Substitution,
  checkOnly = false,
): StatementReader {
  let buffer = '';
  let lineCount = 0;
  const options = { directSql: session.config.release.directSql };

  const reset = (rest: string): void => {
    buffer = rest.trim() === '' ? '' : rest;
    lineCount = buffer === '' ? 0 : buffer.split('\n').length - 1;
  };

  /** The next whole statement of the buffer; null when more text must come first. */
  const next = (atEnd: boolean): Command | null => {
    if (buffer.trim() === '') return null;
    const cursor = createCursor(createLexer(buffer), file);
    try {
      const command = statement(cursor, options);
      if (command === null) reset('');
      else reset(buffer.slice(cursor.consumedTo()));
      return command;
    } catch (error) {
      if (!(error instanceof SyntaxRefusal)) throw error;
      if (error.atEnd && !atEnd) return null;
      // The rest of the line is lost, and with it the block it may have belonged to (reference §0, fact 8).
      reset('');
      throw error;
    }
  };

  const runOne = async (command: Command): Promise<Outcome> => {
    if (checkOnly) {
      session.console.line('The command has no syntax errors');
      return command.kind === 'exit' ? 'exit' : 'done';
    }
    const outcome = command.kind === 'include' ? await runIncluded(session, command.file, folder) : await execute(session, command);
    if (command.kind !== 'empty' && command.kind !== 'exit') session.gap();
    return outcome;
  };

  const take = async (line: string): Promise<Outcome> => {
    lineCount += 1;
    let worst: Outcome = 'done';
    try {
      refuseLongLine(line, lineCount, file);
      buffer += `${await substituted(session, line, known)}\n`;
      for (let command = next(false); command !== null; command = next(false)) {
        const outcome = await runOne(command);
        if (outcome === 'exit' || outcome === 'fatal') return outcome;
        if (outcome === 'failed') worst = 'failed';
      }
    } catch (error) {
      if (!(error instanceof SyntaxRefusal)) throw error;
      reset('');
      refuse(session, error);
      session.gap();
      worst = 'failed';
    }
    return worst;
  };

  return {
    prompt: () => (lineCount === 0 ? 'RMAN> ' : `${lineCount + 1}> `),
    take,
    end: () => {
      try {
        next(true);
        return 'done';
      } catch (error) {
        if (!(error instanceof SyntaxRefusal)) throw error;
        refuse(session, error);
        return 'failed';
      }
    },
  };
}
