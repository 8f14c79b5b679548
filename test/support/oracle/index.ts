// A stand-in for an Oracle database, for tests: a TCP or TLS server that the real, unmodified oracledb driver (thin)
// talks to, over a small in-memory database with real transactions, privileges and SQL.
//
//   const oracle = await startOracle({ users: { LOGS: { password: 'tiger', grants: ['CREATE SESSION'] } } });
//   await oracledb.getConnection({ user: 'logs', password: 'tiger', connectString: oracle.connectString });
//   oracle.rows('LOGS.RUNS')                        committed rows, as objects with lower-case keys
//   oracle.views.define('V$DATABASE', ['DBID', 'NAME', 'LOG_MODE'], [[1, 'ORCL', 'ARCHIVELOG']])
//   oracle.sql('CREATE TABLE logs.t (a NUMBER)')    set-up as an all-powerful user, committed at once
//   oracle.clock.set(ms) / advance(ms)              database time: SYSDATE, SYSTIMESTAMP
//   oracle.faults.add({ at: 'commit', harm: { do: 'drop', moment: 'after' } })      the lost answer of a COMMIT
//   oracle.faults.random({ seed: 7, rate: 0.05, harms: [{ do: 'drop', moment: 'before' }, …] })
//   await oracle.restart({ downMs: 50 })            every connection is lost, committed rows stay
//   await oracle.stop()
//
// A user sees a V$ or DBA_ view with SELECT ANY DICTIONARY, SELECT_CATALOG_ROLE, or 'SELECT ON V_$DATABASE' among its
// grants; otherwise it answers ORA-00942. What the SQL engine does not know fails with ORA-00900 and says what it was.
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { type UserSpec } from './auth/accounts.ts';
import { newFaults, type Faults } from './faults/faults.ts';
import { type Protocol } from './net/connect.ts';
import { newDatabase, type Clock, type Database, type Service } from './session/database.ts';
import { openSession, newRun } from './session/session.ts';
import { serve, type ServeOptions } from './session/serve.ts';
import { defineView, type ViewCell, type ViewRow } from './seed.ts';
import { compileStatement, parse } from './sql/engine.ts';
import { type SessionState } from './sql/run.ts';
import { commit } from './sql/transactions.ts';
import { plainValue, type Plain } from './plain.ts';

export type { Faults, FaultSpec, Harm, RandomPlan } from './faults/faults.ts';
export type { UserSpec } from './auth/accounts.ts';

/** Which dialect of the protocol is spoken; by default that of the version. */
export type ProtocolName = '12.2' | '19c' | '23ai';

export type OracleOptions = {
  users?: Record<string, UserSpec>;
  /** Service names; one with a `container` of its own is a PDB. Default: ORCL (CDB$ROOT) and ORCLPDB1. */
  services?: (string | Service)[];
  /** Full release, e.g. 19.20.0.0.0. */
  version?: string;
  protocol?: ProtocolName;
  databaseName?: string;
  /** PEM key and certificate: then it is a TCPS server. */
  tls?: { key: string; cert: string };
  port?: number;
  /** Largest packet; small values split requests and answers. */
  sdu?: number;
  /** Bytes per write to the socket; 1 makes every packet arrive in pieces. */
  chunk?: number;
};

const PROTOCOLS: Record<ProtocolName, Protocol> = {
  '12.2': {
    tnsVersion: 315,
    fastAuth: false,
    endOfRequest: false,
    fieldVersion: 8,
    longStrings: false,
    timeZoneInDataTypes: false,
  },
  '19c': {
    tnsVersion: 318,
    fastAuth: false,
    endOfRequest: false,
    fieldVersion: 12,
    longStrings: true,
    timeZoneInDataTypes: true,
  },
  '23ai': {
    tnsVersion: 319,
    fastAuth: true,
    endOfRequest: true,
    fieldVersion: 24,
    longStrings: true,
    timeZoneInDataTypes: true,
  },
};

const protocolOf = (version: string): ProtocolName => {
  const major = Number(version.split('.')[0]);
  return major >= 23 ? '23ai' : major >= 18 ? '19c' : '12.2';
};

export type StandIn = {
  port: number;
  /** Full release. */
  version: string;
  /** Easy Connect to the first service. */
  connectString: string;
  /** Easy Connect to another service. */
  connectTo(service: string): string;
  faults: Faults;
  clock: Clock;
  users: {
    add(name: string, spec: UserSpec): void;
    lock(name: string, locked?: boolean): void;
    setPassword(name: string, password: string): void;
    grant(name: string, ...privileges: string[]): void;
    revoke(name: string, ...privileges: string[]): void;
  };
  views: {
    /** Rows as arrays or objects; Date becomes DATE, or TIMESTAMP for a column [name, 'TIMESTAMP']. */
    define(
      name: string,
      columns: (string | [string, string])[],
      rows: ViewRow[] | ((session: SessionState) => ViewRow[]),
    ): void;
    remove(name: string): void;
  };
  /** Committed rows of `SCHEMA.TABLE`. */
  rows(table: string): Record<string, Plain>[];
  /** Runs a statement as SYS, or all-powerful in the schema of another user, and commits. Queries answer their rows. */
  sql(text: string, as?: string): Record<string, Plain>[];
  /** Who is logged on. */
  sessions(): SessionState[];
  /** Ends sessions as a DBA would: their sockets are closed. */
  dropConnections(): void;
  /** Closes listener and connections, waits, listens on the same port again. */
  restart(options?: { downMs?: number }): Promise<void>;
  /** Closes listener and connections; `up` listens again. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
  /** Bugs of the stand-in itself that a connection met; a test expects it to be empty. */
  bugs: unknown[];
};

function listener(
  options: OracleOptions,
  database: Database,
  serving: ServeOptions,
  sockets: Set<Socket>,
  bugs: unknown[],
): Server {
  const onSocket = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (database.faults.listener === 'reset') return void socket.destroy();
    void serve(socket, database, serving, (error) => {
      bugs.push(error);
      socket.destroy();
    });
  };
  if (!options.tls) return createServer(onSocket);
  const server = createTlsServer(options.tls, onSocket);
  // A handshake that fails is the client's to report.
  server.on('tlsClientError', () => undefined);
  return server;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });

const services = (given: OracleOptions['services']): Service[] => {
  const wanted = given ?? [
    { name: 'ORCL', container: 'CDB$ROOT' },
    { name: 'ORCLPDB1', container: 'ORCLPDB1' },
  ];
  return wanted.map((one) => (typeof one === 'string' ? { name: one, container: one } : one));
};

/** Statements as SYS, without a connection. */
function administrator(database: Database): StandIn['sql'] {
  const account = {
    name: 'SYS',
    verifier: { kind: '11g' as const, salt: Buffer.alloc(0), key: Buffer.alloc(0) },
    locked: false,
    expired: false,
    administrative: new Set<string>(),
    failedLogons: 0,
  };
  const origin = { service: 'SYS$USERS', container: 'CDB$ROOT', program: '', machine: '', terminal: '', osUser: '' };
  return (text, as = 'SYS') => {
    const session = openSession(database, account, Buffer.alloc(0), 'SYSDBA', origin);
    session.state.user = as.toUpperCase();
    session.state.schema = as.toUpperCase();
    database.sessions.delete(session.state.id);
    const build = { catalogue: database.catalogue, session: session.state, binds: [], named: [] };
    const plan = compileStatement(parse(text).statement, build, database.accounts);
    const run = newRun(database, session, []);
    const rows = plan.kind === 'query' ? plan.rows(run) : (plan.run(run), []);
    commit(session.transaction);
    const columns = plan.kind === 'query' ? plan.columns : [];
    return rows.map((row) =>
      Object.fromEntries(columns.map((column, place) => [column.name.toLowerCase(), plainValue(row[place]!)])),
    );
  };
}

function committed(database: Database, name: string): Record<string, Plain>[] {
  const table = database.catalogue.objects.get(name.toUpperCase());
  if (table?.kind !== 'table') throw new Error(`no table ${name}`);
  return [...table.rows.values()].flatMap(({ committed: version }) =>
    version === null
      ? []
      : [
          Object.fromEntries(
            table.columns.map((column, place) => [column.name.toLowerCase(), plainValue(version[place]!)]),
          ),
        ],
  );
}

export async function startOracle(options: OracleOptions = {}): Promise<StandIn> {
  const version = options.version ?? '19.20.0.0.0';
  const faults = newFaults();
  const protocol = PROTOCOLS[options.protocol ?? protocolOf(version)];
  const database = newDatabase(version, options.databaseName ?? 'ORCL', services(options.services), protocol, faults);
  for (const [name, spec] of Object.entries(options.users ?? {})) database.addUser(name, spec);
  const sockets = new Set<Socket>();
  const bugs: unknown[] = [];
  const serving = { chunk: options.chunk ?? null, sdu: options.sdu ?? 8192 };
  let server = listener(options, database, serving, sockets, bugs);
  const port = await listen(server, options.port ?? 0);
  const dropConnections = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const down = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    dropConnections();
    await closed;
  };
  const up = async (): Promise<void> => {
    server = listener(options, database, serving, sockets, bugs);
    await listen(server, port);
  };
  const connectTo = (service: string): string => `${options.tls ? 'tcps' : 'tcp'}://127.0.0.1:${port}/${service}`;
  const accountOf = (name: string) => database.catalogue.accounts.get(name.toUpperCase())!;
  return {
    port,
    version,
    connectString: connectTo(database.services[0]!.name),
    connectTo,
    faults,
    clock: database.clock,
    users: {
      add: database.addUser,
      lock: (name, locked = true) => void (database.logons.get(name.toUpperCase())!.locked = locked),
      setPassword: (name, password) => database.accounts.alterUser(name.toUpperCase(), { password, locked: null }),
      grant: (name, ...privileges) => changeGrants(accountOf(name), privileges, true),
      revoke: (name, ...privileges) => changeGrants(accountOf(name), privileges, false),
    },
    views: {
      define: (name, columns, rows) => defineView(database.catalogue, name, columns, rows),
      remove: (name) => void database.catalogue.objects.delete(`SYS.${name.toUpperCase()}`),
    },
    rows: (table) => committed(database, table),
    sql: administrator(database),
    sessions: () => [...database.sessions.values()],
    dropConnections,
    async restart({ downMs = 0 } = {}) {
      await down();
      await new Promise((resolve) => setTimeout(resolve, downMs));
      await up();
    },
    down,
    up,
    stop: down,
    bugs,
  };
}

function changeGrants(
  account: { granted: Set<string>; objectGrants: Set<string> },
  privileges: string[],
  add: boolean,
): void {
  for (const privilege of privileges) {
    const [action, object] = privilege.toUpperCase().split(' ON ');
    const entry = object ? `${action} ON ${object.includes('.') ? object : `SYS.${object}`}` : action!;
    const set = object ? account.objectGrants : account.granted;
    if (add) set.add(entry);
    else set.delete(entry);
  }
}

export type { ViewCell };
