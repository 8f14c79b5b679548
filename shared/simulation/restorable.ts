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

/** Newest first; between two of them lies a gap. Empty: nothing can be restored. */
export function restorableStretches(
  backups: readonly SimulatedBackup[],
  logsOnDisk: readonly RedoStretch[],
  at: number,
  keepsRedo: boolean,
): Restorable[] {
  const there = backups.filter((backup) => backup.completedAt <= at);
  if (!keepsRedo) return moments(there);
  const files = there.filter((backup) => backup.kind !== 'redo' && backup.files[0] === WHOLE_DATABASE);
  const redo = joined([...there.filter((backup) => backup.kind === 'redo'), ...logsOnDisk], at);
  const found: Restorable[] = [];
  for (let last = redo.length - 1; last >= 0 && found.length < MOST_STRETCHES; last -= 1) {
    const to = redo[last]!.until;
    const known: RetainedBackup[] = [...files, ...redo.slice(0, last + 1)];
    const { from } = recoveryWindow(known, to, { files: [WHOLE_DATABASE], online: new Map() });
    if (from !== null) found.push({ from, to });
  }
  return found;
}

/** In NOARCHIVELOG there is nothing between one backup and the next. */
function moments(backups: readonly SimulatedBackup[]): Restorable[] {
  const files = backups.filter((backup) => backup.kind !== 'redo' && backup.files[0] === WHOLE_DATABASE);
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

type JoinedRedo = { kind: 'redo'; id: string; keep: null; thread: number } & RedoStretch;

function joined(stretches: readonly RedoStretch[], at: number): JoinedRedo[] {
  const found: JoinedRedo[] = [];
  for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from)) {
    const end = Math.min(until, at);
    const last = found.at(-1);
    if (end <= from) continue;
    if (last && from <= last.until) last.until = Math.max(last.until, end);
    else found.push({ kind: 'redo', id: 'redo', keep: null, thread: 1, from, until: end });
  }
  return found;
}
