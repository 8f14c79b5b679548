// LIST (reference §3.5).
import type { Command, SelectionFilter } from '../language/commands.ts';
import { elapsed } from '../output/dates.ts';
import type { BackupSet } from '../state/model.ts';
import { requireMounted } from './backup-rules.ts';
import { isCompletedWithin } from './objects.ts';
import { containsObject, selectRecords } from './records.ts';
import type { Session } from './session.ts';
import { columns, copyTable, listSize, logTable, pieceTable, statusLetter } from './tables.ts';

type ListCommand = Extract<Command, { kind: 'list' }>;

export function executeList(session: Session, command: ListCommand): void {
  requireMounted(session);
  session.nameRepository();
  const { what, filter } = command;
  switch (what.what) {
    case 'backup':
      return listBackups(session, what, filter);
    case 'copy': {
      const records = selectRecords(session, { what: 'copy', of: what.of }, filter);
      const wanted = (one: { status: string }): boolean => !what.expired || one.status === 'EXPIRED';
      const copies = records.copies.filter(wanted);
      const logs = records.logs.filter(wanted);
      if (copies.length + logs.length === 0) session.say('noMatchBackup', { what: 'datafile copy' });
      if (copies.length > 0) copyTable(session, copies);
      if (logs.length > 0) logTable(session, logs);
      return;
    }
    case 'archivelog': {
      const { logs } = selectRecords(session, { what: 'archivelog', range: what.range }, filter);
      const shown = logs.filter((log) => !what.expired || log.status === 'EXPIRED');
      if (shown.length === 0) session.say('noMatchLog');
      else logTable(session, shown);
      return;
    }
    case 'backuppiece':
      return pieceTable(session, selectRecords(session, { what: 'backuppiece', keys: what.keys }, filter).pieces);
    default:
      return listIncarnations(session);
  }
}

const yesNo = (value: boolean): string => (value ? 'YES' : 'NO');

function listIncarnations(session: Session): void {
  const { name, dbid, resetlogsScn, resetlogsTime } = session.store.read();
  session.row('');
  session.row('List of Database Incarnations');
  session.row('DB Key  Inc Key DB Name  DB ID            STATUS  Reset SCN  Reset Time');
  session.row('------- ------- -------- ---------------- --- ---------- ----------');
  const numbers = `1       1       ${name.padEnd(8)} ${String(dbid).padEnd(16)}`;
  session.row(`${numbers} CURRENT ${String(resetlogsScn).padEnd(10)} ${session.date(resetlogsTime)}`);
}

function setStatus(set: BackupSet): 'AVAILABLE' | 'UNAVAILABLE' | 'EXPIRED' {
  const states = set.pieces.map((piece) => piece.status);
  return states.includes('AVAILABLE') ? 'AVAILABLE' : (states[0] ?? 'EXPIRED');
}

function listBackups(
  session: Session,
  what: Extract<ListCommand['what'], { what: 'backup' }>,
  filter: SelectionFilter,
): void {
  const database = session.store.read();
  const { of, keys } = what;
  const sets = database.sets.filter(
    (set) =>
      (keys === null || keys.includes(set.key)) &&
      (of === null || containsObject(database, set, of)) &&
      (filter.tag === null || set.tag === filter.tag) &&
      (filter.device === null || set.device === filter.device) &&
      isCompletedWithin(session, set.completed, filter.completed) &&
      (!what.expired || setStatus(set) === 'EXPIRED'),
  );
  if (sets.length === 0) {
    session.say('noMatchBackup', { what: 'backup' });
    return;
  }
  session.row('');
  if (what.form === 'summary') summary(session, sets);
  else if (what.form === 'by-file') byFile(session, sets);
  else verbose(session, sets);
}

export function summary(session: Session, sets: readonly BackupSet[]): void {
  const width = Math.max(15, session.date(0).length);
  session.row('List of Backups');
  session.row('===============');
  session.row(`Key     TY LV S Device Type ${'Completion Time'.padEnd(width)} #Pieces #Copies Compressed Tag`);
  session.row(`------- -- -- - ----------- ${'-'.repeat(width)} ------- ------- ---------- ---`);
  for (const set of sets) {
    const level = set.kind === 'archivelog' ? 'A' : set.level === null ? 'F' : String(set.level);
    const copies = Math.max(1, ...set.pieces.map((piece) => piece.copy));
    const pieces = new Set(set.pieces.map((piece) => piece.piece)).size;
    const head = columns([set.key, 7], 'B ', [level, 2], statusLetter(setStatus(set)), [set.device, 11]);
    const date = session.date(set.completed).padEnd(width);
    session.row(columns(head, date, [pieces, 7], [copies, 7], [yesNo(set.compressed), 10], set.tag));
  }
}

function verbose(session: Session, sets: readonly BackupSet[]): void {
  session.row('List of Backup Sets');
  session.row('===================');
  session.row('');
  for (const set of sets) {
    header(session, set);
    pieces(session, set);
    contents(session, set);
    session.row('');
  }
}

function header(session: Session, set: BackupSet): void {
  session.row('');
  const width = Math.max(15, session.date(0).length);
  const size = listSize(set.pieces.filter((piece) => piece.copy === 1).reduce((sum, piece) => sum + piece.bytes, 0));
  const took = elapsed(set.completed - set.started);
  const tail = columns([size, 10], [set.device, 11], [took, 12], [session.date(set.completed), width]);
  if (set.kind === 'archivelog') {
    session.row(`BS Key  Size       Device Type Elapsed Time ${'Completion Time'.padEnd(width)}`.trimEnd());
    session.row(`------- ---------- ----------- ------------ ${'-'.repeat(width)}`);
    session.row(`${String(set.key).padEnd(7)} ${tail}`.trimEnd());
    return;
  }
  session.row(`BS Key  Type LV Size       Device Type Elapsed Time ${'Completion Time'.padEnd(width)}`.trimEnd());
  session.row(`------- ---- -- ---------- ----------- ------------ ${'-'.repeat(width)}`);
  const type = set.level === null ? 'Full' : 'Incr';
  session.row(`${String(set.key).padEnd(7)} ${type.padEnd(4)} ${String(set.level ?? '').padEnd(2)} ${tail}`.trimEnd());
}

function pieces(session: Session, set: BackupSet): void {
  const single = set.pieces[0];
  if (set.pieces.length === 1 && single !== undefined) {
    const compressed = set.compressed ? 'YES' : 'NO';
    session.row(
      `        BP Key: ${single.recid}   Status: ${single.status}  Compressed: ${compressed}  Tag: ${set.tag}`,
    );
    session.row(`        Piece Name: ${single.handle}`);
    return;
  }
  for (const copy of new Set(set.pieces.map((piece) => piece.copy))) {
    session.row(`  Backup Set Copy #${copy} of backup set ${set.key}`);
    session.row(`  Device Type Elapsed Time Completion Time Compressed Tag`);
    session.row(`  ----------- ------------ --------------- ---------- ---`);
    const took = elapsed(set.completed - set.started).padEnd(12);
    session.row(
      columns(' ', [set.device, 11], took, [session.date(set.completed), 15], [yesNo(set.compressed), 10], set.tag),
    );
    session.row('');
    session.row(`    List of Backup Pieces for backup set ${set.key} Copy #${copy}`);
    session.row('    BP Key  Pc# Status      Piece Name');
    session.row('    ------- --- ----------- ----------');
    for (const piece of set.pieces.filter((one) => one.copy === copy)) {
      session.row(columns('   ', [piece.recid, 7], [piece.piece, 3], [piece.status, 11], piece.handle));
    }
  }
}

function contents(session: Session, set: BackupSet): void {
  const dataFiles = set.files.filter((entry) => entry.file !== 0);
  const recent = session.config.release.major >= 12;
  if (dataFiles.length > 0) {
    const width = Math.max(9, session.date(0).length);
    session.row(`  List of Datafiles in backup set ${set.key}`);
    session.row(`  File LV Type Ckp SCN    ${'Ckp Time'.padEnd(width)} ${recent ? 'Abs Fuz SCN Sparse ' : ''}Name`);
    session.row(`  ---- -- ---- ---------- ${'-'.repeat(width)} ${recent ? '----------- ------ ' : ''}----`);
    for (const entry of dataFiles) {
      const level = `${String(set.level ?? '').padEnd(2)} ${set.level === null ? 'Full' : 'Incr'}`;
      const fuzzy = recent ? `${''.padEnd(11)} ${'NO'.padEnd(6)} ` : '';
      session.row(
        columns(
          ' ',
          [entry.file, 4],
          level,
          [entry.scn, 10],
          [session.date(entry.time), width],
          fuzzy + session.shown(entry.name),
        ),
      );
    }
  }
  if (set.controlfile) {
    const scn = set.files.find((entry) => entry.file === 0)?.scn ?? set.files[0]?.scn ?? session.store.read().scn;
    session.row(`  Control File Included: Ckp SCN: ${scn}      Ckp time: ${session.date(set.started)}`);
  }
  if (set.spfile) {
    session.row(`  SPFILE Included: Modification time: ${session.date(set.started)}`);
    session.row(`  SPFILE db_unique_name: ${session.store.read().uniqueName}`);
  }
  if (set.logs.length > 0) logRows(session, set);
}

function logRows(session: Session, set: BackupSet): void {
  const width = Math.max(9, session.date(0).length);
  session.row('');
  session.row(`  List of Archived Logs in backup set ${set.key}`);
  session.row(`  Thrd Seq     Low SCN    ${'Low Time'.padEnd(width)} Next SCN   Next Time`);
  session.row(`  ---- ------- ---------- ${'-'.repeat(width)} ---------- ---------`);
  for (const log of set.logs) {
    const low = `${String(log.firstScn).padEnd(10)} ${session.date(log.firstTime).padEnd(width)}`;
    session.row(columns(' ', [log.thread, 4], [log.sequence, 7], low, [log.nextScn, 10], session.date(log.nextTime)));
  }
}

function byFile(session: Session, sets: readonly BackupSet[]): void {
  session.row('List of Datafile Backups');
  session.row('========================');
  session.row('');
  session.row('File Key     TY LV S Ckp SCN    Ckp Time  #Pieces #Copies Compressed Tag');
  session.row('---- ------- -  -- - ---------- --------- ------- ------- ---------- ---');
  const entries = sets.flatMap((set) => set.files.filter(({ file }) => file !== 0).map((entry) => ({ set, entry })));
  for (const { set, entry } of entries.sort((a, b) => a.entry.file - b.entry.file)) {
    const level = set.level === null ? 'F' : String(set.level);
    session.row(
      columns(
        [entry.file, 4],
        [set.key, 7],
        'B ',
        [level, 2],
        statusLetter(setStatus(set)),
        [entry.scn, 10],
        session.date(entry.time),
        [set.pieces.length, 7],
        [1, 7],
        [yesNo(set.compressed), 10],
        set.tag,
      ),
    );
  }
}
