// Brings together everything that is known about a run whose child has ended, and what the store is to keep of it.
import type { Launcher } from '../app/ports.ts';
import type { FoundPiece, RunChange, Store, StoredRun } from '../app/store-port.ts';
import { runFiles } from '../rman/run-files.ts';
import type { RunOutcome, Verdict } from '../../shared/domain/verdict.ts';
import type { VerdictBuilder } from '../../shared/rman/log/verdict-builder.ts';
import { lookAtPiecesOf, writesHere } from './pieces.ts';
import { settledRow } from './settlement.ts';
import type { Spool } from './spool.ts';

export type ChildEnd = { exitCode: number | null; signal: string | null; endedAt: number };

export type Judgement = { to: RunOutcome; change: RunChange; verdict: Verdict | null; found: FoundPiece[] };

/**
 * Judges a run by exit status, log and pieces; `builder` has read the whole log and is used up. A run that was asked to
 * cancel but ended well by itself is judged by what it did. Only a run that left neither a log nor an exit status is
 * *lost* without a verdict.
 */
export async function judgeRun(
  { run, strategySpec: { scope } }: StoredRun,
  { exitCode, signal, endedAt }: ChildEnd,
  log: { builder: VerdictBuilder; spool: Spool },
  ports: { store: Store; runsDirectory: string; converse: Launcher['converse'] },
): Promise<Judgement> {
  if (exitCode === null && signal === null && log.spool.bytes() === 0) {
    const { spool } = runFiles(ports.runsDirectory, run.id);
    const failure = { code: 'file.unreadable' as const, params: { path: spool, detail: '0 B' }, fields: [] };
    return { to: 'lost', change: { endedAt, failure }, verdict: null, found: [] };
  }
  const [target, stored] = await Promise.all([ports.store.targets.get(run.targetId), ports.store.runs.get(run.id)]);
  const cancelled = stored?.run.cancelRequestedAt != null;
  // A service of its own may be on another machine than the target's.
  const elsewhere = scope.kind === 'data-pump' && scope.connectIdentifier !== null && target?.spec.runner.kind !== 'simulated';
  const seen = target && !elsewhere && writesHere(target.spec);
  const pieces = seen ? await lookAtPiecesOf(target.spec, log.builder.handles(), ports.converse) : null;
  const verdict = log.builder.finish({ exitCode, signal, cancelled, pieces });
  return { to: verdict.outcome, change: settledRow(verdict, pieces, endedAt), verdict, found: pieces ?? [] };
}
