// Turns a verdict into what the run's row keeps of it. Pure.
import type { FoundPiece, RunChange } from '../app/store-port.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import type { LogProgress } from '../../shared/domain/log-progress.ts';
import type { RunProgress } from '../../shared/domain/run.ts';

/** The row of a run that its own output has judged. `bytes` is null unless every piece could be looked at. */
export function settledRow(verdict: Verdict, found: readonly FoundPiece[] | null, endedAt: number): RunChange {
  return {
    endedAt,
    exitCode: verdict.exitCode,
    signal: verdict.signal,
    rootCode: verdict.rootCause?.code ?? null,
    rootText: verdict.rootCause?.text ?? null,
    warnings: verdict.warnings.length + verdict.omitted.warnings,
    pieces: verdict.counts.pieces + verdict.counts.copies + verdict.counts.dumpFiles,
    bytes: totalBytes(found),
    nothingToDo: verdict.nothingToDo,
    lines: verdict.counts.lines,
  };
}

function totalBytes(found: readonly FoundPiece[] | null): number | null {
  if (!found || found.some((piece) => piece.exists && piece.bytes === null)) return null;
  return found.reduce((sum, piece) => sum + (piece.bytes ?? 0), 0);
}

/** How far a run has come, from its log so far. */
export function runProgress(log: LogProgress, lastOutputAt: number | null, usualMs: number | null): RunProgress {
  return {
    step: log.step?.operation ?? null,
    lines: log.lines,
    pieces: log.pieces,
    sets: log.sets,
    files: log.inputFiles + log.inputLogs,
    errors: log.errors,
    lastOutputAt,
    usualMs,
  };
}
