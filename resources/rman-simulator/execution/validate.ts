// VALIDATE and the tables that it and BACKUP VALIDATE end with (reference §3.5).
import type { Command, ObjectSpec } from '../language/commands.ts';
import { elapsed } from '../output/dates.ts';
import { CommandFailure } from '../output/stack.ts';
import type { ArchivedLog, BackupSet, Datafile } from '../state/model.ts';
import { requireMounted } from './backup-rules.ts';
import { channelsFor } from './channels.ts';
import { isOnDisk } from './log-deletion.ts';
import { datafilesOf, logsOf } from './objects.ts';
import { inspectBackupFile } from './piece-files.ts';
import type { Channel, Session } from './session.ts';
import { columns } from './tables.ts';

export async function executeValidate(
  session: Session,
  command: Extract<Command, { kind: 'validate' }>,
): Promise<void> {
  const database = requireMounted(session);
  session.gap();
  session.say('starting', { op: 'validate', date: session.date(session.host.now().getTime()) });
  session.nameRepository();
  const channel = channelsFor(session, 'DISK')[0];
  if (channel === undefined) return;
  for (const object of command.objects) await validateObject(session, channel, object, command.checkLogical);
  void database;
  session.say('finished', { op: 'validate', date: session.date(session.host.now().getTime()) });
  session.gap();
}

async function validateObject(session: Session, channel: Channel, object: ObjectSpec, logical: boolean): Promise<void> {
  const database = session.store.read();
  if (object.kind === 'backupset') {
    for (const key of object.keys)
      await validateSet(
        session,
        channel,
        database.sets.find((set) => set.key === key),
        key,
      );
    return;
  }
  if (object.kind === 'archivelog') return validateLogs(session, channel, logsOf(session, database, object.range));
  const files = datafilesOf(database, object);
  if (files.length === 0 && object.kind !== 'controlfile' && object.kind !== 'spfile') {
    throw new CommandFailure([`RMAN-06026: the simulator cannot validate ${object.kind}`]);
  }
  const whole = object.kind === 'database' || files.length === 0;
  const started = session.host.now().getTime();
  session.say('startingValidation', { ch: channel.name, what: 'datafile' });
  session.say('specifyingValidation', { ch: channel.name, what: 'datafile(s)' });
  for (const file of files) {
    session.say('inputDatafile', { fno: String(file.file).padStart(5, '0'), name: session.shown(file.path) });
  }
  if (whole) {
    session.say('includingValidation', { what: 'control file' });
    session.say('includingValidation', { what: 'SPFILE' });
  }
  await session.clock.wait(session.clock.duration(files.reduce((sum, file) => sum + file.bytes, 0)));
  const took = elapsed(session.host.now().getTime() - started);
  session.say('validationComplete', { ch: channel.name, elapsed: took });
  validationReport(session, files, whole, logical);
}

/** The tables of checked files. A corrupt file is a row with FAILED; the command still succeeds (reference §4.7). */
export function validationReport(
  session: Session,
  files: readonly Datafile[],
  withControlfile: boolean,
  logical: boolean,
): void {
  const { scn } = session.store.read();
  const corrupt = files.length > 0 && session.failures.strike('read-input', 'validate') !== null ? files[0] : undefined;
  if (files.length > 0) {
    session.row('List of Datafiles');
    session.row('=================');
  }
  for (const file of files) datafileRows(session, file, file === corrupt, scn);
  if (files.length > 0) session.row('');
  if (withControlfile) controlFileRows(session);
  if (corrupt !== undefined) {
    session.row(`validate found one or more corrupt blocks`);
    session.row(`See trace file ${session.config.home}/diag/rdbms/trace/ora_${process.pid}.trc for details`);
  }
  void logical;
}

function datafileRows(session: Session, file: Datafile, corrupt: boolean, scn: number): void {
  const blocks = file.bytes / 8192;
  const empty = Math.round(blocks * 0.15);
  session.row('File Status Marked Corrupt Empty Blocks Blocks Examined High SCN');
  session.row('---- ------ -------------- ------------ --------------- ----------');
  session.row(columns([file.file, 4], [corrupt ? 'FAILED' : 'OK', 6], [0, 14], [empty, 12], [blocks, 15], scn));
  session.row(`  File Name: ${session.shown(file.path)}`);
  session.row('  Block Type Blocks Failing Blocks Processed');
  session.row('  ---------- -------------- ----------------');
  for (const [type, share] of [
    ['Data', 0.5],
    ['Index', 0.2],
    ['Other', 0.15],
  ] as const) {
    const failing = corrupt && type === 'Data' ? 3 : 0;
    session.row(`  ${type.padEnd(10)} ${String(failing).padEnd(14)} ${Math.round(blocks * share)}`);
  }
  session.row('');
}

function controlFileRows(session: Session): void {
  session.row('List of Control File and SPFILE');
  session.row('===============================');
  session.row('File Type    Status Blocks Failing Blocks Examined');
  session.row('------------ ------ -------------- ---------------');
  session.row('SPFILE       OK     0              2');
  session.row('Control File OK     0              1280');
}

/** Reads every piece of a set. @throws CommandFailure RMAN-06160 when one is gone */
async function validateSet(session: Session, channel: Channel, set: BackupSet | undefined, key: number): Promise<void> {
  if (set === undefined) {
    throw new CommandFailure([
      'RMAN-20215: backup set not found',
      `RMAN-06159: error while looking up backup set ${key}`,
    ]);
  }
  const started = session.host.now().getTime();
  const what = set.kind === 'archivelog' ? 'archived log backup set' : 'datafile backup set';
  const lost = set.pieces.find(
    (piece) => piece.status !== 'AVAILABLE' || piece.path === null || inspectBackupFile(piece.path).state === 'missing',
  );
  if (lost !== undefined) throw new CommandFailure([`RMAN-06160: no backup pieces found for backup set key: ${key}`]);
  session.say('startingValidation', { ch: channel.name, what });
  for (const piece of set.pieces) {
    session.say('readingPiece', { ch: channel.name, handle: piece.handle });
    await session.clock.wait(session.clock.duration(piece.bytes / session.config.scale));
    if (piece.path !== null && inspectBackupFile(piece.path).state !== 'good') {
      throw new CommandFailure([
        `ORA-19870: error while restoring backup piece ${piece.handle}`,
        `ORA-19599: block number 1 is corrupt in backup piece ${piece.handle}`,
      ]);
    }
    session.say('readPiece', { ch: channel.name, handle: piece.handle, tag: set.tag });
    session.say('restoredPiece', { ch: channel.name, piece: piece.piece });
  }
  session.say('validationComplete', { ch: channel.name, elapsed: elapsed(session.host.now().getTime() - started) });
}

function validateLogs(session: Session, channel: Channel, logs: readonly ArchivedLog[]): void {
  if (logs.length === 0) {
    session.say('noMatchLog');
    return;
  }
  session.say('startingValidation', { ch: channel.name, what: 'archived log' });
  session.say('specifyingValidation', { ch: channel.name, what: 'archived log(s)' });
  for (const log of logs) {
    session.say('inputLog', { thread: log.thread, sequence: log.sequence, recid: log.recid, stamp: log.stamp });
  }
  session.say('validationComplete', { ch: channel.name, elapsed: '00:00:01' });
  session.row('List of Archived Logs');
  session.row('=====================');
  session.row('Thrd Seq     Status Blocks Failing Blocks Examined Name');
  session.row('---- ------- ------ -------------- --------------- ---------------');
  for (const log of logs) {
    const status = isOnDisk(log) ? 'OK' : 'FAILED';
    session.row(
      columns([log.thread, 4], [log.sequence, 7], [status, 6], [0, 14], [log.bytes / 512, 15], session.shown(log.path)),
    );
  }
}
