// `respaldo run`: starts a run, follows its output to the end and answers with its verdict.
import type { RunDetail } from '../../shared/domain/history.ts';
import { isOver } from '../../shared/domain/run.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { findStrategy, withProfile, type ProfileSession } from './profile-session.ts';
import { runAsJson } from './run-as-json.ts';
import type { Terminal } from './terminal.ts';
import { verdictText } from './verdict-text.ts';

/**
 * If the application owns the profile it runs the strategy and this command only follows; otherwise this process
 * supervises the run itself until it is over. The first Ctrl-C cancels the run, as it would cancel RMAN.
 */
export function run(command: ParsedCommand, terminal: Terminal): Promise<number> {
  return withProfile(command, terminal, async (session) => {
    const { application, store } = session;
    const strategy = await findStrategy(store, command.words[0] ?? '', command.text('target'));
    const { runId } = await application.runs.start(strategy.id, 'command-line');
    terminal.interrupted.addEventListener('abort', () => {
      // The signal comes from nowhere: it is still the user's.
      const by = application.sessions.actor('command-line');
      application.acting.as(by, () => application.runs.cancel(runId)).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      });
    });
    const silent = command.flag('quiet') || command.json;
    for await (const chunk of application.runs.tail(runId, 0, new AbortController().signal)) {
      if (!silent) for (const line of chunk.lines) terminal.out(`${line}\n`);
    }
    const detail = await settled(session, runId);
    if (command.json) terminal.out(`${JSON.stringify(runAsJson(detail, command.language), null, 2)}\n`);
    else terminal.out(summary(detail, command));
    return exitCode(detail, command.flag('strict'));
  });
}

/** The tail ends with the log; the verdict is written a moment later. */
async function settled({ application }: ProfileSession, runId: string): Promise<RunDetail> {
  for (;;) {
    const detail = await application.runs.detail(runId);
    if (isOver(detail.run.state)) return detail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function summary({ run: { failure, id }, verdict, logPath }: RunDetail, command: ParsedCommand): string {
  const lines = [`\nrespaldo: ${id}${logPath ? ` (${logPath})` : ''}\n`];
  if (failure) lines.push(`${errorText(failure.code, failure.params, command.language)}\n`);
  if (verdict) lines.push(verdictText(verdict, command.language));
  return lines.join('');
}

function exitCode({ run: { state } }: RunDetail, strict: boolean): number {
  return state === 'queued' || state === 'preparing' || state === 'running' ? EXIT.unknown : exitCodeOf(state, strict);
}
