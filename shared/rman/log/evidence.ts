// What is known about a run besides its log, and how the pieces found on disk are held against those reported.
import type { PieceFound } from '../../domain/piece.ts';
import type { Trace } from './trace.ts';

/** What is known besides the log. `exitCode` null: unknown, as for a log that somebody dropped on the window. */
export type Evidence = {
  exitCode: number | null;
  /** Name of the signal that ended the process, when one did. */
  signal: string | null;
  /** We were asked to cancel the run. */
  cancelled: boolean;
  /** What a look at the disk found; null when nobody looked. */
  pieces: readonly PieceFound[] | null;
};

/** Nothing but the log: for sessions before the last one. */
export const LOG_ALONE: Evidence = { exitCode: null, signal: null, cancelled: false, pieces: null };

/** Reported pieces that are missing or empty. Those that the session itself deleted were meant to go. */
export function badPieces(trace: Trace, evidence: Evidence): PieceFound[] {
  if (!evidence.pieces) return [];
  const made = new Set([
    ...trace.pieces.map((piece) => foldHandle(piece.handle)),
    ...trace.copies.map((copy) => foldHandle(copy.handle)),
    ...trace.dumpFiles.map(foldHandle),
  ]);
  for (const deleted of trace.deleted) made.delete(foldHandle(deleted.name));
  return evidence.pieces.filter(
    (found) => made.has(foldHandle(found.handle)) && (!found.exists || found.bytes === 0),
  );
}

/** Windows gives handles back in upper case, and both kinds of slash (reference §0 fact 15). */
function foldHandle(handle: string): string {
  return handle.replace(/\\/g, '/').toLowerCase();
}

export function sameHandle(a: string, b: string): boolean {
  return foldHandle(a) === foldHandle(b);
}

