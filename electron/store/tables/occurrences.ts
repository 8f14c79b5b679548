// The ledger: one row per instant of a strategy, and how far the rows of every schedule reach. Every change of state is
// a compare-and-set, and a run comes into being only together with its row.
import type { ScheduleCursor } from '../../app/store-port.ts';
import { isSettled, mayBecome, type OccurrenceState } from '../../../shared/domain/occurrence.ts';
import { scheduleSchema } from '../../../shared/schedule/schedule.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';
import {
  boundOccurrence, fromHarmless, INSERT_OCCURRENCE, occurrenceOf, reasonText, SELECT_OCCURRENCE, type OccurrenceRow,
} from './occurrence-rows.ts';
import { parsedJson } from './rows.ts';
import { createSchedulePlans } from './schedule-plans.ts';

type CursorRow = {
  strategy_id: string;
  covered_until: number;
  since: number;
  schedule: string | null;
  overdue_told_at: number | null;
};

const RANK = `CASE state ${fromHarmless.map((state, rank) => `WHEN '${state}' THEN ${rank}`).join(' ')} ELSE 0 END`;

/** A cursor of a strategy that was removed meanwhile has nowhere to stand. */
const PUT_CURSOR = `
  INSERT INTO schedule_cursors (strategy_id, covered_until, since, schedule)
  SELECT id, ?, ?, ? FROM strategies WHERE id = ?
  ON CONFLICT (strategy_id) DO UPDATE SET covered_until = excluded.covered_until, schedule = excluded.schedule,
    overdue_told_at = CASE WHEN since = excluded.since THEN overdue_told_at END, since = excluded.since`;

export function createOccurrences(connection: Connection, runs: Pick<Tables['runs'], 'insert'>): Tables['occurrences'] {
  const { sql } = connection;
  const rows = (where: string) => (...bound: (string | number)[]) =>
    sql<OccurrenceRow>(`${SELECT_OCCURRENCE} WHERE ${where}`).all(...bound).map(occurrenceOf);
  const oneOf = (where: string) => (...bound: (string | number)[]) => rows(where)(...bound)[0] ?? null;

  return {
    cover(cursors, occurrences) {
      const insert = sql(INSERT_OCCURRENCE);
      for (const occurrence of occurrences) insert.run(...boundOccurrence(occurrence));
      const put = sql(PUT_CURSOR);
      for (const { strategyId, coveredUntil, since, schedule } of cursors) {
        put.run(coveredUntil, since, schedule && JSON.stringify(schedule), strategyId);
      }
    },

    cursors: () => sql<CursorRow>('SELECT * FROM schedule_cursors').all().map(cursorOf),

    plans: createSchedulePlans(connection),

    get: oneOf('id = ?'),
    at: oneOf('strategy_id = ? AND instant = ?'),
    open: () => rows('settled = 0 ORDER BY instant, strategy_id')(),
    due: (now) => rows("settled = 0 AND (state <> 'planned' OR instant <= ?) ORDER BY instant, strategy_id")(now),
    ahead: (now, except = []) =>
      rows(`instant > ? AND strategy_id NOT IN (SELECT value FROM json_each(?)) ORDER BY instant, strategy_id`)(
        now,
        JSON.stringify(except),
      ),

    between(from, until, strategyId, limit) {
      const stretch = 'instant >= ? AND instant < ?';
      const order = 'ORDER BY instant, strategy_id LIMIT ?';
      if (strategyId === null) return rows(`${stretch} ${order}`)(from, until, limit);
      return rows(`strategy_id = ? AND ${stretch} ${order}`)(strategyId, from, until, limit);
    },

    strips: (bounds) => strips(connection, bounds),

    move(id, from, to, at, { reason, trigger }) {
      if (!mayBecome(from, to)) throw new Error(`An occurrence may not move from ${from} to ${to}.`);
      const done = sql(`
        UPDATE occurrences SET state = ?, settled = ?, updated_at = ?, reason = CASE WHEN ? THEN ? ELSE reason END,
          trigger = coalesce(?, trigger)
        WHERE id = ? AND state = ?`).run(
        to,
        Number(isSettled(to)),
        at,
        Number(reason !== undefined),
        reasonText(reason ?? null),
        trigger ?? null,
        id,
        from,
      );
      return done.changes === 1;
    },

    begin(starts) {
      const insert = sql(INSERT_OCCURRENCE);
      const queue = sql(`
        UPDATE occurrences SET state = 'queued', reason = NULL, run_id = ?, attempts = attempts + 1, trigger = ?,
          updated_at = ?
        WHERE id = ? AND state = ?`);
      return starts.map(({ occurrence, from, run: stored }) => {
        const { id, trigger, queuedAt } = stored.run;
        const row = { ...occurrence, state: 'queued' as const, reason: null, runId: id, attempts: 1, trigger };
        const { changes } =
          from === null
            ? insert.run(...boundOccurrence({ ...row, updatedAt: queuedAt }))
            : queue.run(id, trigger, queuedAt, occurrence.id, from);
        if (changes === 1) runs.insert(stored);
        return changes === 1;
      });
    },

    withdraw(ids) {
      const remove = sql("DELETE FROM occurrences WHERE id = ? AND state = 'planned'");
      for (const id of ids) remove.run(id);
    },

    rewind(strategyId, now) {
      // What an earlier schedule has left, the present one would not write again.
      sql(`DELETE FROM occurrences WHERE strategy_id = ? AND instant > ?
             AND instant > (SELECT since FROM schedule_cursors WHERE strategy_id = occurrences.strategy_id)
             AND (state IN ('planned', 'missed') OR (state = 'waiting' AND attempts = 0))`).run(strategyId, now);
      sql('UPDATE schedule_cursors SET covered_until = min(covered_until, ?) WHERE strategy_id = ?').run(now, strategyId);
    },

    unannounced: (limit) => rows('settled = 1 AND announced = 0 ORDER BY instant LIMIT ?')(limit),
  };

  function cursorOf(row: CursorRow): ScheduleCursor {
    return {
      strategyId: row.strategy_id,
      coveredUntil: row.covered_until,
      since: row.since,
      // What today's rules refuse reads as another schedule than the present one.
      schedule: row.schedule === null ? null : parsedJson(scheduleSchema, row.schedule),
      overdueToldAt: row.overdue_told_at,
    };
  }
}

function strips({ sql }: Connection, bounds: number[]): { strategyId: string; days: (OccurrenceState | null)[] }[] {
  const worst = sql<{ strategy_id: string; rank: number }>(`
    SELECT strategy_id, max(${RANK}) AS rank FROM occurrences WHERE instant >= ? AND instant < ? GROUP BY strategy_id`);
  const byStrategy = new Map<string, (OccurrenceState | null)[]>();
  const days = bounds.length - 1;
  for (let day = 0; day < days; day += 1) {
    for (const { strategy_id: id, rank } of worst.all(bounds[day] ?? 0, bounds[day + 1] ?? 0)) {
      const strip = byStrategy.get(id) ?? new Array<OccurrenceState | null>(days).fill(null);
      strip[day] = fromHarmless[rank] ?? null;
      byStrategy.set(id, strip);
    }
  }
  return [...byStrategy].map(([strategyId, strip]) => ({ strategyId, days: strip }));
}
