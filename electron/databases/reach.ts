// Looks at the network in front of a database: which addresses a connection names, whether their hosts have an address
// and whether something listens there. Sends nothing.
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';

export type NetAddress = { host: string; port: number };

/** Every ADDRESS of a descriptor that has a host; the port is 1521 where none is given. */
export function addressesOf(descriptor: string): NetAddress[] {
  const parts = descriptor.match(/\(\s*ADDRESS\s*=(?:\s*\([^()]*\)\s*)*\)/gi) ?? [];
  return parts.flatMap((part) => {
    const host = /\(\s*HOST\s*=\s*([^()\s]+)\s*\)/i.exec(part)?.[1];
    if (host === undefined) return [];
    return [{ host, port: Number(/\(\s*PORT\s*=\s*(\d+)\s*\)/i.exec(part)?.[1] ?? 1521) }];
  });
}

/** The IP addresses of a host; none when it has no name. */
export async function ipsOf(host: string): Promise<string[]> {
  const plain = host.replace(/^\[|\]$/g, '');
  const found = await lookup(plain, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}

export type Reached = 'open' | 'refused' | 'silent' | 'unreachable';

/** Whether a TCP connection can be had within `ms`; it is closed at once. */
export function reach({ host, port }: NetAddress, ms: number): Promise<Reached> {
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port });
    const end = (reached: Reached): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.setTimeout(ms, () => end('silent'));
    socket.once('connect', () => end('open'));
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      end(code === 'ECONNREFUSED' ? 'refused' : code === 'ETIMEDOUT' ? 'silent' : 'unreachable');
    });
  });
}
