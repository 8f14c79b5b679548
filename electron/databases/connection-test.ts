// Tests a connection step by step, as a DBA would by hand: name, network, listener, log-in, and what the session may
// see. Changes nothing in the database and keeps nothing open.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Oracle, SqlCredentials, SqlSession } from '../app/oracle-ports.ts';
import type { Clock } from '../app/ports.ts';
import { findTnsEntry, readTnsNames } from '../oracle/tns-names.ts';
import { connectionSteps, type ConnectionRow, type ConnectionStep } from '../../shared/domain/connection-test.ts';
import type { SqlConnection } from '../../shared/domain/sql-connection.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { addressesOf, ipsOf, reach, type NetAddress } from './reach.ts';
import { lookInside } from './session-steps.ts';

/** A row without what the runner of the test fills in. */
export type Finding = Partial<Pick<ConnectionRow, 'found' | 'reason' | 'params' | 'grants'>> & {
  state: ConnectionRow['state'];
};

export type ConnectionTestTools = {
  oracle: Pick<Oracle, 'open'>;
  clock: Clock;
  /** @throws AppError `secret.missing` and the other errors of the keychain */
  credentials(): Promise<SqlCredentials>;
};

/**
 * The rows of the test, each as soon as it is known; after a step without which the next means nothing, the rest
 * comes as *not tried*. Ends early when `signal` aborts. Throws nothing foreseen.
 */
export async function* testConnection(
  connection: SqlConnection,
  { oracle, clock, credentials }: ConnectionTestTools,
  signal: AbortSignal,
): AsyncIterable<ConnectionRow> {
  const left: ConnectionStep[] = [...connectionSteps];
  let startedAt = clock.now();
  const row = (finding: Finding): ConnectionRow => {
    const step = left.shift() ?? 'recovery-area';
    const milliseconds = Math.max(0, clock.now() - startedAt);
    startedAt = clock.now();
    return { step, found: '', reason: null, params: {}, grants: [], ...finding, milliseconds };
  };
  const rest = (): ConnectionRow[] => left.map(() => 0).map(() => row({ state: 'not-tried' }));

  const { finding, addresses } = await resolve(connection);
  yield row(finding);
  if (finding.state === 'bad') return yield* rest();
  const reached = await reachOne(addresses, connection);
  yield row(reached);
  if (reached.state === 'bad' || signal.aborted) return yield* rest();

  let session: SqlSession;
  try {
    session = await oracle.open(connection, await credentials());
  } catch (error) {
    const { atService, finding: refused } = refusal(error, connection);
    if (atService) yield row(refused);
    else {
      yield row({ state: 'good', found: serviceOf(connection) });
      yield row(refused);
    }
    return yield* rest();
  }
  try {
    yield row({ state: 'good', found: serviceOf(connection) });
    yield row({ state: 'good', found: asWho(connection) });
    for await (const inside of lookInside(session, connection)) {
      if (signal.aborted) return;
      yield row(inside);
    }
  } finally {
    await session.close();
  }
}

async function resolve({ address }: SqlConnection): Promise<{ finding: Finding; addresses: NetAddress[] }> {
  if (address.kind === 'easy') return resolveHosts([{ host: address.host, port: address.port }]);
  if (address.kind === 'descriptor') return resolveDescriptor(address.text);
  const path = join(address.tnsAdmin, 'tnsnames.ora');
  const bad = (reason: ConnectionRow['reason'], params: ConnectionRow['params']) => ({
    finding: { state: 'bad' as const, found: address.alias, reason, params }, addresses: [],
  });
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return bad('tns-file-missing', { alias: address.alias, path });
  const names = readTnsNames(text);
  const broken = names.broken.find(({ name }) => name === address.alias.toUpperCase());
  if (broken) return bad('tns-name-broken', { alias: address.alias, path, line: broken.line });
  const entry = findTnsEntry(names, address.alias);
  // What another file includes is the driver's to read.
  if (!entry && names.includes.length > 0) return { finding: { state: 'good', found: address.alias }, addresses: [] };
  if (!entry) return bad('tns-name-missing', { alias: address.alias, path, known: knownNames(names.entries) });
  return resolveDescriptor(entry.descriptor);
}

const knownNames = (entries: readonly { name: string }[]): string =>
  entries.length === 0 ? '–' : entries.slice(0, 8).map(({ name }) => name).join(', ') + (entries.length > 8 ? ', …' : '');

async function resolveDescriptor(text: string): Promise<{ finding: Finding; addresses: NetAddress[] }> {
  const addresses = addressesOf(text);
  if (addresses.length === 0) return { finding: { state: 'bad', reason: 'descriptor-empty' }, addresses };
  if (/\(\s*HTTPS_PROXY\s*=/i.test(text)) return { finding: { state: 'good', found: hostsText(addresses) }, addresses: [] };
  return resolveHosts(addresses);
}

async function resolveHosts(addresses: NetAddress[]): Promise<{ finding: Finding; addresses: NetAddress[] }> {
  const ips = await Promise.all(addresses.map(({ host }) => ipsOf(host)));
  const known = addresses.filter((_, place) => (ips[place] ?? []).length > 0);
  const unknown = addresses.filter((_, place) => (ips[place] ?? []).length === 0).map(({ host }) => host);
  const found = addresses.map(({ host }, place) => `${host} → ${ips[place]?.[0] ?? '?'}`).join(', ');
  if (unknown.length === 0) return { finding: { state: 'good', found }, addresses };
  const params = { host: unknown.join(', ') };
  const state = known.length === 0 ? 'bad' : 'warning';
  return { finding: { state, found, reason: 'host-unknown', params }, addresses: known };
}

const hostsText = (addresses: readonly NetAddress[]): string =>
  addresses.map(({ host, port }) => `${host}:${port}`).join(', ');

/** One address that answers is enough; the driver tries them in turn. */
async function reachOne(addresses: readonly NetAddress[], { connectSeconds }: SqlConnection): Promise<Finding> {
  if (addresses.length === 0) return { state: 'warning', reason: 'through-proxy' };
  const tried = await Promise.all(addresses.map((address) => reach(address, connectSeconds * 1000)));
  const open = addresses.find((_, place) => tried[place] === 'open');
  if (open) return { state: 'good', found: `${open.host}:${open.port}` };
  const [first = 'unreachable'] = tried;
  const reason = first === 'refused' ? 'port-refused' : first === 'silent' ? 'port-silent' : 'host-unreachable';
  const { host = '', port = 0 } = addresses[0] ?? {};
  return { state: 'bad', found: hostsText(addresses), reason, params: { host, port, seconds: connectSeconds } };
}

/** What the listener or the network layer says, before anybody has looked at user and password. */
const BEFORE_LOG_IN = /^(NJS-(045|067|118|5\d\d)|DPI-1047|ORA-12[0-68]\d\d)$/;
const NATIVE_ENCRYPTION = /^ORA-(126[346]\d|1259\d)$/;

function refusal(error: unknown, connection: SqlConnection): { atService: boolean; finding: Finding } {
  if (!(error instanceof AppError)) throw error;
  if (error.code === 'oracle.restart-needed') {
    return { atService: true, finding: { state: 'bad', reason: 'restart-needed', params: error.params } };
  }
  const code = String(error.params['code'] ?? '');
  if (code === '') {
    return { atService: false, finding: { state: 'bad', found: connection.user, reason: 'no-password', params: {} } };
  }
  const atService = BEFORE_LOG_IN.test(code) || NATIVE_ENCRYPTION.test(code);
  const found = atService ? serviceOf(connection) : asWho(connection);
  const params = { code, detail: String(error.params['detail'] ?? ''), user: connection.user, service: serviceOf(connection) };
  return { atService, finding: { state: 'bad', found, reason: 'oracle', params, grants: grantsFor(code, connection) } };
}

/** What a colleague with the right would run. */
function grantsFor(code: string, { user, privilege }: SqlConnection): string[] {
  if (code === 'ORA-01045') return [`GRANT CREATE SESSION TO ${user}`];
  if (code === 'ORA-28000') return [`ALTER USER ${user} ACCOUNT UNLOCK`];
  if (code === 'ORA-01031' && privilege !== 'normal') return [`GRANT ${privilege.toUpperCase()} TO ${user}`];
  return [];
}

function serviceOf({ address }: SqlConnection): string {
  if (address.kind === 'easy') return address.service;
  if (address.kind === 'alias') return address.alias;
  return /\(\s*(?:SERVICE_NAME|SID)\s*=\s*([^()\s]+)/i.exec(address.text)?.[1] ?? '';
}

const asWho = ({ user, privilege }: SqlConnection): string =>
  privilege === 'normal' ? user : `${user} AS ${privilege.toUpperCase()}`;
