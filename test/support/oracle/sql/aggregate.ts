// COUNT, SUM, MIN, MAX, AVG, LISTAGG, MEDIAN: over groups, and over windows.
import { NUMBER, isMonths, isSpan, span, text, type SqlType, type Value } from '../values/value.ts';
import { tidy } from '../values/number.ts';
import { type Expression } from './ast.ts';
import { compile } from './compile.ts';
import { compareValues, keyOf, keysOf, toNumber, toText } from './convert.ts';
import { unsupported } from './errors.ts';
import { type Frame, type Run } from './run.ts';
import { type AggregateSlot, type Compiled, type Scope, type WindowSlot } from './scope.ts';

type Call = Extract<Expression, { kind: 'call' }>;

const AGGREGATES = new Set(['COUNT', 'SUM', 'MIN', 'MAX', 'AVG', 'LISTAGG', 'MEDIAN', 'STDDEV']);
const WINDOWS = new Set(['ROW_NUMBER', 'RANK', 'DENSE_RANK', 'LAG', 'LEAD', 'FIRST_VALUE', 'LAST_VALUE']);

export const isAggregate = (call: Call): boolean => AGGREGATES.has(call.name);

function slotType(name: string, args: Compiled[]): SqlType {
  if (name === 'LISTAGG') return text(4000);
  const first = args[0]?.type ?? NUMBER;
  if (['MIN', 'MAX', 'LAG', 'LEAD', 'FIRST_VALUE', 'LAST_VALUE'].includes(name)) return first;
  return first.name.startsWith('INTERVAL') ? first : NUMBER;
}

function slotOf(call: Call, scope: Scope): AggregateSlot {
  const order = (call.over?.order ?? []).map((item) => ({ by: compile(item.by, scope), descending: item.descending }));
  return { name: call.name, distinct: call.distinct, args: call.args.map((arg) => compile(arg, scope)), order };
}

export function compileAggregate(call: Call, scope: Scope, slots: AggregateSlot[]): Compiled {
  const slot = slotOf(call, scope);
  slots.push(slot);
  const place = slots.length - 1;
  return { type: slotType(call.name, slot.args), value: (frame) => frame.aggregates[place] ?? null };
}

export function compileWindow(call: Call, scope: Scope): Compiled {
  if (!AGGREGATES.has(call.name) && !WINDOWS.has(call.name)) throw unsupported(`${call.name} … OVER`, call.at);
  const partition = (call.over?.partition ?? []).map((one) => compile(one, scope));
  const slot: WindowSlot = { ...slotOf(call, scope), partition };
  scope.windows!.push(slot);
  const place = scope.windows!.length - 1;
  return { type: slotType(call.name, slot.args), value: (frame) => frame.windows[place] ?? null };
}

function sum(values: Value[]): Value {
  if (values.length === 0) return null;
  if (isSpan(values[0]!))
    return values.reduce(
      (so, one) => (isSpan(one) && isSpan(so) ? span(so.ms + one.ms, so.nanos + one.nanos) : so),
      span(0),
    );
  if (isMonths(values[0]!)) throw unsupported('SUM of INTERVAL YEAR TO MONTH');
  return values.reduce<number | bigint>((so, one) => {
    const next = toNumber(one)!;
    if (typeof so === 'number' && typeof next === 'number') return tidy(so + next);
    return Number.isInteger(Number(so)) && Number.isInteger(Number(next))
      ? BigInt(so) + BigInt(next)
      : Number(so) + Number(next);
  }, 0);
}

export function orderFrames(frames: Frame[], order: AggregateSlot['order'], run: Run): Frame[] {
  if (order.length === 0) return frames;
  const keyed = frames.map((frame) => ({ frame, keys: order.map(({ by }) => by.value(frame, run)) }));
  keyed.sort((left, right) => {
    for (const [place, { descending }] of order.entries()) {
      const difference = compareKeys(left.keys[place]!, right.keys[place]!, descending, null, run);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ frame }) => frame);
}

/** NULL comes last in ascending order and first in descending, unless it is said otherwise. */
export function compareKeys(
  left: Value,
  right: Value,
  descending: boolean,
  nullsFirst: boolean | null,
  run: Run,
): number {
  if (left === null || right === null) {
    if (left === right) return 0;
    return (left === null) === (nullsFirst ?? descending) ? -1 : 1;
  }
  const order = compareValues(left, right, run.session.locale, run.now);
  return descending ? -order : order;
}

/** The value of an aggregate over the rows of one group. */
export function aggregate(slot: AggregateSlot, frames: Frame[], run: Run): Value {
  if (slot.args.length === 0) return frames.length;
  const ordered = slot.name === 'LISTAGG' ? orderFrames(frames, slot.order, run) : frames;
  let values = ordered.map((frame) => slot.args[0]!.value(frame, run)).filter((value) => value !== null);
  if (slot.distinct) values = [...new Map(values.map((value) => [keyOf(value), value])).values()];
  const order = (left: Value, right: Value) => compareValues(left, right, run.session.locale, run.now);
  switch (slot.name) {
    case 'COUNT':
      return values.length;
    case 'MIN':
      return values.reduce((so, one) => (so === null || order(one, so) < 0 ? one : so), null as Value);
    case 'MAX':
      return values.reduce((so, one) => (so === null || order(one, so) > 0 ? one : so), null as Value);
    case 'SUM':
      return sum(values);
    case 'AVG':
      return values.length === 0 ? null : tidy(Number(sum(values)) / values.length);
    case 'MEDIAN': {
      const numbers = values.map((value) => Number(toNumber(value))).sort((a, b) => a - b);
      const half = (numbers.length - 1) / 2;
      return numbers.length === 0 ? null : (numbers[Math.floor(half)]! + numbers[Math.ceil(half)]!) / 2;
    }
    case 'LISTAGG': {
      const separator =
        slot.args[1] && frames[0] ? (toText(slot.args[1].value(frames[0], run), run.session.locale) ?? '') : '';
      return values.map((value) => toText(value, run.session.locale)).join(separator) || null;
    }
    default:
      throw unsupported(`aggregate ${slot.name}`);
  }
}

function windowOf(slot: WindowSlot, ordered: Frame[], place: number, at: number, run: Run): Value {
  const frame = ordered[at]!;
  const keyAt = (index: number) => keysOf(slot.order.map(({ by }) => by.value(ordered[index]!, run)));
  const offset = Number(slot.args[1]?.value(frame, run) ?? 1);
  const other = ordered[slot.name === 'LAG' ? at - offset : at + offset];
  switch (slot.name) {
    case 'ROW_NUMBER':
      return at + 1;
    case 'RANK': {
      let first = at;
      while (first > 0 && keyAt(first - 1) === keyAt(at)) first -= 1;
      return first + 1;
    }
    case 'DENSE_RANK':
      return new Set(ordered.slice(0, at + 1).map((_, index) => keyAt(index))).size;
    case 'LAG':
    case 'LEAD':
      return other ? slot.args[0]!.value(other, run) : (slot.args[2]?.value(frame, run) ?? null);
    case 'FIRST_VALUE':
      return slot.args[0]!.value(ordered[0]!, run);
    case 'LAST_VALUE':
      return slot.args[0]!.value(frame, run);
    default: {
      // With an order the frame ends at the current row and its peers; without one it is the partition.
      if (slot.order.length === 0) return at > 0 ? ordered[0]!.windows[place]! : aggregate(slot, ordered, run);
      let last = at;
      while (last + 1 < ordered.length && keyAt(last + 1) === keyAt(at)) last += 1;
      return aggregate(slot, ordered.slice(0, last + 1), run);
    }
  }
}

/** Fills `frame.windows` of all rows. */
export function evaluateWindows(slots: WindowSlot[], frames: Frame[], run: Run): void {
  slots.forEach((slot, place) => {
    const partitions = new Map<string, Frame[]>();
    for (const frame of frames) {
      const key = keysOf(slot.partition.map((one) => one.value(frame, run)));
      const members = partitions.get(key);
      if (members) members.push(frame);
      else partitions.set(key, [frame]);
    }
    for (const members of partitions.values()) {
      const ordered = orderFrames(members, slot.order, run);
      ordered.forEach((frame, at) => {
        frame.windows[place] = windowOf(slot, ordered, place, at, run);
      });
    }
  });
}
