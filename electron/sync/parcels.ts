// Turns facts into rows of statements: pure. A parcel is one statement for many rows, each of which knows the fact that
// it belongs to.
import type { SqlBinds, SqlValue } from '../app/oracle-ports.ts';
import type { AuditFact, DueFact, LogFact, RunFact } from '../app/sync-ports.ts';
import { isOver, type RunState } from '../../shared/domain/run.ts';
import type { SyncKind } from '../../shared/domain/sync.ts';
import { sendingOrder, type StatementName } from './statements.ts';

export type Parcel = {
  name: StatementName;
  rows: SqlBinds[];
  /** For each row, the place of its fact in what was given. */
  owners: number[];
};

type Row = { name: StatementName; binds: SqlBinds };

/**
 * Parcels for facts, in the order in which they must arrive. A fact that leaves no row, or is of a kind that is not
 * wanted there, is as good as written.
 */
export function parcelsOf(
  facts: readonly DueFact[],
  workstationId: string,
  sends: (kind: SyncKind) => boolean = () => true,
): Parcel[] {
  const parcels = new Map<StatementName, Parcel>();
  facts.forEach((fact, owner) => {
    if (!sends(fact.kind)) return;
    for (const { name, binds } of rowsOf(fact, workstationId)) {
      const parcel = parcels.get(name) ?? { name, rows: [], owners: [] };
      parcel.rows.push(binds);
      parcel.owners.push(owner);
      parcels.set(name, parcel);
    }
  });
  return sendingOrder.flatMap((name) => parcels.get(name) ?? []);
}

function rowsOf(due: DueFact, workstation_id: string): Row[] {
  // Which transaction takes it is known when that begins.
  const signed = { workstation_id, row_version: due.stamp, batch_no: 0 };
  const deleted = { ...signed, deleted_at: new Date(due.createdAt) };
  switch (due.kind) {
    case 'target': {
      if (!due.fact) return [{ name: 'targetGone', binds: { ...deleted, target_id: due.id } }];
      const { id: target_id, name, enabled, spec, createdAt, updatedAt, updatedBy } = due.fact;
      const named = { name: cut(name, 128), enabled: yes(enabled), updated_by: cut(updatedBy, 128) };
      const binds = { target_id, ...signed, ...named, ...dated(createdAt, updatedAt) };
      return [
        { name: 'target', binds },
        { name: 'targetText', binds: { spec, target_id, row_version: due.stamp } },
      ];
    }
    case 'strategy': {
      if (!due.fact) return [{ name: 'strategyGone', binds: { ...deleted, strategy_id: due.id } }];
      const { id: strategy_id, targetId: target_id, name, enabled, shared, version } = due.fact;
      const binds = {
        strategy_id, ...signed, owner_workstation_id: workstation_id, target_id, name: cut(name, 128),
        enabled: yes(enabled), shared: yes(shared), version_no: version, updated_by: cut(due.fact.updatedBy, 128),
        ...dated(due.fact.createdAt, due.fact.updatedAt),
      };
      return [{ name: 'strategy', binds }];
    }
    case 'strategy-version': {
      if (!due.fact) return [];
      const { strategyId: strategy_id, version: version_no, name, spec, savedAt, savedBy, hash, basedOn } = due.fact;
      const saved_at = new Date(savedAt);
      const { batch_no } = signed;
      const own = { strategy_id, version_no, workstation_id, batch_no, content_hash: hash, based_on_hash: basedOn };
      const binds = { ...own, name: cut(name, 128), saved_at, saved_by: cut(savedBy, 128), spec };
      return [{ name: 'strategyVersion', binds }];
    }
    case 'occurrence':
      return due.fact
        ? [{ name: 'occurrence', binds: { ...signed, ...occurrenceBinds(due.fact) } }]
        // No row is left that could say in which batch it went; the driver refuses a bind that no statement has.
        : [{ name: 'occurrenceGone', binds: { workstation_id, row_version: due.stamp, occurrence_id: due.id } }];
    case 'run':
      return due.fact ? runRows(due.fact, signed) : [];
    case 'log':
      return due.fact ? logRows(due.fact, workstation_id) : [];
    case 'audit':
      return due.fact ? [{ name: 'audit', binds: { workstation_id, ...auditBinds(due.fact) } }] : [];
  }
}

function occurrenceBinds(fact: NonNullable<Extract<DueFact, { kind: 'occurrence' }>['fact']>): SqlBinds {
  return {
    occurrence_id: fact.id,
    strategy_id: fact.strategyId,
    strategy_name: cut(fact.strategyName, 128),
    target_id: fact.targetId,
    target_name: cut(fact.targetName, 128),
    planned_at: new Date(fact.instant),
    trigger_kind: fact.trigger,
    state: fact.state,
    settled: yes(fact.settled),
    reason_kind: cut(fact.reasonKind, 60),
    reason: cut(fact.reason, 1000),
    run_id: fact.runId,
    attempts: fact.attempts,
    updated_at: new Date(fact.updatedAt),
  };
}

type Signed = { workstation_id: string; row_version: number; batch_no: number };

function runRows(fact: RunFact, { workstation_id, row_version, batch_no }: Signed): Row[] {
  const run_id = fact.id;
  const queued_at = new Date(fact.queuedAt);
  const own = { run_id, workstation_id, queued_at };
  const rows: Row[] = [{ name: 'run', binds: { ...own, row_version, batch_no, ...runBinds(fact) } }];
  // Until then its texts may change with every step, and nobody reads them.
  if (isOver(fact.state as RunState)) {
    const { script, spec: strategy_spec, verdict, witness } = fact;
    rows.push({ name: 'runText', binds: { script, strategy_spec, verdict, witness, run_id, row_version } });
  }
  for (const error of fact.errors) {
    const binds = {
      ...own,
      error_no: error.number,
      severity: error.severity,
      is_root: yes(error.isRoot),
      code: cut(error.code, 60),
      // To Oracle an empty text is none.
      error_text: cut(error.text, 1000) || '-',
      all_codes: cut(error.codes.join(' '), 1000),
      line_no: error.line,
      command_name: cut(error.command, 128),
      channel: cut(error.channel, 128),
      object_name: cut(error.object, 1000),
    };
    rows.push({ name: 'runError', binds });
  }
  for (const piece of fact.found) {
    const binds = {
      ...own,
      piece_no: piece.number,
      form: piece.form,
      handle: cut(piece.handle, 1000),
      tag: cut(piece.tag, 128),
      kind: piece.kind,
      incremental_level: piece.level,
      set_no: piece.set,
      channel: cut(piece.channel, 128),
      found: piece.found === null ? null : yes(piece.found),
      bytes: piece.bytes,
      line_no: piece.line,
    };
    rows.push({ name: 'piece', binds });
  }
  return rows;
}

function runBinds(fact: RunFact): SqlBinds {
  return {
    occurrence_id: fact.occurrenceId,
    strategy_id: fact.strategyId,
    strategy_version: fact.strategyVersion,
    strategy_name: cut(fact.strategyName, 128),
    target_id: fact.targetId,
    target_name: cut(fact.targetName, 128),
    trigger_kind: fact.trigger,
    started_by: cut(fact.startedBy, 128),
    state: fact.state,
    started_at: instant(fact.startedAt),
    ended_at: instant(fact.endedAt),
    cancel_requested_at: instant(fact.cancelRequestedAt),
    exit_code: fact.exitCode,
    exit_signal: cut(fact.signal, 30),
    failure_code: cut(fact.failureCode, 128),
    root_code: cut(fact.rootCode, 60),
    root_text: cut(fact.rootText, 1000),
    warnings: fact.warnings,
    pieces: fact.pieces,
    bytes: fact.bytes,
    nothing_to_do: yes(fact.nothingToDo),
    log_lines: fact.lines,
    command_line: cut(fact.commandLine, 1000),
  };
}

function logRows({ runId: run_id, queuedAt, chunks, lines, next }: LogFact, workstation_id: string): Row[] {
  const own = { run_id, workstation_id, queued_at: new Date(queuedAt) };
  const complete = yes(isLast({ chunks, next }));
  const rows: Row[] = [{ name: 'log', binds: { ...own, chunks, lines, complete } }];
  for (const { chunk, firstLine, lineCount, textBytes, content } of next) {
    const binds = {
      ...own, chunk_no: chunk, first_line: firstLine, line_count: lineCount, text_bytes: textBytes, content,
    };
    rows.push({ name: 'logChunk', binds });
  }
  return rows;
}

const auditBinds = (fact: AuditFact): SqlBinds => ({
  audit_id: fact.id,
  happened_at: new Date(fact.at),
  user_name: cut(fact.userName, 128) || '?',
  os_user: cut(fact.osUser, 128),
  origin: cut(fact.origin, 30),
  action: cut(fact.action, 60),
  subject_kind: cut(fact.subjectKind, 30),
  subject_id: cut(fact.subjectId, 40),
  subject_name: cut(fact.subjectName, 128),
  before_value: fact.before,
  after_value: fact.after,
});

/** True when nothing of the log is left after these chunks. */
export const isLast = ({ chunks, next }: Pick<LogFact, 'chunks' | 'next'>): boolean =>
  (next.at(-1)?.chunk ?? chunks) >= chunks;

const yes = (value: boolean): string => (value ? 'Y' : 'N');
const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
const dated = (createdAt: number, updatedAt: number): SqlBinds => ({
  created_at: new Date(createdAt),
  updated_at: new Date(updatedAt),
});

/** At most `most` characters, without half of a pair of surrogates at the end. */
export function cut<Text extends SqlValue>(text: Text, most: number): Text | string {
  if (typeof text !== 'string' || text.length <= most) return text;
  const kept = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}
