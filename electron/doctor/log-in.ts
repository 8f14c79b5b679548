// Lets RMAN log in and leave again, by the same road as a run: keeper, environment, secrets through standard input.
// Judges nothing, and leaves nothing behind.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Launcher, LiveChild, SimulatorCommand } from '../app/ports.ts';
import { invocationOf, type Invocation } from '../rman/invocation.ts';
import { filesOf } from '../rman/run-files.ts';
import type { LogInAnswer } from '../../shared/domain/doctor/judge-log-in.ts';
import type { Target } from '../../shared/domain/target.ts';

/** A listener that is there answers at once; a firewall that swallows packets never does. */
export const LOG_IN_SECONDS = 30;
/** What is asked to leave and does not is ended. */
const GRACE_MS = 2_000;
const MOST_OUTPUT = 64 * 1024;

export type LogInTools = {
  launcher: Launcher;
  clock: Pick<Clock, 'after'>;
  simulator: SimulatorCommand;
  /** The profile directory: simulated databases keep their state in it. */
  profile: string;
  platform: NodeJS.Platform;
  baseEnv: Record<string, string | undefined>;
};

export type LogInEnd = { answer: LogInAnswer; env: Record<string, string> };

/** What RMAN said, and the environment that it was given. @throws AppError `rman.start-failed` */
export async function logIn(
  target: Target,
  secret: string | null,
  tools: LogInTools,
  signal: AbortSignal,
): Promise<LogInEnd> {
  const directory = await mkdtemp(join(tmpdir(), 'respaldo-doctor-'));
  try {
    const files = filesOf(directory);
    await writeFile(files.script, 'exit;\n', { mode: 0o600 });
    const invocation: Invocation = invocationOf({ ...tools, target, files, secret, secretStatements: [] });
    const child = await tools.launcher.start(invocation.launch);
    const inTime = await endsInTime(child, tools.clock, signal);
    const output = await readFile(files.spool, 'utf8').catch(() => '');
    return { answer: inTime ? { output: output.slice(0, MOST_OUTPUT) } : null, env: invocation.launch.env };
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** False when it had to be ended. */
async function endsInTime(child: LiveChild, clock: Pick<Clock, 'after'>, signal: AbortSignal): Promise<boolean> {
  let late = false;
  const stop = (): void => {
    late = true;
    child.signal('terminate');
    stopHard = clock.after(GRACE_MS, () => child.signal('kill'));
  };
  let stopHard = (): void => {};
  const stopTimer = clock.after(LOG_IN_SECONDS * 1000, stop);
  signal.addEventListener('abort', stop, { once: true });
  await child.ended;
  signal.removeEventListener('abort', stop);
  stopTimer();
  stopHard();
  return !late;
}
