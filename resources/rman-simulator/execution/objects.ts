// From the objects a command names to the data files, logs and records of the database (reference §2.5, §2.6).
import type { Bound, Completed, LogRange, ObjectSpec, Point } from '../language/commands.ts';
import { dateExpression } from '../output/dates.ts';
import { CommandFailure } from '../output/stack.ts';
import type { ArchivedLog, Datafile, SimulatedDatabase } from '../state/model.ts';
import type { Session } from './session.ts';

/** @throws CommandFailure RMAN-20201/20202/06813 when a name is unknown */
export function datafilesOf(database: SimulatedDatabase, object: ObjectSpec): Datafile[] {
  switch (object.kind) {
    case 'database':
      return database.datafiles.filter((file) => !object.root || file.pdb === null);
    case 'pluggable':
      return object.names.flatMap((name) => pdbFiles(database, name));
    case 'tablespace':
      return object.names.flatMap((name) => tablespaceFiles(database, name));
    case 'datafile':
      return object.files.map((which) => oneFile(database, which));
    default:
      return [];
  }
}

function pdbFiles(database: SimulatedDatabase, name: string): Datafile[] {
  if (name === 'CDB$ROOT') return database.datafiles.filter((file) => file.pdb === null);
  const files = database.datafiles.filter((file) => file.pdb === name);
  if (files.length > 0) return files;
  throw new CommandFailure([`RMAN-06813: could not translate pluggable database ${name}`]);
}

function tablespaceFiles(database: SimulatedDatabase, wanted: { pdb: string | null; name: string }): Datafile[] {
  const files = database.datafiles.filter((file) => file.tablespace === wanted.name && file.pdb === wanted.pdb);
  if (files.length > 0) return files;
  throw new CommandFailure([
    'RMAN-20202: Tablespace not found in the recovery catalog',
    `RMAN-06019: could not translate tablespace name "${wanted.name}"`,
  ]);
}

function oneFile(database: SimulatedDatabase, which: number | string): Datafile {
  const found = database.datafiles.find((file) => file.file === which || file.path === which);
  if (found !== undefined) return found;
  const shown = typeof which === 'number' ? `datafile ${which}` : `datafile name "${which}"`;
  throw new CommandFailure([
    'RMAN-20201: datafile not found in the recovery catalog',
    `RMAN-06010: error while looking up ${shown}`,
  ]);
}

/** The archived logs of a range that the repository still knows. */
export function logsOf(session: Session, database: SimulatedDatabase, range: LogRange): ArchivedLog[] {
  const like = range.like === null ? null : likePattern(range.like);
  return database.logs.filter(
    (log) =>
      (like === null || like.test(log.path)) &&
      (range.thread === null || log.thread === range.thread) &&
      (range.from === null || notBefore(session, log, range.from)) &&
      (range.until === null || notAfter(session, log, range.until)),
  );
}

function notBefore(session: Session, log: ArchivedLog, bound: Bound): boolean {
  if (bound.by === 'SEQUENCE') return log.sequence >= Number(bound.value);
  if (bound.by === 'SCN') return log.nextScn > Number(bound.value);
  return log.nextTime > instant(session, String(bound.value));
}

function notAfter(session: Session, log: ArchivedLog, bound: Bound): boolean {
  if (bound.by === 'SEQUENCE') return log.sequence <= Number(bound.value);
  if (bound.by === 'SCN') return log.firstScn <= Number(bound.value);
  return log.firstTime <= instant(session, String(bound.value));
}

/** SQL LIKE as a regular expression. */
export function likePattern(text: string): RegExp {
  const escaped = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/%/g, '.*')
    .replace(/_/g, '.');
  return new RegExp(`^${escaped}$`);
}

/** @throws CommandFailure when Oracle could not read the date */
export function instant(session: Session, text: string): number {
  const date = dateExpression(text, session.dateFormat, session.host.now());
  if (date !== null) return date.getTime();
  throw new CommandFailure(['ORA-01861: literal does not match format string']);
}

export function isCompletedWithin(session: Session, completed: number, range: Completed | null): boolean {
  if (range === null) return true;
  if (range.after !== null && completed < instant(session, range.after)) return false;
  return range.before === null || completed <= instant(session, range.before);
}

/** The latest instant that UNTIL allows, as SCN and time. */
export function untilLimit(
  session: Session,
  database: SimulatedDatabase,
  point: Point | null,
): { scn: number; time: number } {
  if (point === null) return { scn: Infinity, time: Infinity };
  if (point.by === 'SCN') return { scn: point.value, time: Infinity };
  if (point.by === 'TIME') return { scn: Infinity, time: instant(session, point.value) };
  if (point.by === 'RESTORE POINT') {
    const found = database.restorePoints?.[point.value.toUpperCase()];
    if (found !== undefined) return { scn: found.scn + 1, time: Infinity };
    throw new CommandFailure([
      'RMAN-06004: Oracle error from recovery catalog database: ',
      `RMAN-20508: restore point ${point.value} does not exist`,
    ]);
  }
  const log = database.logs.find((one) => one.sequence === point.value);
  return { scn: log?.firstScn ?? Infinity, time: Infinity };
}
