// The fixed-width tables that LIST and DELETE share (reference §3.5).
import type { ArchivedLog, FileCopy } from '../state/model.ts';
import type { SetPiece } from './records.ts';
import type { Session } from './session.ts';

const STATUS_LETTER = { AVAILABLE: 'A', UNAVAILABLE: 'U', EXPIRED: 'X' };

export function pieceTable(session: Session, pieces: readonly SetPiece[]): void {
  session.row('');
  session.row('List of Backup Pieces');
  session.row('BP Key  BS Key  Pc# Cp# Status      Device Type Piece Name');
  session.row('------- ------- --- --- ----------- ----------- ----------');
  for (const { set, piece } of pieces) {
    const numbers = `${pad(piece.recid, 7)} ${pad(set.key, 7)} ${pad(piece.piece, 3)} ${pad(piece.copy, 3)}`;
    session.row(`${numbers} ${piece.status.padEnd(11)} ${set.device.padEnd(11)} ${piece.handle}`);
  }
}

export function copyTable(session: Session, copies: readonly FileCopy[]): void {
  for (const kind of ['datafile', 'controlfile'] as const) {
    const some = copies.filter((copy) => copy.kind === kind);
    if (some.length === 0) continue;
    const title = kind === 'datafile' ? 'List of Datafile Copies' : 'List of Control File Copies';
    const width = Math.max(15, session.date(0).length);
    const file = kind === 'datafile' ? 'File ' : '';
    session.row('');
    session.row(title);
    session.row('='.repeat(title.length));
    session.row('');
    session.row(`Key     ${file}S ${'Completion Time'.padEnd(width)} Ckp SCN    ${'Ckp Time'.padEnd(width)}`.trimEnd());
    session.row(`------- ${file === '' ? '' : '---- '}- ${'-'.repeat(width)} ---------- ${'-'.repeat(width)}`);
    for (const copy of some) {
      const number = kind === 'datafile' ? `${pad(copy.file, 4)} ` : '';
      const dates = `${session.date(copy.completed).padEnd(width)} ${pad(copy.scn, 10)} ${session.date(copy.time)}`;
      session.row(`${pad(copy.recid, 7)} ${number}${STATUS_LETTER[copy.status]} ${dates}`);
      session.row(`        Name: ${copy.handle}`);
      session.row(`        Tag: ${copy.tag}`);
      session.row('');
    }
  }
}

export function logTable(session: Session, logs: readonly ArchivedLog[]): void {
  const { uniqueName } = session.store.read();
  const title = `List of Archived Log Copies for database with db_unique_name ${uniqueName}`;
  const width = Math.max(9, session.date(0).length);
  session.row(title);
  session.row('='.repeat(title.length + 5));
  session.row('');
  session.row(`Key     Thrd Seq     S ${'Low Time'.padEnd(width)}`.trimEnd());
  session.row(`------- ---- ------- - ${'-'.repeat(width)}`);
  for (const log of logs) {
    const numbers = `${pad(log.recid, 7)} ${pad(log.thread, 4)} ${pad(log.sequence, 7)}`;
    session.row(`${numbers} ${STATUS_LETTER[log.status]} ${session.date(log.firstTime)}`);
    session.row(`        Name: ${session.shown(log.path)}`);
    session.row('');
  }
}

export function statusLetter(status: keyof typeof STATUS_LETTER): string {
  return STATUS_LETTER[status];
}

/** A table row: each cell padded to its width, a cell without one as it is; one blank between. */
export function columns(...cells: (readonly [value: string | number, width: number] | string | number)[]): string {
  return cells.map((cell) => (typeof cell === 'object' ? String(cell[0]).padEnd(cell[1]) : String(cell))).join(' ');
}

const pad = (value: number, width: number): string => String(value).padEnd(width);

/** `80.00K`, `1.27G`: sizes as LIST prints them. */
export function listSize(bytes: number): string {
  const units = ['K', 'M', 'G', 'T'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(2)}${units[unit]}`;
}
