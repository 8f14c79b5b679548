// Which data files and archived logs a backup takes and which it skips, with the skip lines (reference §3.6).
import type { BackupCommand, ObjectSpec, SpecOptions } from '../language/commands.ts';
import { CommandFailure } from '../output/stack.ts';
import { osErrorLines } from '../output/stack.ts';
import type { ArchivedLog, Datafile, SimulatedDatabase } from '../state/model.ts';
import { isOnDisk } from './log-deletion.ts';
import { instant, logsOf, datafilesOf } from './objects.ts';
import type { Session } from './session.ts';
import type { DeviceType, LogRange } from '../language/commands.ts';

/** The data files of an object that remain after every SKIP, NOT BACKED UP and optimization rule. */
export function filesToBackUp(session: Session, b: BackupCommand, o: SpecOptions, object: ObjectSpec): Datafile[] {
  const database = session.store.read();
  const skip = [...b.skip, ...o.skip];
  const files = datafilesOf(database, object).filter((file) => {
    if (isExcluded(session, database, b, object, file)) return false;
    return !isSkippedByState(session, skip, file);
  });
  return files.filter((file) => !isBackedUp(session, database, b, o, file));
}

function isExcluded(
  session: Session,
  database: SimulatedDatabase,
  b: BackupCommand,
  object: ObjectSpec,
  file: Datafile,
): boolean {
  if (
    object.kind !== 'database' ||
    b.noExclude ||
    !(`EXCLUDE FOR TABLESPACE '${file.tablespace}'` in database.configuration)
  ) {
    return false;
  }
  session.say('excludedFile', { file: file.file });
  return true;
}

function isSkippedByState(session: Session, skip: readonly string[], file: Datafile): boolean {
  if (file.status === 'READ ONLY' && skip.includes('READONLY')) {
    session.say('skippingReadonly', { file: file.file });
    return true;
  }
  if (file.status !== 'OFFLINE') return false;
  if (!skip.includes('OFFLINE') && !skip.includes('INACCESSIBLE')) {
    throw new CommandFailure([`RMAN-06056: could not access datafile ${file.file}`]);
  }
  session.say(skip.includes('OFFLINE') ? 'skippingOffline' : 'skippingInaccessible', { file: file.file });
  const word = session.warningWord();
  session.inline([`RMAN-06060: ${word}: skipping datafile compromises tablespace ${file.tablespace} recoverability`]);
  return true;
}

function isBackedUp(
  session: Session,
  database: SimulatedDatabase,
  b: BackupCommand,
  o: SpecOptions,
  file: Datafile,
): boolean {
  const rule = o.notBackedUp ?? b.notBackedUp;
  const times = fileBackups(database, file.file);
  if (rule === null) {
    const optimized = database.configuration['BACKUP OPTIMIZATION'] === 'ON' && !b.force && file.status === 'READ ONLY';
    if (!optimized || times.length === 0) return false;
    session.say('skippingBackedUpFile', { file: file.file, how: `${times.length} time(s)` });
    return true;
  }
  if ('times' in rule) {
    if (times.length < rule.times) return false;
    session.say('skippingBackedUpFile', { file: file.file, how: `${times.length} time(s)` });
    return true;
  }
  const since = instant(session, rule.since);
  const latest = Math.max(0, ...times);
  if (latest < since) return false;
  session.say('skippingBackedUpFile', { file: file.file, how: `on ${session.date(latest)}` });
  return true;
}

/** Completion times of the usable full backups and copies of a data file. */
export function fileBackups(database: SimulatedDatabase, file: number): number[] {
  const sets = database.sets.filter(
    (set) =>
      set.level !== 1 &&
      set.pieces.every((piece) => piece.status === 'AVAILABLE') &&
      set.files.some((one) => one.file === file),
  );
  const copies = database.copies.filter(
    (copy) => copy.kind === 'datafile' && copy.file === file && copy.status === 'AVAILABLE',
  );
  return [...sets, ...copies].map((one) => one.completed);
}

/** Has the file a level 0 that a level 1 can build on? With a tag, only a copy of that tag counts. */
export function hasParent(database: SimulatedDatabase, file: number, copyTag: string | null): boolean {
  const copy = database.copies.some(
    (one) =>
      one.kind === 'datafile' &&
      one.file === file &&
      one.level === 0 &&
      one.status === 'AVAILABLE' &&
      (copyTag === null || one.tag === copyTag),
  );
  if (copy || copyTag !== null) return copy;
  return database.sets.some(
    (set) =>
      set.level === 0 &&
      set.pieces.every((piece) => piece.status === 'AVAILABLE') &&
      set.files.some((one) => one.file === file),
  );
}

/**
 * The archived logs of a range that a backup takes; announces those it skips as already backed up.
 * @throws CommandFailure RMAN-06059 when one is gone from disk
 */
export function logsToBackUp(
  session: Session,
  b: BackupCommand,
  o: SpecOptions,
  range: LogRange,
  device: DeviceType,
): ArchivedLog[] {
  const database = session.store.read();
  const known = logsOf(session, database, range).filter((log) => log.status === 'AVAILABLE');
  if (known.length === 0) {
    session.say('noMatchLog');
    session.say('nothingToBackUp');
    return [];
  }
  const rule = o.notBackedUp ?? b.notBackedUp;
  const limit =
    rule !== null && 'times' in rule
      ? rule.times
      : database.configuration['BACKUP OPTIMIZATION'] === 'ON' && !b.force
        ? 1
        : null;
  const enough = (log: ArchivedLog): boolean =>
    limit !== null && logBackups(log, rule === null ? device : null) >= limit;
  saySkippedLogs(session, known.filter(enough));
  const wanted = known.filter((log) => !enough(log));
  return withoutLost(session, wanted, [...b.skip, ...o.skip].includes('INACCESSIBLE'));
}

function logBackups(log: ArchivedLog, device: DeviceType | null): number {
  return device === null ? log.backups.DISK + log.backups.SBT_TAPE : log.backups[device];
}

/** Neighbouring sequences share one line. */
function saySkippedLogs(session: Session, logs: readonly ArchivedLog[]): void {
  for (let i = 0; i < logs.length;) {
    let last = i;
    while (logs[last + 1]?.sequence === (logs[last]?.sequence ?? 0) + 1) last++;
    const [from, to] = [logs[i], logs[last]];
    if (from !== undefined && to !== undefined) {
      const params = { thread: from.thread, from: from.sequence, to: to.sequence };
      session.say(from === to ? 'skippingLog' : 'skippingLogs', params);
    }
    i = last + 1;
  }
}

function withoutLost(session: Session, logs: ArchivedLog[], skipInaccessible: boolean): ArchivedLog[] {
  const injected =
    logs.length > 0 && session.failures.strike('select-logs', 'archivelog') !== null ? logs[0] : undefined;
  return logs.filter((log) => {
    if (log !== injected && isOnDisk(log)) return true;
    if (!skipInaccessible) throw new CommandFailure(lostLogLines(session, log));
    session.inline([`RMAN-06061: ${session.warningWord()}: skipping archived log compromises recoverability`]);
    return false;
  });
}

function lostLogLines(session: Session, log: ArchivedLog): string[] {
  const word = session.config.release.major <= 11 ? 'lost of' : 'loss of';
  return [
    `RMAN-06059: expected archived log not found, ${word} archived log compromises recoverability`,
    `ORA-19625: error identifying file ${session.shown(log.path)}`,
    'ORA-27037: unable to obtain file status',
    ...osErrorLines(2, session.config.windows, [3]),
  ];
}
