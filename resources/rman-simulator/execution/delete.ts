// DELETE and DELETE OBSOLETE (reference §2.6, §3.4): the list, the question, the deletions and what was held back.
import { existsSync, rmSync } from 'node:fs';
import type { Command, Retention } from '../language/commands.ts';
import type { ArchivedLog, BackupSet, FileCopy, Piece } from '../state/model.ts';
import { requireMounted } from './backup-rules.ts';
import { maintenanceChannels } from './crosscheck.ts';
import { sayHeld } from './log-deletion.ts';
import { selectRecords, type SetPiece } from './records.ts';
import { obsoleteBackups, policyOf, type Obsolete } from './retention.ts';
import type { Session } from './session.ts';
import { copyTable, logTable, pieceTable } from './tables.ts';

type DeleteCommand = Extract<Command, { kind: 'delete' }>;

export async function executeDelete(session: Session, command: DeleteCommand): Promise<void> {
  requireMounted(session);
  session.nameRepository();
  maintenanceChannels(session);
  const records = selectRecords(session, command.selection, command.filter);
  const wanted = <T extends { status: string }>(one: T): boolean => !command.expired || one.status === 'EXPIRED';
  const pieces = records.pieces.filter(({ piece }) => wanted(piece));
  const copies = records.copies.filter(wanted);
  const logs = records.logs.filter(wanted);
  if (pieces.length + copies.length + logs.length === 0) {
    sayNoMatch(session, command);
    return;
  }
  const mismatched = command.expired || command.force ? [] : mismatches(pieces, copies, logs);
  const held = command.expired
    ? []
    : logs.filter((log) => !mismatched.includes(log) && sayHeld(session, log, command.force));
  const doomed = <T extends Piece | FileCopy | ArchivedLog>(list: T[]): T[] =>
    list.filter((one) => !mismatched.includes(one) && !(held as unknown[]).includes(one));
  const doomedPieces = pieces.filter(({ piece }) => !mismatched.includes(piece));
  await listAskDelete(session, command, doomedPieces, doomed(copies), doomed(logs));
  sayMismatches(session, mismatched);
}

function sayNoMatch(session: Session, command: DeleteCommand): void {
  if (command.selection.what === 'archivelog') session.say('noMatchLog');
  else
    session.say('noMatchBackup', {
      what: command.selection.what === 'copy' || command.selection.what === 'datafilecopy' ? 'datafile copy' : 'backup',
    });
}

async function listAskDelete(
  session: Session,
  command: DeleteCommand,
  pieces: SetPiece[],
  copies: FileCopy[],
  logs: ArchivedLog[],
): Promise<void> {
  if (pieces.length + copies.length + logs.length === 0) return;
  if (pieces.length > 0) pieceTable(session, pieces);
  if (copies.length > 0) copyTable(session, copies);
  if (logs.length > 0) logTable(session, logs);
  if (!command.noPrompt && !(await confirmed(session))) return;
  for (const { piece } of pieces) deletePiece(session, piece);
  for (const copy of copies) deleteCopy(session, copy);
  for (const log of logs) deleteLog(session, log);
  const count = pieces.length + copies.length + logs.length;
  session.say('deleted', { count, expired: command.expired ? 'EXPIRED ' : '' });
  session.row('');
}

/** A closed input means NO. */
async function confirmed(session: Session): Promise<boolean> {
  session.row('');
  session.console.prompt('Do you really want to delete the above objects (enter YES or NO)? ');
  const answer = await session.host.input.next();
  session.console.endLine();
  return /^y(es)?;?$/i.test(answer?.trim() ?? '');
}

function mismatches(pieces: SetPiece[], copies: FileCopy[], logs: ArchivedLog[]): (Piece | FileCopy | ArchivedLog)[] {
  const gone = (one: { path: string | null; status: string }): boolean =>
    one.status === 'EXPIRED' || one.path === null || !existsSync(one.path);
  return [...pieces.map(({ piece }) => piece), ...copies, ...logs].filter(gone);
}

function sayMismatches(session: Session, found: readonly (Piece | FileCopy | ArchivedLog)[]): void {
  if (found.length === 0) return;
  const word = session.warningWord();
  session.inline([
    '',
    `RMAN-06207: ${word}: ${found.length} objects could not be deleted for DISK channel(s) due`,
    'RMAN-06208:          to mismatched status.  Use CROSSCHECK command to fix status',
    'RMAN-06210: List of Mismatched objects',
    'RMAN-06211: ==========================',
    'RMAN-06212:   Object Type   Filename/Handle',
    'RMAN-06213: --------------- ---------------------------------------------------',
    ...found.map(
      (one) => `RMAN-06214: ${objectType(one).padEnd(15)} ${'handle' in one ? one.handle : session.shown(one.path)}`,
    ),
    '',
  ]);
}

function objectType(one: Piece | FileCopy | ArchivedLog): string {
  if ('nextScn' in one) return 'Archivelog';
  if ('kind' in one) return one.kind === 'controlfile' ? 'Control File Copy' : 'Datafile Copy';
  return 'Backup Piece';
}

export function deletePiece(session: Session, piece: Piece): void {
  if (piece.path !== null) rmSync(piece.path, { force: true });
  session.store.update((database) => {
    for (const set of database.sets) set.pieces = set.pieces.filter((one) => one.recid !== piece.recid);
    database.sets = database.sets.filter((set) => set.pieces.length > 0);
  });
  session.say('deletedObject', { what: 'backup piece' });
  session.say('backupPiece', { handle: piece.handle, recid: piece.recid, stamp: piece.stamp });
}

export function deleteCopy(session: Session, copy: FileCopy): void {
  rmSync(copy.path, { force: true });
  session.store.update((database) => {
    database.copies = database.copies.filter((one) => one.recid !== copy.recid);
  });
  const what = copy.kind === 'controlfile' ? 'control file copy' : 'datafile copy';
  session.say('deletedObject', { what });
  session.say('copyName', { what, name: copy.handle, recid: copy.recid, stamp: copy.stamp });
}

export function deleteLog(session: Session, log: ArchivedLog): void {
  rmSync(log.path, { force: true });
  session.store.update((database) => {
    database.logs = database.logs.filter((one) => one.recid !== log.recid);
  });
  session.say('deletedObject', { what: 'archived log' });
  session.say('logName', { name: session.shown(log.path), recid: log.recid, stamp: log.stamp });
}

export async function executeDeleteObsolete(
  session: Session,
  command: { noPrompt: boolean; retention: Retention; force: boolean },
): Promise<void> {
  requireMounted(session);
  session.nameRepository();
  const policy = sayPolicy(session, command.retention);
  maintenanceChannels(session);
  if (policy === null) return;
  const obsolete = obsoleteBackups(session.store.read(), policy, session.host.now().getTime());
  if (count(obsolete) === 0) {
    session.say('noObsolete');
    return;
  }
  session.row('Deleting the following obsolete backups and copies:');
  obsoleteTable(session, obsolete);
  if (!command.noPrompt && !(await confirmed(session))) return;
  deleteAll(session, obsolete, command.force);
}

const count = (obsolete: Obsolete): number => obsolete.sets.length + obsolete.copies.length + obsolete.logs.length;

function deleteAll(session: Session, obsolete: Obsolete, force: boolean): void {
  let done = 0;
  for (const set of obsolete.sets)
    for (const piece of set.pieces) done += deleteThat(() => deletePiece(session, piece));
  for (const copy of obsolete.copies) done += deleteThat(() => deleteCopy(session, copy));
  for (const log of obsolete.logs) if (!sayHeld(session, log, force)) done += deleteThat(() => deleteLog(session, log));
  session.say('deleted', { count: done, expired: '' });
  session.row('');
}

function deleteThat(work: () => void): number {
  work();
  return 1;
}

/** Announces the policy a command goes by; null (with RMAN-06525) when there is none. */
export function sayPolicy(session: Session, given: Retention): ReturnType<typeof policyOf> {
  const policy = policyOf(session.store.read(), given);
  if (policy === null) {
    session.inline(['RMAN-06525: RMAN retention policy is set to none']);
    return null;
  }
  if (given === null) {
    session.say('retentionApplied');
    if ('redundancy' in policy) session.say('retentionRedundancy', { n: policy.redundancy });
    else session.say('retentionWindow', { n: policy.windowDays });
  }
  return policy;
}

export function obsoleteTable(session: Session, obsolete: Obsolete): void {
  const width = Math.max(18, session.date(0).length);
  session.row(`Type                 Key    ${'Completion Time'.padEnd(width)} Filename/Handle`);
  session.row(`-------------------- ------ ${'-'.repeat(width)} --------------------`);
  const row = (type: string, key: number, time: number, name: string): void => {
    session.row(`${type.padEnd(20)} ${String(key).padEnd(6)} ${session.date(time).padEnd(width)} ${name}`.trimEnd());
  };
  for (const set of obsolete.sets) obsoleteSet(set, row);
  for (const copy of obsolete.copies) {
    row(copy.kind === 'controlfile' ? 'Control File Copy' : 'Datafile Copy', copy.recid, copy.completed, copy.handle);
  }
  for (const log of obsolete.logs) row('Archive Log', log.recid, log.nextTime, session.shown(log.path));
}

function obsoleteSet(set: BackupSet, row: (type: string, key: number, time: number, name: string) => void): void {
  row('Backup Set', set.key, set.completed, '');
  for (const piece of set.pieces) row('  Backup Piece', piece.recid, piece.completed, piece.handle);
}
