// SET (reference §2.4): which settings exist and where each is allowed.
import type { SetCommand } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import { datafileName, deviceType, list, tablespaceName, untilPoint } from './common.ts';

export function set(c: Cursor, insideRun: boolean): SetCommand {
  const command = insideRun ? (runSetting(c) ?? anySetting(c)) : (sessionSetting(c) ?? anySetting(c));
  c.expectMark(';');
  return command;
}

/** Settings allowed both inside and outside RUN. */
function anySetting(c: Cursor): SetCommand {
  if (c.accept('command')) {
    c.expect('id', 'to');
    return { kind: 'set', label: 'SET COMMAND ID', setting: 'command-id', value: c.string() };
  }
  if (c.accept('controlfile')) {
    c.expect('autobackup', 'format', 'for');
    const device = deviceType(c);
    c.expect('to');
    const value = c.string();
    return { kind: 'set', label: 'SET CONTROLFILE AUTOBACKUP FORMAT', setting: 'autobackup-format', device, value };
  }
  if (c.accept('compression')) return compression(c);
  if (c.accept('encryption')) return encryption(c);
  c.expect('decryption');
  return decryption(c);
}

function compression(c: Cursor): SetCommand {
  c.expect('algorithm');
  const value = c.string().toUpperCase();
  if (c.accept('as')) {
    c.expect('of', 'release');
    c.string();
  }
  if (c.accept('optimize')) {
    c.expect('for', 'load');
    c.oneOf('true', 'false');
  }
  return { kind: 'set', label: 'SET COMPRESSION ALGORITHM', setting: 'compression', value };
}

function encryption(c: Cursor): SetCommand {
  let on: boolean | null = null;
  let password: string | null = null;
  let only = false;
  let any = false;
  if (c.at('on') || c.at('off')) on = c.oneOf('on', 'off') === 'on';
  if (c.accept('for')) {
    c.expect('all', 'tablespaces');
    any = true;
  }
  if (c.accept('identified')) {
    c.expect('by');
    password = c.string();
    only = c.accept('only');
    any = true;
  }
  if (c.accept('algorithm')) {
    c.string();
    any = true;
  }
  if (on === null && !any) c.fail();
  return { kind: 'set', label: 'SET encryption', setting: 'encryption', on: on ?? true, password, only };
}

function decryption(c: Cursor): SetCommand {
  const wallet = c.accept('wallet');
  if (wallet) c.expect('open');
  c.expect('identified', 'by');
  const passwords = wallet ? [c.string()] : list(c, () => c.string());
  return { kind: 'set', label: 'SET decryption', setting: 'decryption', passwords };
}

function runSetting(c: Cursor): SetCommand | null {
  if (c.accept('backup')) {
    c.expect('copies');
    c.equals();
    return { kind: 'set', label: 'SET BACKUP COPIES', setting: 'backup-copies', value: c.integer() };
  }
  if (c.accept('maxcorrupt')) {
    c.expect('for', 'datafile');
    const files = list(c, () => Number(datafileName(c)) || 0);
    c.expect('to');
    return { kind: 'set', label: 'SET MAX CORRUPT', setting: 'maxcorrupt', files, value: c.integer() };
  }
  if (c.accept('newname')) return newName(c);
  if (c.accept('archivelog')) {
    c.expect('destination', 'to');
    return { kind: 'set', label: 'SET ARCHIVELOG DESTINATION', setting: 'archivelog-destination', value: c.string() };
  }
  const point = untilPoint(c);
  return point && { kind: 'set', label: 'SET until clause', setting: 'until', point };
}

function newName(c: Cursor): SetCommand {
  c.expect('for');
  const object = c.oneOf('datafile', 'tempfile', 'tablespace', 'database');
  if (object === 'tablespace') tablespaceName(c);
  else if (object !== 'database') datafileName(c);
  c.expect('to');
  if (!c.accept('new')) c.string();
  return { kind: 'set', label: 'SET NEWNAME', setting: 'newname' };
}

function sessionSetting(c: Cursor): SetCommand | null {
  if (c.accept('dbid')) {
    c.equals();
    return { kind: 'set', label: 'SET DBID', setting: 'dbid', value: c.integer() };
  }
  if (!c.accept('echo')) return null;
  return { kind: 'set', label: 'SET ECHO', setting: 'echo', value: c.oneOf('on', 'off') === 'on' };
}
