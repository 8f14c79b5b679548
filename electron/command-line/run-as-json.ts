// The stable JSON shape of a run (docs/command-line.md, schemaVersion 1).
import type { RunDetail } from '../../shared/domain/history.ts';
import type { Run } from '../../shared/domain/run.ts';
import type { Language } from '../../shared/domain/settings.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { explainedSession } from './explained.ts';
import { isoTime as time } from './moments.ts';

/** One row of `respaldo runs --json`. */
export function runRow(run: Run, language: Language) {
  return {
    id: run.id,
    strategy: { id: run.strategyId, name: run.strategyName, version: run.strategyVersion },
    target: { id: run.targetId, name: run.targetName },
    trigger: run.trigger,
    status: run.state,
    queuedAt: time(run.queuedAt),
    startedAt: time(run.startedAt),
    endedAt: time(run.endedAt),
    exitCode: run.exitCode,
    signal: run.signal,
    rootCause: run.rootCode === null ? null : { code: run.rootCode, text: run.rootText },
    failure: run.failure && { ...run.failure, message: errorText(run.failure.code, run.failure.params, language) },
    warnings: run.warnings,
    pieces: run.pieces,
    bytes: run.bytes,
    nothingToDo: run.nothingToDo,
    logLines: run.lines,
  };
}

/** The answer of `respaldo run --json`. */
export function runAsJson(detail: RunDetail, language: Language) {
  return {
    respaldo: 'run',
    schemaVersion: 1,
    ...runRow(detail.run, language),
    commandLine: detail.commandLine,
    script: detail.script,
    logPath: detail.logPath,
    found: detail.found,
    verdict: detail.verdict && explainedSession(detail.verdict, language),
  };
}
