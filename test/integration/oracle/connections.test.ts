// Connections over the real driver: what it says about every failure, that none of them outlives its time, that a pool
// recovers, and that no password comes out anywhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../electron/app/clock.ts';
import type { Oracle } from '../../../electron/app/oracle-ports.ts';
import { testConnection } from '../../../electron/databases/connection-test.ts';
import { sqlSecretNameOf } from '../../../electron/app/secret-names.ts';
import { createDatabases } from '../../../electron/databases/databases.ts';
import { createOracle } from '../../../electron/oracle/driver.ts';
import { connectionOutcome, type ConnectionRow } from '../../../shared/domain/connection-test.ts';
import { newSqlConnection, type SqlConnection } from '../../../shared/domain/sql-connection.ts';
import { newTargetSpec, type Target } from '../../../shared/domain/target.ts';
import { newId } from '../../../shared/domain/id.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { startOracle, type OracleOptions, type StandIn } from '../../support/oracle/index.ts';
import { selfSigned } from '../../support/self-signed.ts';

const PASSWORD = 'correct-horse-9';
const GRANTS = ['CREATE SESSION', 'SELECT_CATALOG_ROLE', 'CREATE TABLE', 'UNLIMITED TABLESPACE'];
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

type World = { server: StandIn; oracle: Oracle; connection: SqlConnection };

async function world(options: OracleOptions = {}): Promise<World> {
  const server = await startOracle({
    users: { MONITOR: { password: PASSWORD, grants: GRANTS } },
    ...options,
  });
  ending.push(() => server.stop());
  const oracle = createOracle({ clock: systemClock });
  ending.push(() => oracle.close(1000));
  return { server, oracle, connection: to(server.port) };
}

const to = (port: number, service = 'ORCL'): SqlConnection => ({
  ...newSqlConnection(),
  address: { kind: 'easy', protocol: 'tcp', host: '127.0.0.1', port, service },
  user: 'monitor',
  connectSeconds: 2,
  callSeconds: 2,
});

const credentials = (password = PASSWORD) => ({ password, walletPassword: null });

async function failure(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error(`no foreseen error: ${String(error)}`);
  return error;
}

async function rowsOf(oracle: Pick<Oracle, 'open'>, connection: SqlConnection, password = PASSWORD): Promise<ConnectionRow[]> {
  const rows: ConnectionRow[] = [];
  const tools = { oracle, clock: systemClock, credentials: async () => credentials(password) };
  for await (const row of testConnection(connection, tools, new AbortController().signal)) rows.push(row);
  return rows;
}

const states = (rows: readonly ConnectionRow[]): string => rows.map(({ step, state }) => `${step}:${state}`).join(' ');

function defineViews(server: StandIn): void {
  server.views.define('V$INSTANCE', ['VERSION', 'INSTANCE_NAME', 'HOST_NAME', 'STATUS'], [['19.20.0.0.0', 'orcl', 'db1', 'OPEN']]);
  server.views.define('V$DATABASE', ['NAME', 'DB_UNIQUE_NAME', 'DATABASE_ROLE', 'OPEN_MODE', 'LOG_MODE'],
    [['ORCL', 'ORCL_A', 'PRIMARY', 'READ WRITE', 'ARCHIVELOG']]);
  server.views.define('V$RECOVERY_FILE_DEST', ['NAME', 'SPACE_LIMIT', 'SPACE_USED', 'SPACE_RECLAIMABLE'],
    [['/fra', 100, 95, 90]]);
  for (const name of ['V$RMAN_BACKUP_JOB_DETAILS', 'V$RMAN_STATUS', 'V$SESSION_LONGOPS', 'V$BACKUP_PIECE']) {
    server.views.define(name, ['RECID'], []);
  }
}

describe('a session', () => {
  test('carries every kind of value there and back', async () => {
    const { oracle, connection, server } = await world();
    const session = await oracle.open(connection, credentials());
    await session.execute(
      'CREATE TABLE t (id NUMBER, name VARCHAR2(100), at TIMESTAMP(3) WITH TIME ZONE, body CLOB, raw_data BLOB)',
    );
    const at = new Date('2026-03-29T01:30:00.123Z');
    const rows = [
      { id: 1, name: 'José', at, body: 'x'.repeat(50_000), raw_data: new Uint8Array([1, 2, 3]) },
      { id: 2, name: null, at: null, body: null, raw_data: null },
    ];
    const done = await session.executeMany(
      'INSERT INTO t (id, name, at, body, raw_data) VALUES (:id, :name, :at, :body, :raw_data)', rows,
    );
    expect(done).toEqual({ rowsAffected: 2, errors: [] });
    expect(server.rows('MONITOR.T')).toEqual([]);
    await session.commit();
    const [first, second] = await session.query('SELECT id, name, at, body, raw_data FROM t ORDER BY id');
    expect(first).toMatchObject({ id: 1, name: 'José', at, body: 'x'.repeat(50_000) });
    expect([...(first?.['raw_data'] as Uint8Array)]).toEqual([1, 2, 3]);
    expect(second).toEqual({ id: 2, name: null, at: null, body: null, raw_data: null });
    await session.close();
    expect(server.bugs).toEqual([]);
  });

  test('tells which rows were refused, and keeps the others', async () => {
    const { oracle, connection } = await world();
    const session = await oracle.open(connection, credentials());
    await session.execute('CREATE TABLE t (id NUMBER CONSTRAINT t_pk PRIMARY KEY)');
    const { rowsAffected, errors } = await session.executeMany('INSERT INTO t (id) VALUES (:id)', [{ id: 1 }, { id: 1 }, { id: 2 }]);
    expect(rowsAffected).toBe(2);
    expect(errors).toMatchObject([{ offset: 1, code: 'ORA-00001' }]);
  });

  test.each([
    ['a wrong password', {}, 'wrong-password', 'ORA-01017'],
    ['a locked account', { locked: true }, PASSWORD, 'ORA-28000'],
    ['an expired password', { expired: true }, PASSWORD, 'ORA-28001'],
    ['no CREATE SESSION', { grants: [] }, PASSWORD, 'ORA-01045'],
  ])('says %s', async (_name, account, password, code) => {
    const { oracle, connection } = await world({ users: { MONITOR: { password: PASSWORD, ...account } } });
    const error = await failure(oracle.open(connection, credentials(password)));
    expect(error.code).toBe('oracle.failed');
    expect(error.params['code']).toBe(code);
    expect(JSON.stringify(error.report()) + error.message + String(error.stack)).not.toContain(password);
  });

  test('says an unknown service, and that nothing listens', async () => {
    const { oracle, server, connection } = await world();
    expect((await failure(oracle.open(to(server.port, 'NOWHERE'), credentials()))).params['code']).toBe('NJS-518');
    await server.down();
    expect((await failure(oracle.open(connection, credentials()))).params['code']).toBe('NJS-503');
  });

  test('that is lost says so, and says so again', async () => {
    const { oracle, server, connection } = await world();
    const session = await oracle.open(connection, credentials());
    server.dropConnections();
    expect((await failure(session.query('SELECT 1 AS a FROM dual'))).code).toBe('oracle.lost');
    expect((await failure(session.commit())).code).toBe('oracle.lost');
  });

  test('of a server that says nothing any more is left in time, its socket too', async () => {
    const { oracle, server, connection } = await world();
    const session = await oracle.open({ ...connection, callSeconds: 1 }, credentials());
    server.faults.add({ at: 'execute', harm: { do: 'hang', moment: 'before' } });
    expect((await failure(session.query('SELECT 1 AS a FROM dual'))).params).toMatchObject({ code: 'NJS-123', lost: 1 });
    await expect.poll(() => server.sessions().length).toBe(0);
  });

  test('is not waited for when the log-in hangs', async () => {
    const { oracle, server, connection } = await world();
    server.faults.add({ at: 'logon', harm: { do: 'hang', moment: 'before' } });
    const error = await failure(oracle.open({ ...connection, connectSeconds: 1 }, credentials()));
    expect(error.params).toMatchObject({ code: 'NJS-510', lost: 1 });
  });

  test('that is being opened while the application quits is not waited for', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    ending.push(() => mute.close());
    const oracle = createOracle({ clock: systemClock });
    const { port } = mute.address() as { port: number };
    const opening = failure(oracle.open({ ...to(port), connectSeconds: 300 }, credentials()));
    await expect.poll(() => new Promise((resolve) => mute.getConnections((_, count) => resolve(count)))).toBe(1);
    await oracle.close(100);
    expect((await opening).code).toBe('oracle.closed');
  });

  test('over TCPS trusts the wallet, and nothing without it', async () => {
    const tls = selfSigned();
    const { oracle, server } = await world({ tls: { key: tls.key, cert: tls.cert } });
    const wallet = mkdtempSync(join(tmpdir(), 'wallet-'));
    ending.push(() => rmSync(wallet, { recursive: true }));
    writeFileSync(join(wallet, 'ewallet.pem'), `${tls.cert}\n${tls.key}`);
    const plain = to(server.port);
    const tcps: SqlConnection = { ...plain, address: { kind: 'easy', protocol: 'tcps', host: 'localhost', port: server.port, service: 'ORCL' } };
    expect((await failure(oracle.open(tcps, credentials()))).params['code']).toBe('NJS-506');
    const session = await oracle.open({ ...tcps, walletDirectory: wallet }, credentials());
    expect(await session.query('SELECT 1 AS a FROM dual')).toEqual([{ a: 1 }]);
  });
});

describe('a pool', () => {
  test('rolls back what was not committed, and lends the same session again', async () => {
    const { oracle, server, connection } = await world();
    const pool = oracle.pool(connection, async () => credentials());
    await pool.use((session) => session.execute('CREATE TABLE t (id NUMBER)'));
    await pool.use((session) => session.execute('INSERT INTO t (id) VALUES (1)'));
    await pool.use((session) => session.commit());
    expect(server.rows('MONITOR.T')).toEqual([]);
    expect(server.sessions().length).toBe(1);
  });

  test('opens no more than it may; who waits too long is told', async () => {
    const { oracle, connection } = await world();
    const pool = oracle.pool(connection, async () => credentials(), { max: 1, queueMs: 50 });
    const taken = await pool.take();
    expect((await failure(pool.take())).code).toBe('oracle.busy');
    const next = pool.take();
    await taken.close();
    await (await next).close();
  });

  test('recovers by itself from a restart of the database', async () => {
    const { oracle, server, connection } = await world();
    const pool = oracle.pool(connection, async () => credentials(), { pingMs: 0 });
    await pool.use((session) => session.query('SELECT 1 AS a FROM dual'));
    await server.restart();
    expect(await pool.use((session) => session.query('SELECT 1 AS a FROM dual'))).toEqual([{ a: 1 }]);
  });
});

describe('the test of a connection', () => {
  test('goes the whole way', async () => {
    const { oracle, server, connection } = await world();
    defineViews(server);
    const rows = await rowsOf(oracle, connection);
    expect(states(rows)).toBe(
      'resolve:good reach:good service:good log-in:good privileges:good version:good role:good log-mode:good recovery-area:good',
    );
    expect(rows.find(({ step }) => step === 'role')?.found).toBe('ORCL_A · PRIMARY · READ WRITE');
    await expect.poll(() => server.sessions().length).toBe(0);
  });

  test('says which grants are missing, and goes on', async () => {
    const { oracle, server, connection } = await world({
      users: { MONITOR: { password: PASSWORD, grants: ['CREATE SESSION', 'SELECT ON V_$DATABASE', 'SELECT ON V_$INSTANCE'] } },
    });
    defineViews(server);
    const rows = await rowsOf(oracle, connection);
    expect(connectionOutcome(rows)).toBe('warning');
    expect(rows.find(({ step }) => step === 'privileges')?.grants).toContain('GRANT SELECT ON sys.v_$rman_status TO monitor');
    expect(rows.find(({ step }) => step === 'recovery-area')).toMatchObject({
      state: 'warning', reason: 'view-missing', grants: ['GRANT SELECT ON sys.v_$recovery_file_dest TO monitor'],
    });
  });

  test('stops at the first step that fails, and calls the rest not tried', async () => {
    const { oracle, server, connection } = await world();
    expect(states(await rowsOf(oracle, connection, 'wrong-password')).split(' ').slice(0, 5)).toEqual(
      ['resolve:good', 'reach:good', 'service:good', 'log-in:bad', 'privileges:not-tried'],
    );
    expect(states(await rowsOf(oracle, to(server.port, 'NOWHERE'))).split(' ').slice(2, 4)).toEqual(['service:bad', 'log-in:not-tried']);
    await server.down();
    expect(await rowsOf(oracle, connection)).toMatchObject([{ state: 'good' }, { state: 'bad', reason: 'port-refused' }, ...Array(7).fill({ state: 'not-tried' })]);
  });

  test('explains a name that tnsnames.ora does not have', async () => {
    const { oracle, server, connection } = await world();
    defineViews(server);
    const tnsAdmin = mkdtempSync(join(tmpdir(), 'tns-'));
    ending.push(() => rmSync(tnsAdmin, { recursive: true }));
    const alias = (name: string): SqlConnection => ({ ...connection, address: { kind: 'alias', alias: name, tnsAdmin } });
    expect((await rowsOf(oracle, alias('PROD')))[0]).toMatchObject({ state: 'bad', reason: 'tns-file-missing' });
    const entry = `(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=127.0.0.1)(PORT=${server.port}))\n  (CONNECT_DATA=(SERVICE_NAME=ORCL)))`;
    writeFileSync(join(tnsAdmin, 'tnsnames.ora'), `# ours\nPROD, PROD2 =\n  ${entry}\nBAD = (DESCRIPTION=(\n`);
    expect((await rowsOf(oracle, alias('PRD')))[0]).toMatchObject({ reason: 'tns-name-missing', params: { known: 'PROD, PROD2' } });
    expect((await rowsOf(oracle, alias('bad')))[0]).toMatchObject({ reason: 'tns-name-broken', params: { line: 5 } });
    // The driver reads no file with an open bracket in it, and takes no blank between two names.
    writeFileSync(join(tnsAdmin, 'tnsnames.ora'), `PROD,PROD2 =\n  ${entry}\n`);
    expect(connectionOutcome(await rowsOf(oracle, alias('prod2')))).toBe('good');
  });
});

describe('the databases of a profile', () => {
  async function databasesOf(password: string) {
    const { server, oracle, connection } = await world();
    const id = newId(1);
    const spec = { ...newTargetSpec('simulated'), name: 'PROD', sql: connection };
    const target: Target = { id, enabled: true, revision: 1, createdAt: 1, updatedAt: 1, spec };
    const secrets = memorySecrets();
    await secrets.write(sqlSecretNameOf(id, 'user'), password, false);
    const said: string[] = [];
    const log = (message: string, facts: unknown): void => void said.push(message + JSON.stringify(facts));
    const databases = createDatabases({
      store: { targets: { list: async () => [target], get: async () => target } } as never,
      secrets,
      oracle,
      clock: systemClock,
      logger: { info: log, warn: log, exception: (error, where) => (said.push(`${String(error)} ${where}`), 'X') },
      changed: () => undefined,
      random: () => 0,
    });
    ending.push(() => databases.end());
    const state = async () => (await databases.health())[0]?.state;
    return { databases, server, id, said, state };
  }

  test('a database that comes back is found again', async () => {
    const { databases, server, state, id } = await databasesOf(PASSWORD);
    await databases.begin();
    await expect.poll(state).toBe('up');
    await server.down();
    await failure(databases.use(id, (session) => session.query('SELECT 1 AS a FROM dual')));
    // By now it may be under way again; what went wrong stays readable until it is over.
    expect((await databases.health())[0]?.error).not.toBeNull();
    await server.up();
    await expect.poll(state, { timeout: 10_000 }).toBe('up');
  });

  test('a refused password is never tried again by itself; a corrected one at once', async () => {
    const { databases, server, state, id, said } = await databasesOf('wrong-password');
    await databases.begin();
    await expect.poll(state).toBe('down');
    expect((await databases.health())[0]).toMatchObject({ nextTryAt: null, error: { params: { code: 'ORA-01017' } } });
    const tries = server.faults.seen.filter(({ call }) => call === 'connect').length;
    await failure(databases.use(id, (session) => session.query('SELECT 1 AS a FROM dual')));
    expect(server.faults.seen.filter(({ call }) => call === 'connect').length).toBe(tries);
    await databases.setPassword(id, 'user', PASSWORD, false);
    await expect.poll(state).toBe('up');
    expect(said.join('\n') + JSON.stringify(await databases.health())).not.toMatch(/wrong-password|correct-horse/);
  });
});
