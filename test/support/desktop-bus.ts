// A session bus of its own for a test, and calls over it: no test meets the user's desktop.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Message, sessionBus, type MessageBus } from 'dbus-next';

export type DesktopBus = { address: string; end(): void };

/** Starts a bus daemon; everything that speaks on it is told by DBUS_SESSION_BUS_ADDRESS. */
export async function startDesktopBus(): Promise<DesktopBus> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    daemon.once('error', reject);
    daemon.once('exit', () => reject(new Error('The bus daemon ended.')));
    createInterface({ input: daemon.stdio[3] as NodeJS.ReadableStream }).once('line', resolve);
  });
  return { address, end: () => void daemon.kill() };
}

/** Joins the bus; `disconnect` it before the daemon ends. */
export async function joinBus(address: string): Promise<MessageBus> {
  const bus = sessionBus({ busAddress: address });
  bus.on('error', () => {});
  await new Promise<void>((resolve) => bus.on('connect', () => resolve()));
  return bus;
}

/** One method of one object: `name path interface.member`. */
export type Method = { destination: string; path: string; interface: string; member: string };

/** Calls a method and answers the values of its reply. */
export async function callMethod(bus: MessageBus, method: Method, signature = '', body: unknown[] = []): Promise<unknown[]> {
  const reply = await bus.call(new Message({ ...method, signature, body }));
  return reply?.body ?? [];
}

/** A name of the bus is there, or not. */
export async function isOnBus(bus: MessageBus, name: string): Promise<boolean> {
  const [there] = await callMethod(
    bus,
    {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'NameHasOwner',
    },
    's',
    [name],
  );
  return there === true;
}
