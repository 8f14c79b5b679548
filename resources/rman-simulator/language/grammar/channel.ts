// ALLOCATE and RELEASE CHANNEL (reference §2.2), and the channel options CONFIGURE CHANNEL shares.
import type { AllocateCommand, ChannelOptions, Command } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import { deviceName, formats, size } from './common.ts';

export function allocate(c: Cursor, insideRun: boolean): AllocateCommand {
  const auxiliary = insideRun && c.accept('auxiliary');
  c.expect('channel');
  let name: string | null = null;
  const maintenance = !auxiliary && !insideRun;
  if (maintenance) c.expect('for', 'maintenance');
  else name = c.name();
  if (!c.accept('type')) c.expect('device', 'type');
  const device = deviceName(c);
  const options = channelOptions(c);
  c.expectMark(';');
  return { kind: 'allocate', name, device, options, maintenance };
}

export function release(c: Cursor): Command {
  c.expect('channel');
  const name = c.name();
  c.expectMark(';');
  return { kind: 'release', name };
}

export function channelOptions(c: Cursor): ChannelOptions {
  const options: ChannelOptions = {
    formats: [],
    maxPieceSize: null,
    maxOpenFiles: null,
    rate: null,
    parms: null,
    connect: null,
    send: null,
  };
  while (channelOption(c, options));
  return options;
}

function channelOption(c: Cursor, options: ChannelOptions): boolean {
  if (options.formats.length === 0 && c.accept('format')) options.formats = formats(c);
  else if (options.maxPieceSize === null && c.accept('maxpiecesize')) options.maxPieceSize = sized(c);
  else if (options.maxOpenFiles === null && c.accept('maxopenfiles')) options.maxOpenFiles = counted(c);
  else if (options.rate === null && c.accept('rate')) options.rate = sized(c);
  else if (options.parms === null && c.accept('parms')) options.parms = quoted(c);
  else if (options.connect === null && c.accept('connect')) options.connect = quoted(c);
  else if (options.send === null && c.accept('send')) options.send = quoted(c);
  else if (c.accept('debug')) counted(c);
  else return false;
  return true;
}

function sized(c: Cursor): number {
  c.equals();
  return size(c);
}

function counted(c: Cursor): number {
  c.equals();
  return c.integer();
}

function quoted(c: Cursor): string {
  c.equals();
  return c.string();
}
