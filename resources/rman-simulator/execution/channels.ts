// Allocating, finding and releasing channels, as RMAN announces them (reference §2.2, §3.2).
import type { AllocateCommand, ChannelOptions, DeviceType } from '../language/commands.ts';
import { stackDate } from '../output/dates.ts';
import { CommandFailure } from '../output/stack.ts';
import { requireInstance } from './backup-rules.ts';
import type { Channel, Session } from './session.ts';

const NO_OPTIONS: ChannelOptions = {
  formats: [],
  maxPieceSize: null,
  maxOpenFiles: null,
  rate: null,
  parms: null,
  connect: null,
  send: null,
};

export function allocateChannel(session: Session, command: AllocateCommand): void {
  requireInstance(session);
  session.nameRepository();
  const list = command.maintenance ? session.maintenanceChannels : (session.runChannels ?? []);
  const name = command.name ?? `ORA_MAINT_${command.device}_${list.length + 1}`;
  if (list.some((channel) => channel.name.toUpperCase() === name.toUpperCase())) {
    throw new CommandFailure([`RMAN-06011: specified channel already allocated: ${name}`]);
  }
  if (name.length > 30) throw new CommandFailure([`ORA-19705: tag value exceeds maximum length of 30 characters`]);
  list.push(openChannel(session, name, command.device, command.options));
  session.gap();
}

function openChannel(session: Session, name: string, device: DeviceType, options: ChannelOptions): Channel {
  const refusal = refusalToAllocate(session, device, options);
  if (refusal !== null) {
    const wrapper = `RMAN-03009: failure of allocate command on ${name} channel at ${stackDate(session.host.now())}`;
    throw new CommandFailure([wrapper, ...refusal], true);
  }
  const used = [...(session.runChannels ?? []), ...session.automaticChannels, ...session.maintenanceChannels].length;
  const channel: Channel = { ...options, name, device, sid: 271 + used * 13, disabled: false };
  announce(session, channel);
  return channel;
}

function announce(session: Session, channel: Channel): void {
  const instance = session.config.instance === null ? '' : ` instance=${session.config.instance}`;
  session.say('allocated', { ch: channel.name });
  session.say('channelSession', { ch: channel.name, sid: channel.sid, instance, device: channel.device });
  if (channel.device === 'SBT_TAPE') {
    session.say('channelLibrary', { ch: channel.name, text: 'Oracle Database Backup Service Library VER=19.0.0.1' });
  }
}

/** A tape channel needs a media management library that the simulator pretends to load. */
function refusalToAllocate(session: Session, device: DeviceType, options: ChannelOptions): string[] | null {
  const hasLibrary = device === 'DISK' || session.config.tapeLibrary === 'linked' || namesLibrary(options.parms);
  if (session.failures.strike('allocate', device) !== null || !hasLibrary) {
    return [
      `ORA-19554: error allocating device, device type: ${device}, device name: `,
      'ORA-27211: Failed to load Media Management Library',
      'Additional information: 2',
    ];
  }
  return null;
}

const namesLibrary = (parms: string | null): boolean => /SBT_LIBRARY\s*=/i.test(parms ?? '');

/**
 * The channels a command works with: those of the RUN block, else the automatic ones of the device, which are
 * allocated and announced here.
 */
export function channelsFor(session: Session, wanted: DeviceType | null): Channel[] {
  const manual = session.runChannels ?? [];
  if (manual.length > 0) {
    const fitting = manual.filter((channel) => wanted === null || channel.device === wanted);
    if (fitting.length === 0) {
      throw new CommandFailure([`RMAN-06100: no channel to restore a backup or copy of the needed device type`]);
    }
    for (const channel of fitting) channel.disabled = false;
    return fitting;
  }
  return automaticChannels(session, wanted ?? defaultDevice(session));
}

export function defaultDevice(session: Session): DeviceType {
  return /SBT/.test(session.store.read().configuration['DEFAULT DEVICE TYPE'] ?? '') ? 'SBT_TAPE' : 'DISK';
}

function automaticChannels(session: Session, device: DeviceType): Channel[] {
  const { configuration } = session.store.read();
  const quoted = device === 'DISK' ? 'DISK' : "'SBT_TAPE'";
  const parallelism = Number(/PARALLELISM (\d+)/.exec(configuration[`DEVICE TYPE ${quoted}`] ?? '')?.[1] ?? 1);
  const channels: Channel[] = [];
  for (let i = 1; i <= parallelism; i++) {
    const name = `ORA_${device}_${i}`;
    const known = session.automaticChannels.find((channel) => channel.name === name);
    if (known !== undefined) {
      known.disabled = false;
      session.say('usingChannel', { ch: name });
      channels.push(known);
      continue;
    }
    const own = configuration[`CHANNEL ${i} DEVICE TYPE ${quoted}`] ?? configuration[`CHANNEL DEVICE TYPE ${quoted}`];
    const channel = openChannel(session, name, device, configuredOptions(own ?? ''));
    session.automaticChannels.push(channel);
    channels.push(channel);
  }
  return channels;
}

function configuredOptions(text: string): ChannelOptions {
  const formats = /FORMAT\s+('[^']*'(?:,'[^']*')*)/.exec(text)?.[1];
  const piece = /MAXPIECESIZE (\d+)(?: ([KMG]))?/.exec(text);
  const unit = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 }[piece?.[2] ?? ''] ?? 1;
  return {
    ...NO_OPTIONS,
    formats: formats === undefined ? [] : [...formats.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? ''),
    maxPieceSize: piece === null ? null : Number(piece[1]) * unit,
    parms: /PARMS\s+'([^']*)'/.exec(text)?.[1] ?? null,
  };
}

export function releaseChannel(session: Session, name: string): void {
  if (session.runChannels === null) {
    releaseAll(session, session.maintenanceChannels);
    return;
  }
  const index = session.runChannels.findIndex((channel) => channel.name.toUpperCase() === name.toUpperCase());
  if (index < 0) throw new CommandFailure([`RMAN-06012: channel: ${name} not allocated`]);
  session.say('released', { ch: session.runChannels[index]?.name ?? name });
  session.runChannels.splice(index, 1);
}

/** Releases and announces every channel of the list, which is empty afterwards. */
export function releaseAll(session: Session, channels: Channel[]): void {
  for (const channel of channels.splice(0)) session.say('released', { ch: channel.name });
}

/** Editions without parallel backup run several channels one after the other and say so. */
export function serialWarning(session: Session, channels: readonly Channel[]): boolean {
  const { edition } = session.store.read();
  if (edition === 'EE' || channels.length < 2) return false;
  const word = session.warningWord();
  session.inline([
    `RMAN-06908: ${word}: operation will not run in parallel on the allocated channels`,
    `RMAN-06909: ${word}: parallelism require Enterprise Edition`,
  ]);
  return true;
}
