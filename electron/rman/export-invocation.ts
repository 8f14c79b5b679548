// How expdp is called for a run, and once more to kill its job: binary, arguments, environment and standard input, as
// pure data; starts nothing.
import type { Launch } from '../app/ports.ts';
import { oracleEnv, programOf } from '../app/oracle-environment.ts';
import { jobNameOf, type DataPumpScope } from '../../shared/domain/strategy/data-pump.ts';
import { isRemote, type TargetLogin } from '../../shared/domain/target.ts';
import { readableCall, simulatorEnv, type Invocation, type InvocationInput } from './invocation.ts';

/** The program's name is the simulator's first word: RMAN has no argument of that name. */
const PROGRAM = 'expdp';
/** The client runs in the run's directory, so its path needs no quoting. */
const PARFILE = 'export.par';

/** As for RMAN; `secretStatements` are answers to the client's questions: the password of the dump files. */
export type ExportInvocationInput = InvocationInput & { scope: DataPumpScope; runId: string };

/**
 * The call of expdp for one run. Everything that the export is stands in the parfile; who connects stands in the
 * arguments, without a password: expdp asks for that, and then for the one of the dump files (reference §6.1).
 */
export function exportInvocationOf(input: ExportInvocationInput): Invocation {
  const called = command(input, [`parfile=${PARFILE}`]);
  const { runner } = input.target.spec;
  const elsewhere = isRemote(runner) ? { elsewhere: { runner, files: [PARFILE] } } : {};
  const answers = answersOf(input);
  const stdin = answers.length === 0 ? null : lines(answers);
  const { directory, spool } = input.files;
  const launch: Launch = { directory, ...called, stdin, spool, ...elsewhere };
  const typed = answers.length === 0 ? '' : ` <<EOF\n${lines(answers.map(() => '*'))}EOF`;
  return { launch, commandLine: `${readableCall(launch)}${typed}` };
}

/** A command that is talked with, and all that it is told; `file`, `args` and `env` mean the runner's machine. */
export type KillJob = { file: string; args: string[]; env: Record<string, string>; stdin: string };

/**
 * The client that attaches to the run's job and kills it. Data Pump works in the server: to stop the client alone
 * leaves the job going on (reference §6.6). `KILL_JOB` drops the master table and the dump files written so far.
 */
export function killJobOf(input: Omit<ExportInvocationInput, 'files'>): KillJob {
  const prompt = input.secretStatements.length > 0 ? ['encryption_pwd_prompt=yes'] : [];
  const called = command(input, [`attach=${jobNameOf(input.runId)}`, ...prompt]);
  return { ...called, stdin: lines([...answersOf(input), 'KILL_JOB', 'YES']) };
}

const lines = (words: readonly string[]): string => words.map((word) => `${word}\n`).join('');

function command(
  input: Omit<ExportInvocationInput, 'files'>,
  words: readonly string[],
): { file: string; args: string[]; env: Record<string, string> } {
  const { runner, login } = input.target.spec;
  const args = [userWord(login, input.scope), ...words];
  if (runner.kind === 'simulated') {
    const { file, args: before } = input.simulator;
    return { file, args: [...before, PROGRAM, ...args], env: simulatorEnv(runner, input) };
  }
  return { file: programOf(runner, PROGRAM, input.platform), args, env: oracleEnv(runner, input) };
}

/** Passwords in the order in which expdp asks for them. */
function answersOf({ target, secret, secretStatements }: Omit<ExportInvocationInput, 'files'>): string[] {
  return [...(target.spec.login.kind === 'password' ? [secret ?? ''] : []), ...secretStatements];
}

/**
 * `/`, `user@service`, or in double quotes `"user@service as sysdba"`: a blank or a `=` would else begin another
 * argument.
 */
function userWord(login: TargetLogin, { connectIdentifier, privileged }: DataPumpScope): string {
  const user = login.kind === 'password' ? login.username : '/';
  const service = connectIdentifier ?? serviceOf(login);
  const text = `${user}${service === null ? '' : `@${service}`}${privileged ? ` as ${login.as}` : ''}`;
  return /^[\w/@.:$#-]+$/.test(text) ? text : `"${text}"`;
}

function serviceOf(login: TargetLogin): string | null {
  if (login.kind === 'os') return null;
  return login.kind === 'wallet' ? login.alias : login.connectIdentifier;
}
