// Tells the database to kill the Data Pump job of a run. It must not know the ladder that it is the first step of.
import type { Clock } from '../app/ports.ts';
import type { StoredRun } from '../app/store-port.ts';
import { killJobOf } from '../rman/export-invocation.ts';
import { commandAt } from '../runners/command-at.ts';
import { exportInputOf, type PreparePorts } from './prepare.ts';

/** The client may have been started before its job was there: this often it is looked for, with a pause between. */
const LOOKS = 5;
const PAUSE_MS = 1500;
const MOST_OUTPUT = 64 * 1024;
/** No such job: not yet, or not any more. */
const NO_JOB = /ORA-31626|ORA-39002/;

/**
 * `true` when the client that was told to kill the job ended well. `false` for a run of RMAN's, a job that is not
 * there, or a client that could not connect. Never rejects: the ladder has other steps. `stillWanted` ends it early.
 */
export async function killJob(
  stored: StoredRun,
  ports: PreparePorts & { clock: Clock },
  stillWanted: () => boolean,
): Promise<boolean> {
  try {
    const input = await exportInputOf(stored, ports);
    if (input === null) return false;
    const { file, args, env, stdin } = killJobOf(input);
    const command = commandAt(input.target.spec.runner, { file, args, env }, process.env);
    for (let look = 0; look < LOOKS && stillWanted(); look += 1) {
      if (look > 0) await new Promise<void>((resolve) => ports.clock.after(PAUSE_MS, resolve));
      const talk = ports.launcher.converse(command.file, command.args, command.env);
      talk.say(stdin);
      talk.hush();
      const output = await heard(talk.output);
      const { exitCode } = await talk.ended;
      if (!NO_JOB.test(output)) return exitCode === 0;
    }
    return false;
  } catch (error) {
    ports.logger.warn('a Data Pump job could not be killed', { run: stored.run.id, reason: String(error) });
    return false;
  }
}

async function heard(output: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of output) if (text.length < MOST_OUTPUT) text += decoder.decode(chunk, { stream: true });
  return text;
}
