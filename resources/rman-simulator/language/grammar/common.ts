// Grammar pieces that several commands share: sizes, devices, objects, log ranges, selections.
import type {
  Bound,
  Completed,
  DeviceType,
  Keep,
  LogRange,
  ObjectSpec,
  Point,
  Retention,
  Selection,
  SelectionFilter,
} from '../commands.ts';
import type { Cursor } from '../cursor.ts';

const UNITS: Record<string, number> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** `10M`, `2 G`: bytes. */
export function size(c: Cursor): number {
  const amount = c.integer();
  for (const [unit, factor] of Object.entries(UNITS)) if (c.accept(unit)) return amount * factor;
  return amount;
}

/** The device of `DEVICE TYPE` / `TYPE`; quoted or bare, `SBT` and `SBT_TAPE` are one. */
export function deviceName(c: Cursor): DeviceType {
  c.equals();
  if (c.atString()) {
    const device = c.peek().text.toUpperCase();
    if (device !== 'DISK' && device !== 'SBT' && device !== 'SBT_TAPE') return c.fail();
    c.string();
    return device === 'DISK' ? 'DISK' : 'SBT_TAPE';
  }
  return c.oneOf('disk', 'sbt', 'sbt_tape') === 'disk' ? 'DISK' : 'SBT_TAPE';
}

export function deviceType(c: Cursor): DeviceType {
  c.expect('device', 'type');
  return deviceName(c);
}

export function list<T>(c: Cursor, item: () => T): T[] {
  const items = [item()];
  while (c.acceptMark(',')) items.push(item());
  return items;
}

/** Up to four strings: one FORMAT per copy. */
export function formats(c: Cursor): string[] {
  c.equals();
  const found = [c.string()];
  while (found.length < 4 && c.acceptMark(',')) found.push(c.string());
  return found;
}

export function tag(c: Cursor): string {
  c.equals();
  return c.name().toUpperCase();
}

/** A date argument: RMAN takes only quoted strings. */
export function time(c: Cursor): string {
  c.equals();
  return c.string();
}

function bound(c: Cursor): Bound {
  if (c.accept('time')) return { by: 'TIME', value: time(c) };
  const by = c.oneOf('scn', 'sequence', 'logseq') === 'scn' ? 'SCN' : 'SEQUENCE';
  c.equals();
  return { by, value: c.integer() };
}

export function logRange(c: Cursor): LogRange {
  const range: LogRange = { kind: 'range', like: null, from: null, until: null, thread: null };
  if (c.accept('all')) return { ...range, kind: 'all' };
  if (c.accept('like')) return { ...range, kind: 'like', like: c.string() };
  if (c.accept('from')) {
    range.from = bound(c);
    if (c.accept('until')) range.until = bound(c);
  } else if (c.accept('until')) {
    range.until = bound(c);
  } else {
    betweenRange(c, range);
  }
  if (c.accept('thread')) {
    c.equals();
    range.thread = c.integer();
  }
  if (c.accept('incarnation')) if (!c.accept('current') && !c.accept('all')) c.integer();
  return range;
}

function betweenRange(c: Cursor, range: LogRange): void {
  const by = c.oneOf('scn', 'sequence', 'time').toUpperCase() as Bound['by'];
  const value = (): number | string => (by === 'TIME' ? time(c) : c.integer());
  if (c.accept('between')) {
    range.from = { by, value: value() };
    c.expect('and');
    range.until = { by, value: value() };
    return;
  }
  if (by !== 'SEQUENCE') c.fail();
  c.equals();
  const sequence = c.integer();
  range.from = { by, value: sequence };
  range.until = { by, value: sequence };
}

export function tablespaceName(c: Cursor): { pdb: string | null; name: string } {
  const first = caseName(c);
  return c.knows('pluggable') && c.acceptMark(':') ? { pdb: first, name: caseName(c) } : { pdb: null, name: first };
}

/** Names fold to upper case unless double-quoted. */
export function caseName(c: Cursor): string {
  const exact = c.peek().kind === 'double-quoted-string';
  const name = c.name();
  return exact ? name : name.toUpperCase();
}

export function datafileName(c: Cursor): number | string {
  return c.atInteger() ? c.integer() : c.string();
}

/** DATABASE, PLUGGABLE DATABASE, TABLESPACE, DATAFILE: what is made of data files; null when none stands here. */
export function filesObject(c: Cursor): ObjectSpec | null {
  if (c.accept('database')) return { kind: 'database', root: c.accept('root') };
  if (c.accept('pluggable')) {
    c.expect('database');
    return { kind: 'pluggable', names: list(c, () => caseName(c)) };
  }
  if (c.accept('tablespace')) return { kind: 'tablespace', names: list(c, () => tablespaceName(c)) };
  if (c.accept('datafile')) return { kind: 'datafile', files: list(c, () => datafileName(c)) };
  return null;
}

/** What may follow OF in LIST/CROSSCHECK/DELETE BACKUP. */
export function ofObject(c: Cursor): ObjectSpec {
  const files = filesObject(c);
  if (files !== null) return files;
  if (c.accept('controlfile')) return { kind: 'controlfile', standby: false };
  if (c.accept('spfile')) return { kind: 'spfile' };
  c.expect('archivelog');
  return { kind: 'archivelog', range: logRange(c) };
}

export function optionalOf(c: Cursor): ObjectSpec | null {
  return c.accept('of') ? ofObject(c) : null;
}

export function completed(c: Cursor): Completed | null {
  if (!c.accept('completed')) return null;
  if (c.accept('before')) return { after: null, before: time(c) };
  if (c.accept('after')) return { after: time(c), before: null };
  c.expect('between');
  const after = time(c);
  c.expect('and');
  return { after, before: time(c) };
}

export function keepClause(c: Cursor): Keep | null {
  if (c.accept('nokeep')) return 'nokeep';
  if (!c.accept('keep')) return null;
  const keep = { until: null as string | null, forever: false, restorePoint: null as string | null };
  if (c.oneOf('forever', 'until') === 'forever') keep.forever = true;
  else {
    c.expect('time');
    keep.until = time(c);
  }
  if (c.accept('restore')) {
    c.expect('point');
    keep.restorePoint = c.name();
  }
  return keep;
}

export function untilPoint(c: Cursor): Point | null {
  if (!c.accept('until')) return null;
  if (c.accept('time')) return { by: 'TIME', value: time(c) };
  if (c.accept('restore')) {
    c.expect('point');
    return { by: 'RESTORE POINT', value: c.name() };
  }
  const by = c.oneOf('scn', 'sequence') === 'scn' ? 'SCN' : 'SEQUENCE';
  c.equals();
  const value = c.integer();
  if (by === 'SEQUENCE' && c.accept('thread')) {
    c.equals();
    c.integer();
  }
  return { by, value };
}

export function retention(c: Cursor): Retention {
  if (c.accept('redundancy')) {
    c.equals();
    return { redundancy: c.integer() };
  }
  if (!c.accept('recovery')) return null;
  c.expect('window', 'of');
  const windowDays = c.integer();
  c.expect('days');
  return { windowDays };
}

/** What CROSSCHECK, DELETE and CHANGE work on. */
export function selection(c: Cursor): Selection {
  if (c.accept('backup')) return { what: 'backup', of: optionalOf(c) };
  if (c.accept('copy')) return { what: 'copy', of: optionalOf(c) };
  if (c.accept('backupset')) return { what: 'backupset', keys: c.atInteger() ? list(c, () => c.integer()) : [] };
  if (c.accept('backuppiece')) return { what: 'backuppiece', keys: list(c, () => datafileName(c)) };
  if (c.accept('archivelog')) return { what: 'archivelog', range: logRange(c) };
  if (c.accept('datafilecopy')) return { what: 'datafilecopy', ...copyChoice(c) };
  c.expect('controlfilecopy');
  return { what: 'controlfilecopy', value: c.accept('all') ? null : c.string() };
}

export function copyChoice(c: Cursor): { by: 'all' | 'name' | 'like' | 'tag'; value: string | null } {
  if (c.accept('all')) return { by: 'all', value: null };
  if (c.accept('like')) return { by: 'like', value: c.string() };
  if (c.accept('tag')) return { by: 'tag', value: tag(c) };
  return { by: 'name', value: c.string() };
}

export function selectionFilter(c: Cursor, allowBackedUp = false): SelectionFilter {
  const filter: SelectionFilter = { tag: null, completed: null, device: null, backedUp: null };
  for (;;) {
    if (filter.tag === null && c.accept('tag')) filter.tag = tag(c);
    else if (filter.completed === null && c.at('completed')) filter.completed = completed(c);
    else if (filter.device === null && c.at('device')) filter.device = deviceType(c);
    else if (allowBackedUp && filter.backedUp === null && c.accept('backed')) {
      c.expect('up');
      const times = c.integer();
      c.expect('times', 'to');
      filter.backedUp = { times, device: deviceType(c) };
    } else return filter;
  }
}
