// The archived logs that lie on disk, with how often each was backed up: what a backup of logs reads and may delete.
// Redo is a stretch of time here; sequences would say the same. Knows no backup.

export type DiskRedo = { from: number; until: number; onDisk: number; onTape: number };

/** `until`: redo before it is archived, redo after it still lies in the online logs. */
export type RedoOnDisk = { logs: DiskRedo[]; until: number };

export type LogChoice = {
  from: number;
  until: number;
  /** Leave out logs that have this many backups, on whatever device (NOT BACKED UP n TIMES); `null` takes all. */
  notBackedUpTimes: number | null;
  device: 'disk' | 'sbt';
};

export type RedoStretch = { from: number; until: number };

/** More backups of a log than this are counted as this many: no strategy can ask for more (reference §2.5). */
const MOST_COUNTED = 9;

/** The log switch before a backup of logs. */
export function archiveUntil(redo: RedoOnDisk, moment: number): void {
  if (moment <= redo.until) return;
  redo.logs.push({ from: redo.until, until: moment, onDisk: 0, onTape: 0 });
  redo.until = moment;
}

/** Counts a backup of the chosen logs and tells which stretches it read, joined where they touch. */
export function backUpLogs(redo: RedoOnDisk, choice: LogChoice): RedoStretch[] {
  cutAt(redo, choice.from);
  cutAt(redo, choice.until);
  const read: RedoStretch[] = [];
  for (const log of redo.logs) {
    if (!isChosen(log, choice)) continue;
    if (choice.device === 'disk') log.onDisk = Math.min(MOST_COUNTED, log.onDisk + 1);
    else log.onTape = Math.min(MOST_COUNTED, log.onTape + 1);
    const last = read.at(-1);
    if (last && last.until === log.from) last.until = log.until;
    else read.push({ from: log.from, until: log.until });
  }
  joinAlike(redo);
  return read;
}

const isChosen = ({ from, until, onDisk, onTape }: DiskRedo, choice: LogChoice): boolean =>
  from >= choice.from &&
  until <= choice.until &&
  (choice.notBackedUpTimes === null || onDisk + onTape < choice.notBackedUpTimes);

/** Takes away what a backup has read (DELETE INPUT). */
export function deleteRead(redo: RedoOnDisk, read: readonly RedoStretch[]): void {
  const [first, ...others] = read;
  const { logs } = redo;
  // Mostly all that there is was read.
  const [only] = logs;
  if (first && others.length === 0 && logs.length === 1 && only!.from >= first.from && only!.until <= first.until) {
    redo.logs = [];
    return;
  }
  redo.logs = redo.logs.filter((log) => !read.some(({ from, until }) => log.from >= from && log.until <= until));
}

/** Takes away logs up to `until` with at least this many backups on the device. */
export function deleteBackedUp(redo: RedoOnDisk, times: number, device: 'disk' | 'sbt', until: number): void {
  cutAt(redo, until);
  redo.logs = redo.logs.filter((log) => log.until > until || (device === 'disk' ? log.onDisk : log.onTape) < times);
}

/** Milliseconds of redo that lie on disk at `now`, what is still to be archived included. */
export function redoOnDisk({ logs, until }: RedoOnDisk, now: number): number {
  let sum = Math.max(0, now - until);
  for (const log of logs) sum += Math.max(0, Math.min(log.until, now) - log.from);
  return sum;
}

/** The logs cut at every one of `bounds`, which ascend: retention looks at single logs, not at months of them. */
export function slicesOf({ logs }: RedoOnDisk, bounds: readonly number[]): RedoStretch[] {
  const slices: RedoStretch[] = [];
  for (const log of logs) {
    let { from } = log;
    for (const bound of bounds) {
      if (bound <= from) continue;
      if (bound >= log.until) break;
      slices.push({ from, until: bound });
      from = bound;
    }
    slices.push({ from, until: log.until });
  }
  return slices;
}

export function deleteSlices(redo: RedoOnDisk, slices: readonly RedoStretch[]): void {
  for (const { from, until } of slices) {
    cutAt(redo, from);
    cutAt(redo, until);
    redo.logs = redo.logs.filter((log) => log.from < from || log.until > until);
  }
}

function cutAt(redo: RedoOnDisk, moment: number): void {
  const first = redo.logs[0];
  if (first === undefined || moment <= first.from || moment >= redo.until) return;
  const index = redo.logs.findIndex(({ from, until }) => from < moment && moment < until);
  const log = redo.logs[index];
  if (log === undefined) return;
  redo.logs.splice(index, 1, { ...log, until: moment }, { ...log, from: moment });
}

/** Neighbours with the same number of backups are one: ten thousand runs leave a handful of stretches. */
function joinAlike(redo: RedoOnDisk): void {
  const { logs } = redo;
  for (let index = logs.length - 1; index > 0; index -= 1) {
    const [before, log] = [logs[index - 1]!, logs[index]!];
    if (before.until !== log.from || before.onDisk !== log.onDisk || before.onTape !== log.onTape) continue;
    before.until = log.until;
    logs.splice(index, 1);
  }
}

/** Both together, by time, joined where they touch. */
export function joinedRedo(some: readonly RedoStretch[], others: readonly RedoStretch[]): RedoStretch[] {
  const joined: RedoStretch[] = [];
  for (const { from, until } of [...some, ...others].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else joined.push({ from, until });
  }
  return joined;
}
