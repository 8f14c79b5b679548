// The three ways to give commands: cmdfile mode, standard input, included files (reference §1.5). Owns the echo.
import { dirname } from 'node:path';
import { execute, type Outcome } from './execution/execute.ts';
import type { Session } from './execution/session.ts';
import type { Command } from './language/commands.ts';
import { createCursor, SyntaxRefusal } from './language/cursor.ts';
import { statement } from './language/grammar/statement.ts';
import { createLexer } from './language/lexer.ts';
import {
  linesOf,
  readCommandFile,
  refuseLongLine,
  shownLine,
  substituted,
  substitution,
  WRAPPER,
  type Substitution,
} from './script-source.ts';
import { createStatementReader, refuse } from './statement-reader.ts';

function parseAll(session: Session, source: string, file: string): Command[] {
  const cursor = createCursor(createLexer(source), file, session.config.release.unknownWords);
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
    commands = parseAll(session, `${source.join('\n')  }\n`, path);
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
    const outcome =
      command.kind === 'include' ? await runIncluded(session, command.file, folder) : await execute(session, command);
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
  const outcome = await feed(session, linesOf(file.text), name, dirname(file.path));
  session.console.line('RMAN> **end-of-file**');
  session.gap();
  return outcome;
}

async function feed(session: Session, lines: readonly string[], file: string, folder: string): Promise<Outcome> {
  const include = (name: string): Promise<Outcome> => runIncluded(session, name, folder);
  const reader = createStatementReader(session, { file, known: substitution([]), checkOnly: false, include });
  for (const line of lines) {
    session.console.line(`${reader.prompt()}${shownLine(line)}`);
    const outcome = await reader.take(line);
    if (outcome !== 'done') return outcome;
  }
  return reader.end();
}

/** Standard input: failures do not stop what follows. */
export async function runStandardInput(session: Session, known: Substitution, checkOnly: boolean): Promise<void> {
  const include = (name: string): Promise<Outcome> => runIncluded(session, name, session.host.cwd);
  const reader = createStatementReader(session, { file: 'standard input', known, checkOnly, include });
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
