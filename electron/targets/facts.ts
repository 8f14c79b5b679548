// Gathers what a check of a target needs to know from disk, client and keychain; judges nothing.
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { Launcher, Secrets } from '../app/ports.ts';
import { oracleEnv, programOf } from '../app/oracle-environment.ts';
import { lookAtHome } from '../runners/look-at-home.ts';
import { probeAt } from '../runners/probe-at.ts';
import { isRemote, type RemoteRunner, type TargetLogin, type TargetRunner, type TargetSpec } from '../../shared/domain/target.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';

/** What the probe of the client brought: its output, silence, or nothing because nobody asked. */
export type ClientAnswer = { kind: 'output'; exitCode: number | null; output: string } | { kind: 'silent' } | { kind: 'not-asked' };

/** An Oracle home and what belongs to it, on whatever machine. */
export type HomeFacts = {
  homeExists: boolean;
  binary: { path: string; state: 'missing' | 'not-executable' | 'executable' };
  client: ClientAnswer;
  tnsAdminExists: boolean | null;
  /** The network name that must be resolved, and the file where it would stand (`null`: there is none). */
  alias: { name: string; path: string; text: string | null } | null;
};

/** What was seen behind a client; all but `reach` is as nothing when it says why there was no way. */
export type RemoteFacts = { reach: ErrorReport | null; workDirectory: boolean; detaches: boolean; home: HomeFacts };

export type TargetFacts = {
  local: HomeFacts | null;
  remote: RemoteFacts | null;
  /** `null` when no password is needed. */
  passwordStored: boolean | null;
};

export type FactSources = {
  launcher: Pick<Launcher, 'probe' | 'converse'>;
  secrets: Pick<Secrets, 'has'>;
  platform: NodeJS.Platform;
  baseEnv: Record<string, string | undefined>;
};

/** The banner comes at once; whoever waits longer waits for something else. */
export const PROBE_SECONDS = 10;
/** The way there takes its time, too. */
export const REMOTE_PROBE_SECONDS = 30;

/**
 * The facts of a target. `secretName` is `null` while it is not saved. The client is started (its version is asked)
 * only when `askClient`: a check before a run leaves that to the run itself.
 */
export async function gatherTargetFacts(
  spec: TargetSpec,
  secretName: string | null,
  askClient: boolean,
  sources: FactSources,
): Promise<TargetFacts> {
  const { runner, login } = spec;
  return {
    local: runner.kind === 'local' ? await gatherLocalFacts(runner, login, askClient, sources) : null,
    remote: isRemote(runner) ? await gatherRemoteFacts(runner, login, askClient, sources) : null,
    passwordStored: login.kind === 'password' ? secretName !== null && (await sources.secrets.has(secretName)) : null,
  };
}

async function gatherLocalFacts(
  runner: Extract<TargetRunner, { kind: 'local' }>,
  login: TargetLogin,
  askClient: boolean,
  sources: FactSources,
): Promise<HomeFacts> {
  const path = programOf(runner, 'rman', sources.platform);
  const state = await binaryState(path);
  return {
    homeExists: await isDirectory(runner.oracleHome),
    binary: { path, state },
    client: askClient && state === 'executable' ? await askForBanner(path, runner, sources) : { kind: 'not-asked' },
    tnsAdminExists: runner.tnsAdmin === null ? null : await isDirectory(runner.tnsAdmin),
    alias: await gatherAlias(runner, login, sources.platform),
  };
}

async function gatherRemoteFacts(
  runner: RemoteRunner,
  login: TargetLogin,
  askClient: boolean,
  { launcher, baseEnv, platform }: FactSources,
): Promise<RemoteFacts> {
  const path = programOf(runner, 'rman', platform);
  const alias = netAlias(login);
  const names = posix.join(runner.tnsAdmin ?? posix.join(runner.oracleHome, 'network', 'admin'), 'tnsnames.ora');
  const wanted = { binary: path, tnsNames: alias === null ? null : names };
  const seen = await lookAtHome(runner, wanted, launcher.converse, baseEnv);
  const { reach, workDirectory, detaches, homeExists, state, tnsAdminExists, tnsText } = seen;
  const ask = probeAt(launcher, runner, baseEnv, platform);
  const answer = askClient && state === 'executable' ? await ask(path, [], REMOTE_PROBE_SECONDS * 1000) : undefined;
  const client: ClientAnswer =
    answer === undefined ? { kind: 'not-asked' } : answer === null ? { kind: 'silent' } : { kind: 'output', ...answer };
  const home: HomeFacts = {
    homeExists,
    binary: { path, state },
    client,
    tnsAdminExists: runner.tnsAdmin === null ? null : tnsAdminExists,
    alias: alias === null ? null : { name: alias, path: names, text: tnsText },
  };
  return { reach, workDirectory, detaches, home };
}

/** RMAN without arguments presents itself, finds its standard input closed and leaves (reference §1.4). */
async function askForBanner(
  path: string,
  runner: Extract<TargetRunner, { kind: 'local' }>,
  { launcher, platform, baseEnv }: FactSources,
): Promise<ClientAnswer> {
  const answer = await launcher.probe(path, [], oracleEnv(runner, { baseEnv, platform }), PROBE_SECONDS * 1000);
  return answer === null ? { kind: 'silent' } : { kind: 'output', ...answer };
}

async function gatherAlias(
  runner: Extract<TargetRunner, { kind: 'local' }>,
  login: TargetLogin,
  platform: NodeJS.Platform,
): Promise<HomeFacts['alias']> {
  const name = netAlias(login);
  if (name === null) return null;
  const { join } = platform === 'win32' ? win32 : posix;
  const path = join(runner.tnsAdmin ?? join(runner.oracleHome, 'network', 'admin'), 'tnsnames.ora');
  return { name, path, text: await readFile(path, 'utf8').catch(() => null) };
}

/** The name that tnsnames.ora must know; Easy Connect strings and descriptions need no entry. */
export function netAlias(login: TargetLogin): string | null {
  const name = login.kind === 'wallet' ? login.alias : login.kind === 'password' ? login.connectIdentifier : null;
  return name === null || /[/:(]/.test(name) ? null : name;
}

async function binaryState(path: string): Promise<HomeFacts['binary']['state']> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return 'missing';
  return access(path, constants.X_OK).then(
    () => 'executable',
    () => 'not-executable',
  );
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
