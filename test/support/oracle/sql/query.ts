// SELECT from a plan to rows: grouping, windows, DISTINCT, set operators, order and limits.
import { type Column } from '../ttc/answers.ts';
import { isLob, type SqlType, type Value } from '../values/value.ts';
import { type Expression, type OrderItem, type Query, type QueryBody, type Select, type SelectItem } from './ast.ts';
import { aggregate, compareKeys, evaluateWindows, isAggregate } from './aggregate.ts';
import { commonType, compile } from './compile.ts';
import { compileCondition } from './compile-condition.ts';
import { keysOf } from './convert.ts';
import { OracleError, unsupported } from './errors.ts';
import { compileFrom, ROWID, stepsOf, type Joined } from './from.ts';
import { frameOf, type Frame, type Run } from './run.ts';
import { columnPlace, expressionText, newScope, type Build, type Compiled, type Scope } from './scope.ts';

export type QueryPlan = {
  columns: Column[];
  rows: (outer: Frame | null, run: Run) => Value[][];
  usesOuter: () => boolean;
  /** FROM and WHERE of a plain SELECT, for FOR UPDATE. */
  joined: Joined | null;
};

/** A body's rows, each with the keys by which they are ordered. */
type BodyPlan = {
  columns: Column[];
  run: (outer: Frame | null, run: Run) => { row: Value[]; keys: Value[] }[];
  usesOuter: () => boolean;
  joined: Joined | null;
};

export function compileQuery(query: Query, around: Build, outer: Scope | null): QueryPlan {
  let build = around;
  for (const named of query.with) build = { ...build, named: [{ ...named, build }, ...build.named] };
  const body = compileBody(query.body, query.orderBy, build, outer);
  const limits = [query.offset, query.fetch?.count ?? null].map((one) =>
    one ? compile(one, newScope([], outer, build)) : null,
  );
  const rows = (frame: Frame | null, run: Run): Value[][] => {
    const found = body.run(frame, run);
    if (query.orderBy.length > 0) {
      found.sort((left, right) => {
        for (const [place, item] of query.orderBy.entries()) {
          const order = compareKeys(left.keys[place]!, right.keys[place]!, item.descending, item.nullsFirst, run);
          if (order !== 0) return order;
        }
        return 0;
      });
    }
    const [offset, count] = limits.map((limit) => (limit ? Number(limit.value(frameOf([], frame), run)) : null));
    const from = Math.max(0, offset ?? 0);
    let end =
      count === null || count === undefined
        ? found.length
        : query.fetch!.percent
          ? from + Math.ceil((found.length * count) / 100)
          : from + Math.max(0, count);
    if (query.fetch?.ties)
      while (end > 0 && end < found.length && keysOf(found[end]!.keys) === keysOf(found[end - 1]!.keys)) end += 1;
    return found.slice(from, end).map((one) => one.row);
  };
  return { columns: body.columns, rows, usesOuter: body.usesOuter, joined: body.joined };
}

function compileBody(body: QueryBody, order: OrderItem[], build: Build, outer: Scope | null): BodyPlan {
  if (body.kind === 'select') return compileSelect(body, order, build, outer);
  if (body.kind === 'nested') {
    const plan = compileQuery(body.query, build, outer);
    return withOrder(plan.columns, plan.rows, plan.usesOuter, order, build);
  }
  const left = compileBody(body.left, [], build, outer);
  const right = compileBody(body.right, [], build, outer);
  if (left.columns.length !== right.columns.length) throw new OracleError(1789);
  const columns = left.columns.map((column, place) => ({
    ...column,
    type: commonType([column.type, right.columns[place]!.type]),
    nullable: true,
  }));
  const rows = (frame: Frame | null, run: Run): Value[][] =>
    combine(
      body.operator,
      left.run(frame, run).map((one) => one.row),
      right.run(frame, run).map((one) => one.row),
    );
  return withOrder(columns, rows, () => left.usesOuter() || right.usesOuter(), order, build);
}

function combine(operator: string, left: Value[][], right: Value[][]): Value[][] {
  if (operator === 'UNION ALL') return [...left, ...right];
  const unique = (rows: Value[][]) => [...new Map(rows.map((row) => [keysOf(row), row])).values()];
  if (operator === 'UNION') return unique([...left, ...right]);
  const other = new Set(right.map(keysOf));
  return unique(left).filter((row) => other.has(keysOf(row)) === (operator === 'INTERSECT'));
}

/** Orders by names or places of the result's own columns. */
function withOrder(
  columns: Column[],
  rows: QueryPlan['rows'],
  usesOuter: () => boolean,
  order: OrderItem[],
  build: Build,
): BodyPlan {
  const scope = newScope(
    columns.map(({ name, type, nullable }) => ({ alias: null, schema: null, name, type, nullable })),
    null,
    build,
  );
  const keys = order.map((item) => positional(item.by, columns.length) ?? compile(item.by, scope));
  return {
    columns,
    usesOuter,
    joined: null,
    run: (frame, run) =>
      rows(frame, run).map((row) => ({
        row,
        keys: keys.map((key) => (typeof key === 'number' ? row[key]! : key.value(frameOf(row), run))),
      })),
  };
}

function positional(by: Expression, count: number): number | null {
  if (by.kind !== 'literal' || typeof by.value !== 'number') return null;
  if (by.value < 1 || by.value > count) throw new OracleError(1785);
  return by.value - 1;
}

type Item = { value: Expression; name: string };

function expandItems(items: SelectItem[], scope: Scope): Item[] {
  return items.flatMap((item): Item[] => {
    if (!item.star) return [{ value: item.value, name: item.alias ?? itemName(item.value, item.text) }];
    const chosen = scope.columns.filter(
      (column) => column.name !== ROWID && (item.of === null || column.alias === item.of),
    );
    if (chosen.length === 0) throw new OracleError(item.of === null ? 923 : 904, `"${item.of}"."*"`);
    return chosen.map((column) => ({
      value: {
        kind: 'name',
        parts: column.alias === null ? [column.name] : [column.alias, column.name],
        at: 0,
        quoted: true,
      },
      name: column.name,
    }));
  });
}

const itemName = (value: Expression, text: string): string =>
  value.kind === 'name' ? value.parts[value.parts.length - 1]! : text.replace(/\s+/g, '').toUpperCase();

function containsAggregate(expression: unknown): boolean {
  if (expression === null || typeof expression !== 'object' || Buffer.isBuffer(expression)) return false;
  const one = expression as Expression;
  if (one.kind === 'call' && one.over === null && isAggregate(one)) return true;
  if (one.kind === 'scalar' || one.kind === 'exists' || one.kind === 'in-query')
    return one.kind === 'in-query' && containsAggregate(one.of);
  // LISTAGG … WITHIN GROUP has an order without being a window.
  if (one.kind === 'call' && one.name === 'LISTAGG' && one.over !== null) return true;
  return Object.values(one).some((part) =>
    Array.isArray(part) ? part.some(containsAggregate) : containsAggregate(part),
  );
}

/** LISTAGG carries its WITHIN GROUP order where windows have theirs; it is an aggregate all the same. */
function compileSelect(select: Select, order: OrderItem[], build: Build, outer: Scope | null): BodyPlan {
  const joined = compileFrom(
    select.from.flatMap((item) => stepsOf(item, build)),
    select.where,
    outer,
    build,
  );
  const items = expandItems(select.items, joined.scope);
  const grouped =
    select.groupBy.length > 0 || select.having !== null || items.some((item) => containsAggregate(item.value));
  const group = grouped
    ? { keys: select.groupBy, keyTexts: select.groupBy.map(expressionText), slots: [], within: joined.scope }
    : null;
  const scope: Scope = { ...joined.scope, group, windows: [] };
  const groupKeys = select.groupBy.map((key) => compile(key, joined.scope));
  const values = items.map((item) => compile(item.value, scope));
  const columns = values.map((value, place) => columnOf(items[place]!, value, joined.scope));
  const keys = order.map((item) => orderKey(item.by, items, scope, values));
  const having = select.having ? compileCondition(select.having, scope) : null;
  const connect = select.connectBy ? compileCondition(select.connectBy, scope) : null;
  if (connect && joined.steps.length !== 1) throw unsupported('CONNECT BY with joins');
  if (select.distinct && columns.some((column) => isLob(column.type))) throw new OracleError(932, '- got CLOB');
  const run: BodyPlan['run'] = (outerFrame, run) => {
    let frames = joined.frames(outerFrame, run);
    if (connect) frames = levels(frames, connect, run);
    if (group) frames = groupFrames(frames, groupKeys, group.slots, outerFrame, joined.scope.columns.length, run);
    if (having) frames = frames.filter((frame) => having(frame, run) === true);
    evaluateWindows(scope.windows!, frames, run);
    const rows = frames.map((frame) => {
      const row = values.map((value) => value.value(frame, run));
      return { row, keys: keys.map((key) => (typeof key === 'number' ? row[key]! : key.value(frame, run))) };
    });
    return select.distinct ? [...new Map(rows.map((one) => [keysOf(one.row), one])).values()] : rows;
  };
  return {
    columns,
    run,
    usesOuter: () => joined.scope.usesOuter.value,
    joined: grouped || select.distinct ? null : joined,
  };
}

/** CONNECT BY LEVEL <= n: the one row again and again. */
function levels(frames: Frame[], connect: ReturnType<typeof compileCondition>, run: Run): Frame[] {
  return frames.flatMap((frame) => {
    const found: Frame[] = [];
    for (let level = 1; level <= 1_000_000; level += 1) {
      const next = { ...frame, level, rownum: level, windows: [], aggregates: [] };
      if (connect(next, run) !== true && level > 1) break;
      found.push(next);
    }
    return found;
  });
}

function columnOf(item: Item, value: Compiled, scope: Scope): Column {
  const place = item.value.kind === 'name' ? columnPlace(scope, item.value.parts, item.value.at) : -1;
  return { name: item.name, type: describable(value.type), nullable: place < 0 || scope.columns[place]!.nullable };
}

/** A text that is always NULL still has a size: 0 would mean that nothing is sent. */
const describable = (type: SqlType): SqlType => (type.size === 0 ? { ...type, size: 1 } : type);

function orderKey(by: Expression, items: Item[], scope: Scope, values: Compiled[]): number | Compiled {
  const place = positional(by, items.length);
  if (place !== null) return place;
  if (by.kind === 'name' && by.parts.length === 1) {
    const alias = items.findIndex((item) => item.name === by.parts[0]);
    if (alias >= 0) return alias;
  }
  const same = items.findIndex((item) => expressionText(item.value) === expressionText(by));
  return same >= 0 && values[same] ? same : compile(by, scope);
}

function groupFrames(
  frames: Frame[],
  keys: Compiled[],
  slots: Parameters<typeof aggregate>[0][],
  outer: Frame | null,
  width: number,
  run: Run,
): Frame[] {
  const groups = new Map<string, Frame[]>();
  for (const frame of frames) {
    const key = keysOf(keys.map((one) => one.value(frame, run)));
    const members = groups.get(key);
    if (members) members.push(frame);
    else groups.set(key, [frame]);
  }
  if (keys.length === 0 && groups.size === 0) groups.set('', []);
  return [...groups.values()].map((members) => {
    const first = members[0] ?? frameOf(Array<Value>(width).fill(null), outer);
    return { ...first, windows: [], aggregates: slots.map((slot) => aggregate(slot, members, run)) };
  });
}
