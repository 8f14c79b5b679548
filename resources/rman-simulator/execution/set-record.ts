// The names of a set's pieces and the record the control file keeps of it.
import { join } from 'node:path';
import type { Keep } from '../language/commands.ts';
import { stampOf } from '../output/dates.ts';
import type { BackupSet } from '../state/model.ts';
import { expandFormat, recoveryAreaPath, serverPath, type NameFacts } from './file-names.ts';
import { instant } from './objects.ts';
import type { Channel, Session } from './session.ts';
import type { SetDraft, SetPlan } from './set-plan.ts';
import { StepFailure } from './steps.ts';

export function commentOf(channel: Channel): string {
  return channel.device === 'DISK' ? 'NONE' : 'API Version 2.0,MMS Version 19.0.0.1';
}

interface PieceName {
  path: string;
  handle: string;
  makeFolder: boolean;
}

export function pieceName(session: Session, channel: Channel, draft: SetDraft, piece: number, copy: number): PieceName {
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
export function headerRecord(
  session: Session,
  draft: SetDraft,
): Omit<BackupSet, 'pieces' | 'key' | 'stamp' | 'completed' | 'device'> {
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
      thread,
      sequence,
      firstScn,
      nextScn,
      firstTime,
      nextTime,
    })),
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

export function saveSet(session: Session, channel: Channel, draft: SetDraft): void {
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
