// RECOVER COPY OF: rolls image copies forward with level 1 backups (reference §3.3).
import type { Command } from '../language/commands.ts';
import { elapsed, stampOf } from '../output/dates.ts';
import { CommandFailure } from '../output/stack.ts';
import type { BackupSet, Datafile, FileCopy } from '../state/model.ts';
import { autobackup } from './autobackup.ts';
import { requireMounted } from './backup-rules.ts';
import { channelsFor } from './channels.ts';
import { datafilesOf, untilLimit } from './objects.ts';
import { readPieces } from './restore.ts';
import type { Channel, Session } from './session.ts';

type RecoverCopy = Extract<Command, { kind: 'recover-copy' }>;

export async function executeRecoverCopy(session: Session, command: RecoverCopy): Promise<void> {
  const database = requireMounted(session);
  session.gap();
  session.say('starting', { op: 'recover', date: session.date(session.host.now().getTime()) });
  session.nameRepository();
  const channel = channelsFor(session, 'DISK')[0];
  if (channel === undefined) return;
  const limit = untilLimit(session, database, command.until ?? session.settings.until);
  const work = new Map<number, { set: BackupSet; pairs: { file: Datafile; copy: FileCopy }[] }>();
  for (const file of datafilesOf(database, command.of)) {
    const copy = database.copies.filter((one) => isWanted(one, file, command.tag)).at(-1);
    if (copy === undefined) {
      session.say('noCopyToRecover', { file: file.file });
      continue;
    }
    for (const set of increments(database.sets, copy, limit)) {
      const entry = work.get(set.key) ?? { set, pairs: [] };
      entry.pairs.push({ file, copy });
      work.set(set.key, entry);
    }
  }
  for (const { set, pairs } of work.values()) await apply(session, channel, set, pairs);
  session.say('finished', { op: 'recover', date: session.date(session.host.now().getTime()) });
  session.gap();
  if (work.size === 0) return;
  if (session.runChannels === null) await autobackup(session, channel);
  else session.autobackupDue = true;
}

const isWanted = (copy: FileCopy, file: Datafile, tag: string | null): boolean =>
  copy.kind === 'datafile' &&
  copy.file === file.file &&
  copy.status === 'AVAILABLE' &&
  copy.level === 0 &&
  (tag === null || copy.tag === tag);

/** Level 1 sets of the file that are newer than the copy, in order. */
function increments(sets: readonly BackupSet[], copy: FileCopy, limit: { scn: number; time: number }): BackupSet[] {
  return sets.filter(
    (set) =>
      set.level === 1 &&
      set.pieces.length > 0 &&
      set.pieces.every((piece) => piece.status === 'AVAILABLE') &&
      set.files.some(
        (entry) =>
          entry.file === copy.file && entry.scn > copy.scn && entry.scn < limit.scn && entry.time <= limit.time,
      ),
  );
}

async function apply(
  session: Session,
  channel: Channel,
  set: BackupSet,
  pairs: readonly { file: Datafile; copy: FileCopy }[],
): Promise<void> {
  const started = session.host.now().getTime();
  const ch = channel.name;
  session.say('startingRestore', { ch, kind: 'incremental datafile backup set' });
  session.say('specifyingRestore', { ch, what: 'datafile copies to recover' });
  for (const { file, copy } of pairs)
    session.say('recoveringCopy', { fno: String(file.file).padStart(5, '0'), name: copy.handle });
  const problem = await readPieces(session, channel, set);
  if (problem !== null) throw new CommandFailure(problem);
  const completed = session.host.now();
  session.store.update((database) => {
    for (const { file, copy } of pairs) {
      const record = database.copies.find((one) => one.recid === copy.recid);
      const entry = set.files.find((one) => one.file === file.file);
      if (record === undefined || entry === undefined) continue;
      record.scn = entry.scn;
      record.time = entry.time;
      record.completed = completed.getTime();
      record.stamp = stampOf(completed);
    }
  });
  session.say('restoreComplete', { ch, elapsed: elapsed(completed.getTime() - started) });
}
