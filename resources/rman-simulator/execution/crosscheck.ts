// CROSSCHECK: looks for every recorded file and marks what is gone as EXPIRED (reference §3.4). Never fails for it.
import { existsSync } from 'node:fs';
import type { Selection, SelectionFilter } from '../language/commands.ts';
import type { RecordStatus } from '../state/model.ts';
import { requireMounted } from './backup-rules.ts';
import { channelsFor } from './channels.ts';
import { selectRecords, type Records } from './records.ts';
import type { Session } from './session.ts';

export function executeCrosscheck(session: Session, command: { selection: Selection; filter: SelectionFilter }): void {
  requireMounted(session);
  session.nameRepository();
  maintenanceChannels(session);
  const records = selectRecords(session, command.selection, command.filter);
  const total = records.pieces.length + records.copies.length + records.logs.length;
  if (total === 0) {
    const what =
      command.selection.what === 'archivelog' ? null : command.selection.what === 'copy' ? 'datafile copy' : 'backup';
    if (what === null) session.say('noMatchLog');
    else session.say('noMatchBackup', { what });
    return;
  }
  checkPieces(session, records);
  checkCopies(session, records);
  checkLogs(session, records);
  session.say('crosschecked', { count: total });
  session.row('');
}

/** Announces the channels of a maintenance command. */
export function maintenanceChannels(session: Session): void {
  if (session.maintenanceChannels.length > 0) {
    for (const channel of session.maintenanceChannels) session.say('usingChannel', { ch: channel.name });
    return;
  }
  if ((session.runChannels ?? []).length === 0) channelsFor(session, 'DISK');
}

function found(session: Session, path: string | null, before: RecordStatus): RecordStatus {
  if (session.failures.strike('crosscheck') !== null) return 'EXPIRED';
  const present = path !== null && existsSync(path);
  if (!present) return 'EXPIRED';
  return before === 'UNAVAILABLE' ? 'UNAVAILABLE' : 'AVAILABLE';
}

function checkPieces(session: Session, records: Records): void {
  for (const { set, piece } of records.pieces) {
    const status = found(session, piece.path, piece.status);
    session.say('crosscheckedPiece', { status });
    session.say('backupPiece', { handle: piece.handle, recid: piece.recid, stamp: piece.stamp });
    session.store.update((database) => {
      const record = database.sets.find((one) => one.key === set.key)?.pieces.find((one) => one.recid === piece.recid);
      if (record !== undefined) record.status = status;
    });
  }
}

function checkCopies(session: Session, records: Records): void {
  for (const copy of records.copies) {
    const status = found(session, copy.path, copy.status);
    const what = copy.kind === 'controlfile' ? 'control file copy' : 'datafile copy';
    if (status === 'AVAILABLE') session.row(`validation succeeded for ${what}`);
    else session.row(`validation failed for ${what}`);
    session.say('copyName', { what, name: copy.handle, recid: copy.recid, stamp: copy.stamp });
    session.store.update((database) => {
      const record = database.copies.find((one) => one.recid === copy.recid);
      if (record !== undefined) record.status = status;
    });
  }
}

function checkLogs(session: Session, records: Records): void {
  for (const log of records.logs) {
    const status = found(session, log.path, log.status);
    session.say(status === 'AVAILABLE' ? 'logValidated' : 'logNotValidated');
    session.say('logName', { name: session.shown(log.path), recid: log.recid, stamp: log.stamp });
    session.store.update((database) => {
      const record = database.logs.find((one) => one.recid === log.recid);
      if (record !== undefined) record.status = status;
    });
  }
}
