// Judges a log without a session of RMAN or Data Pump: the shell's own words, or silence. Unknown is never green.
import type { RunOutcome, SessionVerdict } from '../../domain/verdict.ts';
import type { RootCause } from '../../domain/log-facts.ts';
import { leadingCode, prefixedCode } from './code-line.ts';
import type { Evidence } from './evidence.ts';
import { readStack, type StackLine } from './root-cause.ts';
import { syntheticCause } from './ruling.ts';
import { explainExitCode, explainLines } from './silence.ts';
import { addStack, createTrace, type Trace } from './trace.ts';

/** `lines` are those that are not blank, the oldest and the newest of a long log. */
export function judgeSilence(lines: readonly StackLine[], lineCount: number, evidence: Evidence): SessionVerdict {
  const trace = createTrace('unknown', lineCount > 0 ? 1 : 0);
  trace.lastLine = lineCount;
  readForeignCodes(trace, lines);
  const { outcome, rootCause } = rule(trace, lines, evidence);
  const { exitCode, signal, cancelled } = evidence;
  return {
    outcome,
    tool: 'unknown',
    version: null,
    language: 'en',
    reducedConfidence: false,
    database: null,
    firstLine: trace.firstLine,
    lastLine: lineCount,
    nothingToDo: false,
    partial: false,
    truncated: false,
    restored: false,
    rootCause,
    stacks: trace.stacks,
    errorCodes: [...trace.errorCodes],
    warningCodes: [],
    warnings: [],
    pieces: [], copies: [], dumpFiles: [], sets: [], channels: [], steps: [], skipped: [], deleted: [],
    validation: trace.validation,
    counts: { ...trace.counts, lines: lineCount },
    elapsedSeconds: null,
    disagreements: [
      ...(exitCode === 0 ? [{ code: 'no-tool-output-but-exit-zero' as const, subject: null }] : []),
      ...(signal && !cancelled ? [{ code: 'killed-by-signal' as const, subject: signal }] : []),
    ],
    omitted: trace.omitted,
  };
}

/** Another program's Oracle errors (a connection test with SQL*Plus) are the best evidence when RMAN never spoke. */
function readForeignCodes(trace: Trace, lines: readonly StackLine[]): void {
  let open: StackLine[] = [];
  const close = (): void => {
    const first = open[0];
    if (first) addStack(trace, readStack('outside', open, first.number, open.at(-1)!.number, 0, { channels: [] }));
    open = [];
  };
  for (const line of lines) {
    const found = leadingCode(line.text) ?? prefixedCode(line.text);
    const follows = open.length > 0 && line.number - open.at(-1)!.number <= 1;
    if (!found || !follows) close();
    if (found) open.push(line);
  }
  close();
}

function rule(
  trace: Trace, lines: readonly StackLine[], evidence: Evidence,
): { outcome: RunOutcome; rootCause: RootCause } {
  const said = explainLines(lines);
  const shell = evidence.exitCode === null ? null : explainExitCode(evidence.exitCode);
  const oracle = trace.stacks[0]?.rootCause ?? null;
  const last = lines.at(-1);
  const silence = syntheticCause('no-rman-output', last?.text ?? '', last?.number ?? null);
  if (evidence.cancelled) return { outcome: 'cancelled', rootCause: silence };
  if (evidence.signal) {
    return { outcome: 'failed', rootCause: syntheticCause('killed-by-signal', evidence.signal, null) };
  }
  const explained = said && syntheticCause(said.code, said.text, said.lineNumber);
  if (evidence.exitCode === 0) return { outcome: 'lost', rootCause: explained ?? oracle ?? silence };
  if (explained) return { outcome: 'failed', rootCause: explained };
  if (oracle) return { outcome: 'failed', rootCause: oracle };
  if (shell) {
    const text = last?.text ?? shell.text;
    return { outcome: 'failed', rootCause: syntheticCause(shell.code, text, last?.number ?? null) };
  }
  return { outcome: evidence.exitCode === null ? 'lost' : 'failed', rootCause: silence };
}
