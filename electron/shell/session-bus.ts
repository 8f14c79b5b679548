// A connection to the desktop's session bus on Linux, for what Electron does not tell: who is there, and who comes and
// goes. Knows no particular service.
import { createConnection, type Socket } from 'node:net';
import { decodeMessage, encodeCall, type BusCall, type BusMessage } from './dbus-message.ts';

export type SessionBus = {
  /** The answer, `null` when there is none: an error, nobody there, or too late. */
  call(call: BusCall): Promise<BusMessage | null>;
  /** Calls `ear` with the signals that match one of the rules (D-Bus specification, "Match Rules"). */
  listen(rules: readonly string[], ear: () => void): Promise<void>;
  /** Calls `act` when the connection has ended, by us or by the other side. */
  onEnd(act: () => void): void;
  close(): void;
};

const ANSWER_MS = 3_000;

/** The bus's own service. */
export const busCall = (member: string, ...args: string[]): BusCall => ({
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member,
  args,
});

/** Connects and says hello; `null` where there is no such bus. `address` as in DBUS_SESSION_BUS_ADDRESS. */
export async function connectSessionBus(address = sessionBusAddress()): Promise<SessionBus | null> {
  for (const path of socketPaths(address)) {
    const socket = await connected(path);
    if (!socket) continue;
    const bus = await greeted(socket);
    if (bus) return bus;
  }
  return null;
}

/** Where the bus is when nobody says: systemd's place for it. */
function sessionBusAddress(): string {
  const { DBUS_SESSION_BUS_ADDRESS: told, XDG_RUNTIME_DIR: place } = process.env;
  return told || (place ? `unix:path=${place}/bus` : '');
}

/** The sockets in an address; Linux's abstract ones begin with a zero byte. */
export function socketPaths(address: string): string[] {
  return address.split(';').flatMap((one) => {
    const [, kind, value] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(one) ?? [];
    if (value === undefined) return [];
    let path;
    try {
      path = decodeURIComponent(value);
    } catch {
      return [];
    }
    return [kind === 'abstract' ? `\0${path}` : path];
  });
}

function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection({ path });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/** Logs in as the user of this process, then gives the stream of messages to `speak`. */
function greeted(socket: Socket): Promise<SessionBus | null> {
  return new Promise((resolve) => {
    const giveUp = (): void => {
      socket.destroy();
      resolve(null);
    };
    socket.once('close', giveUp);
    const timer = setTimeout(giveUp, ANSWER_MS);
    let text = '';
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (!text.includes('\r\n')) return;
      socket.off('data', hear);
      socket.off('close', giveUp);
      clearTimeout(timer);
      if (!text.startsWith('OK ')) return giveUp();
      socket.write('BEGIN\r\n');
      const bus = speak(socket);
      void bus.call(busCall('Hello')).then((answer) => (answer ? resolve(bus) : giveUp()));
    };
    socket.on('data', hear);
    // The user's number as digits, and these as hexadecimal bytes.
    const user = Buffer.from(String(process.getuid?.() ?? '')).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
}

function speak(socket: Socket): SessionBus {
  const asked = new Map<number, (answer: BusMessage | null) => void>();
  const ears: (() => void)[] = [];
  let serial = 0;
  let rest = Buffer.alloc(0);
  let ended = false;

  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    try {
      for (let next = decodeMessage(rest); next; next = decodeMessage(rest)) {
        rest = rest.subarray(next.size);
        hear(next.message);
      }
    } catch {
      // Not the protocol we speak: without a bus the application works as on a desktop that has none.
      socket.destroy();
    }
  });
  const hear = (message: BusMessage): void => {
    if (message.kind === 'signal') for (const ear of ears) ear();
    if (message.replyTo !== null) asked.get(message.replyTo)?.(message.kind === 'answer' ? message : null);
  };
  socket.on('error', () => {});
  socket.once('close', () => {
    ended = true;
    for (const answer of asked.values()) answer(null);
  });
  // A bus that nobody uses is no reason to stay.
  socket.unref();

  const call: SessionBus['call'] = (what) => {
    if (ended) return Promise.resolve(null);
    serial += 1;
    const own = serial;
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(null), ANSWER_MS);
      const settle = (answer: BusMessage | null): void => {
        clearTimeout(timer);
        asked.delete(own);
        resolve(answer);
      };
      asked.set(own, settle);
      socket.write(encodeCall(what, own));
    });
  };
  return {
    call,
    async listen(rules, ear) {
      ears.push(ear);
      for (const rule of rules) await call(busCall('AddMatch', rule));
    },
    onEnd: (act) => void (ended ? act() : socket.once('close', act)),
    close: () => socket.destroy(),
  };
}
