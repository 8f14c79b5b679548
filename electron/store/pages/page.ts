// One page of the list of runs: its rows, where it goes on, how many runs there are in all, and where a search hit.
import type { RunFilter, RunPage, RunSort } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import { hitIn } from '../search/hit.ts';
import type { TextSearch } from '../search/text-search.ts';
import { termsOf, type Term } from '../search/words.ts';
import { runOf, SELECT_RUNS_NUMBERED, type RunRow } from '../tables/run-rows.ts';
import { cursorOf, placeOf, type Place } from './cursor.ts';
import { createPlan, totalOf, usualCosts, type PageCosts, type Plan } from './plan.ts';
import { placesFound } from './places-found.ts';
import { placesOf } from './places-of.ts';

export type PageRequest = { filter: RunFilter; sort: RunSort; cursor: string | null; limit: number };

const LONGEST_PAGE = 1_000;

type LogRow = { seq: number; long: number };
const SELECT_COMPLETE_LOGS = `
  SELECT r.seq, l.long FROM json_each(?) j CROSS JOIN runs r ON r.seq = j.value
    CROSS JOIN run_logs l ON l.run_seq = r.seq WHERE r.log_sealed = 1`;

/** @throws AppError `request.malformed` for a cursor that is none. */
export function readPage(
  connection: Connection,
  search: TextSearch,
  { filter, sort, cursor, limit: asked }: PageRequest,
  costs: PageCosts = usualCosts,
): RunPage {
  const limit = Math.min(Math.max(1, Math.floor(asked)), LONGEST_PAGE);
  const plan = createPlan(connection, search.search(filter), { filter, sort, after: placeOf(sort, cursor), costs });
  const places = firstPlaces(connection, plan, limit + 1);
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  return {
    runs: listed(connection, shown, plan.found ? termsOf(filter.text) : []),
    next: places.length > limit && last ? cursorOf(sort, last) : null,
    total: totalOf(connection, plan),
  };
}

/** The runs at these places, each with where the terms stand in its log. */
function listed(connection: Connection, places: Place[], terms: Term[]): RunPage['runs'] {
  const numbers = JSON.stringify(places.map(({ seq }) => seq));
  const rowAt = new Map(connection.sql<RunRow>(SELECT_RUNS_NUMBERED).all(numbers).map((row) => [row.seq, row]));
  // Logs lie all over the file: they are looked at only for a search.
  const logs = terms.length === 0 ? [] : connection.sql<LogRow>(SELECT_COMPLETE_LOGS).all(numbers);
  const isLong = new Map(logs.map(({ seq, long }) => [seq, long === 1]));
  return places.map(({ seq }) => {
    const long = isLong.get(seq);
    return {
      ...runOf(rowAt.get(seq) as RunRow),
      hit: long === undefined ? null : hitIn(connection, seq, long, terms),
    };
  });
}

/** At most `count` places of the plan, in order. */
function firstPlaces(connection: Connection, plan: Plan, count: number): Place[] {
  const places: Place[] = [];
  for (const place of plan.found ? placesFound(connection, plan, plan.found) : placesOf(connection, plan)) {
    places.push(place);
    if (places.length === count) break;
  }
  return places;
}
