// Gives every instant that has come its row before it starts, and the next one its plan. Writes in pieces, so that a
// year of minutes neither fills the memory nor holds up the process.
import type { Store } from '../app/store-port.ts';
import type { Occurrence, OccurrenceReason } from '../../shared/domain/occurrence.ts';
import { tooLate } from './decide.ts';
import { instantsBefore, newestInstant, nextInstant, type Stretch } from './instants.ts';
import { coverage, newRow, type Cursor, type Plan } from './plans.ts';

/** Rows written at once. */
const PIECE = 500;

export type CoverTools = { store: Pick<Store, 'occurrences'>; ended(): boolean };

/**
 * What is to be covered: the plans that are not covered yet, or whose next instant has come. Where that is the only one
 * to come its row is there already, so that it can be started first: many are due at the same second, and none of them
 * has to wait for what all of them do next.
 */
export function toCover(plans: Iterable<Plan>, now: number): { first: Plan[]; afterwards: Plan[] } {
  const [first, afterwards]: [Plan[], Plan[]] = [[], []];
  for (const plan of plans) {
    if (!plan.isCovered) first.push(plan);
    else if (hasCome(plan, now)) (isAlone(plan, now) ? afterwards : first).push(plan);
  }
  return { first, afterwards };
}

const hasCome = ({ next }: Plan, now: number): boolean => next !== null && next <= now;

function isAlone({ schedule, next, isPlanned }: Plan, now: number): boolean {
  if (!isPlanned || next === null) return false;
  const following = nextInstant(schedule, next);
  return following === null || following > now;
}

/**
 * Covers these plans up to `now`. True when rows were written. Of several instants only the newest is left to be
 * decided; the others are settled as they are written.
 */
export async function coverPlans(
  plans: readonly Plan[],
  now: number,
  { store, ended }: CoverTools,
): Promise<boolean> {
  const cursors: Cursor[] = [];
  const rows: Occurrence[] = [];
  for (const plan of plans) {
    if (ended()) return false;
    const moves = hasCome(plan, now);
    const { stretches, cursor } = coverage(plan, now);
    const newest = newestInstant(stretches);
    if (newest !== null) {
      const left = await coverOlder(plan, cursor, stretches, newest, now, { store, ended });
      if (left === null) return true;
      rows.push(...left, newRow(plan, newest, now));
      cursor.coveredUntil = newest;
    }
    if (newest !== null || !sameCursor(plan.cursor, cursor)) cursors.push(cursor);
    plan.cursor = cursor;
    if (moves) plan.next = nextInstant(plan.schedule, Math.max(now, cursor.coveredUntil), plan.taken);
    if (plan.next !== null && (moves || !plan.isPlanned)) rows.push(newRow(plan, plan.next, now));
    plan.isPlanned = true;
    plan.isCovered = true;
  }
  if (cursors.length === 0 && rows.length === 0) return false;
  await store.occurrences.cover(cursors, rows);
  return true;
}

/** Rows of the instants before the newest; full pieces are written, the rest is answered. `null`: it was left off. */
async function coverOlder(
  plan: Plan,
  cursor: Cursor,
  stretches: readonly Stretch[],
  newest: number,
  now: number,
  { store, ended }: CoverTools,
): Promise<Occurrence[] | null> {
  const { state, reason } = fate(plan, newest, now);
  let rows: Occurrence[] = [];
  for (const at of instantsBefore(stretches, newest)) {
    rows.push(newRow(plan, at, now, state, reason));
    if (rows.length < PIECE) continue;
    // Until the whole of an edited schedule is covered its cursor follows the old one.
    await store.occurrences.cover([{ ...(plan.cursor ?? cursor), coveredUntil: at }], rows);
    rows = [];
    if (ended()) return null;
  }
  return rows;
}

/** What becomes of instants that a newer one stands for. */
function fate(plan: Plan, newest: number, now: number): { state: 'missed' | 'skipped'; reason: OccurrenceReason } {
  if (plan.schedule === null) return { state: 'skipped', reason: { kind: 'withdrawn' } };
  const late = tooLate(newest, now, plan.strategy.spec.missed);
  return { state: 'missed', reason: late ?? { kind: 'collapsed', into: newest } };
}

const sameCursor = (one: Cursor | null, other: Cursor): boolean =>
  one !== null &&
  one.coveredUntil === other.coveredUntil &&
  one.since === other.since &&
  JSON.stringify(one.schedule) === JSON.stringify(other.schedule);
