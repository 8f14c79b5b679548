// Redo of the simulated database: the SCN moves with time, log switches write archived logs as small real files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatDate, stampOf } from '../output/dates.ts';
import type { ArchivedLog, SimulatedDatabase } from './model.ts';
import { omfId } from './omf.ts';

const SCN_PER_SECOND = 3;
/** More than this is not made up at once after a long pause. */
const MOST_AT_ONCE = 12;

/** Moves the SCN on to `now` and gives it. */
export function currentScn(database: SimulatedDatabase, now: number): number {
  const seconds = Math.max(1, Math.round((now - database.scnTime) / 1000));
  database.scn += Math.min(seconds * SCN_PER_SECOND, 5_000_000);
  database.scnTime = now;
  return database.scn;
}

/** Archives the current log and begins the next. */
export function switchLog(database: SimulatedDatabase, home: string, now: number, scale: number): ArchivedLog {
  const first = { scn: database.sequenceScn, time: database.sequenceTime };
  const nextScn = Math.max(currentScn(database, now), first.scn + 1);
  const time = new Date(now);
  const path = join(
    home,
    'fra',
    database.uniqueName,
    'archivelog',
    formatDate(time, 'YYYY"_"MM"_"DD'),
    `o1_mf_1_${database.sequence}_${omfId(database.next)}_.arc`,
  );
  const seconds = Math.max(1, (now - first.time) / 1000);
  const log: ArchivedLog = {
    recid: database.next.log++,
    stamp: stampOf(time),
    thread: 1,
    sequence: database.sequence,
    path,
    bytes: Math.min(200, Math.max(1, Math.round(seconds / 120))) * 1024 * 1024,
    firstScn: first.scn,
    nextScn,
    firstTime: first.time,
    nextTime: now,
    status: 'AVAILABLE',
    backups: { DISK: 0, SBT_TAPE: 0 },
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    Buffer.alloc(Math.max(512, Math.round(log.bytes * scale)), `redo ${log.thread}/${log.sequence};`),
  );
  database.logs.push(log);
  database.sequence += 1;
  database.sequenceScn = nextScn;
  database.sequenceTime = now;
  return log;
}

/** The logs that the database switched by itself since it was last looked at. */
export function switchDueLogs(
  database: SimulatedDatabase,
  home: string,
  now: number,
  scale: number,
  minutes: number,
): void {
  if (database.logMode !== 'ARCHIVELOG' || database.openMode !== 'OPEN' || minutes <= 0) return;
  const interval = minutes * 60_000;
  const due = Math.floor((now - database.sequenceTime) / interval);
  const made = Math.min(due, MOST_AT_ONCE);
  for (let i = made; i > 0; i--) switchLog(database, home, now - (i - 1) * interval - 1000, scale);
}
