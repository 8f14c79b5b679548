// Makes backup sets: one step per set (or per section of a large file), its lines and its pieces (reference §3.2).
// What goes into a set was decided before.
import { elapsed, stampOf } from '../output/dates.ts';
import type { Piece } from '../state/model.ts';
import { currentScn } from '../state/redo.ts';
import { deleteInput } from './log-deletion.ts';
import { writeBackupFile } from './piece-files.ts';
import type { Channel, Session } from './session.ts';
import { inputBytes, outputBytes, sectionsOf, workOf, type Section, type SetDraft, type SetPlan } from './set-plan.ts';
import { commentOf, headerRecord, pieceName, saveSet } from './set-record.ts';
import { strikeStep } from './step-failures.ts';
import { StepFailure, type Step } from './steps.ts';

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
  if (session.spanish)
    return level === null ? 'de archivo de datos completo' : `de archivo de datos incremental nivel ${level}`;
  return level === null ? 'full datafile' : `incremental level ${level} datafile`;
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
  const count =
    channel.maxPieceSize === null ? 1 : Math.min(200, Math.max(1, Math.ceil(output / channel.maxPieceSize)));
  for (let i = 0; i < count; i++) {
    const piece = firstPiece + i;
    session.say('startingPiece', { ch: channel.name, piece, date: session.date(session.host.now().getTime()) });
    await strikeStep(session, channel, workOf(plan));
    strikeReading(session, plan);
    const written = await writeCopies(
      session,
      channel,
      draft,
      piece,
      output / count,
      session.clock.duration(input / count),
    );
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
    const header = {
      dbid: session.store.read().dbid,
      set: set?.count,
      stamp: set?.stamp,
      piece,
      copy,
      record: headerRecord(session, draft),
    };
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
    written.push({
      recid,
      stamp: stampOf(now),
      piece,
      copy,
      handle,
      path,
      bytes: size,
      completed: now.getTime(),
      status: 'AVAILABLE',
    });
  }
  return written;
}

function sayFinished(
  session: Session,
  channel: Channel,
  plan: SetPlan,
  piece: number,
  written: readonly Piece[],
): void {
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
