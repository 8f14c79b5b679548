// What the scheduler needs of every strategy, in one read. Thousands of specs would take longer to read than everything
// that is then done with them: only the parts that say when are taken out, and equal ones are parsed once.
import { z } from 'zod';
import type { SchedulePlan } from '../../app/store-port.ts';
import { missedPolicySchema, retryPolicySchema } from '../../../shared/domain/automation.ts';
import { newStrategySpec } from '../../../shared/domain/strategy.ts';
import { scheduleSchema } from '../../../shared/schedule/schedule.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';
import { parsedJson } from './rows.ts';

type Row = {
  id: string;
  target_id: string;
  enabled: number;
  version: number;
  created_at: number;
  updated_at: number;
  name: string | null;
  schedule: string | null;
  /** `[missed, retries]` */
  policies: string;
  target_enabled: number;
  covered_until: number | null;
  since: number | null;
  followed: string | null;
  overdue_told_at: number | null;
  rows_ahead: number | null;
  instant: number | null;
  /** 1 for a planned row of today's database; the name on it is still to be compared. */
  is_plan: number | null;
  row_name: string | null;
};

/**
 * Beside `count(*)` the plain columns are those of some row of the group: of the only one, where there is one. The
 * databases are few, and what they are called is read once.
 */
const PLANS = `
  WITH hosts AS MATERIALIZED (SELECT id, enabled, json_extract(spec, '$.name') AS name FROM targets)
  SELECT s.id, s.target_id, s.enabled, s.version, s.created_at, s.updated_at,
    json_extract(v.spec, '$.name') AS name, json_extract(v.spec, '$.schedule') AS schedule,
    json_extract(v.spec, '$.missed', '$.retries') AS policies, t.enabled AS target_enabled,
    c.covered_until, c.since, c.schedule AS followed, c.overdue_told_at, o.rows_ahead, o.instant,
    o.state = 'planned' AND o.target_id = s.target_id AND o.target_name = t.name AS is_plan,
    o.strategy_name AS row_name
  FROM strategies s
  JOIN strategy_versions v ON v.strategy_id = s.id AND v.version = s.version
  JOIN hosts t ON t.id = s.target_id
  LEFT JOIN schedule_cursors c ON c.strategy_id = s.id
  LEFT JOIN (
    SELECT strategy_id, count(*) AS rows_ahead, instant, state, target_id, strategy_name, target_name
    FROM occurrences WHERE instant > ? GROUP BY strategy_id
  ) o ON o.strategy_id = s.id`;

export function createSchedulePlans({ sql }: Connection): Tables['occurrences']['plans'] {
  return (now) => {
    const parts = createParts();
    return sql<Row>(PLANS).all(now).flatMap((row) => planOf(row, now, parts) ?? []);
  };
}

/** Each distinct text is parsed once; what crosses to another thread then is one object, too. */
function createParts() {
  const defaults = newStrategySpec();
  const policies = remembered((text) => parsedJson(policiesSchema, text));
  const schedule = remembered((text) => parsedJson(scheduleSchema, text));
  return {
    schedule,
    /** `null` when today's rules refuse it. */
    specOf(row: Row): SchedulePlan['strategy']['spec'] | null {
      const read = policies(row.policies);
      const when = row.schedule === null ? null : schedule(row.schedule);
      if (row.name === null || read === null || (row.schedule !== null && when === null)) return null;
      const [missed, retries] = read;
      return {
        name: row.name,
        schedule: when,
        missed: missed ?? defaults.missed,
        retries: retries ?? defaults.retries,
      };
    },
  };
}

const policiesSchema = z.tuple([missedPolicySchema.nullable(), retryPolicySchema.nullable()]);

function remembered<Value>(parse: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (!known.has(text)) known.set(text, parse(text));
    return known.get(text) as Value;
  };
}

function planOf(row: Row, now: number, parts: ReturnType<typeof createParts>): SchedulePlan | null {
  const spec = parts.specOf(row);
  if (spec === null) return null;
  return {
    strategy: {
      id: row.id,
      targetId: row.target_id,
      enabled: row.enabled === 1,
      version: row.version,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      spec,
    },
    cursor:
      row.covered_until === null || row.since === null
        ? null
        : {
            strategyId: row.id,
            coveredUntil: row.covered_until,
            since: row.since,
            // What today's rules refuse reads as another schedule than the present one.
            schedule: row.followed === null ? null : parts.schedule(row.followed),
            overdueToldAt: row.overdue_told_at,
          },
    ...followed(row, now),
  };
}

/** The row after a cursor is the first instant after it: nothing lies between them that has no row. */
function followed(row: Row, now: number): Pick<SchedulePlan, 'isCovered' | 'next'> {
  const schedule = row.enabled === 1 && row.target_enabled === 1 ? row.schedule : null;
  const follows = row.covered_until !== null && row.covered_until <= now && row.followed === schedule;
  if (schedule === null) return { isCovered: follows && row.rows_ahead === null, next: null };
  const isPlanned = row.rows_ahead === 1 && row.is_plan === 1 && row.row_name === row.name;
  return follows && isPlanned ? { isCovered: true, next: row.instant } : { isCovered: false, next: null };
}
