// Whether this desktop has a place for a tray icon. On Linux a panel may have none, or come and go while we run, and
// Electron does not tell: it would put the icon where nobody sees it.
import { truthIn } from './dbus-message.ts';
import type { SessionBus } from './session-bus.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const RULES = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${WATCHER}'`,
  `type='signal',interface='${WATCHER}',member='StatusNotifierHostRegistered'`,
  `type='signal',interface='${WATCHER}',member='StatusNotifierHostUnregistered'`,
];

/** Tells `hear` whether there is a place, once soon and then at every change. macOS and Windows always have one. */
export async function watchTrayHost(bus: SessionBus | null, hear: (present: boolean) => void): Promise<void> {
  if (process.platform !== 'linux') return hear(true);
  if (!bus) return hear(false);
  let told: boolean | null = null;
  const tell = (present: boolean): void => {
    if (present === told) return;
    told = present;
    hear(present);
  };
  const ask = async (): Promise<void> => {
    const answer = await bus.call({
      destination: WATCHER,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      args: [WATCHER, 'IsStatusNotifierHostRegistered'],
    });
    tell(answer !== null && truthIn(answer));
  };
  bus.onEnd(() => tell(false));
  await bus.listen(RULES, () => void ask());
  await ask();
}
