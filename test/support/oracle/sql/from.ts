// FROM: its tables as a list of steps, each joined to what stands before it, by index or hash where keys are equal.
import { type Value } from '../values/value.ts';
import { type Expression, type FromItem, type TableName } from './ast.ts';
import { resolveObject } from './catalogue.ts';
import { compile } from './compile.ts';
import { compileCondition } from './compile-condition.ts';
import { keysOf } from './convert.ts';
import { OracleError, unsupported } from './errors.ts';
import { demand } from './privileges.ts';
import { compileQuery } from './query.ts';
import { type Frame, type Run } from './run.ts';
import { columnPlace, newScope, type Build, type Compiled, type Scope, type ScopeColumn, type Test } from './scope.ts';
import { rowsByKey, type Table } from './table.ts';
import { visible, type Row } from './transactions.ts';

export type Source = {
  columns: ScopeColumn[];
  rows: (outer: Frame | null, run: Run) => Value[][];
  /** The table itself, where there is one: it can be locked, and has indexes. */
  table: Table | null;
  usesOuter: () => boolean;
};

export type Step = { source: Source; join: 'inner' | 'left'; on: Expression[]; from: number };

/** ROWID is the last column of a table's rows, and not part of `*`. */
export const ROWID = 'ROWID';

export const rowIdText = (row: Row): string => `AAAAAA${'AAA'}${String(row.id).padStart(9, 'A').slice(-9)}`;

export function tableRow(row: Row, version: Value[]): Value[] {
  return [...version, rowIdText(row)];
}

function tableSource(table: Table, alias: string): Source {
  const columns = table.columns.map(({ name, type, nullable }) => ({
    alias,
    schema: table.schema,
    name,
    type,
    nullable,
  }));
  return {
    columns: [...columns, { alias, schema: table.schema, name: ROWID, type: { name: 'ROWID' }, nullable: false }],
    table,
    usesOuter: () => false,
    rows: (_, run) => {
      const rows: Value[][] = [];
      for (const row of table.rows.values()) {
        const version = visible(row, run.transaction);
        if (version !== null && !run.hidden?.has(row)) rows.push(tableRow(row, version));
      }
      return rows;
    },
  };
}

function querySource(
  query: Parameters<typeof compileQuery>[0],
  names: string[] | null,
  alias: string | null,
  build: Build,
): Source {
  const plan = compileQuery(query, build, null);
  return {
    columns: plan.columns.map(({ type, nullable, name }, place) => ({
      alias,
      schema: null,
      name: names?.[place] ?? name,
      type,
      nullable,
    })),
    table: null,
    usesOuter: () => false,
    rows: (_, run) => plan.rows(null, run),
  };
}

export function namedSource(table: TableName, alias: string | null, build: Build): Source {
  const named = table.schema === null ? build.named.find((one) => one.name === table.name) : undefined;
  if (named) return querySource(named.query, named.columns, alias ?? table.name, named.build);
  const found = resolveObject(build.catalogue, build.session, table);
  demand(build.catalogue, build.session, found, 'SELECT');
  const shown = alias ?? table.name;
  if (found.kind === 'table') return tableSource(found, shown);
  if (found.kind === 'view') {
    // A view sees what its owner sees.
    const session = { ...build.session, schema: found.schema, user: found.schema };
    return querySource(found.query, found.columns, shown, { ...build, session, named: [], binds: [] });
  }
  if (found.kind !== 'dictionary') throw new OracleError(942, '', table.at);
  const columns = found.columns.map(({ name, type }) => ({
    alias: shown,
    schema: found.schema,
    name,
    type,
    nullable: true,
  }));
  return { columns, table: null, usesOuter: () => false, rows: (_, run) => found.rows(run) };
}

/** The parts of a condition that AND joins. */
export function conjuncts(condition: Expression | null): Expression[] {
  if (condition === null) return [];
  return condition.kind === 'and' ? [...conjuncts(condition.left), ...conjuncts(condition.right)] : [condition];
}

const aliasOf = (source: Source): string | null => source.columns[0]?.alias ?? null;

function usingConditions(columns: string[], left: Step[], right: Step): Expression[] {
  const name = (alias: string | null, column: string): Expression => ({
    kind: 'name',
    parts: alias ? [alias, column] : [column],
    at: 0,
    quoted: false,
  });
  return columns.map((column) => {
    const holder = left.find((step) => step.source.columns.some((one) => one.name === column));
    if (!holder) throw new OracleError(904, `"${column}"`);
    return {
      kind: 'compare',
      operator: '=',
      left: name(aliasOf(holder.source), column),
      right: name(aliasOf(right.source), column),
      at: 0,
    };
  });
}

/** Steps in the order in which they are joined; a right join is a left join the other way round. */
export function stepsOf(item: FromItem, build: Build): Step[] {
  if (item.kind === 'table')
    return [{ source: namedSource(item.table, item.alias, build), join: 'inner', on: [], from: 0 }];
  if (item.kind === 'query')
    return [{ source: querySource(item.query, null, item.alias, build), join: 'inner', on: [], from: 0 }];
  if (item.join === 'full') throw unsupported('FULL JOIN');
  const isRight = item.join === 'right';
  const left = stepsOf(isRight ? item.right : item.left, build);
  const right = stepsOf(isRight ? item.left : item.right, build);
  const isOuter = isRight || item.join === 'left';
  if (isOuter && right.length > 1) throw unsupported('an outer join whose inner side is a join');
  const on = item.using ? usingConditions(item.using, left, right[0]!) : conjuncts(item.on);
  const last = right[right.length - 1]!;
  return [...left, ...right.slice(0, -1), { ...last, join: isOuter ? 'left' : last.join, on: [...last.on, ...on] }];
}

type Access = { places: number[]; keys: Compiled[] };
type Level = { step: Step; test: Test[]; after: Test[]; access: Access | null; width: number; from: number };

function tryCompile<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof OracleError && (error.code === 904 || error.code === 918)) return null;
    throw error;
  }
}

/** `column = something that is known before this step`, from either side. */
function equalityAt(condition: Expression, before: Scope, step: Step): { place: number; key: Compiled } | null {
  if (condition.kind !== 'compare' || condition.operator !== '=') return null;
  for (const [own, other] of [
    [condition.left, condition.right],
    [condition.right, condition.left],
  ] as const) {
    if (own.kind !== 'name') continue;
    const place = columnPlace({ ...before, columns: step.source.columns }, own.parts, 0);
    if (place < 0 || columnPlace(before, own.parts, 0) >= 0) continue;
    // Only keys of the column's own type find the same rows as a comparison does.
    const key = tryCompile(() => compile(other, before));
    const type = step.source.columns[place]!.type.name;
    if (
      key &&
      (key.type.name === type || (type === 'VARCHAR2' && key.type.name === 'CHAR')) &&
      ['VARCHAR2', 'NUMBER', 'RAW', 'DATE'].includes(type)
    ) {
      return { place, key };
    }
  }
  return null;
}

function accessOf(conditions: Expression[], before: Scope, step: Step): Access | null {
  const found = conditions.flatMap((condition) => equalityAt(condition, before, step) ?? []);
  return found.length === 0 ? null : { places: found.map(({ place }) => place), keys: found.map(({ key }) => key) };
}

export type Joined = { scope: Scope; frames: (outer: Frame | null, run: Run) => Frame[]; steps: Step[] };

/** All rows that the steps and the condition let through. */
export function compileFrom(steps: Step[], where: Expression | null, outer: Scope | null, build: Build): Joined {
  const scope = newScope(
    steps.flatMap((step) => step.source.columns),
    outer,
    build,
  );
  const open = conjuncts(where);
  const usesRownum = (condition: Expression): boolean =>
    JSON.stringify(condition, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)).includes('"ROWNUM"');
  const levels: Level[] = [];
  let width = 0;
  for (const [index, step] of steps.entries()) {
    const before: Scope = { ...scope, columns: scope.columns.slice(0, width) };
    const from = width;
    width += step.source.columns.length;
    const through: Scope = { ...scope, columns: scope.columns.slice(0, width) };
    const isLast = index === steps.length - 1;
    const ready = open.filter(
      (one) =>
        !usesRownum(one) &&
        (isLast || tryCompile(() => compileCondition(one, { ...through, usesOuter: { value: false } })) !== null),
    );
    for (const one of ready) open.splice(open.indexOf(one), 1);
    const access = accessOf(step.join === 'left' ? step.on : [...step.on, ...ready], before, step);
    levels.push({
      step,
      test: step.on.map((one) => compileCondition(one, through)),
      after: ready.map((one) => compileCondition(one, scope)),
      access,
      width: step.source.columns.length,
      from,
    });
  }
  const last = open.map((one) => compileCondition(one, scope));
  return { scope, steps, frames: (outerFrame, run) => join(levels, last, outerFrame, run) };
}

const holds = (tests: Test[], frame: Frame, run: Run): boolean => tests.every((test) => test(frame, run) === true);

function candidates(
  level: Level,
  frame: Frame,
  run: Run,
  hashes: Map<Level, { rows: Value[][]; hash: Map<string, Value[][]> | null }>,
): Value[][] {
  const { access, step } = level;
  const { table } = step.source;
  if (access && table) {
    const index = table.indexes.find(
      (one) => one.columns.length > 0 && one.columns.every((place) => access.places.includes(place)),
    );
    if (index) {
      const key = index.columns.map((place) => access.keys[access.places.indexOf(place)]!.value(frame, run));
      return [...rowsByKey(index, key)].flatMap((row) => {
        const version = visible(row, run.transaction);
        return version === null || run.hidden?.has(row) ? [] : [tableRow(row, version)];
      });
    }
  }
  let kept = hashes.get(level);
  if (!kept) {
    kept = { rows: step.source.rows(frame.outer, run), hash: null };
    hashes.set(level, kept);
  }
  if (!access || level.from === 0) return kept.rows;
  if (!kept.hash) {
    kept.hash = new Map();
    for (const row of kept.rows) {
      const key = keysOf(access.places.map((place) => row[place]!));
      const list = kept.hash.get(key);
      if (list) list.push(row);
      else kept.hash.set(key, [row]);
    }
  }
  return kept.hash.get(keysOf(access.keys.map((key) => key.value(frame, run)))) ?? [];
}

function join(levels: Level[], last: Test[], outer: Frame | null, run: Run): Frame[] {
  const frames: Frame[] = [];
  const hashes = new Map<Level, { rows: Value[][]; hash: Map<string, Value[][]> | null }>();
  const base = (row: Value[]): Frame => ({ row, outer, rownum: 0, level: 1, aggregates: [], windows: [] });
  const descend = (depth: number, row: Value[]): void => {
    const level = levels[depth];
    if (!level) {
      const frame = base(row);
      frame.rownum = frames.length + 1;
      if (holds(last, frame, run)) frames.push(frame);
      return;
    }
    let matched = false;
    for (const candidate of candidates(level, base(row), run, hashes)) {
      const next = row.length === 0 ? candidate : [...row, ...candidate];
      const frame = base(next);
      if (!holds(level.test, frame, run)) continue;
      matched = true;
      if (holds(level.after, frame, run)) descend(depth + 1, next);
    }
    if (matched || level.step.join !== 'left') return;
    const padded = [...row, ...Array<Value>(level.width).fill(null)];
    if (holds(level.after, base(padded), run)) descend(depth + 1, padded);
  };
  descend(0, []);
  return frames;
}
