// REPORT (reference §3.5).
import type { ObjectSpec, Retention } from '../language/commands.ts';
import { requireMounted } from './backup-rules.ts';
import { obsoleteTable, sayPolicy } from './delete.ts';
import { datafilesOf } from './objects.ts';
import { needingBackup, obsoleteBackups, policyOf } from './retention.ts';
import type { Session } from './session.ts';
import { columns } from './tables.ts';

const MB = 1024 * 1024;

export function executeSchema(session: Session): void {
  const database = requireMounted(session);
  session.nameRepository();
  session.row(`Report of database schema for database with db_unique_name ${database.uniqueName}`);
  session.row('');
  session.row('List of Permanent Datafiles');
  session.row('===========================');
  session.row('File Size(MB) Tablespace           RB segs Datafile Name');
  session.row('---- -------- -------------------- ------- ------------------------');
  for (const file of database.datafiles) {
    const name = file.pdb === null ? file.tablespace : `${file.pdb}:${file.tablespace}`;
    const rollback = session.config.release.major <= 11 && !session.catalog ? '***' : file.rollback ? 'YES' : 'NO';
    session.row(
      columns([file.file, 4], [Math.round(file.bytes / MB), 8], [name, 20], [rollback, 7], session.shown(file.path)),
    );
  }
  session.row('');
  session.row('List of Temporary Files');
  session.row('=======================');
  session.row('File Size(MB) Tablespace           Maxsize(MB) Tempfile Name');
  session.row('---- -------- -------------------- ----------- --------------------');
  for (const file of database.tempfiles) {
    const sizes = `${String(file.file).padEnd(4)} ${String(file.bytes / MB).padEnd(8)} ${file.tablespace.padEnd(20)}`;
    session.row(`${sizes} ${String(file.maxBytes / MB).padEnd(11)} ${session.shown(file.path)}`);
  }
  session.row('');
}

export function executeNeedBackup(
  session: Session,
  command: { retention: Retention; days: number | null; object: ObjectSpec | null },
): void {
  const database = requireMounted(session);
  session.nameRepository();
  const given = command.retention ?? (command.days === null ? null : { windowDays: command.days });
  const policy = given === null ? sayPolicy(session, null) : policyOf(database, given);
  if (policy === null) return;
  const wanted =
    command.object === null ? null : new Set(datafilesOf(database, command.object).map((file) => file.file));
  const rows = needingBackup(database, policy, session.host.now().getTime()).filter(
    ({ file }) => wanted?.has(file) ?? true,
  );
  if ('redundancy' in policy) {
    session.row(`Report of files with less than ${policy.redundancy} redundant backups`);
    session.row('File #bkps Name');
    session.row('---- ----- -----------------------------------------------------');
  } else {
    session.row(`Report of files that must be backed up to satisfy ${policy.windowDays} days recovery window`);
    session.row('File Days  Name');
    session.row('---- ----- -----------------------------------------------------');
  }
  for (const row of rows)
    session.row(`${String(row.file).padEnd(4)} ${String(row.have).padEnd(5)} ${session.shown(row.path)}`);
}

export function executeReportObsolete(session: Session, retention: Retention): void {
  requireMounted(session);
  session.nameRepository();
  const policy = sayPolicy(session, retention);
  if (policy === null) return;
  const obsolete = obsoleteBackups(session.store.read(), policy, session.host.now().getTime());
  if (obsolete.sets.length + obsolete.copies.length + obsolete.logs.length === 0) {
    session.say('noObsolete');
    return;
  }
  session.row('Report of obsolete backups and copies');
  obsoleteTable(session, obsolete);
}

/** The simulated database logs every change. */
export function executeUnrecoverable(session: Session): void {
  requireMounted(session);
  session.nameRepository();
  session.row('Report of files that need backup due to unrecoverable operations');
  session.row('File Type of Backup Required Name');
  session.row('---- ----------------------- -----------------------------------');
}
