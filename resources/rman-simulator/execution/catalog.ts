// CATALOG: takes files that the simulator wrote before back into the repository (reference §2.6).
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stampOf } from '../output/dates.ts';
import { CommandFailure, osErrorLines } from '../output/stack.ts';
import type { BackupSet, SimulatedDatabase } from '../state/model.ts';
import { requireMounted } from './backup-rules.ts';
import { inspectBackupFile } from './piece-files.ts';
import type { Session } from './session.ts';

type Header = {
  set?: number;
  stamp?: number;
  piece?: number;
  copy?: number;
  record?: Omit<BackupSet, 'pieces' | 'key' | 'stamp' | 'completed' | 'device'>;
};

export async function executeCatalog(
  session: Session,
  command: { what: 'start-with' | 'recovery-area' | 'files'; names: string[]; noPrompt: boolean },
): Promise<void> {
  requireMounted(session);
  session.nameRepository();
  if (command.what === 'files') {
    for (const name of command.names) catalogFile(session, name);
    return;
  }
  const prefix = command.what === 'recovery-area' ? join(session.config.home, 'fra') : (command.names[0] ?? '');
  session.row(`searching for all files that match the pattern ${prefix}`);
  const unknown = filesUnder(prefix).filter((path) => !isKnown(session.store.read(), path));
  session.row('');
  if (unknown.length === 0) {
    session.row('no files found to be unknown to the database');
    return;
  }
  session.row('List of Files Unknown to the Database');
  session.row('=====================================');
  for (const path of unknown) session.row(`File Name: ${session.shown(path)}`);
  session.row('');
  if (!command.noPrompt && !(await confirmed(session))) return;
  catalogAll(session, unknown);
}

async function confirmed(session: Session): Promise<boolean> {
  session.console.prompt('Do you really want to catalog the above files (enter YES or NO)? ');
  const answer = await session.host.input.next();
  session.console.endLine();
  return /^y(es)?;?$/i.test(answer?.trim() ?? '');
}

function catalogAll(session: Session, paths: readonly string[]): void {
  session.row('cataloging files...');
  const good = paths.filter((path) => takeIn(session, path));
  session.row('cataloging done');
  session.row('');
  if (good.length > 0) {
    session.row('List of Cataloged Files');
    session.row('=======================');
    for (const path of good) session.row(`File Name: ${session.shown(path)}`);
  }
  const bad = paths.filter((path) => !good.includes(path));
  if (bad.length === 0) return;
  session.row('');
  session.row('List of Files Which Were Not Cataloged');
  session.row('=======================================');
  for (const path of bad) {
    session.row(`File Name: ${session.shown(path)}`);
    session.inline(['  RMAN-07517: Reason: The file header is corrupted']);
  }
}

function catalogFile(session: Session, path: string): void {
  if (inspectBackupFile(path).state === 'missing') {
    throw new CommandFailure([
      `ORA-19625: error identifying file ${session.shown(path)}`,
      'ORA-27037: unable to obtain file status',
      ...osErrorLines(2, session.config.windows, [3]),
    ]);
  }
  if (!takeIn(session, path))
    throw new CommandFailure([
      `ORA-19587: error occurred reading 8192 bytes at block number 1`,
      `ORA-19626: backup set type is unknown - cannot be processed by this release`,
    ]);
  session.say('cataloged', { what: 'backup piece' });
  const { stamp, recid, handle } = session.store
    .read()
    .sets.flatMap((set) => set.pieces)
    .find((piece) => piece.path === path) ?? { stamp: 0, recid: 0, handle: path };
  session.say('backupPiece', { handle, recid, stamp });
}

/** Records one piece; false when the file is none of this database. */
function takeIn(session: Session, path: string): boolean {
  const found = inspectBackupFile(path);
  if (found.state !== 'good' || found.header['dbid'] !== session.store.read().dbid) return false;
  const header = found.header as Header;
  const { record } = header;
  if (record === undefined) return false;
  const completed = statSync(path).mtimeMs;
  session.store.update((database) => {
    let set = database.sets.find((one) => one.setCount === header.set && one.setStamp === header.stamp);
    if (set === undefined) {
      set = {
        ...record,
        key: database.next.set++,
        stamp: stampOf(new Date(completed)),
        completed,
        device: 'DISK',
        pieces: [],
      };
      database.sets.push(set);
    }
    set.pieces.push({
      recid: database.next.piece++,
      stamp: stampOf(new Date(completed)),
      piece: header.piece ?? 1,
      copy: header.copy ?? 1,
      handle: session.shown(path),
      path,
      bytes: statSync(path).size,
      completed,
      status: 'AVAILABLE',
    });
  });
  return true;
}

/** Every file whose full name starts with the prefix. */
function filesUnder(prefix: string): string[] {
  const walk = (folder: string): string[] => {
    try {
      return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
      });
    } catch {
      return [];
    }
  };
  const root = prefix.endsWith('/') ? prefix : dirname(prefix);
  return [...new Set([...walk(root), ...walk(prefix)])].filter((path) => path.startsWith(prefix)).sort();
}

function isKnown(database: SimulatedDatabase, path: string): boolean {
  return (
    database.sets.some((set) => set.pieces.some((piece) => piece.path === path)) ||
    database.copies.some((copy) => copy.path === path) ||
    database.logs.some((log) => log.path === path)
  );
}
