// BACKUP BACKUPSET and BACKUP RECOVERY AREA: existing sets copied to another place or device.
import type { BackupCommand, ObjectSpec, SpecOptions } from '../language/commands.ts';
import { elapsed, stampOf } from '../output/dates.ts';
import { CommandFailure } from '../output/stack.ts';
import type { BackupSet, Piece } from '../state/model.ts';
import { expandFormat, recoveryAreaPath, serverPath } from './file-names.ts';
import { join } from 'node:path';
import { isCompletedWithin } from './objects.ts';
import { inspectBackupFile, writeBackupFile } from './piece-files.ts';
import type { Channel, Session } from './session.ts';
import { commentOf } from './set-record.ts';
import { StepFailure, type Step } from './steps.ts';

export async function backupBackupSets(
  session: Session,
  object: Extract<ObjectSpec, { kind: 'backupset' }>,
  b: BackupCommand,
  o: SpecOptions,
): Promise<Step[]> {
  const { sets } = session.store.read();
  for (const key of object.keys) {
    if (!sets.some((set) => set.key === key))
      throw new CommandFailure([
        `RMAN-20215: backup set not found`,
        `RMAN-06159: error while looking up backup set ${key}`,
      ]);
  }
  const chosen = sets.filter(
    (set) =>
      set.device === 'DISK' &&
      (object.keys.length === 0 || object.keys.includes(set.key)) &&
      isCompletedWithin(session, set.completed, object.completed),
  );
  return steps(session, chosen, b, o);
}

export async function backupRecoveryArea(session: Session, b: BackupCommand, o: SpecOptions): Promise<Step[]> {
  const area = join(session.config.home, 'fra');
  const chosen = session.store.read().sets.filter((set) => set.pieces.some((piece) => piece.path?.startsWith(area)));
  return steps(session, chosen, b, o);
}

function steps(session: Session, sets: readonly BackupSet[], b: BackupCommand, o: SpecOptions): Step[] {
  if (sets.length === 0) session.say('noMatchBackup', { what: 'backup' });
  return sets.map((set) => ({
    channel: o.channel ?? b.channel,
    work: 'backupset',
    run: (channel) => copySet(session, channel, set, b, o),
  }));
}

async function copySet(
  session: Session,
  channel: Channel,
  set: BackupSet,
  b: BackupCommand,
  o: SpecOptions,
): Promise<void> {
  const started = session.host.now().getTime();
  const ch = channel.name;
  session.row(`channel ${ch}: input backup set: count=${set.setCount}, stamp=${set.setStamp}, piece=1`);
  const copyNumber = Math.max(...set.pieces.map((piece) => piece.copy)) + 1;
  for (const source of set.pieces.filter((piece) => piece.copy === 1)) {
    session.row(`channel ${ch}: starting piece ${source.piece} at ${session.date(session.host.now().getTime())}`);
    session.row(`channel ${ch}: backup piece ${source.handle}`);
    const made = await copyPiece(session, channel, set, source, copyNumber, b, o);
    session.say('pieceHandleNoTag', { handle: made.handle, comment: commentOf(channel) });
    session.say('finishedPiece', { ch, piece: source.piece, date: session.date(session.host.now().getTime()) });
    session.store.update((database) => {
      database.sets.find((one) => one.key === set.key)?.pieces.push({ ...made, recid: database.next.piece++ });
    });
  }
  const took = elapsed(session.host.now().getTime() - started);
  session.row(`channel ${ch}: backup piece complete, elapsed time: ${took}`);
}

async function copyPiece(
  session: Session,
  channel: Channel,
  set: BackupSet,
  source: Piece,
  copy: number,
  b: BackupCommand,
  o: SpecOptions,
): Promise<Piece> {
  const found = source.path === null ? null : inspectBackupFile(source.path);
  if (found?.state !== 'good')
    throw new StepFailure([
      `ORA-19505: failed to identify file "${source.handle}"`,
      'ORA-27037: unable to obtain file status',
      'Linux-x86_64 Error: 2: No such file or directory',
      'Additional information: 3',
    ]);
  const time = session.host.now();
  const { home } = session.config;
  const format = [...o.formats, ...b.formats, ...channel.formats][0] ?? (channel.device === 'SBT_TAPE' ? '%U' : null);
  const database = session.store.read();
  const facts = {
    database,
    uniquePiece: session.config.release.uniquePiece,
    kind: 'piece' as const,
    setCount: set.setCount,
    setStamp: set.setStamp,
    piece: source.piece,
    copy,
    time,
  };
  const name = format === null ? null : expandFormat(format, facts);
  const path =
    name === null
      ? session.store
          .update((db) => recoveryAreaPath(home, db, 'backupset', `nnndf_${set.tag}`, 'bkp', time))
          .replace(join(home, 'fra'), b.destination ?? join(home, 'fra'))
      : channel.device === 'SBT_TAPE'
        ? join(home, 'sbt', name.replaceAll('/', '_'))
        : serverPath(home, name);
  const { blocks: _, ...header } = found.header;
  const bytes = await writeBackupFile(session, {
    path,
    bytes: source.bytes,
    header: { ...header, copy },
    milliseconds: session.clock.duration(source.bytes / session.config.scale),
    work: 'backupset',
    reuse: b.reuse,
    makeFolder: format === null || channel.device === 'SBT_TAPE',
  });
  return {
    recid: 0,
    stamp: stampOf(session.host.now()),
    piece: source.piece,
    copy,
    path,
    bytes,
    status: 'AVAILABLE',
    handle: channel.device === 'SBT_TAPE' ? (name ?? path) : session.shown(path),
    completed: session.host.now().getTime(),
  };
}
