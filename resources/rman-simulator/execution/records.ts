// The backup records that a selection (BACKUP, COPY, ARCHIVELOG... with TAG, COMPLETED, OF) means.
import type { ObjectSpec, Selection, SelectionFilter } from '../language/commands.ts';
import type { ArchivedLog, BackupSet, FileCopy, Piece, SimulatedDatabase } from '../state/model.ts';
import { datafilesOf, isCompletedWithin, likePattern, logsOf } from './objects.ts';
import type { Session } from './session.ts';

export interface SetPiece {
  set: BackupSet;
  piece: Piece;
}

export interface Records {
  pieces: SetPiece[];
  copies: FileCopy[];
  logs: ArchivedLog[];
}

export function selectRecords(session: Session, selection: Selection, filter: SelectionFilter): Records {
  const database = session.store.read();
  const pieces = pieceSelection(database, selection).filter(
    ({ set, piece }) =>
      (filter.tag === null || set.tag === filter.tag) &&
      (filter.device === null || set.device === filter.device) &&
      isCompletedWithin(session, piece.completed, filter.completed),
  );
  const copies = copySelection(database, selection).filter(
    (copy) =>
      (filter.tag === null || copy.tag === filter.tag) && isCompletedWithin(session, copy.completed, filter.completed),
  );
  const logs = logSelection(session, database, selection).filter(
    (log) =>
      isCompletedWithin(session, log.nextTime, filter.completed) &&
      (filter.backedUp === null || log.backups[filter.backedUp.device] >= filter.backedUp.times),
  );
  return { pieces, copies, logs: filter.tag === null ? logs : [] };
}

function pieceSelection(database: SimulatedDatabase, selection: Selection): SetPiece[] {
  const all = database.sets.flatMap((set) => set.pieces.map((piece) => ({ set, piece })));
  switch (selection.what) {
    case 'backup': {
      const { of } = selection;
      return of === null ? all : all.filter(({ set }) => containsObject(database, set, of));
    }
    case 'backupset':
      return all.filter(({ set }) => selection.keys.length === 0 || selection.keys.includes(set.key));
    case 'backuppiece':
      return all.filter(({ piece }) => selection.keys.some((key) => key === piece.recid || key === piece.handle));
    default:
      return [];
  }
}

/** Does the set hold anything of the object? */
export function containsObject(database: SimulatedDatabase, set: BackupSet, of: ObjectSpec): boolean {
  if (of.kind === 'controlfile') return set.controlfile;
  if (of.kind === 'spfile') return set.spfile;
  if (of.kind === 'archivelog') {
    const { range } = of;
    if (range.kind === 'all') return set.kind === 'archivelog';
    return set.logs.some((log) => {
      const from = range.from;
      const until = range.until;
      const value = (by: string): number => (by === 'SEQUENCE' ? log.sequence : log.firstScn);
      return (
        (from === null || from.by === 'TIME' || value(from.by) >= Number(from.value)) &&
        (until === null || until.by === 'TIME' || value(until.by) <= Number(until.value))
      );
    });
  }
  const files = new Set(datafilesOf(database, of).map((file) => file.file));
  return set.files.some(({ file }) => files.has(file));
}

function copySelection(database: SimulatedDatabase, selection: Selection): FileCopy[] {
  const datafileCopies = database.copies.filter((copy) => copy.kind === 'datafile');
  switch (selection.what) {
    case 'copy': {
      if (selection.of === null) return database.copies.filter((copy) => copy.kind !== 'archivelog');
      if (selection.of.kind === 'controlfile') return database.copies.filter((copy) => copy.kind === 'controlfile');
      const files = new Set(datafilesOf(database, selection.of).map((file) => file.file));
      return datafileCopies.filter((copy) => files.has(copy.file));
    }
    case 'datafilecopy':
      return datafileCopies.filter((copy) => matchesCopy(copy, selection.by, selection.value ?? ''));
    case 'controlfilecopy':
      return database.copies.filter(
        (copy) => copy.kind === 'controlfile' && (selection.value === null || copy.handle === selection.value),
      );
    default:
      return [];
  }
}

function matchesCopy(copy: FileCopy, by: 'all' | 'name' | 'like' | 'tag', value: string): boolean {
  if (by === 'all') return true;
  if (by === 'tag') return copy.tag === value;
  return by === 'like' ? likePattern(value).test(copy.handle) : copy.handle === value;
}

function logSelection(session: Session, database: SimulatedDatabase, selection: Selection): ArchivedLog[] {
  if (selection.what === 'archivelog') return logsOf(session, database, selection.range);
  return selection.what === 'copy' && selection.of === null ? database.logs : [];
}
