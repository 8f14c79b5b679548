// How RMAN is called for a run: binary, arguments, environment and standard input, as pure data; starts nothing.
import { posix, win32 } from 'node:path';
import type { Launch, SimulatorCommand } from '../app/ports.ts';
import type { Target, TargetLogin, TargetRunner } from '../../shared/domain/target.ts';
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

/**
 * Names that reach RMAN. Everything else stays behind, above all TWO_TASK, LOCAL and ORACLE_PDB_SID, which would
 * silently choose another database (reference §1.3).
 */
const LET_THROUGH: Record<'posix' | 'windows', readonly string[]> = {
  posix: ['HOME', 'USER', 'LOGNAME', 'TMPDIR', 'TZ'],
  windows: ['SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'TEMP', 'TMP', 'USERNAME', 'USERDOMAIN', 'USERPROFILE', 'TZ'],
};

/** Texts and dates in one known form, whatever this desktop speaks (reference §0 fact 1). */
const FORCED = { NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8', NLS_DATE_FORMAT: 'YYYY-MM-DD HH24:MI:SS' };

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
    runner.kind === 'local'
      ? { file: rmanOf(runner.oracleHome, input.platform), args: words }
      : { file: input.simulator.file, args: [...input.simulator.args, ...words] };
  const env = { ...basicEnv(input), ...runnerEnv(runner, input), ...FORCED };
  const connect = login.kind === 'password' ? [connectText(login, input.secret ?? '')] : [];
  const stdin = typedIn ? typed([...connect, ...input.secretStatements]) : null;
  const launch: Launch = { directory: files.directory, ...called, env, stdin, spool: files.spool };
  return { launch, commandLine: readable(launch, login, input.secretStatements) };
}

/** The RMAN of an Oracle home, always by its absolute path: other programs are called rman too (reference §1.3). */
export function rmanOf(oracleHome: string, platform: NodeJS.Platform): string {
  return platform === 'win32' ? win32.join(oracleHome, 'bin', 'rman.exe') : posix.join(oracleHome, 'bin', 'rman');
}

/** The environment in which an Oracle home's own programs are asked about themselves. */
export function localEnv(
  runner: Extract<TargetRunner, { kind: 'local' }>,
  input: Pick<InvocationInput, 'baseEnv' | 'platform'>,
): Record<string, string> {
  return { ...basicEnv(input), ...oracleEnv(runner, input), ...FORCED };
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

function basicEnv({ baseEnv, platform }: Pick<InvocationInput, 'baseEnv' | 'platform'>): Record<string, string> {
  const windows = platform === 'win32';
  const env: Record<string, string> = {};
  for (const name of LET_THROUGH[windows ? 'windows' : 'posix']) {
    const value = baseEnv[name];
    if (value !== undefined) env[name] = value;
  }
  env['PATH'] = baseEnv['PATH'] ?? baseEnv['Path'] ?? (windows ? '' : '/usr/bin:/bin');
  return env;
}

function runnerEnv(runner: TargetRunner, input: InvocationInput): Record<string, string> {
  if (runner.kind === 'local') return oracleEnv(runner, input);
  const join = input.platform === 'win32' ? win32.join : posix.join;
  const failures = runner.failure === null ? [] : [{ name: runner.failure }];
  return {
    ...input.simulator.env,
    RESPALDO_SIM_HOME: join(input.profile, 'simulator', input.target.id),
    RESPALDO_SIM: JSON.stringify({ version: runner.version, seconds: runner.seconds, failures }),
  };
}

function oracleEnv(
  runner: Extract<TargetRunner, { kind: 'local' }>,
  input: Pick<InvocationInput, 'baseEnv' | 'platform'>,
): Record<string, string> {
  const windows = input.platform === 'win32';
  const { path, separator } = windows ? { path: win32, separator: ';' } : { path: posix, separator: ':' };
  return {
    PATH: `${path.join(runner.oracleHome, 'bin')}${separator}${basicEnv(input)['PATH']}`,
    ORACLE_HOME: runner.oracleHome,
    ORACLE_SID: runner.oracleSid,
    ...(windows ? {} : { LD_LIBRARY_PATH: path.join(runner.oracleHome, 'lib') }),
    ...(runner.tnsAdmin === null ? {} : { TNS_ADMIN: runner.tnsAdmin }),
  };
}

const TOLD = ['ORACLE_HOME', 'ORACLE_SID', 'TNS_ADMIN', 'RESPALDO_SIM_HOME', 'RESPALDO_SIM'];

function readable(launch: Launch, login: TargetLogin, secretStatements: readonly string[]): string {
  const env = TOLD.filter((name) => launch.env[name] !== undefined).map((name) => `${name}=${shown(launch.env[name]!)}`);
  const call = [...env, ...[launch.file, ...launch.args].map(shown)].join(' ');
  if (launch.stdin === null) return call;
  const masked = secretStatements.map((statement) => statement.replace(/"[^"]*"/g, '*'));
  if (login.kind !== 'password') return `${call} <<EOF\n${typed(masked)}EOF`;
  const at = login.connectIdentifier === null ? '' : `@${login.connectIdentifier}`;
  const connect = `connect target '${login.username}/*${at} as ${login.as}';`;
  return `${call} <<EOF\n${typed([connect, ...masked])}EOF`;
}

/** A word as a POSIX shell would take it back. */
const shown = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
