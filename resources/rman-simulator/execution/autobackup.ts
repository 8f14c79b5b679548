// The control file autobackup that follows a backup (reference §2.5, §3.2).
import { join } from 'node:path';
import { stackDate, stampOf } from '../output/dates.ts';
import { formatDate } from '../output/dates.ts';
import { CommandFailure, createFailureLines } from '../output/stack.ts';
import { currentScn } from '../state/redo.ts';
import { expandFormat, recoveryAreaPath, serverPath } from './file-names.ts';
import { writeBackupFile } from './piece-files.ts';
import type { Channel, Session } from './session.ts';
import { StepFailure } from './steps.ts';
import { commentOf } from './set-record.ts';

const OPERATION = 'Control File and SPFILE Autobackup';
const BYTES = 18 * 1024 * 1024;

export function isAutobackupOn(session: Session): boolean {
  const configured = session.store.read().configuration['CONTROLFILE AUTOBACKUP'];
  return (configured ?? session.config.release.autobackupDefault) === 'ON';
}

/** Writes the autobackup through `channel`. @throws CommandFailure RMAN-03009 */
export async function autobackup(session: Session, channel: Channel): Promise<void> {
  session.autobackupDue = false;
  if (!isAutobackupOn(session)) return;
  if (session.store.read().role !== 'PRIMARY') {
    const word = session.warningWord();
    session.inline([`RMAN-06497: ${word}: control file is not current, control file AUTOBACKUP skipped`]);
    return;
  }
  const started = session.host.now();
  session.gap();
  session.say('starting', { op: OPERATION, date: session.date(started.getTime()) });
  try {
    await write(session, channel, started);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    const at = stackDate(session.host.now());
    const wrapper = `RMAN-03009: failure of ${OPERATION} command on ${channel.name} channel at ${at}`;
    throw new CommandFailure([wrapper, ...error.lines], true);
  }
  session.say('finished', { op: OPERATION, date: session.date(session.host.now().getTime()) });
  session.gap();
}

async function write(session: Session, channel: Channel, started: Date): Promise<void> {
  const name = autobackupName(session, channel, started);
  if (session.failures.strike('autobackup') !== null) {
    throw new StepFailure(createFailureLines(name.handle, 13, session.config.windows));
  }
  const set = session.store.update((database) => ({
    count: database.next.setCount++,
    scn: currentScn(database, started.getTime()),
  }));
  const tag = `TAG${formatDate(started, 'YYYYMMDD"T"HH24MISS')}`;
  const record = {
    setCount: set.count,
    setStamp: stampOf(started),
    kind: 'datafile' as const,
    level: null,
    tag,
    started: started.getTime(),
    compressed: false,
    encrypted: 'none' as const,
    password: null,
    files: [{ file: 0, name: 'controlfile', scn: set.scn, time: started.getTime() }],
    logs: [],
    controlfile: true,
    spfile: true,
    autobackup: true,
    keep: null,
  };
  const bytes = await writeBackupFile(session, {
    path: name.path,
    bytes: BYTES * session.config.scale,
    header: { dbid: session.store.read().dbid, set: set.count, stamp: record.setStamp, piece: 1, copy: 1, record },
    milliseconds: session.clock.duration(BYTES),
    work: 'autobackup',
    reuse: true,
    makeFolder: name.makeFolder,
  });
  const completed = session.host.now();
  session.store.update((database) => {
    const piece = {
      recid: database.next.piece++,
      stamp: stampOf(completed),
      piece: 1,
      copy: 1,
      handle: name.handle,
      path: name.path,
      bytes,
      completed: completed.getTime(),
      status: 'AVAILABLE' as const,
    };
    const key = database.next.set++;
    database.sets.push({
      ...record,
      key,
      stamp: stampOf(completed),
      completed: completed.getTime(),
      device: channel.device,
      pieces: [piece],
    });
  });
  session.say('pieceHandleNoTag', { handle: name.handle, comment: commentOf(channel) });
}

function autobackupName(
  session: Session,
  channel: Channel,
  time: Date,
): { path: string; handle: string; makeFolder: boolean } {
  const { home } = session.config;
  const quoted = channel.device === 'DISK' ? 'DISK' : "'SBT_TAPE'";
  const configured = session.store.read().configuration[`CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE ${quoted}`];
  const format = session.settings.autobackupFormat[channel.device] ?? /'(.*)'/.exec(configured ?? '')?.[1] ?? null;
  if (format !== null && !format.includes('%F')) {
    throw new StepFailure([`RMAN-06492: control file autobackup format "${format}" must specify a "%F"`]);
  }
  return session.store.update((database) => {
    const day = formatDate(time, 'YYYYMMDD');
    if (database.autobackups.day !== day) database.autobackups = { day, next: 0 };
    const number = database.autobackups.next++ % 256;
    if (format === null && channel.device === 'DISK') {
      const path = recoveryAreaPath(home, database, 'autobackup', `s_${stampOf(time)}`, 'bkp', time);
      return { path, handle: session.shown(path), makeFolder: true };
    }
    const name = expandFormat(format ?? '%F', {
      database,
      uniquePiece: session.config.release.uniquePiece,
      kind: 'autobackup',
      setCount: database.next.setCount,
      setStamp: stampOf(time),
      piece: 1,
      copy: 1,
      time,
      autobackup: number,
    });
    if (channel.device === 'SBT_TAPE')
      return { path: join(home, 'sbt', name.replaceAll('/', '_')), handle: name, makeFolder: true };
    const path = serverPath(home, name);
    return { path, handle: session.shown(path), makeFolder: path.startsWith(join(home, 'dbs')) };
  });
}
