// How RMAN is called for a run: binary, arguments, environment and standard input, as pure data; starts nothing.
import { posix, win32 } from 'node:path';
import type { Launch, SimulatorCommand } from '../app/ports.ts';
import { FORCED, basicEnv, oracleEnv, programOf } from '../app/oracle-environment.ts';
import { isRemote, type Target, type TargetLogin, type TargetRunner } from '../../shared/domain/target.ts';
import { placeText } from '../../shared/domain/runner-place.ts';
import type { RunFiles } from './run-files.ts';

export type InvocationInput = {
  target: Target;
  files: RunFiles;
  /** The password of a `password` login, else `null`. */
  secret: string | null;
  /** Statements that no script may hold, such as the password of encrypted backups; they come before the script. */
  secretStatements: readonly string[];
  /** The profile directory: the simulated databases keep their state in it. */
  profile: string;
  simulator: SimulatorCommand;
  /** This process's own environment, of which a few names are let through. */
  baseEnv: Record<string, string | undefined>;
  platform: NodeJS.Platform;
};

/** A launch and how it reads to people: no secret is in `commandLine`. */
export type Invocation = { launch: Launch; commandLine: string };

/** The client runs in the run's directory; a relative name needs no quoting, whatever the profile's path holds. */
const CMDFILE = 'script.rman';

/**
 * The call of RMAN for one run. With a `password` login RMAN starts without a target, and `CONNECT` and the cmdfile
 * come through standard input; the script itself is still read as a cmdfile, never typed, so that a syntax error in a
 * block cannot turn its remaining lines into commands of their own (reference §0 facts 7 and 8).
 */
export function invocationOf(input: InvocationInput): Invocation {
  const { target, files } = input;
  const { runner, login } = target.spec;
  const typedIn = login.kind === 'password' || input.secretStatements.length > 0;
  const words = argumentsOf(login, typedIn);
  const called =
    runner.kind === 'simulated'
      ? { file: input.simulator.file, args: [...input.simulator.args, ...words], env: simulatorEnv(runner, input) }
      : { file: programOf(runner, 'rman', input.platform), args: words, env: oracleEnv(runner, input) };
  const connect = login.kind === 'password' ? [connectText(login, input.secret ?? '')] : [];
  const stdin = typedIn ? typed([...connect, ...input.secretStatements]) : null;
  const elsewhere = isRemote(runner) ? { elsewhere: { runner, files: [CMDFILE] } } : {};
  const launch: Launch = { directory: files.directory, ...called, stdin, spool: files.spool, ...elsewhere };
  return { launch, commandLine: readable(launch, login, input.secretStatements) };
}

/** `typedIn`: the script is named on standard input, behind what must come before it. */
function argumentsOf(login: TargetLogin, typedIn: boolean): string[] {
  if (login.kind === 'password') return [];
  const connect = login.kind === 'os' ? '/' : `/@${login.alias}`;
  const plain = login.as === 'sysdba' && /^[\w/@.]+$/.test(connect);
  const target = ['target', plain ? connect : `"${connect} as ${login.as}"`];
  return typedIn ? target : [...target, `cmdfile=${CMDFILE}`];
}

/**
 * `user/password@dsn as sysbackup` in RMAN's quotes. The password is quoted by itself, since a slash or an at sign
 * would end it; the outer quotes are then the other kind, and one of their own kind inside is doubled (reference §2.1).
 */
function connectText(login: Extract<TargetLogin, { kind: 'password' }>, secret: string): string {
  const at = login.connectIdentifier === null ? '' : `@${login.connectIdentifier}`;
  const text = `${login.username}/"${secret}"${at} as ${login.as}`;
  return `connect target '${text.replaceAll("'", "''")}';`;
}

const typed = (before: readonly string[]): string => [...before, `@${CMDFILE}`, 'exit;', ''].join('\n');

/** The environment of a simulated client. */
export function simulatorEnv(
  runner: Extract<TargetRunner, { kind: 'simulated' }>,
  input: Omit<InvocationInput, 'files'>,
): Record<string, string> {
  const join = input.platform === 'win32' ? win32.join : posix.join;
  const failures = runner.failure === null ? [] : [{ name: runner.failure }];
  return {
    ...basicEnv(input),
    ...input.simulator.env,
    RESPALDO_SIM_HOME: join(input.profile, 'simulator', input.target.id),
    RESPALDO_SIM: JSON.stringify({ version: runner.version, seconds: runner.seconds, failures }),
    ...FORCED,
  };
}

const TOLD = ['ORACLE_HOME', 'ORACLE_SID', 'TNS_ADMIN', 'RESPALDO_SIM_HOME', 'RESPALDO_SIM'];

function readable(launch: Launch, login: TargetLogin, secretStatements: readonly string[]): string {
  const call = readableCall(launch);
  if (launch.stdin === null) return call;
  const masked = secretStatements.map((statement) => statement.replace(/"[^"]*"/g, '*'));
  if (login.kind !== 'password') return `${call} <<EOF\n${typed(masked)}EOF`;
  const at = login.connectIdentifier === null ? '' : `@${login.connectIdentifier}`;
  const connect = `connect target '${login.username}/*${at} as ${login.as}';`;
  return `${call} <<EOF\n${typed([connect, ...masked])}EOF`;
}

/** The call as one would type it, with what was set in its environment and where it runs. */
export function readableCall(launch: Launch): string {
  const env = TOLD.filter((name) => launch.env[name] !== undefined).map((name) => `${name}=${shown(launch.env[name]!)}`);
  const place = launch.elsewhere ? `# ${placeText(launch.elsewhere.runner)}\n` : '';
  return place + [...env, ...[launch.file, ...launch.args].map(shown)].join(' ');
}

/** A word as a POSIX shell would take it back. */
const shown = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
