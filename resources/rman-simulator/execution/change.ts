// CHANGE: status and KEEP of recorded backups (reference §2.6).
import type { Command } from '../language/commands.ts';
import { CommandFailure } from '../output/stack.ts';
import { requireMounted } from './backup-rules.ts';
import { deleteCopy, deleteLog, deletePiece } from './delete.ts';
import { selectRecords, type Records } from './records.ts';
import type { Session } from './session.ts';
import { keepOf } from './set-record.ts';

export function executeChange(session: Session, command: Extract<Command, { kind: 'change' }>): void {
  requireMounted(session);
  session.nameRepository();
  const records = selectRecords(session, command.selection, command.filter);
  const count = records.pieces.length + records.copies.length + records.logs.length;
  if (count === 0) {
    if (command.selection.what === 'archivelog') session.say('noMatchLog');
    else session.say('noMatchBackup', { what: 'backup' });
    return;
  }
  const { to } = command;
  if (to.state === 'KEEP') return changeKeep(session, records, to);
  if (to.state === 'DELETE') {
    for (const { piece } of records.pieces) deletePiece(session, piece);
    for (const copy of records.copies) deleteCopy(session, copy);
    for (const log of records.logs) deleteLog(session, log);
    session.say('deleted', { count, expired: '' });
    return;
  }
  if (to.state === 'UNCATALOG') return uncatalog(session, records, count);
  changeStatus(session, records, to.state, count);
}

function changeKeep(session: Session, records: Records, to: Extract<Command, { kind: 'change' }>['to']): void {
  if (to.state !== 'KEEP') return;
  if (to.keep !== 'nokeep' && to.keep.forever && !session.catalog) {
    throw new CommandFailure(['RMAN-06522: KEEP FOREVER option is not supported without the recovery catalog']);
  }
  const keep = keepOf(session, to.keep);
  const sets = new Set(records.pieces.map(({ set }) => set.key));
  const copies = new Set(records.copies.map((copy) => copy.recid));
  session.store.update((database) => {
    for (const set of database.sets) if (sets.has(set.key)) set.keep = keep;
    for (const copy of database.copies) if (copies.has(copy.recid)) copy.keep = keep;
  });
  for (const key of sets) session.row(`keep attributes for the backup are changed, backup set key ${key}`);
}

function changeStatus(session: Session, records: Records, status: 'AVAILABLE' | 'UNAVAILABLE', count: number): void {
  const word = status.toLowerCase();
  const pieces = new Set(records.pieces.map(({ piece }) => piece.recid));
  const copies = new Set(records.copies.map((copy) => copy.recid));
  const logs = new Set(records.logs.map((log) => log.recid));
  session.store.update((database) => {
    for (const set of database.sets) for (const piece of set.pieces) if (pieces.has(piece.recid)) piece.status = status;
    for (const copy of database.copies) if (copies.has(copy.recid)) copy.status = status;
    for (const log of database.logs) if (logs.has(log.recid)) log.status = status;
  });
  for (const { piece } of records.pieces) {
    session.say('changed', { what: 'backup piece', status: word });
    session.say('backupPiece', { handle: piece.handle, recid: piece.recid, stamp: piece.stamp });
  }
  for (const copy of records.copies) {
    session.say('changed', { what: 'datafile copy', status: word });
    session.say('copyName', { what: 'datafile copy', name: copy.handle, recid: copy.recid, stamp: copy.stamp });
  }
  for (const log of records.logs) {
    session.say('changed', { what: 'archived log', status: word });
    session.say('logName', { name: session.shown(log.path), recid: log.recid, stamp: log.stamp });
  }
  session.row(`Changed ${count} objects to ${status} status`);
}

function uncatalog(session: Session, records: Records, count: number): void {
  const pieces = new Set(records.pieces.map(({ piece }) => piece.recid));
  const copies = new Set(records.copies.map((copy) => copy.recid));
  const logs = new Set(records.logs.map((log) => log.recid));
  session.store.update((database) => {
    for (const set of database.sets) set.pieces = set.pieces.filter((piece) => !pieces.has(piece.recid));
    database.sets = database.sets.filter((set) => set.pieces.length > 0);
    database.copies = database.copies.filter((copy) => !copies.has(copy.recid));
    database.logs = database.logs.filter((log) => !logs.has(log.recid));
  });
  for (const { piece } of records.pieces) {
    session.say('uncataloged', { what: 'backup piece' });
    session.say('backupPiece', { handle: piece.handle, recid: piece.recid, stamp: piece.stamp });
  }
  session.row(`Uncataloged ${count} objects`);
}
