// From when to when the database can be restored. The window itself is shared/retention's; this file asks it at the end
// of every unbroken stretch of redo.
import { recoveryWindow } from '../retention/window.ts';
import type { RetainedBackup } from '../retention/backups.ts';
import { WHOLE_DATABASE, type SimulatedBackup } from './backup.ts';
import type { RedoStretch } from './redo-on-disk.ts';

/** Every moment from `from` to `to` can be reached. */
export type Restorable = { from: number; to: number };

/** More holes than these are not told one by one. */
const MOST_STRETCHES = 20;

/**
 * Newest first; between two of them lies a gap. Empty: nothing can be restored.
 * @param files backups of the whole database's data files
 * @param redo what there is of redo, by time, joined where it touches; `null` in NOARCHIVELOG
 */
export function restorableStretches(
  files: readonly SimulatedBackup[],
  redo: readonly RedoStretch[] | null,
  at: number,
): Restorable[] {
  if (redo === null) return moments(files.filter(({ completedAt }) => completedAt <= at));
  const known: RetainedBackup[] = [...files];
  for (const { from, until } of redo) {
    if (from < at) known.push({ kind: 'redo', id: 'redo', keep: null, thread: 1, from, until: Math.min(until, at) });
  }
  const found: Restorable[] = [];
  for (let last = known.at(-1); last?.kind === 'redo' && found.length < MOST_STRETCHES; last = known.at(-1)) {
    const { from } = recoveryWindow(known, last.until, { files: [WHOLE_DATABASE], online: NOTHING_ONLINE });
    if (from !== null) found.push({ from, to: last.until });
    known.pop();
  }
  return found;
}

/** What the online logs hold is lost with the server; where it is not, the caller has it in `redo`. */
const NOTHING_ONLINE: ReadonlyMap<number, number> = new Map();

/** In NOARCHIVELOG there is nothing between one backup and the next. */
function moments(files: readonly SimulatedBackup[]): Restorable[] {
  const reached: Restorable[] = [];
  let reach = -Infinity;
  for (const one of files.toSorted((a, b) => checkpoint(a) - checkpoint(b))) {
    if (one.kind === 'incremental' && reach < one.since) continue;
    reach = Math.max(reach, checkpoint(one));
    reached.unshift({ from: one.completedAt, to: one.completedAt });
  }
  return reached.slice(0, MOST_STRETCHES);
}

const checkpoint = (backup: SimulatedBackup): number => (backup.kind === 'redo' ? 0 : backup.checkpointAt);
