// A real notification daemon (dunst) on a bus of the test: what it shows, and a user's click on it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { callMethod, isOnBus, joinBus } from './desktop-bus.ts';

const SERVICE = 'org.freedesktop.Notifications';
const DEADLINE_MS = 15_000;

export type ShownNote = { summary: string; body: string; urgency: string; app: string };

export async function startNotificationDaemon(address: string) {
  // A user's own configuration could hide or rename what comes.
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-dunst-'));
  const daemon = spawn('dunst', ['-print', '-startup_notification', 'false'], {
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: address, XDG_CONFIG_HOME: folder, XDG_CONFIG_DIRS: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  daemon.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  const bus = await joinBus(address);
  for (const end = Date.now() + DEADLINE_MS; !(await isOnBus(bus, SERVICE)); await pause(50)) {
    if (Date.now() > end || daemon.exitCode !== null) throw new Error('dunst did not start.');
  }
  return {
    /** Everything that was shown so far, oldest first. */
    shown: (): ShownNote[] => notesIn(printed),
    /** The user clicks the newest note. */
    click: () =>
      callMethod(
        bus,
        { destination: SERVICE, path: `/${SERVICE.replaceAll('.', '/')}`, interface: 'org.dunstproject.cmd0', member: 'NotificationAction' },
        'u',
        [0],
      ),
    end(): void {
      bus.disconnect();
      daemon.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type NotificationDaemon = Awaited<ReturnType<typeof startNotificationDaemon>>;

/** dunst prints each note as a block of `key: value` lines. */
function notesIn(printed: string): ShownNote[] {
  return printed.split(/^\{$/m).flatMap((block) => {
    const value = (key: string): string => new RegExp(`^\\t${key}: '?([\\s\\S]*?)'?$\\n\\t\\w`, 'm').exec(block)?.[1] ?? '';
    if (!block.includes('\tsummary:')) return [];
    return [{ app: value('appname'), summary: value('summary'), body: value('body'), urgency: value('urgency') }];
  });
}
