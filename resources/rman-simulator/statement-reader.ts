// Takes lines one at a time and runs each command as soon as it is whole: standard input and included files.
import { execute, type Outcome } from './execution/execute.ts';
import type { Session } from './execution/session.ts';
import type { Command } from './language/commands.ts';
import { createCursor, SyntaxRefusal } from './language/cursor.ts';
import { statement } from './language/grammar/statement.ts';
import { createLexer } from './language/lexer.ts';
import { refuseLongLine, substituted, type Substitution } from './script-source.ts';

/** Prints why text was refused; the session has failed. */
export function refuse(session: Session, refusal: SyntaxRefusal): void {
  session.failed = true;
  session.gap();
  session.stack(refusal.lines);
}

export interface StatementReader {
  prompt(): string;
  take(line: string): Promise<Outcome>;
  /** The input ended: what is unfinished is refused. */
  end(): Outcome;
}

export interface StatementSource {
  /** Its name in RMAN-01007. */
  file: string;
  known: Substitution;
  /** Parse only. */
  checkOnly: boolean;
  /** Runs the file that `@` names. */
  include(name: string): Promise<Outcome>;
}

export function createStatementReader(session: Session, source: StatementSource): StatementReader {
  const { file, known, checkOnly } = source;
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
    const cursor = createCursor(createLexer(buffer), file, session.config.release.unknownWords);
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
    const outcome = command.kind === 'include' ? await source.include(command.file) : await execute(session, command);
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
