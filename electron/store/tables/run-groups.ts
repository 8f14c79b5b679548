// Groups of runs that share everything the list filters by: finds or makes the group of a run, and the groups that a
// filter lets through. Knows no order and no page.
import { OWN_WORKSTATION, type RunFilter } from '../../../shared/domain/history.ts';
import type { Run, RunState } from '../../../shared/domain/run.ts';
import type { Bound, Connection } from '../connection.ts';

/** What a group consists of. */
export type GroupFacts = Pick<
  Run, 'strategyId' | 'targetId' | 'strategyName' | 'targetName' | 'state' | 'trigger' | 'workstation'
>;

export type RunGroup = { no: number; runs: number; state: RunState; strategyName: string; targetName: string };

export type NamePair = Pick<RunGroup, 'strategyName' | 'targetName'>;

/** The number of the group with these facts, made if there is none. */
export function groupNumber({ value, sql }: Connection, facts: GroupFacts): number {
  const bound = [
    facts.strategyId,
    facts.targetId,
    facts.strategyName,
    facts.targetName,
    facts.state,
    facts.trigger,
    facts.workstation?.id ?? OWN_WORKSTATION,
  ];
  const known = value<number>(`
    SELECT no FROM run_groups
    WHERE strategy_id = ? AND target_id = ? AND strategy_name = ? AND target_name = ? AND state = ? AND trigger = ?
      AND workstation_id = ?`);
  return (
    known.get(...bound) ??
    Number(
      sql(`INSERT INTO run_groups (strategy_id, target_id, strategy_name, target_name, state, trigger, workstation_id)
           VALUES (?, ?, ?, ?, ?, ?, ?)`).run(...bound).lastInsertRowid,
    )
  );
}

/** True when the filter restricts the runs by more than their time and their text. */
export function filtersGroups(filter: RunFilter): boolean {
  const { targetIds, strategyIds, states, triggers, workstationIds } = filter;
  return [targetIds, strategyIds, states, triggers, workstationIds].some((wanted) => wanted.length > 0);
}

/** The filter's sets as conditions on `run_groups`, never empty. */
export function groupConditions(filter: RunFilter): { conditions: string[]; bound: Bound[] } {
  const conditions = ['runs > 0'];
  const bound: Bound[] = [];
  const among = (column: string, wanted: string[]): void => {
    if (wanted.length === 0) return;
    conditions.push(`${column} IN (SELECT value FROM json_each(?))`);
    bound.push(JSON.stringify(wanted));
  };
  among('strategy_id', filter.strategyIds);
  among('target_id', filter.targetIds);
  among('state', filter.states);
  among('trigger', filter.triggers);
  among('workstation_id', filter.workstationIds);
  return { conditions, bound };
}

/** The groups with at least one run that the filter's sets let through; only those of some names, if given. */
export function matchingGroups({ sql }: Connection, filter: RunFilter, names?: NamePair[]): RunGroup[] {
  const { conditions, bound } = groupConditions(filter);
  if (names) {
    conditions.push(`(strategy_name, target_name) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`);
    bound.push(JSON.stringify(names.map(({ strategyName, targetName }) => [strategyName, targetName])));
  }
  return sql<RunGroup>(`
    SELECT no, runs, state, strategy_name AS strategyName, target_name AS targetName
    FROM run_groups WHERE ${conditions.join(' AND ')}`).all(...bound);
}

/** How many runs there are, by adding up groups; exact, and cheap for any number of runs. */
export function countRuns({ value }: Connection): number {
  return value<number>('SELECT coalesce(sum(runs), 0) FROM run_groups').get() ?? 0;
}
