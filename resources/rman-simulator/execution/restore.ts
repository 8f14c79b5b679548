// RESTORE with VALIDATE, PREVIEW or for real into a mounted database, and RECOVER (reference §3.5). A piece that
// cannot be read makes RMAN try an older backup.
import type { ObjectSpec, RestoreCommand, Command } from '../language/commands.ts';
import { elapsed } from '../output/dates.ts';
import { CommandFailure } from '../output/stack.ts';
import type { BackupSet, Datafile, FileCopy, SimulatedDatabase } from '../state/model.ts';
import { requireMounted } from './backup-rules.ts';
import { channelsFor } from './channels.ts';
import { summary } from './list.ts';
import { datafilesOf, logsOf, untilLimit } from './objects.ts';
import { inspectBackupFile } from './piece-files.ts';
import type { Channel, Session } from './session.ts';
import { logTable } from './tables.ts';

interface Candidate {
  set: BackupSet | null;
  copy: FileCopy | null;
  scn: number;
}

export async function executeRestore(session: Session, command: RestoreCommand): Promise<void> {
  const database = requireMounted(session);
  session.gap();
  session.say('starting', { op: 'restore', date: session.date(session.host.now().getTime()) });
  session.nameRepository();
  // Channels that the script allocated are taken whatever their device; automatic ones are of disk.
  const allocated = (session.runChannels ?? []).length > 0;
  const channel = channelsFor(session, command.device ?? (allocated ? null : 'DISK'))[0];
  session.gap();
  if (channel === undefined) return;
  for (const object of command.objects) await restoreObject(session, channel, database, command, object);
  session.say('finished', { op: 'restore', date: session.date(session.host.now().getTime()) });
  session.gap();
}

async function restoreObject(
  session: Session,
  channel: Channel,
  database: SimulatedDatabase,
  command: RestoreCommand,
  object: ObjectSpec,
): Promise<void> {
  if (object.kind === 'archivelog') return restoreLogs(session, channel, database, command, object);
  if (object.kind === 'controlfile' || object.kind === 'spfile')
    return restoreControl(session, channel, database, command, object);
  const files = datafilesOf(database, object);
  if (!command.validate && command.preview === null && database.openMode === 'OPEN') {
    const first = files[0];
    throw new CommandFailure([
      `ORA-19870: error while restoring backup piece ${firstHandle(database, first)}`,
      `ORA-19573: cannot obtain exclusive enqueue for datafile ${first?.file ?? 1}`,
    ]);
  }
  const limit = untilLimit(session, database, command.until ?? session.settings.until);
  const chosen = files.map((file) => ({ file, candidates: candidates(database, file, limit, command.fromTag) }));
  const lost = chosen.filter(({ candidates: some }) => some.length === 0);
  if (lost.length > 0) {
    throw new CommandFailure([
      'RMAN-06026: some targets not found - aborting restore',
      ...lost.map(({ file }) => `RMAN-06023: no backup or copy of datafile ${file.file} found to restore`),
    ]);
  }
  if (command.preview !== null)
    return preview(
      session,
      database,
      chosen.flatMap(({ candidates: some }) => some.slice(0, 1)),
    );
  await readAll(session, channel, command, chosen);
}

function firstHandle(database: SimulatedDatabase, file: Datafile | undefined): string {
  const sets = database.sets.filter((set) => set.files.some((entry) => entry.file === file?.file));
  return sets.at(-1)?.pieces[0]?.handle ?? '';
}

/** Full backups and copies of a file within the limit, newest first. */
function candidates(
  database: SimulatedDatabase,
  file: Datafile,
  limit: { scn: number; time: number },
  tag: string | null,
): Candidate[] {
  const sets = database.sets
    .filter(
      (set) => set.level !== 1 && set.pieces.length > 0 && set.pieces.every((piece) => piece.status === 'AVAILABLE'),
    )
    .flatMap((set) =>
      set.files
        .filter((entry) => entry.file === file.file)
        .map((entry) => ({ set, copy: null, scn: entry.scn, time: entry.time, tag: set.tag })),
    );
  const copies = database.copies
    .filter((copy) => copy.kind === 'datafile' && copy.file === file.file && copy.status === 'AVAILABLE')
    .map((copy) => ({ set: null, copy, scn: copy.scn, time: copy.time, tag: copy.tag }));
  return [...sets, ...copies]
    .filter((one) => one.scn < limit.scn && one.time <= limit.time && (tag === null || one.tag === tag))
    .sort((a, b) => b.scn - a.scn);
}

function preview(session: Session, database: SimulatedDatabase, chosen: readonly Candidate[]): void {
  const keys = new Set(chosen.flatMap(({ set }) => (set === null ? [] : [set.key])));
  session.row('');
  if (keys.size > 0)
    summary(
      session,
      database.sets.filter((set) => keys.has(set.key)),
    );
  const start = Math.min(...chosen.map(({ scn }) => scn));
  const logs = database.logs.filter((log) => log.nextScn > start);
  session.row('');
  if (logs.length > 0) logTable(session, logs);
  session.say('previewUpTo', { scn: logs.at(-1)?.nextScn ?? start });
  session.say('previewStart', { scn: start });
  session.say('previewFuzzy', { scn: Math.max(...chosen.map(({ scn }) => scn)) });
}

interface Choice {
  file: Datafile;
  candidates: Candidate[];
}

/** Reads the newest candidate of every file, each set once. */
async function readAll(
  session: Session,
  channel: Channel,
  command: RestoreCommand,
  chosen: readonly Choice[],
): Promise<void> {
  const read = new Set<number>();
  for (const { file, candidates: some } of chosen) {
    for (const [index, candidate] of some.entries()) {
      if (candidate.set !== null && read.has(candidate.set.key)) break;
      const files = chosen
        .map((one) => one.file)
        .filter((one) => candidate.set?.files.some((entry) => entry.file === one.file));
      const problem = await readCandidate(session, channel, command, candidate, files.length > 0 ? files : [file]);
      if (candidate.set !== null) read.add(candidate.set.key);
      if (problem === null) break;
      if (index === some.length - 1) {
        throw new CommandFailure([
          'RMAN-06026: some targets not found - aborting restore',
          `RMAN-06023: no backup or copy of datafile ${file.file} found to restore`,
          ...problem,
        ]);
      }
      session.inline(problem);
      session.say('failoverMessage');
    }
  }
}

async function readCandidate(
  session: Session,
  channel: Channel,
  command: RestoreCommand,
  candidate: Candidate,
  files: readonly Datafile[],
): Promise<string[] | null> {
  const started = session.host.now().getTime();
  const ch = channel.name;
  if (candidate.copy !== null) return readCopy(session, ch, command, candidate.copy);
  const { set } = candidate;
  if (set === null) return null;
  if (command.validate) session.say('startingValidation', { ch, what: 'datafile backup set' });
  else {
    session.say('startingRestore', { ch, kind: 'datafile backup set' });
    session.say('specifyingRestore', { ch, what: 'datafile(s) to restore from backup set' });
    for (const file of files)
      session.say('restoringDatafile', { ch, fno: String(file.file).padStart(5, '0'), name: session.shown(file.path) });
  }
  const problem = await readPieces(session, channel, set);
  if (problem !== null) return problem;
  session.say(command.validate ? 'validationComplete' : 'restoreComplete', {
    ch,
    elapsed: elapsed(session.host.now().getTime() - started),
  });
  return null;
}

function readCopy(session: Session, ch: string, command: RestoreCommand, copy: FileCopy): string[] | null {
  if (inspectBackupFile(copy.path).state !== 'good') return unreadable(copy.handle, copy.path);
  session.say('startingValidation', { ch, what: 'datafile copy' });
  session.row(`input datafile copy RECID=${copy.recid} STAMP=${copy.stamp} file name=${copy.handle}`);
  session.say(command.validate ? 'validationComplete' : 'restoreComplete', { ch, elapsed: '00:00:01' });
  return null;
}

/** Reads every piece of a set; gives the error lines of the first that cannot be read. */
export async function readPieces(session: Session, channel: Channel, set: BackupSet): Promise<string[] | null> {
  const ch = channel.name;
  for (const piece of set.pieces.filter((one) => one.copy === (set.pieces[0]?.copy ?? 1))) {
    session.say('readingPiece', { ch, handle: piece.handle });
    await session.clock.wait(session.clock.duration(piece.bytes / session.config.scale) / 4);
    const locked = set.encrypted === 'password' && !session.settings.decryption.includes(set.password ?? '');
    if (locked) {
      throw new CommandFailure([
        `ORA-19870: error while restoring backup piece ${piece.handle}`,
        'ORA-19913: unable to decrypt backup',
        'ORA-28365: wallet is not open',
      ]);
    }
    const struck = session.failures.strike('restore-piece', 'restore') !== null;
    if (struck || piece.path === null || inspectBackupFile(piece.path).state !== 'good')
      return unreadable(piece.handle, struck ? null : piece.path);
    session.say('readPiece', { ch, handle: piece.handle, tag: set.tag });
    session.say('restoredPiece', { ch, piece: piece.piece });
  }
  return null;
}

function unreadable(handle: string, path: string | null): string[] {
  const first = `ORA-19870: error while restoring backup piece ${handle}`;
  const missing = path === null || inspectBackupFile(path).state === 'missing';
  if (!missing) return [first, `ORA-19599: block number 1 is corrupt in backup piece ${handle}`];
  return [
    first,
    `ORA-19505: failed to identify file "${handle}"`,
    'ORA-27037: unable to obtain file status',
    'Linux-x86_64 Error: 2: No such file or directory',
    'Additional information: 3',
  ];
}

async function restoreControl(
  session: Session,
  channel: Channel,
  database: SimulatedDatabase,
  command: RestoreCommand,
  object: ObjectSpec,
): Promise<void> {
  const holds = (set: BackupSet): boolean => (object.kind === 'spfile' ? set.spfile : set.controlfile);
  const sets = database.sets.filter((set) => holds(set) && (!command.fromAutobackup || set.autobackup)).reverse();
  const usable = sets.find((set) => set.pieces.every((piece) => piece.status === 'AVAILABLE'));
  if (usable === undefined) {
    throw new CommandFailure([
      'RMAN-06026: some targets not found - aborting restore',
      object.kind === 'spfile'
        ? 'RMAN-06729: no backup of the SPFILE found to restore'
        : 'RMAN-06024: no backup or copy of the control file found to restore',
    ]);
  }
  if (command.preview !== null) return summary(session, [usable]);
  session.say('startingValidation', { ch: channel.name, what: 'datafile backup set' });
  const problem = await readPieces(session, channel, usable);
  if (problem !== null) throw new CommandFailure(problem);
  session.say('validationComplete', { ch: channel.name, elapsed: '00:00:01' });
}

async function restoreLogs(
  session: Session,
  channel: Channel,
  database: SimulatedDatabase,
  command: RestoreCommand,
  object: Extract<ObjectSpec, { kind: 'archivelog' }>,
): Promise<void> {
  const logs = logsOf(session, database, object.range);
  const sets = database.sets.filter(
    (set) => set.kind === 'archivelog' && set.pieces.every((piece) => piece.status === 'AVAILABLE'),
  );
  if (logs.length === 0 && sets.length === 0)
    throw new CommandFailure([
      'RMAN-06026: some targets not found - aborting restore',
      'RMAN-06025: no backup of archived log for thread 1 with sequence 1 found to restore',
    ]);
  if (command.preview !== null) return logTable(session, logs);
  for (const log of logs) session.say('scanningLog', { ch: channel.name, name: session.shown(log.path) });
  for (const set of sets) {
    session.say('startingValidation', { ch: channel.name, what: 'archived log backup set' });
    const problem = await readPieces(session, channel, set);
    if (problem !== null) throw new CommandFailure(problem);
    session.say('validationComplete', { ch: channel.name, elapsed: '00:00:01' });
  }
}

/** Media recovery: an open database refuses it; a mounted one applies the logs that are on disk. */
export function executeRecover(session: Session, command: Extract<Command, { kind: 'recover' }>): void {
  const database = requireMounted(session);
  const files = datafilesOf(database, command.object);
  session.gap();
  session.say('starting', { op: 'recover', date: session.date(session.host.now().getTime()) });
  session.nameRepository();
  channelsFor(session, 'DISK');
  if (database.openMode === 'OPEN') {
    throw new CommandFailure([
      'ORA-00283: recovery session canceled due to errors',
      'ORA-01124: cannot recover data file ' + `${files[0]?.file ?? 1} - file is in use or recovery`,
      `ORA-01110: data file ${files[0]?.file ?? 1}: '${session.shown(files[0]?.path ?? '')}'`,
    ]);
  }
  session.row('');
  session.say('startingMediaRecovery');
  session.say('mediaRecoveryComplete', { elapsed: '00:00:01' });
  session.row('');
  session.say('finished', { op: 'recover', date: session.date(session.host.now().getTime()) });
}
