// Image copies of data files, the control file and archived logs (reference §3.3).
import type { BackupCommand, SpecOptions } from '../language/commands.ts';
import { elapsed, stampOf } from '../output/dates.ts';
import type { ArchivedLog, Datafile, FileCopy, SimulatedDatabase } from '../state/model.ts';
import { currentScn } from '../state/redo.ts';
import { expandFormat, recoveryAreaPath, serverPath, type NameFacts } from './file-names.ts';
import { deleteInput } from './log-deletion.ts';
import { writeBackupFile } from './piece-files.ts';
import type { Channel, Session } from './session.ts';
import { keepOf } from './set-record.ts';
import { strikeStep } from './step-failures.ts';
import { StepFailure, type Step } from './steps.ts';

export interface CopyOrder {
  files: Datafile[];
  logs: ArchivedLog[];
  controlfile: boolean;
  tag: string;
}

interface Source {
  kind: FileCopy['kind'];
  file: Datafile | null;
  log: ArchivedLog | null;
  bytes: number;
}

export function copySteps(session: Session, b: BackupCommand, o: SpecOptions, order: CopyOrder): Step[] {
  const sources: Source[] = [
    ...[...order.files]
      .sort((x, y) => y.bytes - x.bytes)
      .map((file): Source => ({ kind: 'datafile', file, log: null, bytes: file.bytes })),
    ...(order.controlfile
      ? [{ kind: 'controlfile', file: null, log: null, bytes: 10 * 1024 * 1024 } satisfies Source]
      : []),
    ...order.logs.map((log): Source => ({ kind: 'archivelog', file: null, log, bytes: log.bytes })),
  ];
  return sources.map((source) => ({
    channel: o.channel ?? b.channel,
    work: source.kind === 'archivelog' ? 'archivelog' : 'copy',
    run: (channel) => runCopy(session, channel, b, o, source, order.tag),
  }));
}

async function runCopy(
  session: Session,
  channel: Channel,
  b: BackupCommand,
  o: SpecOptions,
  source: Source,
  tag: string,
): Promise<void> {
  const started = session.host.now();
  const ch = channel.name;
  announce(session, ch, source);
  const work = source.kind === 'archivelog' ? 'archivelog' : 'copy';
  await strikeStep(session, channel, work);
  const copy = await writeCopy(session, channel, b, o, source, tag, started);
  const took = elapsed(session.host.now().getTime() - started.getTime());
  const { handle, recid, stamp } = copy;
  if (source.log !== null) {
    session.say('logCopyOutput', { handle, recid, stamp });
    session.say('logCopyComplete', { ch, elapsed: took });
    if (o.deleteInput !== null) deleteInput(session, channel, [source.log]);
    return;
  }
  session.say('copyOutput', { handle, tag, recid, stamp });
  session.say('copyComplete', { ch, elapsed: took });
}

function announce(session: Session, ch: string, source: Source): void {
  if (source.log !== null) {
    const { thread, sequence, recid, stamp } = source.log;
    session.say('startingLogCopy', { ch });
    session.say('inputLog', { thread, sequence, recid, stamp });
    return;
  }
  session.say('startingCopy', { ch });
  if (source.file === null) session.say('copyingControlFile', { kind: 'current' });
  else {
    session.say('inputDatafile', {
      fno: String(source.file.file).padStart(5, '0'),
      name: session.shown(source.file.path),
    });
  }
}

async function writeCopy(
  session: Session,
  channel: Channel,
  b: BackupCommand,
  o: SpecOptions,
  source: Source,
  tag: string,
  started: Date,
): Promise<FileCopy> {
  const { path, scn, makeFolder } = session.store.update((database) => {
    const at = currentScn(database, started.getTime());
    return { scn: at, ...copyName(session, database, channel, b, o, source, started) };
  });
  const record = {
    kind: source.kind,
    file: source.file?.file ?? 0,
    sequence: source.log?.sequence ?? 0,
    tag,
    level: b.level === null && b.forRecoverOfCopy === null ? null : (0 as const),
    scn,
    time: started.getTime(),
    keep: keepOf(session, o.keep ?? b.keep),
  };
  if (source.file !== null && session.failures.strike('read-input', 'copy') !== null) {
    throw new StepFailure([
      `ORA-19566: exceeded limit of 0 corrupt blocks for file ${session.shown(source.file.path)}`,
    ]);
  }
  const bytes = await writeBackupFile(session, {
    path,
    bytes: source.bytes * session.config.scale,
    header: { dbid: session.store.read().dbid, copy: record },
    milliseconds: session.clock.duration(source.bytes),
    work: 'copy',
    reuse: b.reuse,
    makeFolder,
  });
  const now = session.host.now();
  return session.store.update((database) => {
    const copy: FileCopy = {
      ...record,
      recid: database.next.copy++,
      stamp: stampOf(now),
      handle: session.shown(path),
      path,
      completed: now.getTime(),
      bytes,
      status: 'AVAILABLE',
    };
    database.copies.push(copy);
    const log = database.logs.find((one) => one.recid === source.log?.recid);
    if (log !== undefined) log.backups[channel.device] += 1;
    return copy;
  });
}

function copyName(
  session: Session,
  database: SimulatedDatabase,
  channel: Channel,
  b: BackupCommand,
  o: SpecOptions,
  source: Source,
  time: Date,
): { path: string; makeFolder: boolean } {
  const { home } = session.config;
  const format = [...o.formats, ...b.formats, ...channel.formats][0];
  if (format === undefined) {
    const area = areaName(session, database, source, time);
    return { path: b.destination === null ? area : area.replace(`${home}/fra`, b.destination), makeFolder: true };
  }
  const facts: NameFacts = {
    database,
    uniquePiece: session.config.release.uniquePiece,
    kind: `${source.kind} copy`,
    setCount: database.next.setCount++,
    setStamp: stampOf(time),
    piece: 1,
    copy: 1,
    time,
    ...(source.file === null ? {} : { file: source.file.file, tablespace: source.file.tablespace }),
    ...(source.log === null
      ? {}
      : { sequence: source.log.sequence, thread: 1, activation: database.dbid % 1_000_000_007 }),
  };
  const withName = format.replaceAll(
    '%b',
    (source.file?.path ?? source.log?.path ?? 'control.ctl').split('/').at(-1) ?? '',
  );
  return { path: serverPath(home, expandFormat(withName, facts)), makeFolder: false };
}

function areaName(session: Session, database: SimulatedDatabase, source: Source, time: Date): string {
  const { home } = session.config;
  if (source.log !== null)
    return recoveryAreaPath(home, database, 'archivelog', `1_${source.log.sequence}`, 'arc', time);
  if (source.file === null) return recoveryAreaPath(home, database, 'controlfile', `TAG${stampOf(time)}`, 'ctl', time);
  const { tablespace, pdb } = source.file;
  return recoveryAreaPath(home, database, 'datafile', tablespace.toLowerCase(), 'dbf', time, pdb);
}
