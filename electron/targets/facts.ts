// Gathers what a check of a target needs to know from disk, client and keychain; judges nothing.
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { Launcher, Secrets } from '../app/ports.ts';
import { oracleEnv, programOf } from '../app/oracle-environment.ts';
import type { TargetLogin, TargetRunner, TargetSpec } from '../../shared/domain/target.ts';

/** What the probe of the client brought: its output, silence, or nothing because nobody asked. */
export type ClientAnswer = { kind: 'output'; exitCode: number | null; output: string } | { kind: 'silent' } | { kind: 'not-asked' };

export type LocalFacts = {
  homeExists: boolean;
  binary: { path: string; state: 'missing' | 'not-executable' | 'executable' };
  client: ClientAnswer;
  tnsAdminExists: boolean | null;
  /** The network name that must be resolved, and the file where it would stand (`null`: there is none). */
  alias: { name: string; path: string; text: string | null } | null;
};

export type TargetFacts = {
  local: LocalFacts | null;
  /** `null` when no password is needed. */
  passwordStored: boolean | null;
};

export type FactSources = {
  launcher: Pick<Launcher, 'probe'>;
  secrets: Pick<Secrets, 'has'>;
  platform: NodeJS.Platform;
  baseEnv: Record<string, string | undefined>;
};

/** The banner comes at once; whoever waits longer waits for something else. */
export const PROBE_SECONDS = 10;

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
    passwordStored: login.kind === 'password' ? secretName !== null && (await sources.secrets.has(secretName)) : null,
  };
}

async function gatherLocalFacts(
  runner: Extract<TargetRunner, { kind: 'local' }>,
  login: TargetLogin,
  askClient: boolean,
  sources: FactSources,
): Promise<LocalFacts> {
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
): Promise<LocalFacts['alias']> {
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

async function binaryState(path: string): Promise<LocalFacts['binary']['state']> {
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
