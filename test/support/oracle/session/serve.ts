// One client from CONNECT to its end: negotiation, log-on, calls; and where the faults strike.
import { type Socket } from 'node:net';
import { beginLogon, finishLogon, readAuth, writeWelcome, type Logon } from '../auth/logon.ts';
import { type Harm } from '../faults/faults.ts';
import { connectValue, encodeAccept, encodeRefuse, parseConnect } from '../net/connect.ts';
import { PACKET } from '../net/packets.ts';
import { OracleError } from '../sql/errors.ts';
import { holds } from '../sql/privileges.ts';
import { offsetMinutes } from '../sql/literals.ts';
import { writeEnd } from '../ttc/answers.ts';
import { FUNCTION, MESSAGE, type Dialect } from '../ttc/dialect.ts';
import {
  readDataTypesRequest,
  readProtocolRequest,
  writeDataTypesAnswer,
  writeProtocolAnswer,
} from '../ttc/negotiate.ts';
import { reader, type Reader } from '../ttc/reader.ts';
import { writer, type Writer } from '../ttc/writer.ts';
import { readCall, readFunctionHeader, type Ready } from './calls.ts';
import { type Database, type Service } from './database.ts';
import { endOf } from './execute.ts';
import { openLine, type Line } from './line.ts';
import { closeSession, openSession, type Session } from './session.ts';

const FAST_AUTH_FIELD_VERSION = 13;

export type ServeOptions = { chunk: number | null; sdu: number };

type Client = {
  line: Line;
  database: Database;
  dialect: Dialect;
  service: Service;
  session: Session | null;
  logon: Logon | null;
  origin: { program: string; machine: string; terminal: string; osUser: string };
};

function finish(to: Writer, dialect: Dialect): Buffer {
  if (dialect.endOfRequest) to.u8(MESSAGE.endOfRequest);
  return to.end();
}

/** Waits until the peer has gone or breaks the call off. */
const foreverUntil = (line: Line, signal: AbortSignal): Promise<void> =>
  Promise.race([
    line.closed,
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
  ]);

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** Does what a fault says around the work of a call. `work` answers the payload. */
async function harmed(line: Line, signal: AbortSignal, harm: Harm | null, work: () => Promise<Buffer>): Promise<void> {
  if (harm?.do === 'drop' && harm.moment === 'before') return line.drop();
  if (harm?.do === 'hang' && harm.moment === 'before') return foreverUntil(line, signal);
  const payload = await work();
  if (harm?.do === 'hang') return foreverUntil(line, signal);
  if (harm?.do === 'late') await pause(harm.ms, signal);
  if (harm?.do !== 'drop') return line.answer(payload, signal);
  if (harm.moment === 'half') {
    line.answer(payload, signal, 0.5);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return line.drop();
}

function injected(harm: Harm | null): void {
  if (harm?.do !== 'error') return;
  const error = new OracleError(harm.code, 'injected');
  if (harm.message !== undefined) error.message = harm.message;
  throw error;
}

function serviceOf(database: Database, text: string): Service | number {
  const [service, sid] = [connectValue(text, 'SERVICE_NAME'), connectValue(text, 'SID')];
  const wanted = (service ?? sid ?? '').toUpperCase();
  const found = database.services.find((one) => one.name.toUpperCase() === wanted);
  return found ?? (service === null && sid !== null ? 12505 : 12514);
}

/** @returns the client once it is accepted; null when it was turned away. */
async function accept(line: Line, database: Database, options: ServeOptions): Promise<Client | null> {
  const first = await line.packet();
  if (first?.type !== PACKET.connect) return null;
  const request = parseConnect(first.body);
  const text =
    request.text.length < request.textLength
      ? ((await line.packet())?.body.subarray(2).toString('latin1') ?? '')
      : request.text;
  const { faults, protocol } = database;
  const harm = faults.choose({ call: 'connect', sql: null, user: null });
  const signal = line.begin();
  if (faults.listener === 'silent' || harm?.do === 'hang') return foreverUntil(line, signal).then(() => null);
  if (harm?.do === 'drop') return null;
  if (harm?.do === 'late') await pause(harm.ms, signal);
  const service = serviceOf(database, text);
  const refused =
    harm?.do === 'refuse'
      ? harm.code
      : typeof faults.listener === 'object'
        ? faults.listener.refuse
        : typeof service === 'number'
          ? service
          : null;
  if (refused !== null || typeof service === 'number') {
    line.raw(encodeRefuse(refused ?? 12514));
    return null;
  }
  const sdu = Math.min(options.sdu, Math.max(512, request.sdu));
  line.raw(encodeAccept(protocol, request.version, sdu));
  const endOfRequest = protocol.endOfRequest && request.version >= 319;
  line.agree(sdu, endOfRequest);
  const dialect: Dialect = {
    fieldVersion: Math.min(24, protocol.fieldVersion),
    longestShort: protocol.longStrings ? 32767 : 4000,
    endOfRequest,
  };
  return {
    line,
    database,
    dialect,
    service,
    session: null,
    logon: null,
    origin: { program: '', machine: '', terminal: '', osUser: '' },
  };
}

function answerAuthOne(client: Client, from: Reader, to: Writer): void {
  const request = readAuth(from);
  client.logon = beginLogon(to, client.database.logons.get(request.user) ?? null);
  const value = (key: string) => request.pairs.get(key) ?? '';
  client.origin = {
    program: value('AUTH_PROGRAM_NM'),
    machine: value('AUTH_MACHINE'),
    terminal: value('AUTH_TERMINAL'),
    osUser: value('AUTH_SID'),
  };
}

function versionNumber(database: Database, dialect: Dialect): string {
  const [major = 0, minor = 0, update = 0] = database.version.split('.').map(Number);
  const number =
    dialect.fieldVersion >= 11
      ? major * 2 ** 24 + minor * 2 ** 16 + update * 2 ** 12
      : major * 2 ** 24 + minor * 2 ** 20 + update * 2 ** 12;
  return String(number);
}

function answerAuthTwo(client: Client, from: Reader, to: Writer): void {
  const { database, dialect, service } = client;
  const request = readAuth(from);
  if (!client.logon) throw new OracleError(1017);
  const { account, key, administrative } = finishLogon(client.logon, request);
  const session = openSession(database, account, key, administrative, {
    service: service.name,
    container: service.container,
    ...client.origin,
  });
  if (!administrative && !holds(database.catalogue, session.state, 'CREATE SESSION')) {
    closeSession(database, session);
    throw new OracleError(1045, account.name);
  }
  client.session = session;
  const zone = /TIME_ZONE\s*=\s*'([^']+)'/.exec(request.pairs.get('AUTH_ALTER_SESSION') ?? '');
  session.state.locale.offset = zone ? (offsetMinutes(zone[1]!) ?? 0) : 0;
  writeWelcome(to, key, {
    AUTH_VERSION_NO: versionNumber(database, dialect),
    AUTH_SESSION_ID: String(session.state.id),
    AUTH_SERIAL_NUM: String(session.state.serial),
    AUTH_DBNAME: service.container,
    AUTH_INSTANCENAME: database.catalogue.databaseName,
    AUTH_SC_SERVICE_NAME: service.name,
    AUTH_SC_DBUNIQUE_NAME: database.catalogue.databaseName,
    AUTH_MAX_OPEN_CURSORS: '300',
    AUTH_MAX_IDEN_LENGTH: '128',
  });
}

/** Everything before there is a session. Answers whether the response ends with an end-of-request byte. */
function answerEarly(client: Client, from: Reader, to: Writer): boolean {
  const { protocol } = client.database;
  const dataTypes = (): void => {
    const { timeZone } = readDataTypesRequest(from);
    writeDataTypesAnswer(to, timeZone && protocol.timeZoneInDataTypes);
  };
  const type = from.u8();
  if (type === MESSAGE.protocol) {
    readProtocolRequest(from);
    writeProtocolAnswer(to, protocol);
    return false;
  }
  if (type === MESSAGE.dataTypes) {
    dataTypes();
    return false;
  }
  if (type === MESSAGE.fastAuth) {
    from.skip(4);
    readProtocolRequest(from);
    writeProtocolAnswer(to, protocol);
    from.skip(6);
    from.skip(1);
    dataTypes();
    from.skip(1);
    readFunctionHeader(from, { ...client.dialect, fieldVersion: FAST_AUTH_FIELD_VERSION });
    answerAuthOne(client, from, to);
    return true;
  }
  const code = readFunctionHeader(from, client.dialect);
  if (code === FUNCTION.authOne) answerAuthOne(client, from, to);
  else if (code === FUNCTION.authTwo) answerAuthTwo(client, from, to);
  else throw new OracleError(1012);
  return true;
}

/** Which call a request before log-on is, as faults name it. */
const earlyName = (request: Buffer): 'negotiate' | 'logon' =>
  request[0] === MESSAGE.function && request[1] === FUNCTION.authTwo ? 'logon' : 'negotiate';

function failure(error: unknown, session: Session | null, cursorId: number, dialect: Dialect): Buffer {
  if (!(error instanceof OracleError)) throw error;
  const to = writer();
  const keepsCursor = [1, 1400, 1438, 2290, 2291, 2292].includes(error.code);
  const rowCount = 'rowsDone' in error ? Number(error.rowsDone) : 0;
  writeEnd(
    to,
    endOf(session, {
      code: error.code,
      message: error.message,
      position: error.position,
      cursorId: keepsCursor ? cursorId : 0,
      rowCount,
    }),
    dialect,
  );
  return finish(to, dialect);
}

async function answerCall(client: Client, session: Session, request: Buffer): Promise<void> {
  const { database, line, dialect } = client;
  const signal = line.begin();
  let ready: Ready;
  try {
    ready = readCall(reader(request), dialect, session);
  } catch (error) {
    return line.answer(failure(error, session, 0, dialect), signal);
  }
  if (!ready.answers) return;
  const harm = database.faults.choose({ call: ready.name, sql: ready.sql, user: session.account.name });
  await harmed(line, signal, harm, async () => {
    const to = writer();
    try {
      injected(harm);
      await ready.run({ database, session, dialect, signal, harm }, to);
      return finish(to, dialect);
    } catch (error) {
      return failure(error, session, ready.cursorId, dialect);
    }
  });
}

async function answerBefore(client: Client, request: Buffer): Promise<void> {
  const { database, line, dialect } = client;
  const signal = line.begin();
  const harm = database.faults.choose({
    call: earlyName(request),
    sql: null,
    user: client.logon?.account?.name ?? null,
  });
  await harmed(line, signal, harm, async () => {
    const to = writer();
    try {
      injected(harm);
      return answerEarly(client, reader(request), to) ? finish(to, dialect) : to.end();
    } catch (error) {
      return failure(error, null, 0, dialect);
    }
  });
}

/** Serves one socket until it is gone. Never rejects for what a client does; a bug of the stand-in goes to `onBug`. */
export async function serve(
  socket: Socket,
  database: Database,
  options: ServeOptions,
  onBug: (error: unknown) => void,
): Promise<void> {
  const line = openLine(socket, {
    chunk: options.chunk,
    dropAtPacket: () => database.faults.dropAtPacket,
    cancelled: () =>
      failure(
        new OracleError(1013),
        client?.session ?? null,
        0,
        client?.dialect ?? { fieldVersion: 12, longestShort: 4000, endOfRequest: false },
      ),
  });
  let client: Client | null = null;
  // An uncommitted transaction ends with its socket, not with the next request.
  void line.closed.then(() => client?.session && closeSession(database, client.session));
  try {
    client = await accept(line, database, options);
    while (client) {
      const request = await line.request();
      if (request === null) break;
      if (client.session) await answerCall(client, client.session, request);
      else await answerBefore(client, request);
    }
  } catch (error) {
    onBug(error);
  }
  if (client?.session) closeSession(database, client.session);
  socket.end();
}
