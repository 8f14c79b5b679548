// CONFIGURE (reference §2.3) and SHOW: each setting is kept as the line SHOW ALL prints for it.
import type { ChannelOptions, Command, ConfigureCommand } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import { channelOptions } from './channel.ts';
import { deviceName, deviceType, tablespaceName } from './common.ts';

export function configure(c: Cursor): ConfigureCommand {
  const { key, value } = setting(c);
  c.expectMark(';');
  return { kind: 'configure', key, value };
}

interface Setting {
  key: string;
  value: string | null;
}

function setting(c: Cursor): Setting {
  if (c.accept('retention')) return retentionPolicy(c);
  if (c.accept('backup')) {
    c.expect('optimization');
    return { key: 'BACKUP OPTIMIZATION', value: onOff(c) };
  }
  if (c.accept('default')) {
    c.expect('device', 'type');
    return { key: 'DEFAULT DEVICE TYPE', value: c.accept('clear') ? null : `TO ${quotedDevice(toDevice(c))}` };
  }
  if (c.accept('device')) return deviceSetting(c);
  if (c.accept('channel')) return channelSetting(c);
  if (c.accept('controlfile')) return autobackup(c);
  if (c.at('datafile') || c.at('archivelog')) return copiesOrPolicy(c);
  if (c.accept('maxsetsize')) return maxSetSize(c);
  if (c.accept('encryption')) return encryption(c);
  if (c.accept('compression')) return compression(c);
  if (c.accept('exclude')) {
    c.expect('for', 'tablespace');
    const { name } = tablespaceName(c);
    return { key: `EXCLUDE FOR TABLESPACE '${name}'`, value: c.accept('clear') ? null : '' };
  }
  if (c.accept('snapshot')) {
    c.expect('controlfile', 'name');
    return { key: 'SNAPSHOT CONTROLFILE NAME', value: clearOr(c, () => `TO '${c.string()}'`) };
  }
  if (c.accept('rman')) {
    c.expect('output');
    return { key: 'RMAN OUTPUT', value: clearOr(c, () => keepDays(c)) };
  }
  return c.fail();
}

function toDevice(c: Cursor): string {
  c.expect('to');
  return deviceName(c);
}

const quotedDevice = (device: string): string => (device === 'DISK' ? 'DISK' : `'${device}'`);

function onOff(c: Cursor): string | null {
  const word = c.oneOf('on', 'off', 'clear');
  return word === 'clear' ? null : word.toUpperCase();
}

/** `TO <value>` or CLEAR. */
function clearOr(c: Cursor, value: () => string): string | null {
  if (c.accept('clear')) return null;
  c.expect('to');
  return value();
}

function keepDays(c: Cursor): string {
  c.expect('keep', 'for');
  const days = c.integer();
  c.expect('days');
  return `TO KEEP FOR ${days} DAYS`;
}

function retentionPolicy(c: Cursor): Setting {
  c.expect('policy');
  const value = clearOr(c, () => {
    if (c.accept('none')) return 'TO NONE';
    if (c.accept('redundancy')) {
      c.equals();
      return `TO REDUNDANCY ${c.integer()}`;
    }
    c.expect('recovery', 'window', 'of');
    const days = c.integer();
    c.expect('days');
    return `TO RECOVERY WINDOW OF ${days} DAYS`;
  });
  return { key: 'RETENTION POLICY', value };
}

function deviceSetting(c: Cursor): Setting {
  c.expect('type');
  const key = `DEVICE TYPE ${quotedDevice(deviceName(c))}`;
  if (c.accept('clear')) return { key, value: null };
  let parallelism: number | null = null;
  let type: string | null = null;
  for (;;) {
    if (parallelism === null && c.accept('parallelism')) {
      c.equals();
      parallelism = c.integer();
    } else if (type === null && c.accept('backup')) {
      c.expect('type', 'to');
      if (c.accept('copy')) type = 'COPY';
      else if (c.accept('compressed')) {
        c.expect('backupset');
        type = 'COMPRESSED BACKUPSET';
      } else {
        c.expect('backupset');
        type = 'BACKUPSET';
      }
    } else break;
  }
  if (parallelism === null && type === null) c.fail();
  return { key, value: `PARALLELISM ${parallelism ?? 1} BACKUP TYPE TO ${type ?? 'BACKUPSET'}` };
}

function channelSetting(c: Cursor): Setting {
  const number = c.atInteger() ? `${c.integer()} ` : '';
  c.expect('device', 'type');
  const key = `CHANNEL ${number}DEVICE TYPE ${quotedDevice(deviceName(c))}`;
  if (c.accept('clear')) return { key, value: null };
  const text = describeOptions(channelOptions(c));
  if (text === '') c.fail();
  return { key, value: text };
}

function describeOptions(options: ChannelOptions): string {
  const parts: string[] = [];
  if (options.formats.length > 0) parts.push(`FORMAT   ${options.formats.map((f) => `'${f}'`).join(',')}`);
  if (options.maxPieceSize !== null) parts.push(`MAXPIECESIZE ${sizeText(options.maxPieceSize)}`);
  if (options.maxOpenFiles !== null) parts.push(`MAXOPENFILES ${options.maxOpenFiles}`);
  if (options.rate !== null) parts.push(`RATE ${sizeText(options.rate)}`);
  if (options.parms !== null) parts.push(`PARMS  '${options.parms}'`);
  if (options.connect !== null) parts.push(`CONNECT '*'`);
  if (options.send !== null) parts.push(`SEND '${options.send}'`);
  return parts.join(' ');
}

export function sizeText(bytes: number): string {
  for (const [unit, factor] of [
    ['G', 1024 ** 3],
    ['M', 1024 ** 2],
    ['K', 1024],
  ] as const) {
    if (bytes >= factor && bytes % factor === 0) return `${bytes / factor} ${unit}`;
  }
  return String(bytes);
}

function autobackup(c: Cursor): Setting {
  c.expect('autobackup');
  if (!c.accept('format')) return { key: 'CONTROLFILE AUTOBACKUP', value: onOff(c) };
  c.expect('for');
  const key = `CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE ${quotedDevice(deviceType(c))}`;
  return { key, value: clearOr(c, () => `TO '${c.string()}'`) };
}

function copiesOrPolicy(c: Cursor): Setting {
  const object = c.oneOf('datafile', 'archivelog');
  if (object === 'archivelog' && c.accept('deletion')) {
    c.expect('policy');
    return { key: 'ARCHIVELOG DELETION POLICY', value: clearOr(c, () => deletionPolicy(c)) };
  }
  c.expect('backup', 'copies', 'for');
  const key = `${object.toUpperCase()} BACKUP COPIES FOR DEVICE TYPE ${quotedDevice(deviceType(c))}`;
  return { key, value: clearOr(c, () => `TO ${c.integer()}`) };
}

function deletionPolicy(c: Cursor): string {
  if (c.accept('none')) return 'TO NONE';
  const parts = ['TO'];
  if (c.at('applied') || c.at('shipped')) {
    parts.push(c.oneOf('applied', 'shipped').toUpperCase(), 'ON');
    c.expect('on');
    if (c.accept('all')) parts.push('ALL');
    c.expect('standby');
    parts.push('STANDBY');
    if (!c.at('backed')) return parts.join(' ');
  }
  c.expect('backed', 'up');
  const times = c.integer();
  c.expect('times', 'to');
  parts.push(`BACKED UP ${times} TIMES TO ${quotedDevice(deviceType(c))}`);
  return parts.join(' ');
}

function maxSetSize(c: Cursor): Setting {
  const value = clearOr(c, () => {
    if (c.accept('unlimited')) return 'TO UNLIMITED';
    const amount = c.integer();
    return `TO ${amount} ${c.oneOf('k', 'm', 'g').toUpperCase()}`;
  });
  return { key: 'MAXSETSIZE', value };
}

function encryption(c: Cursor): Setting {
  if (c.accept('algorithm')) {
    if (c.accept('clear')) return { key: 'ENCRYPTION ALGORITHM', value: null };
    c.accept('to');
    return { key: 'ENCRYPTION ALGORITHM', value: `'${c.string().toUpperCase()}'` };
  }
  c.expect('for');
  if (c.accept('database')) return { key: 'ENCRYPTION FOR DATABASE', value: onOff(c) };
  c.expect('tablespace');
  return { key: `ENCRYPTION FOR TABLESPACE ${tablespaceName(c).name}`, value: onOff(c) };
}

function compression(c: Cursor): Setting {
  c.expect('algorithm');
  const key = 'COMPRESSION ALGORITHM';
  if (c.accept('clear')) return { key, value: null };
  const algorithm = c.string().toUpperCase();
  let release = 'DEFAULT';
  let load = 'TRUE';
  if (c.accept('as')) {
    c.expect('of', 'release');
    release = c.string();
  }
  if (c.accept('optimize')) {
    c.expect('for', 'load');
    load = c.oneOf('true', 'false').toUpperCase();
  }
  return { key, value: `'${algorithm}' AS OF RELEASE '${release}' OPTIMIZE FOR LOAD ${load}` };
}

/** SHOW: the prefix of the settings to print; `ALL` prints every one. */
export function show(c: Cursor): Command {
  const what = showWhat(c);
  c.expectMark(';');
  return { kind: 'show', what };
}

function showWhat(c: Cursor): string {
  if (c.accept('all')) return 'ALL';
  const heads: [string, string[]][] = [
    ['retention', ['policy']],
    ['backup', ['optimization']],
    ['default', ['device', 'type']],
    ['device', ['type']],
    ['channel', []],
    ['snapshot', ['controlfile', 'name']],
    ['maxsetsize', []],
    ['exclude', []],
    ['datafile', ['backup', 'copies']],
    ['compression', ['algorithm']],
  ];
  for (const [head, rest] of heads) {
    if (!c.accept(head)) continue;
    c.expect(...rest);
    return [head, ...rest].join(' ').toUpperCase();
  }
  if (c.accept('controlfile')) {
    c.expect('autobackup');
    return c.accept('format') ? 'CONTROLFILE AUTOBACKUP FORMAT' : 'CONTROLFILE AUTOBACKUP';
  }
  if (c.accept('archivelog')) {
    if (c.accept('deletion')) {
      c.expect('policy');
      return 'ARCHIVELOG DELETION POLICY';
    }
    c.expect('backup', 'copies');
    return 'ARCHIVELOG BACKUP COPIES';
  }
  c.expect('encryption');
  if (c.accept('algorithm')) return 'ENCRYPTION ALGORITHM';
  if (c.accept('for')) c.expect('database');
  return 'ENCRYPTION FOR';
}
