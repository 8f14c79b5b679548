// Says when the silence of a run is worth a word. Pure.
import type { RunProgress } from '../../shared/domain/run.ts';

/**
 * RMAN is silent while it writes a piece, and a large one takes its time; beyond this nobody should have to wonder
 * whether anybody noticed.
 */
export const SILENCE_MS = 15 * 60_000;

/** True when there was output and the newest is older than `SILENCE_MS`. */
export function isStalled(progress: RunProgress | null, nowMs: number): boolean {
  return progress !== null && progress.lastOutputAt !== null && nowMs - progress.lastOutputAt > SILENCE_MS;
}
