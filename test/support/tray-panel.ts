// Plays a desktop's panel: takes tray icons (StatusNotifierItem), reads what they show and clicks in their menus
// (com.canonical.dbusmenu), all over a real bus.
import { interface as busInterface, Variant, type MessageBus } from 'dbus-next';
import { callMethod, joinBus } from './desktop-bus.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

export type MenuEntry = { id: number; label: string; enabled: boolean; separator: boolean; children: MenuEntry[] };

class Watcher extends busInterface.Interface {
  readonly registered: string[] = [];
  IsStatusNotifierHostRegistered = true;
  ProtocolVersion = 0;

  get RegisteredStatusNotifierItems(): string[] {
    return this.registered;
  }

  RegisterStatusNotifierItem(item: string): void {
    this.registered.push(item);
  }

  RegisterStatusNotifierHost(_host: string): void {}
}
Watcher.configureMembers({
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's' },
    RegisterStatusNotifierHost: { inSignature: 's' },
  },
  properties: {
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
  },
});

/** Opens a panel with a tray on the bus. */
export async function openPanel(address: string) {
  const bus = await joinBus(address);
  const watcher = new Watcher(WATCHER);
  bus.export('/StatusNotifierWatcher', watcher);
  await bus.requestName(WATCHER, 0);
  return {
    /** The icons that asked for a place, oldest first. */
    icons: () => watcher.registered.map((name) => iconOf(bus, name)),
    /** The panel crashes or is taken away. */
    close: () => bus.disconnect(),
  };
}

export type Panel = Awaited<ReturnType<typeof openPanel>>;

/** What an icon tells, and its menu. */
function iconOf(bus: MessageBus, destination: string) {
  const property = async (name: string): Promise<unknown> => {
    const method = { destination, path: '/StatusNotifierItem', interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
    const [value] = await callMethod(bus, method, 'ss', [ITEM, name]);
    return (value as Variant).value;
  };
  const onMenu = async (member: string, signature: string, body: unknown[]): Promise<unknown[]> =>
    callMethod(bus, { destination, path: String(await property('Menu')), interface: MENU, member }, signature, body);
  const menu = async (): Promise<MenuEntry[]> => {
    const [, root] = await onMenu('GetLayout', 'iias', [0, -1, []]);
    return entryOf(root as RawEntry).children;
  };
  return {
    property,
    menu,
    /** Title and text of the tooltip. */
    async tooltip(): Promise<string> {
      const [, , title, text] = (await property('ToolTip')) as [string, unknown, string, string];
      return [title, text].filter(Boolean).join('\n');
    },
    /** The pixels of the first picture, as a text to compare. */
    async picture(): Promise<string> {
      const [first] = (await property('IconPixmap')) as [number, number, Buffer][];
      return first ? `${first[0]}×${first[1]} ${Buffer.from(first[2]).toString('base64')}` : '';
    },
    /** Clicks the entry that one reaches by these labels; a label may be a part of one. */
    async click(...labels: string[]): Promise<void> {
      let entries = await menu();
      let found: MenuEntry | undefined;
      for (const label of labels) {
        found = entries.find((entry) => entry.label.includes(label));
        if (!found) throw new Error(`No “${label}” among: ${entries.map((entry) => entry.label).join(' | ')}`);
        entries = found.children;
      }
      await onMenu('Event', 'isvu', [found!.id, 'clicked', new Variant('s', ''), 0]);
    },
    /** A click on the icon itself. */
    activate: () => callMethod(bus, { destination, path: '/StatusNotifierItem', interface: ITEM, member: 'Activate' }, 'ii', [0, 0]),
  };
}

export type PanelIcon = ReturnType<typeof iconOf>;

type RawEntry = [id: number, properties: Record<string, Variant>, children: Variant<RawEntry>[]];

function entryOf([id, properties, children]: RawEntry): MenuEntry {
  const value = (name: string): unknown => properties[name]?.value;
  return {
    id,
    // A single underscore marks a shortcut, two are one that is meant.
    label: String(value('label') ?? '').replace(/_(_?)/g, '$1'),
    enabled: value('enabled') !== false,
    separator: value('type') === 'separator',
    children: children.map((child) => entryOf(child.value)),
  };
}
