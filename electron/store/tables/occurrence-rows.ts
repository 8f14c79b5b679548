// An occurrence as columns and back, and the order of states from harmless to bad. Writes nothing.
import {
  isSettled, occurrenceReasonSchema, type Occurrence, type OccurrenceReason, type OccurrenceState,
} from '../../../shared/domain/occurrence.ts';
import type { Trigger } from '../../../shared/domain/run.ts';
import type { Bound } from '../connection.ts';
import { parsedJson } from './rows.ts';

export type OccurrenceRow = {
  id: string;
  strategy_id: string;
  target_id: string;
  strategy_name: string;
  target_name: string;
  instant: number;
  trigger: Trigger;
  state: OccurrenceState;
  reason: string | null;
  run_id: string | null;
  attempts: number;
  updated_at: number;
};

export const SELECT_OCCURRENCE = `
  SELECT id, strategy_id, target_id, strategy_name, target_name, instant, trigger, state, reason, run_id, attempts,
         updated_at
  FROM occurrences`;

/** Writes an occurrence whose instant has no row yet; `boundOccurrence` gives the values. */
export const INSERT_OCCURRENCE = `
  INSERT INTO occurrences (id, strategy_id, target_id, strategy_name, target_name, instant, trigger, state, reason,
    run_id, attempts, updated_at, settled, announced)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (strategy_id, instant) DO NOTHING`;

export function occurrenceOf(row: OccurrenceRow): Occurrence {
  return {
    id: row.id,
    strategyId: row.strategy_id,
    targetId: row.target_id,
    strategyName: row.strategy_name,
    targetName: row.target_name,
    instant: row.instant,
    trigger: row.trigger,
    state: row.state,
    // A reason that today's rules no longer know is said by nobody; the state stands without it.
    reason: row.reason === null ? null : parsedJson(occurrenceReasonSchema, row.reason),
    runId: row.run_id,
    attempts: row.attempts,
    updatedAt: row.updated_at,
  };
}

/** What is settled from the start counts as announced. */
export function boundOccurrence(occurrence: Occurrence): Bound[] {
  const settled = isSettled(occurrence.state);
  return [
    occurrence.id,
    occurrence.strategyId,
    occurrence.targetId,
    occurrence.strategyName,
    occurrence.targetName,
    occurrence.instant,
    occurrence.trigger,
    occurrence.state,
    reasonText(occurrence.reason),
    occurrence.runId,
    occurrence.attempts,
    occurrence.updatedAt,
    Number(settled),
    Number(settled),
  ];
}

export const reasonText = (reason: OccurrenceReason | null): string | null => reason && JSON.stringify(reason);

/** From what says least about a day to what its reader has to know first. */
export const fromHarmless: readonly OccurrenceState[] = [
  'planned', 'skipped', 'succeeded', 'waiting', 'queued', 'running', 'warning', 'cancelled', 'missed', 'interrupted', 'failed',
];
