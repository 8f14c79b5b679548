// Makes backup sets: one step per set (or per section of a large file), its lines, its pieces, its record
// (reference §3.2). What goes into a set was decided before.
import { join } from 'node:path';
import type { Keep } from '../language/commands.ts';
import { elapsed, stampOf } from '../output/dates.ts';
import type { ArchivedLog, BackupSet, Datafile, Piece } from '../state/model.ts';
import { currentScn } from '../state/redo.ts';
import { expandFormat, recoveryAreaPath, serverPath, type NameFacts } from './file-names.ts';
import { deleteInput } from './log-deletion.ts';
import { instant } from './objects.ts';
import { writeBackupFile } from './piece-files.ts';
import type { Channel, Session } from './session.ts';
import { strikeStep } from './step-failures.ts';
import { StepFailure, type Step } from './steps.ts';

export interface SetPlan {
  kind: 'datafile' | 'archivelog';
  files: Datafile[];
  logs: ArchivedLog[];
  controlfile: false | 'current' | 'standby';
  spfile: boolean;
  level: 0 | 1 | null;
  compressed: boolean;
  tag: string;
  formats: string[];
  copies: number;
  destination: string | null;
  keep: Keep | null;
  channel: string | null;
  reuse: boolean;
  /** Reads everything and writes nothing. */
  validate: boolean;
  deleteInput: 'input' | 'all input' | null;
  /** Input bytes a set may have. */
  maxSetSize: number | null;
  /** Bytes per section; null: the whole file at once. */
  sectionSize: number | null;
}

const BLOCK = 8192;
const CONTROLFILE_BYTES = 10 * 1024 * 1024;
const LEVEL_1_SHARE = 0.05;
const COMPRESSED_SHARE = 0.25;
const USED_SHARE = 0.85;

/** What a failure may be ordered `on`. */
export function workOf(plan: SetPlan): string {
  if (plan.kind === 'archivelog') return 'archivelog';
  if (plan.files.length === 0) return 'controlfile';
  return plan.level === null ? 'full' : `level${plan.level}`;
}

/** The steps of one set: one, or one per section. */
export function setSteps(session: Session, plan: SetPlan): Step[] {
  const sections = sectionsOf(plan);
  const draft: SetDraft = { plan, set: null, remaining: sections.length, pieces: [] };
  return sections.map((section, index) => ({
    channel: plan.channel,
    work: workOf(plan),
    run: (channel) => runSet(session, channel, draft, section, index + 1),
  }));
}

interface Section {
  from: number;
  to: number;
  bytes: number;
}

interface SetDraft {
  plan: SetPlan;
  set: { count: number; stamp: number; started: number; scn: number } | null;
  remaining: number;
  pieces: Piece[];
}

/** At most 256 sections: RMAN enlarges the size beyond. */
function sectionsOf(plan: SetPlan): (Section | null)[] {
  const file = plan.files[0];
  if (plan.sectionSize === null || file === undefined || plan.files.length > 1) return [null];
  if (file.bytes <= plan.sectionSize) return [null];
  const blocks = Math.ceil(file.bytes / BLOCK);
  const each = Math.max(Math.ceil(plan.sectionSize / BLOCK), Math.ceil(blocks / 256));
  const sections: Section[] = [];
  for (let from = 1; from <= blocks; from += each) {
    const to = Math.min(blocks, from + each - 1);
    sections.push({ from, to, bytes: (to - from + 1) * BLOCK });
  }
  return sections;
}

async function runSet(
  session: Session,
  channel: Channel,
  draft: SetDraft,
  section: Section | null,
  firstPiece: number,
): Promise<void> {
  const { plan } = draft;
  const started = session.host.now().getTime();
  requireEncryption(session, workOf(plan));
  draft.set ??= beginSet(session, started);
  announceSet(session, channel, plan);
  if (section !== null) session.say('backingUpBlocks', { from: section.from, to: section.to });
  const input = section?.bytes ?? inputBytes(plan);
  if (plan.validate) {
    strikeReading(session, plan);
    await session.clock.wait(session.clock.duration(input));
  } else await writePieces(session, channel, draft, input, firstPiece);
  draft.remaining -= 1;
  if (draft.remaining === 0 && !plan.validate) saveSet(session, channel, draft);
  const took = elapsed(session.host.now().getTime() - started);
  session.say('setComplete', { ch: channel.name, elapsed: took });
  if (plan.deleteInput !== null) deleteInput(session, channel, plan.logs);
}

function beginSet(session: Session, now: number): { count: number; stamp: number; started: number; scn: number } {
  return session.store.update((database) => ({
    count: database.next.setCount++,
    stamp: stampOf(new Date(now)),
    started: now,
    scn: currentScn(database, now),
  }));
}

function announceSet(session: Session, channel: Channel, plan: SetPlan): void {
  const ch = channel.name;
  const compressed = plan.compressed ? (session.spanish ? 'comprimidas ' : 'compressed ') : '';
  if (plan.kind === 'archivelog') {
    session.say('startingLogSet', { ch, compressed });
    session.say('specifyingLogs', { ch });
    for (const log of plan.logs) {
      session.say('inputLog', { thread: log.thread, sequence: log.sequence, recid: log.recid, stamp: log.stamp });
    }
    return;
  }
  session.say('startingSet', { ch, compressed, kind: setKind(session, plan.level) });
  session.say('specifyingDatafiles', { ch });
  for (const file of plan.files) {
    session.say('inputDatafile', { fno: String(file.file).padStart(5, '0'), name: session.shown(file.path) });
  }
  if (plan.controlfile !== false) session.say('includingControlFile', { kind: plan.controlfile });
  if (plan.spfile) session.say('includingSpfile');
}

function setKind(session: Session, level: 0 | 1 | null): string {
  if (session.spanish) return level === null ? 'de archivo de datos completo' : `de archivo de datos incremental nivel ${level}`;
  return level === null ? 'full datafile' : `incremental level ${level} datafile`;
}

function inputBytes(plan: SetPlan): number {
  const files = [...plan.files, ...plan.logs].reduce((sum, one) => sum + one.bytes, 0);
  return files + (plan.controlfile !== false ? CONTROLFILE_BYTES : 0);
}

/** Bytes the set would have on a real disk. */
function outputBytes(plan: SetPlan, input: number): number {
  const share = plan.kind === 'archivelog' ? 1 : plan.level === 1 ? LEVEL_1_SHARE : USED_SHARE;
  return input * share * (plan.compressed ? COMPRESSED_SHARE : 1);
}

function requireEncryption(session: Session, work: string): void {
  const wanted = session.settings.encryption ?? configuredEncryption(session);
  const walletClosed = ['ORA-19914: unable to encrypt backup', 'ORA-28365: wallet is not open'];
  if (session.failures.strike('set-start', work) !== null) throw new StepFailure(walletClosed);
  const byPassword = wanted.password !== null && wanted.only;
  if (wanted.on && !byPassword && !session.config.walletOpen) throw new StepFailure(walletClosed);
}

function configuredEncryption(session: Session): { on: boolean; password: null; only: false } {
  const on = session.store.read().configuration['ENCRYPTION FOR DATABASE'] === 'ON';
  return { on, password: null, only: false };
}

function strikeReading(session: Session, plan: SetPlan): void {
  const file = plan.files[0];
  if (file === undefined || session.failures.strike('read-input', workOf(plan)) === null) return;
  throw new StepFailure([`ORA-19566: exceeded limit of 0 corrupt blocks for file ${session.shown(file.path)}`]);
}

async function writePieces(
  session: Session,
  channel: Channel,
  draft: SetDraft,
  input: number,
  firstPiece: number,
): Promise<void> {
  const { plan } = draft;
  const output = outputBytes(plan, input);
  const count = channel.maxPieceSize === null ? 1 : Math.min(200, Math.max(1, Math.ceil(output / channel.maxPieceSize)));
  for (let i = 0; i < count; i++) {
    const piece = firstPiece + i;
    session.say('startingPiece', { ch: channel.name, piece, date: session.date(session.host.now().getTime()) });
    await strikeStep(session, channel, workOf(plan));
    strikeReading(session, plan);
    const written = await writeCopies(session, channel, draft, piece, output / count, session.clock.duration(input / count));
    sayFinished(session, channel, plan, piece, written);
    draft.pieces.push(...written);
  }
}

async function writeCopies(
  session: Session,
  channel: Channel,
  draft: SetDraft,
  piece: number,
  bytes: number,
  milliseconds: number,
): Promise<Piece[]> {
  const { plan, set } = draft;
  const written: Piece[] = [];
  for (let copy = 1; copy <= plan.copies; copy++) {
    const { path, handle, makeFolder } = pieceName(session, channel, draft, piece, copy);
    const header = { dbid: session.store.read().dbid, set: set?.count, stamp: set?.stamp, piece, copy, record: headerRecord(session, draft) };
    const size = await writeBackupFile(session, {
      path,
      bytes: bytes * session.config.scale,
      header,
      milliseconds: milliseconds / plan.copies,
      work: workOf(plan),
      reuse: plan.reuse,
      makeFolder,
    });
    const now = session.host.now();
    const recid = session.store.update((database) => database.next.piece++);
    written.push({ recid, stamp: stampOf(now), piece, copy, handle, path, bytes: size, completed: now.getTime(), status: 'AVAILABLE' });
  }
  return written;
}

function sayFinished(session: Session, channel: Channel, plan: SetPlan, piece: number, written: readonly Piece[]): void {
  const date = session.date(session.host.now().getTime());
  const comment = commentOf(channel);
  if (written.length > 1) {
    session.say('finishedPieceCopies', { ch: channel.name, piece, date, copies: written.length, tag: plan.tag });
    for (const { handle } of written) session.say('pieceHandleNoTag', { handle, comment });
    return;
  }
  session.say('finishedPiece', { ch: channel.name, piece, date });
  for (const { handle } of written) session.say('pieceHandle', { handle, tag: plan.tag, comment });
}

export function commentOf(channel: Channel): string {
  return channel.device === 'DISK' ? 'NONE' : 'API Version 2.0,MMS Version 19.0.0.1';
}

interface PieceName {
  path: string;
  handle: string;
  makeFolder: boolean;
}

function pieceName(session: Session, channel: Channel, draft: SetDraft, piece: number, copy: number): PieceName {
  const { plan, set } = draft;
  const { home } = session.config;
  const database = session.store.read();
  const time = new Date(set?.started ?? 0);
  const facts: NameFacts = {
    database,
    uniquePiece: session.config.release.uniquePiece,
    kind: 'piece',
    setCount: set?.count ?? 0,
    setStamp: set?.stamp ?? 0,
    piece,
    copy,
    time,
  };
  const formats = plan.formats.length > 0 ? plan.formats : channel.formats;
  const format = formats[copy - 1] ?? formats.at(-1);
  if (channel.device === 'SBT_TAPE') {
    const handle = expandFormat(format ?? '%U', facts);
    return { handle, path: join(home, 'sbt', handle.replaceAll('/', '_')), makeFolder: true };
  }
  if (format === undefined) return areaPieceName(session, plan, time);
  const path = serverPath(home, expandFormat(format, facts));
  return { path, handle: session.shown(path), makeFolder: path.startsWith(join(home, 'dbs')) };
}

function areaPieceName(session: Session, plan: SetPlan, time: Date): PieceName {
  if (plan.keep !== null && plan.keep !== 'nokeep') {
    throw new StepFailure(['ORA-19811: cannot have files in DB_RECOVERY_FILE_DEST with keep attributes']);
  }
  if (plan.copies > 1) throw new StepFailure(['ORA-19806: cannot make duplex backups in recovery area']);
  const kind = plan.kind === 'archivelog' ? 'annnn' : datafileKind(plan);
  const stem = `${kind}_${plan.tag}`;
  const { home } = session.config;
  const area = session.store.update((database) =>
    recoveryAreaPath(home, database, 'backupset', stem, 'bkp', time, plan.files[0]?.pdb ?? null),
  );
  const path = plan.destination === null ? area : area.replace(join(home, 'fra'), plan.destination);
  return { path, handle: session.shown(path), makeFolder: true };
}

function datafileKind(plan: SetPlan): string {
  if (plan.files.length > 0) return plan.level === null ? 'nnndf' : `nnnd${plan.level}`;
  if (plan.controlfile !== false) return plan.spfile ? 'ncsnf' : 'ncnnf';
  return 'nnsnf';
}

/** What the set record and the piece headers say. */
function headerRecord(session: Session, draft: SetDraft): Omit<BackupSet, 'pieces' | 'key' | 'stamp' | 'completed' | 'device'> {
  const { plan, set } = draft;
  const encryption = session.settings.encryption;
  const started = set?.started ?? 0;
  return {
    setCount: set?.count ?? 0,
    setStamp: set?.stamp ?? 0,
    kind: plan.kind,
    level: plan.level,
    tag: plan.tag,
    started,
    compressed: plan.compressed,
    encrypted: encryption?.on !== true ? 'none' : encryption.only ? 'password' : 'wallet',
    password: encryption?.on === true ? encryption.password : null,
    files: plan.files.map((file) => ({ file: file.file, name: file.path, scn: set?.scn ?? 0, time: started })),
    logs: plan.logs.map(({ thread, sequence, firstScn, nextScn, firstTime, nextTime }) => ({
      thread, sequence, firstScn, nextScn, firstTime, nextTime,
    })), // prettier-ignore
    controlfile: plan.controlfile !== false,
    spfile: plan.spfile,
    autobackup: false,
    keep: keepOf(session, plan.keep),
  };
}

export function keepOf(session: Session, keep: Keep | null): { until: number | null } | null {
  if (keep === null || keep === 'nokeep') return null;
  return { until: keep.until === null ? null : instant(session, keep.until) };
}

function saveSet(session: Session, channel: Channel, draft: SetDraft): void {
  const completed = session.host.now().getTime();
  const record = headerRecord(session, draft);
  const pieces = [...draft.pieces].sort((a, b) => a.piece - b.piece || a.copy - b.copy);
  session.store.update((database) => {
    const stamp = stampOf(new Date(completed));
    database.sets.push({ ...record, key: database.next.set++, stamp, completed, device: channel.device, pieces });
    for (const log of draft.plan.logs) {
      const known = database.logs.find((one) => one.recid === log.recid);
      if (known !== undefined) known.backups[channel.device] += 1;
    }
  });
}
