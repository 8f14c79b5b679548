// The stable JSON shape of a verdict (docs/command-line.md, schemaVersion 1); builds it from a verdict, prints nothing.
import type { Language } from '../../shared/domain/settings.ts';
import type { SessionVerdict, Verdict } from '../../shared/domain/verdict.ts';
import type { RootCause } from '../../shared/domain/log-facts.ts';
import { explainCode, explainOsError } from '../../shared/rman/codes/index.ts';
import { explainCause } from '../../shared/rman/findings/explain-cause.ts';

/** Counts up when a field changes its meaning or goes; new fields may come without. */
export const EXPLAIN_SCHEMA_VERSION = 1;

/** The `--json` answer of `respaldo explain`. */
export function explainedLog(file: string, verdict: Verdict, language: Language) {
  return {
    respaldo: 'explain',
    schemaVersion: EXPLAIN_SCHEMA_VERSION,
    file,
    ...explainedSession(verdict, language),
    exitCode: verdict.exitCode,
    sessions: verdict.sessions.map((session) => explainedSession(session, language)),
  };
}

/** One session, or the whole log, as JSON shows it. */
export function explainedSession(verdict: SessionVerdict, language: Language) {
  return {
    status: verdict.outcome,
    nothingToDo: verdict.nothingToDo,
    partial: verdict.partial,
    truncated: verdict.truncated,
    restored: verdict.restored,
    tool: verdict.tool,
    version: verdict.version,
    language: verdict.language,
    reducedConfidence: verdict.reducedConfidence,
    database: verdict.database,
    firstLine: verdict.firstLine,
    lastLine: verdict.lastLine,
    rootCause: verdict.rootCause && explainedCause(verdict.rootCause, language),
    errorCodes: verdict.errorCodes,
    warningCodes: verdict.warningCodes,
    warnings: verdict.warnings.map(({ code, event, text, lineNumber, severity }) => ({
      code,
      event,
      text,
      line: lineNumber,
      severity,
    })),
    piecesCreated: verdict.pieces.map(({ handle, tag, channel, kind, lineNumber }) => ({
      handle,
      tag,
      channel,
      kind,
      line: lineNumber,
    })),
    imageCopies: verdict.copies.map(({ handle, tag, lineNumber }) => ({ handle, tag, line: lineNumber })),
    dumpFiles: verdict.dumpFiles,
    skipped: verdict.skipped.map(({ reason, what, text, lineNumber }) => ({ reason, what, text, line: lineNumber })),
    deleted: verdict.deleted.map(({ type, name, lineNumber }) => ({ type, name, line: lineNumber })),
    steps: verdict.steps,
    channels: verdict.channels.map(({ name, sid, deviceType, pieces, disabled }) => ({
      name,
      sid,
      deviceType,
      pieces,
      disabled,
    })),
    errorStacks: verdict.stacks.map(({ kind, lineNumber, endLineNumber, codes, lines }) => ({
      kind,
      firstLine: lineNumber,
      lastLine: endLineNumber,
      codes,
      text: lines.map((line) => line.text),
    })),
    counts: verdict.counts,
    elapsedSeconds: verdict.elapsedSeconds,
    validation: verdict.validation,
    disagreements: verdict.disagreements,
    omitted: verdict.omitted,
  };
}

function explainedCause(cause: RootCause, language: Language) {
  const text = explainCause(cause.code, language);
  const known = explainCode(cause.code);
  return {
    code: cause.code,
    text: cause.text,
    line: cause.lineNumber,
    command: cause.command,
    channel: cause.channel,
    at: cause.at,
    object: cause.object,
    osError: cause.osError && explainedOsError(cause.osError, language),
    vendorText: cause.vendorText,
    syntaxPosition: cause.syntaxPosition,
    explanation: text && { ...text, healsByRetry: known?.healsByRetry ?? 'no', ignorable: known?.ignorable ?? 'no' },
  };
}

function explainedOsError(error: NonNullable<RootCause['osError']>, language: Language) {
  const known = explainOsError(error.number, error.platform);
  return {
    ...error,
    symbol: known?.symbol ?? null,
    explanation: known ? { ...known[language], healsByRetry: known.healsByRetry } : null,
  };
}
