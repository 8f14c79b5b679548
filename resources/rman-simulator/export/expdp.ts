// Data Pump's export client from its arguments to its exit code (reference §6): 0, 5 with errors that the job survived,
// or 1. Entry for run.ts.
import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { ConfigRefusal, readConfig, type SimulatorConfig } from '../config.ts';
import { armFailures } from '../execution/armed-failures.ts';
import { needsPassword, parseConnectString, type Credentials } from '../execution/connect.ts';
import type { Host } from '../host.ts';
import { createConsole, type Console } from '../output/console.ts';
import { ctime } from '../output/dates.ts';
import { newDatabase } from '../state/new-database.ts';
import { openStore } from '../state/store.ts';
import { attach } from './attach.ts';
import { orderOf, type ExportOrder } from './client-rules.ts';
import { directoryPath } from './dictionary.ts';
import { JobFailure, JobKilled, refuseOrder, removeFiles, runJob } from './export-job.ts';
import { Detached, exportSession, type ExportSession } from './export-session.ts';
import { jobsOf, type Job } from './jobs.ts';
import { ClientRefusal, parametersOf, type Parameters } from './parameters.ts';

/** Runs expdp as `host` describes it, its arguments without the program's own name. */
export async function simulateExpdp(host: Host): Promise<number> {
  const console = createConsole((bytes) => host.write(bytes), { crlf: false, nulPage: false, encoding: 'utf8', splitBytes: false });
  let config: SimulatorConfig;
  try {
    config = readConfig(host.env, host.cwd);
  } catch (error) {
    if (!(error instanceof ConfigRefusal)) throw error;
    host.writeError(`RMAN simulator: ${error.message}\n`);
    return 1;
  }
  try {
    const parameters = parametersOf(host.argv, releaseNumber(config), (path) => readText(path, host.cwd));
    return await connected(host, config, console, parameters);
  } catch (error) {
    if (!(error instanceof ClientRefusal)) throw error;
    console.line('');
    for (const line of error.lines) console.line(line);
    return 1;
  }
}

const releaseNumber = ({ release }: SimulatorConfig): number =>
  (release.name === '11.2' ? 11.2 : release.name === '12.2' ? 12.2 : release.major);

function readText(path: string, cwd: string): string | null {
  try {
    return readFileSync(isAbsolute(path) ? path : resolve(cwd, path), 'utf8');
  } catch {
    return null;
  }
}

async function connected(
  host: Host,
  config: SimulatorConfig,
  console: Console,
  parameters: Parameters,
): Promise<number> {
  const now = (): number => host.now().getTime();
  const store = openStore(config.home, () => newDatabase(config.home, config.database, now(), config.scale));
  const failures = armFailures(config.failures, store);
  const jobs = jobsOf(config.home);
  sayBanner(console, config, host);
  const user = parseConnectString(parameters.get('userid')?.[0] ?? '');
  if (needsPassword(user)) user.password = await asked(host, console, 'Password: ');
  const refusal = refusedConnection(config, user, failures.strike('connect')?.name ?? null);
  if (refusal !== null) {
    console.line('');
    for (const line of refusal) console.line(line);
    return 1;
  }
  const job = parameters.get('attach')?.[0];
  const ask = (prompt: string): Promise<string> => asked(host, console, prompt);
  if (job !== undefined) return attach({ host, config, console, jobs, owner: ownerOf(user), parameters, ask }, job);
  const order = orderOf(parameters);
  if (order.passwordPrompt && (await ask('Encryption Password: ')) === '') {
    throw new ClientRefusal('ORA-39001: invalid argument value', 'ORA-39176: Encryption password is incorrect.');
  }
  console.line('');
  console.line(`Connected to: Oracle Database ${config.release.name} ${editionName(config)} Release ${config.release.banner} - Production`);
  if (config.database.pdbs.length > 0 && user.alias === null) {
    console.line('');
    console.line('Warning: Oracle Data Pump operations are not typically needed when connected to the root or seed of a container database.');
    console.line('');
  }
  return perform({ host, config, console, failures, jobs, order, user });
}

function sayBanner(console: Console, { release }: SimulatorConfig, host: Host): void {
  console.line('');
  console.line(`Export: Release ${release.banner} - Production on ${ctime(host.now(), false)}`);
  if (release.version !== null) console.line(`Version ${release.version}`);
  console.line('');
  console.line(`Copyright (c) 1982, ${release.copyrightYear}, Oracle and/or its affiliates.  All rights reserved.`);
}

const editionName = ({ database }: SimulatorConfig): string =>
  ({ EE: 'Enterprise Edition', SE2: 'Standard Edition 2', XE: 'Express Edition', FREE: 'Free' })[database.edition];

async function asked(host: Host, console: Console, prompt: string): Promise<string> {
  console.prompt(prompt);
  const answer = await host.input.next();
  console.endLine();
  return answer ?? '';
}

/** `SYS` for a connection with a privilege or from the operating system. */
const ownerOf = (user: Credentials): string => (user.role !== null || user.user === '' ? 'SYS' : user.user.toUpperCase());

function refusedConnection(config: SimulatorConfig, user: Credentials, failure: string | null): string[] | null {
  const wrong = config.release.newNetworkTexts
    ? 'ORA-01017: invalid credential or not authorized; logon denied'
    : 'ORA-01017: invalid username/password; logon denied';
  const badPassword = user.user !== '' && (user.password === '' || (config.password !== null && user.password !== config.password));
  if (failure === 'connect-refused') {
    const text = config.release.newNetworkTexts ? 'Cannot connect. No listener at host 192.0.2.10 port 1521.' : 'TNS:no listener';
    return ['UDE-12541: operation generated ORACLE error 12541', `ORA-12541: ${text}`];
  }
  if (failure === 'bad-password' || badPassword) return ['UDE-01017: operation generated ORACLE error 1017', wrong];
  if (failure === 'no-privilege') return ['UDE-01031: operation generated ORACLE error 1031', 'ORA-01031: insufficient privileges'];
  if (failure === 'instance-down' || config.database.openMode !== 'OPEN') {
    return ['UDE-01034: operation generated ORACLE error 1034', 'ORA-01034: ORACLE not available'];
  }
  return null;
}

type Performed = Pick<ExportSession, 'host' | 'config' | 'failures' | 'jobs'> & {
  console: Console;
  order: ExportOrder;
  user: Credentials;
};

async function perform(parts: Performed): Promise<number> {
  const { host, config, console, order, jobs, user } = parts;
  const directory = directoryPath(order.directory, config.home);
  const job: Job = {
    owner: ownerOf(user),
    name: order.jobName ?? `SYS_EXPORT_${order.mode}_01`,
    mode: order.mode,
    pid: process.pid,
    started: host.now().getTime(),
    files: [],
  };
  const refused = (lines: readonly string[]): number => {
    for (const line of lines) console.line(line);
    return 1;
  };
  try {
    refuseOrder(exportSession({ ...parts, logFile: null }), order);
  } catch (error) {
    if (error instanceof JobFailure) return refused(error.lines);
    throw error;
  }
  if (!jobs.create(job)) {
    return refused([
      'ORA-31626: job does not exist', `ORA-31633: unable to create master table "${job.owner}.${job.name}"`,
      'ORA-06512: at "SYS.DBMS_SYS_ERROR", line 95', 'ORA-00955: name is already used by an existing object',
    ]);
  }
  const logFile = order.logFile === null || directory === null ? null : join(directory, order.logFile);
  return ended(exportSession({ ...parts, logFile }), console, order, job, user);
}

async function ended(
  session: ExportSession,
  console: Console,
  order: ExportOrder,
  job: Job,
  user: Credentials,
): Promise<number> {
  const { jobs, failures } = session;
  const name = `Job "${job.owner}"."${job.name}"`;
  const at = (): string => `at ${ctime(session.host.now(), false)} elapsed ${elapsed(session.host.now().getTime() - job.started)}`;
  const words = session.host.argv.filter((word) => word.startsWith('parfile=')).join(' ');
  session.say(`Starting "${job.owner}"."${job.name}":  ${shownUser(user)} ${words} `);
  try {
    const errors = await runJob(session, order, job);
    jobs.drop(job);
    if (failures.strikeNamed('no-end-line') === null) {
      session.say(errors === 0 ? `${name} successfully completed ${at()}` : `${name} completed with ${errors} error(s) ${at()}`);
    }
    console.line('');
    if (failures.strikeNamed('exit-one-without-error') !== null) return 1;
    return errors > 0 && failures.strikeNamed('exit-zero-with-error') === null ? 5 : 0;
  } catch (error) {
    if (error instanceof Detached) {
      console.line('');
      console.prompt('Export> ');
      return 0;
    }
    jobs.drop(job);
    if (error instanceof JobKilled) {
      removeFiles(job);
      session.say(`${name} killed by user request ${at()}`);
      return 1;
    }
    if (!(error instanceof JobFailure)) throw error;
    for (const line of error.lines) session.say(line);
    session.say(`${name} stopped due to fatal error ${at()}`);
    return 1;
  }
}

function shownUser({ user, alias, role }: Credentials): string {
  const text = `${user}/********${alias === null ? '' : `@${alias}`}`;
  return role === null ? text : `"${text} AS ${role}"`;
}

function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 86_400)} ${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
