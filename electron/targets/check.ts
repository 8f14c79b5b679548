// Judges the gathered facts of a target: pure, so that every outcome can be tried without an Oracle home.
import type { HomeFacts, RemoteFacts, TargetFacts } from './facts.ts';
import { PROBE_SECONDS, REMOTE_PROBE_SECONDS } from './facts.ts';
import { isOlder, releaseOf } from './rman-banner.ts';
import { declares, tnsNames } from './tns-names.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import { placeText } from '../../shared/domain/runner-place.ts';
import { isRemote, type OracleRunner, type RemoteRunner, type TargetSpec } from '../../shared/domain/target.ts';
import type { ErrorParams } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';

const OLDEST_SUPPORTED = '11.2';
const SYSBACKUP_SINCE = '12.1';

/** The rows of a check, in the order in which one would look by hand. */
export function judgeTarget(spec: TargetSpec, facts: TargetFacts): CheckRow[] {
  const rows = runnerRows(spec, facts);
  return facts.passwordStored === null ? rows : [...rows, passwordRow(spec, facts.passwordStored)];
}

function runnerRows(spec: TargetSpec, facts: TargetFacts): CheckRow[] {
  const { runner } = spec;
  switch (runner.kind) {
    case 'local':
      return facts.local ? homeRows(spec, runner, facts.local) : [];
    case 'simulated':
      return [good('version', runner.version)];
    default:
      return facts.remote ? remoteRows(spec, runner, facts.remote) : [];
  }
}

/** Without a way there nothing else can be said. */
function remoteRows(spec: TargetSpec, runner: RemoteRunner, facts: RemoteFacts): CheckRow[] {
  const { reach, workDirectory, detaches, home } = facts;
  const place = placeText(runner);
  if (reach) return [row('runner', 'bad', place, reach.code, reach.params)];
  const path = runner.workDirectory;
  return [
    detaches ? good('runner', place) : row('runner', 'bad', place, 'runner.no-setsid', { place }),
    workDirectory ? good('work-directory', path) : row('work-directory', 'bad', path, 'runner.work-directory', { path, place }),
    ...homeRows(spec, runner, home),
  ];
}

function homeRows(spec: TargetSpec, runner: OracleRunner, facts: HomeFacts): CheckRow[] {
  const { oracleHome: path } = runner;
  const missing: CheckRow = isRemote(runner)
    ? row('home', 'bad', path, 'runner.home-missing', { path, place: placeText(runner) })
    : row('home', 'bad', path, 'rman.home-missing', { path });
  return [
    facts.homeExists ? good('home', path) : missing,
    // Without its home a missing binary is no news.
    ...(facts.homeExists ? [binaryRow(runner, facts.binary)] : []),
    ...versionRows(spec, facts, isRemote(runner) ? REMOTE_PROBE_SECONDS : PROBE_SECONDS),
    ...tnsAdminRows(runner.tnsAdmin, facts.tnsAdminExists),
    ...aliasRows(facts.alias),
  ];
}

function binaryRow(runner: OracleRunner, { path, state }: HomeFacts['binary']): CheckRow {
  if (state === 'executable') return good('binary', path);
  if (isRemote(runner)) {
    const code = state === 'missing' ? 'runner.binary-missing' : 'runner.binary-not-executable';
    return row('binary', 'bad', path, code, { path, place: placeText(runner) });
  }
  return row('binary', 'bad', path, state === 'missing' ? 'rman.binary-missing' : 'rman.binary-not-executable', { path });
}

function versionRows({ login }: TargetSpec, { client, binary: { path } }: HomeFacts, seconds: number): CheckRow[] {
  if (client.kind === 'not-asked') return [];
  if (client.kind === 'silent') return [row('version', 'bad', '', 'rman.no-answer', { path, seconds })];
  const release = releaseOf(client.output);
  if (release === null) {
    const said = firstLine(client.output);
    // A loader that misses a library speaks in the client's place, and the shell's exit status is not 0.
    if (client.exitCode !== 0) return [row('version', 'bad', said, 'rman.start-failed', { detail: said })];
    return [row('version', 'bad', said, 'rman.not-oracle', { path, found: said })];
  }
  if (login.as === 'sysbackup' && isOlder(release, SYSBACKUP_SINCE)) {
    return [row('version', 'bad', release, 'rman.no-sysbackup', { release })];
  }
  if (isOlder(release, OLDEST_SUPPORTED)) {
    return [row('version', 'warning', release, 'rman.unsupported', { release, oldest: OLDEST_SUPPORTED })];
  }
  return [good('version', release)];
}

function tnsAdminRows(path: string | null, exists: boolean | null): CheckRow[] {
  if (path === null || exists === null) return [];
  return [exists ? good('tns-admin', path) : row('tns-admin', 'bad', path, 'tns-admin.missing', { path })];
}

// A name that is not found is a warning at most: directories and naming methods of other kinds may know it.
function aliasRows(alias: HomeFacts['alias']): CheckRow[] {
  if (alias === null) return [];
  const { name, path, text } = alias;
  if (text === null) return [row('alias', 'warning', name, 'alias.no-file', { alias: name, path })];
  return [declares(tnsNames(text), name) ? good('alias', name) : row('alias', 'warning', name, 'alias.unknown', { alias: name, path })];
}

function passwordRow({ name, login }: TargetSpec, stored: boolean): CheckRow {
  const user = login.kind === 'password' ? login.username : '';
  return stored ? good('password', user) : row('password', 'bad', user, 'secret.missing', { target: name });
}

const firstLine = (text: string): string => (text.split('\n').find((line) => line.trim() !== '') ?? '').trim().slice(0, 200);

const good = (what: CheckRow['what'], found: string): CheckRow => ({ what, state: 'good', found, problem: null });

function row(
  what: CheckRow['what'],
  state: CheckRow['state'],
  found: string,
  code: ErrorCode,
  params: ErrorParams,
): CheckRow {
  return { what, state, found, problem: { code, params, fields: [] } };
}
