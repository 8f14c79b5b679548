// `respaldo pause` and `respaldo resume`: write the pause into the profile, where a running application sees it within
// a second. Runs under way go on.
import type { Pause } from '../../shared/domain/occurrence.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime, readComing, readSpan } from './moments.ts';
import { withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';
import { pauseSentence } from './words.ts';

/** @throws AppError `cli.usage` for a time that is none or is over */
export function pause(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const now = Date.now();
  const until = endOf(command, now);
  return change(command, terminal, { since: now, until });
}

export const resume = (command: ParsedCommand, terminal: Terminal): Promise<number> => change(command, terminal, null);

function endOf(command: ParsedCommand, now: number): number | null {
  const [span, moment] = [command.text('for'), command.text('until')];
  if (span !== undefined && moment !== undefined) throw usage('give --for or --until, not both');
  if (span !== undefined) return now + readSpan('--for', span);
  if (moment === undefined) return null;
  const until = readComing(moment, now);
  if (until <= now) throw usage(`--until takes a time to come, not '${moment}'`);
  return until;
}

const usage = (detail: string): AppError => new AppError('cli.usage', { detail });

function change(command: ParsedCommand, terminal: Terminal, next: Pause | null): Promise<number> {
  return withProfile(command, terminal, async ({ store }) => {
    await store.pause.save(next);
    const paused = next && { since: isoTime(next.since), until: isoTime(next.until) };
    terminal.out(
      command.json
        ? `${JSON.stringify({ respaldo: command.name, schemaVersion: 1, paused }, null, 2)}\n`
        : `${pauseSentence(next, command.language)}\n`,
    );
    return EXIT.good;
  });
}
