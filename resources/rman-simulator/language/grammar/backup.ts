// BACKUP in the full grammar of reference §2.5. Refusals that RMAN makes only while executing are not made here.
import type { BackupCommand, BackupSpec, ObjectSpec, SpecOptions } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import {
  completed,
  copyChoice,
  deviceType,
  filesObject,
  formats,
  keepClause,
  list,
  logRange,
  size,
  tag,
  time,
} from './common.ts';

export function backup(c: Cursor): BackupCommand {
  const command = emptyBackup();
  while (operand(c, command));
  command.specs = specs(c);
  if (command.duration === null && c.accept('plus')) {
    c.expect('archivelog');
    command.plusArchivelog = emptyOptions();
    while (specOption(c, command.plusArchivelog));
  }
  if (command.cumulative && command.level === null) c.fail();
  c.expectMark(';');
  return command;
}

function emptyOptions(): SpecOptions {
  return {
    formats: [],
    tag: null,
    filesPerSet: null,
    channel: null,
    keep: null,
    notBackedUp: null,
    skip: [],
    deleteInput: null,
    includeControlfile: false,
  };
}

function emptyBackup(): BackupCommand {
  return {
    ...emptyOptions(),
    kind: 'backup',
    full: false,
    level: null,
    cumulative: false,
    as: null,
    device: null,
    copies: null,
    maxSetSize: null,
    sectionSize: null,
    forRecoverOfCopy: null,
    checkLogical: false,
    validate: false,
    noExclude: false,
    force: false,
    reuse: false,
    duration: null,
    destination: null,
    specs: [],
    plusArchivelog: null,
  };
}

/** One option in front of the objects; false when something else stands here. */
function operand(c: Cursor, b: BackupCommand): boolean {
  return kindOperand(c, b) || sizeOperand(c, b) || flagOperand(c, b) || sharedOption(c, b);
}

function kindOperand(c: Cursor, b: BackupCommand): boolean {
  const isKindOpen = b.level === null && !b.full;
  if (isKindOpen && !b.cumulative && c.accept('full')) return (b.full = true);
  if (isKindOpen && c.accept('incremental')) {
    c.expect('level');
    c.equals();
    const level = c.peek();
    if (level.text !== '0' && level.text !== '1') c.fail();
    b.level = c.integer() === 0 ? 0 : 1;
    return true;
  }
  if (!b.full && !b.cumulative && c.accept('cumulative')) return (b.cumulative = true);
  if (b.as === null && c.accept('as')) {
    if (c.accept('copy')) b.as = 'COPY';
    else if (c.accept('compressed')) {
      c.expect('backupset');
      b.as = 'COMPRESSED BACKUPSET';
    } else {
      c.expect('backupset');
      b.as = 'BACKUPSET';
    }
    return true;
  }
  if (b.device === null && c.at('device')) {
    b.device = deviceType(c);
    return true;
  }
  if (b.forRecoverOfCopy !== null || !c.accept('for')) return false;
  c.expect('recover', 'of', 'copy');
  b.forRecoverOfCopy = { tag: null };
  if (c.accept('with')) {
    c.expect('tag');
    b.forRecoverOfCopy.tag = tag(c);
  }
  return true;
}

function sizeOperand(c: Cursor, b: BackupCommand): boolean {
  if (b.copies === null && c.accept('copies')) {
    c.equals();
    b.copies = c.integer();
  } else if (b.maxSetSize === null && c.accept('maxsetsize')) {
    c.equals();
    b.maxSetSize = size(c);
  } else if (b.sectionSize === null && c.accept('section')) {
    c.expect('size');
    c.equals();
    b.sectionSize = size(c);
  } else if (c.accept('pool') || c.accept('diskratio')) {
    c.equals();
    c.integer();
  } else if (b.destination === null && c.accept('to')) {
    c.expect('destination');
    b.destination = c.string();
  } else return b.duration === null && duration(c, b);
  return true;
}

function duration(c: Cursor, b: BackupCommand): boolean {
  if (!c.accept('duration')) return false;
  c.equals();
  const hours = c.integer();
  c.expectMark(':');
  const minutes = c.integer();
  if (minutes > 59) c.fail();
  b.duration = { minutes: hours * 60 + minutes, partial: c.accept('partial'), minimize: null };
  if (c.accept('minimize')) b.duration.minimize = c.oneOf('time', 'load') === 'time' ? 'TIME' : 'LOAD';
  return true;
}

function flagOperand(c: Cursor, b: BackupCommand): boolean {
  if (c.accept('check')) {
    c.expect('logical');
    return (b.checkLogical = true);
  }
  if (c.accept('validate')) return (b.validate = true);
  if (c.accept('noexclude')) return (b.noExclude = true);
  if (c.accept('force')) return (b.force = true);
  if (c.accept('reuse')) return (b.reuse = true);
  return c.accept('nochecksum');
}

/** Options valid both in front of the objects and behind one. */
function sharedOption(c: Cursor, o: SpecOptions): boolean {
  if (o.formats.length === 0 && c.accept('format')) o.formats = formats(c);
  else if (o.tag === null && c.accept('tag')) o.tag = tag(c);
  else if (o.filesPerSet === null && c.accept('filesperset')) {
    c.equals();
    o.filesPerSet = c.integer();
  } else if (o.channel === null && c.accept('channel')) {
    c.equals();
    o.channel = c.name();
  } else if (o.keep === null && (c.at('keep') || c.at('nokeep'))) o.keep = keepClause(c);
  else if (c.accept('skip')) {
    o.skip.push(c.oneOf('offline', 'readonly', 'inaccessible').toUpperCase() as SpecOptions['skip'][number]);
  } else return notBackedUp(c, o);
  return true;
}

function notBackedUp(c: Cursor, o: SpecOptions): boolean {
  if (o.notBackedUp !== null || !c.accept('not')) return false;
  c.expect('backed', 'up');
  if (c.atInteger()) {
    o.notBackedUp = { times: c.integer() };
    c.expect('times');
  } else if (c.accept('since')) {
    c.expect('time');
    o.notBackedUp = { since: time(c) };
  } else o.notBackedUp = { times: 1 };
  return true;
}

/** One option behind an object or behind PLUS ARCHIVELOG. */
function specOption(c: Cursor, o: SpecOptions): boolean {
  if (o.deleteInput === null && c.accept('delete')) {
    o.deleteInput = c.accept('all') ? 'all input' : 'input';
    c.expect('input');
    return true;
  }
  if (c.accept('include')) {
    c.expect('current', 'controlfile');
    if (c.accept('for')) c.expect('standby');
    return (o.includeControlfile = true);
  }
  return sharedOption(c, o);
}

function specs(c: Cursor): BackupSpec[] {
  const found: BackupSpec[] = [];
  do {
    const parenthesised = c.acceptMark('(');
    const spec: BackupSpec = { ...emptyOptions(), object: object(c) };
    while (specOption(c, spec));
    if (parenthesised) c.expectMark(')');
    found.push(spec);
  } while (c.acceptMark(',') || startsObject(c));
  return found;
}

const OBJECT_STARTS = (
  'database pluggable tablespace datafile archivelog current spfile recovery db_recovery_file_dest backupset ' +
  'datafilecopy copy controlfilecopy'
).split(' ');

function startsObject(c: Cursor): boolean {
  const { kind, text } = c.peek();
  return kind === 'punctuation' ? text === '(' : kind === 'word' && OBJECT_STARTS.includes(text.toLowerCase());
}

function object(c: Cursor): ObjectSpec {
  const files = filesObject(c);
  if (files !== null) return files;
  if (c.accept('archivelog')) return { kind: 'archivelog', range: logRange(c) };
  if (c.accept('current')) {
    c.expect('controlfile');
    if (!c.accept('for')) return { kind: 'controlfile', standby: false };
    c.expect('standby');
    return { kind: 'controlfile', standby: true };
  }
  if (c.accept('spfile')) return { kind: 'spfile' };
  if (c.accept('db_recovery_file_dest')) return { kind: 'recovery-area' };
  if (c.accept('recovery')) {
    c.oneOf('area', 'files');
    return { kind: 'recovery-area' };
  }
  if (c.accept('backupset')) return backupSetObject(c);
  if (c.accept('datafilecopy')) return { kind: 'datafilecopy', ...copyChoice(c) };
  if (c.accept('copy')) {
    c.expect('of');
    return { kind: 'copy-of', of: filesObject(c) ?? c.fail() };
  }
  c.expect('controlfilecopy');
  if (c.accept('all')) return { kind: 'controlfilecopy', value: null };
  if (c.accept('like')) return { kind: 'controlfilecopy', value: c.string() };
  return { kind: 'controlfilecopy', value: c.string() };
}

function backupSetObject(c: Cursor): ObjectSpec {
  if (c.accept('all')) return { kind: 'backupset', keys: [], completed: null };
  const when = completed(c);
  if (when !== null) return { kind: 'backupset', keys: [], completed: when };
  return { kind: 'backupset', keys: list(c, () => c.integer()), completed: null };
}
