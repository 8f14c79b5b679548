// Brings the verdicts of the sessions of one log together into the verdict on the whole (reference §4.6).
import type { SessionVerdict, Verdict, VerdictCounts, Omitted } from '../../domain/verdict.ts';
import type { Validation } from '../../domain/log-facts.ts';
import { worstOutcome } from '../../domain/verdict.ts';
import type { Evidence } from './evidence.ts';

/**
 * The worst session decides and gives the root cause; lists are joined, counts added. `silent` is the verdict on a log
 * without any session, and then the only one.
 */
export function combine(
  sessions: readonly SessionVerdict[], silent: SessionVerdict | null, evidence: Evidence, lineCount: number,
): Verdict {
  const { exitCode, signal } = evidence;
  const first = silent ?? sessions[0];
  if (!first) throw new Error('a log is either silent or has sessions');
  if (sessions.length <= 1) {
    const whole = { ...first, counts: { ...first.counts, lines: lineCount } };
    return { ...whole, exitCode, signal, sessions: [...sessions] };
  }
  const outcome = sessions.map((session) => session.outcome).reduce(worstOutcome);
  const worst = sessions.find((session) => session.outcome === outcome)!;
  const latest = sessions.findLast((session) => session.database !== null);
  return {
    outcome,
    tool: worst.tool,
    version: worst.version,
    language: sessions.find((session) => session.reducedConfidence)?.language ?? first.language,
    reducedConfidence: sessions.some((session) => session.reducedConfidence),
    database: worst.database ?? latest?.database ?? null,
    firstLine: first.firstLine,
    lastLine: sessions.at(-1)!.lastLine,
    nothingToDo: sessions.every((session) => session.nothingToDo),
    partial: sessions.some((session) => session.partial),
    truncated: sessions.some((session) => session.truncated),
    restored: sessions.some((session) => session.restored),
    rootCause: worst.rootCause,
    stacks: sessions.flatMap((session) => session.stacks),
    errorCodes: distinct(sessions.flatMap((session) => session.errorCodes)),
    warningCodes: distinct(sessions.flatMap((session) => session.warningCodes)),
    warnings: sessions.flatMap((session) => session.warnings),
    pieces: sessions.flatMap((session) => session.pieces),
    copies: sessions.flatMap((session) => session.copies),
    dumpFiles: sessions.flatMap((session) => session.dumpFiles),
    sets: sessions.flatMap((session) => session.sets),
    channels: sessions.flatMap((session) => session.channels),
    steps: sessions.flatMap((session) => session.steps),
    skipped: sessions.flatMap((session) => session.skipped),
    deleted: sessions.flatMap((session) => session.deleted),
    validation: sessions.map((session) => session.validation).reduce(addValidations),
    counts: { ...sessions.map((session) => session.counts).reduce(addCounts), lines: lineCount },
    elapsedSeconds: sessions.map((session) => session.elapsedSeconds).reduce(addSeconds),
    disagreements: sessions.flatMap((session) => session.disagreements),
    omitted: sessions.map((session) => session.omitted).reduce(addOmitted),
    exitCode,
    signal,
    sessions: [...sessions],
  };
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}

function addSeconds(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : a + b;
}

function addValidations(a: Validation, b: Validation): Validation {
  return {
    failedFiles: [...a.failedFiles, ...b.failedFiles],
    filesChecked: a.filesChecked + b.filesChecked,
    markedCorruptBlocks: a.markedCorruptBlocks + b.markedCorruptBlocks,
    expired: a.expired + b.expired,
    unavailable: a.unavailable + b.unavailable,
    failedLogs: a.failedLogs + b.failedLogs,
    validatedPieces: a.validatedPieces + b.validatedPieces,
  };
}

function addCounts(a: VerdictCounts, b: VerdictCounts): VerdictCounts {
  return addNumbers(a, b);
}

function addOmitted(a: Omitted, b: Omitted): Omitted {
  return addNumbers(a, b);
}

/** Adds two records of the same numbers, field by field. */
function addNumbers<T extends Record<string, number>>(a: T, b: T): T {
  return Object.fromEntries(Object.keys(a).map((key) => [key, a[key]! + b[key]!])) as T;
}
