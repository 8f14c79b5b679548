// `respaldo explain`: judges a log file that anyone wrote, without a profile.
import type { Language } from '../../shared/domain/settings.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { judge } from '../../shared/rman/log/judge.ts';
import type { ParsedCommand } from './arguments.ts';
import { exitCodeOf } from './exit-codes.ts';
import { explainedLog } from './explained.ts';
import { bytesOf } from './file-word.ts';
import { verdictText } from './verdict-text.ts';
import type { Terminal } from './terminal.ts';

/** Prints what the log came to; the exit code says it too. @throws AppError `file.unreadable`, `cli.usage` */
export function explain(command: ParsedCommand, terminal: Terminal): number {
  const file = command.words[0] ?? '-';
  const verdict = judge({
    exitCode: exitCodeOption(command.text('exit-code')),
    signal: null,
    cancelled: false,
    log: bytesOf(file, terminal),
    pieces: null,
  });
  terminal.out(rendered(file, verdict, command.json, command.language));
  return exitCodeOf(verdict.outcome, command.flag('strict'));
}

function rendered(file: string, verdict: Verdict, json: boolean, language: Language): string {
  if (json) return `${JSON.stringify(explainedLog(file, verdict, language), null, 2)}\n`;
  return verdictText(verdict, language);
}

function exitCodeOption(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,3}$/.test(text)) throw new AppError('cli.usage', { detail: `--exit-code takes a number, not '${text}'` });
  return Number(text);
}
