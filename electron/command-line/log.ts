// `respaldo log`: the log of a run, whole or followed to its end.
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';

const LINES_AT_ONCE = 2000;

/** @throws AppError `run.missing` */
export function log(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const runId = command.words[0] ?? '';
  const show = (from: number, lines: string[]): void => {
    if (command.json) lines.forEach((text, at) => terminal.out(`${JSON.stringify({ line: from + at + 1, text })}\n`));
    else if (lines.length > 0) terminal.out(`${lines.join('\n')}\n`);
  };
  return withProfile(command, terminal, async ({ application }) => {
    if (command.flag('follow')) {
      for await (const chunk of application.runs.tail(runId, 0, terminal.interrupted)) show(chunk.from, chunk.lines);
      return EXIT.good;
    }
    for (let from = 0; ; ) {
      const { lines, total } = await application.runs.lines(runId, from, LINES_AT_ONCE);
      show(from, lines);
      from += lines.length;
      if (lines.length === 0 || from >= total) return EXIT.good;
    }
  });
}
