// Runs a program briefly at any runner and says what came of it: for a version, a clock, a free space. Judges nothing.
import type { Launcher } from '../app/ports.ts';
import { oracleEnv } from '../app/oracle-environment.ts';
import type { TargetRunner } from '../../shared/domain/target.ts';
import { commandAt } from './command-at.ts';

/** What a short look brought: what the program printed, or `null` when it did not answer in time. */
export type ProbeAnswer = { exitCode: number | null; output: string } | null;

/**
 * `probeAt(launcher, runner)(file, args, ms)` runs `file` where the runner starts its programs, in the environment of
 * its Oracle home (a simulated one has none). `ms` is the time for the whole of it, the way there included. An `output`
 * of a remote runner may be its client's own words: `runnerFailure` tells. Standard input is empty.
 */
export function probeAt(
  launcher: Pick<Launcher, 'probe'>,
  runner: TargetRunner,
  ownEnv: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): (file: string, args: string[], ms: number) => Promise<ProbeAnswer> {
  return (file, args, ms) => {
    const env = runner.kind === 'simulated' ? { PATH: ownEnv['PATH'] ?? '' } : oracleEnv(runner, { baseEnv: ownEnv, platform });
    const command = commandAt(runner, { file, args, env }, ownEnv);
    return launcher.probe(command.file, command.args, command.env, ms);
  };
}
