// A session bus of its own for a test, and calls over it: no test meets the user's desktop.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Message, sessionBus, type MessageBus } from 'dbus-next';

/** A bus that starts no service by itself: who is there was started by the test. */
const CONFIGURATION = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=FOLDER</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export type DesktopBus = { address: string; end(): void };

/** Starts a bus daemon; everything that speaks on it is told by DBUS_SESSION_BUS_ADDRESS. */
export async function startDesktopBus(): Promise<DesktopBus> {
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-bus-'));
  const file = join(folder, 'bus.conf');
  writeFileSync(file, CONFIGURATION.replace('FOLDER', folder));
  const daemon = spawn('dbus-daemon', [`--config-file=${file}`, '--nofork', '--nopidfile', '--print-address=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    daemon.once('error', reject);
    daemon.once('exit', () => reject(new Error('The bus daemon ended.')));
    createInterface({ input: daemon.stdio[3] as NodeJS.ReadableStream }).once('line', resolve);
  });
  const end = (): void => {
    daemon.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, end };
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
