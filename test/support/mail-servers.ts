// SMTP servers for tests: a proper one whose answers can be chosen, and one that stops answering, or goes, at a stage.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { selfSigned } from './self-signed.ts';

const pair = selfSigned();

/** Believes the servers of this file. */
export const testTrust = (): SecureContext => createSecureContext({ ca: pair.cert });

export type Received = { to: string[]; source: string; secure: boolean; user: string | null };

export type Behaviour = {
  /** An SMTP answer instead of yes, for example `451 try later`. */
  refuse?: { auth?: string; from?: string; to?: string; data?: string };
  /** Called when a message has arrived; the answer waits for it. */
  arrived?(message: Received): Promise<void> | void;
};

export type MailServer = {
  port: number;
  received: Received[];
  /** May be changed while the server runs. */
  behaviour: Behaviour;
  close(): Promise<void>;
};

const refusal = (answer: string): Error & { responseCode: number } =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });

export async function mailServer(
  behaviour: Behaviour = {},
  more: SMTPServerOptions = {},
  port = 0,
): Promise<MailServer> {
  const received: Received[] = [];
  const its = { behaviour };
  const verdict = (answer: string | undefined): Error | null => (answer === undefined ? null : refusal(answer));
  const server = new SMTPServer({
    ...pair,
    authOptional: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => {
      const wrong = password === 'right' ? null : refusal('535 5.7.8 bad password');
      const no = verdict(its.behaviour.refuse?.auth) ?? wrong;
      return no ? done(no) : done(null, { user: username });
    },
    onMailFrom: (_address, _session, done) => done(verdict(its.behaviour.refuse?.from)),
    onRcptTo: (_address, _session, done) => done(verdict(its.behaviour.refuse?.to)),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const message = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString(),
          secure: session.secure,
          user: (session.user as string | undefined) ?? null,
        };
        const no = verdict(its.behaviour.refuse?.data);
        if (!no) received.push(message);
        void Promise.resolve(its.behaviour.arrived?.(message)).then(() => done(no));
      });
    },
    ...more,
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    get behaviour() {
      return its.behaviour;
    },
    set behaviour(next) {
      its.behaviour = next;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export const stages = ['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'body'] as const;
export type Stage = (typeof stages)[number];

/** Plays along until `stage`, then keeps silent (`hang`) or goes away (`drop`). Speaks no TLS. */
export async function stubbornServer(stage: Stage, way: 'hang' | 'drop'): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const reached = (now: Stage): boolean => {
      if (now === stage && way === 'drop') socket.destroy();
      return now === stage;
    };
    if (reached('connect')) return;
    socket.write('220 stubborn\r\n');
    let inBody = false;
    socket.on('data', (data) => {
      if (inBody) {
        if (!reached('body') && data.toString().endsWith('\r\n.\r\n')) socket.write('250 taken\r\n');
        return;
      }
      for (const line of data.toString().split('\r\n').filter((text) => text !== '')) {
        const command = (line.split(' ')[0] ?? '') as Stage;
        if (reached(command)) return;
        inBody = (command as string) === 'DATA';
        socket.write(inBody ? '354 go on\r\n' : '250 yes\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
