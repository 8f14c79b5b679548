// A run as columns and back. Knows nothing of states' order or of how runs are found.
import type { RunChange, StoredRun } from '../../app/store-port.ts';
import { OWN_WORKSTATION } from '../../../shared/domain/history.ts';
import type { Run, RunState, Trigger } from '../../../shared/domain/run.ts';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import type { ErrorReport } from '../../../shared/errors/app-error.ts';
import { errorReportSchema } from '../../../shared/errors/report.ts';
import type { Bound } from '../connection.ts';
import { parsedJson, rawJson } from './rows.ts';
import { specOf } from './strategies.ts';

/** Columns of `runs` beside its group's. */
export type RunRow = {
  seq: number;
  id: string;
  group_no: number;
  strategy_id: string;
  strategy_version: number;
  strategy_name: string;
  target_id: string;
  target_name: string;
  trigger: Trigger;
  state: RunState;
  queued_at: number;
  started_at: number | null;
  ended_at: number | null;
  cancel_requested_at: number | null;
  exit_code: number | null;
  signal: string | null;
  failure: string | null;
  root_code: string | null;
  root_text: string | null;
  warnings: number;
  pieces: number;
  bytes: number | null;
  nothing_to_do: number;
  lines: number;
  child_pid: number | null;
  child_token: string | null;
  queue_place: number | null;
  workstation_id: string;
  workstation_name: string | null;
};

/** Adds what `StoredRun` needs. */
export type StoredRunRow = RunRow & { script: string; command_line: string | null; strategy_spec: string };

/** Selects `RunRow`s; a WHERE clause may follow. */
export const SELECT_RUN = `
  SELECT r.*, g.strategy_id, g.target_id, g.strategy_name, g.target_name, g.state, g.trigger,
         g.workstation_id, w.name AS workstation_name
  FROM runs r JOIN run_groups g ON g.no = r.group_no
  LEFT JOIN workstations w ON w.id = g.workstation_id`;

/** Selects `RunRow`s by their numbers, bound as one JSON array: takes a fifth of fetching them one by one. */
export const SELECT_RUNS_NUMBERED = `
  SELECT r.*, g.strategy_id, g.target_id, g.strategy_name, g.target_name, g.state, g.trigger,
         g.workstation_id, w.name AS workstation_name
  FROM json_each(?) j CROSS JOIN runs r ON r.seq = j.value CROSS JOIN run_groups g ON g.no = r.group_no
  LEFT JOIN workstations w ON w.id = g.workstation_id`;

/** Selects `StoredRunRow`s; a WHERE clause may follow. */
export const SELECT_STORED_RUN = `
  SELECT r.*, g.strategy_id, g.target_id, g.strategy_name, g.target_name, g.state, g.trigger,
         g.workstation_id, w.name AS workstation_name, s.script, s.command_line, s.strategy_spec
  FROM runs r JOIN run_groups g ON g.no = r.group_no JOIN run_scripts s ON s.run_seq = r.seq
  LEFT JOIN workstations w ON w.id = g.workstation_id`;

export function runOf(row: RunRow): Run {
  return {
    id: row.id,
    strategyId: row.strategy_id,
    strategyVersion: row.strategy_version,
    strategyName: row.strategy_name,
    targetId: row.target_id,
    targetName: row.target_name,
    trigger: row.trigger,
    state: row.state,
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    cancelRequestedAt: row.cancel_requested_at,
    exitCode: row.exit_code,
    signal: row.signal,
    failure: row.failure === null ? null : failureOf(row.failure),
    rootCode: row.root_code,
    rootText: row.root_text,
    warnings: row.warnings,
    pieces: row.pieces,
    bytes: row.bytes,
    nothingToDo: row.nothing_to_do === 1,
    lines: row.lines,
    ...(row.workstation_id === OWN_WORKSTATION
      ? {}
      : { workstation: { id: row.workstation_id, name: row.workstation_name ?? '?' } }),
  };
}

export function storedRunOf(row: StoredRunRow): StoredRun {
  return {
    run: runOf(row),
    queuePlace: row.queue_place,
    script: row.script,
    commandLine: row.command_line,
    strategySpec: archivedSpec(row.strategy_spec),
    child: row.child_pid === null ? null : { pid: row.child_pid, startToken: row.child_token ?? '' },
  };
}

/** The value of a column for every field of a change that lies in `runs`. */
export function changedColumns(change: RunChange): Record<string, Bound> {
  const columns: Record<string, Bound> = {};
  const put = <Value>(column: string, value: Value | undefined, bound: (value: Value) => Bound): void => {
    if (value !== undefined) columns[column] = bound(value);
  };
  const plain = (value: string | number | null): Bound => value;
  put('started_at', change.startedAt, plain);
  put('ended_at', change.endedAt, plain);
  put('cancel_requested_at', change.cancelRequestedAt, plain);
  put('exit_code', change.exitCode, plain);
  put('signal', change.signal, plain);
  put('failure', change.failure, (failure) => failure && JSON.stringify(failure));
  put('root_code', change.rootCode, plain);
  put('root_text', change.rootText, plain);
  put('warnings', change.warnings, plain);
  put('pieces', change.pieces, plain);
  put('bytes', change.bytes, plain);
  put('nothing_to_do', change.nothingToDo, Number);
  put('lines', change.lines, plain);
  put('child_pid', change.child, (child) => child && child.pid);
  put('child_token', change.child, (child) => child && child.startToken);
  return columns;
}

/**
 * A failure whose code this version no longer has must not read as none: `null` would say that RMAN itself decided.
 * The old code stands in the incident's place.
 */
function failureOf(text: string): ErrorReport {
  const failure = parsedJson(errorReportSchema, text);
  if (failure) return failure;
  const raw = rawJson(text);
  const code = typeof raw === 'object' && raw !== null && 'code' in raw ? String(raw.code) : '?';
  return { code: 'internal.incident', params: { incident: code }, fields: [] };
}

/**
 * The strategy as it was then. When today's rules no longer accept it, it is handed out as it was written: leaving the
 * run out would leave a child that still lives without anybody to look after it.
 */
function archivedSpec(text: string): StrategySpec {
  return specOf(text) ?? (rawJson(text) as StrategySpec);
}
