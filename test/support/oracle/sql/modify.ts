// INSERT, UPDATE, DELETE and MERGE, ready to be run again and again with other binds.
import { type Value } from '../values/value.ts';
import { type Assignment, type Expression, type Merge, type Returning, type Statement } from './ast.ts';
import { resolveObject, type CatalogueObject } from './catalogue.ts';
import { compile } from './compile.ts';
import { compileCondition } from './compile-condition.ts';
import { checkChildren, checkNotNull, checkParents, checkRules, checkUnique } from './constraints.ts';
import { fit } from './convert.ts';
import { OracleError } from './errors.ts';
import { compileFrom, rowIdText, stepsOf, tableRow, type Step } from './from.ts';
import { demand, type ObjectAction } from './privileges.ts';
import { compileQuery } from './query.ts';
import { frameOf, type Frame, type Run } from './run.ts';
import { newScope, type Build, type Compiled, type Scope } from './scope.ts';
import { type Table } from './table.ts';
import { changeRow, lockRow, visible, type Row } from './transactions.ts';

export type Effect = { rows: number; returned: Value[][] };
export type Modification = (run: Run) => Effect;

const columnName = (table: Table, place: number): string =>
  `"${table.schema}"."${table.name}"."${table.columns[place]!.name}"`;

function target(name: { schema: string | null; name: string; at: number }, action: ObjectAction, build: Build): Table {
  const found: CatalogueObject = resolveObject(build.catalogue, build.session, name);
  demand(build.catalogue, build.session, found, action);
  if (found.kind !== 'table') throw new OracleError(found.kind === 'view' ? 1732 : 1031, '', name.at);
  return found;
}

function placeOf(table: Table, column: string, at: number): number {
  const place = table.columnIndex(column);
  if (place < 0) throw new OracleError(904, `"${column}"`, at);
  if (table.columns[place]!.virtual) throw new OracleError(54013, '', at);
  return place;
}

function fitted(table: Table, place: number, value: Value, run: Run): Value {
  return fit(value, table.columns[place]!.type, columnName(table, place), run.session.locale, run.now);
}

export function insertVersion(table: Table, version: Value[], run: Run): Row {
  checkNotNull(table, version, true);
  checkRules(table, version, run);
  checkUnique(table, version, null, run);
  checkParents(table, version, run);
  return table.insert(version, run.transaction);
}

function updateVersion(table: Table, row: Row, before: Value[], version: Value[], run: Run): void {
  checkNotNull(table, version, false);
  checkRules(table, version, run);
  checkUnique(table, version, row, run);
  checkParents(table, version, run);
  checkChildren(table, before, version, run);
  changeRow(table, row, version, run.transaction);
}

const isDefault = (value: Expression): boolean =>
  value.kind === 'name' && value.parts.length === 1 && value.parts[0] === 'DEFAULT' && !value.quoted;

type Setter = { places: number[]; values: (frame: Frame, run: Run) => Value[] };

function valueFor(table: Table, place: number, value: Expression, scope: Scope): Compiled['value'] {
  if (isDefault(value)) return (_, run) => table.columns[place]!.default?.(run) ?? null;
  return compile(value, scope).value;
}

/** Virtual columns follow from the others. */
function computed(table: Table, version: Value[], run: Run): Value[] {
  table.columns.forEach((column, place) => {
    if (column.virtual) version[place] = column.virtual(version, run);
  });
  return version;
}

/** Columns that are not named get their default. */
function compileInsertRow(
  table: Table,
  columns: string[] | null,
  values: Expression[],
  scope: Scope,
  at: number,
): (frame: Frame, run: Run) => Value[] {
  const places = columns
    ? columns.map((column) => placeOf(table, column, at))
    : table.columns.map((_, place) => place);
  if (new Set(places).size < places.length) throw new OracleError(957, '', at);
  if (values.length !== places.length) throw new OracleError(values.length < places.length ? 947 : 913, '', at);
  const setters = values.map((value, index) => valueFor(table, places[index]!, value, scope));
  return (frame, run) =>
    rowOf(
      table,
      places,
      setters.map((setter) => setter(frame, run)),
      run,
    );
}

function rowOf(table: Table, places: number[], values: Value[], run: Run): Value[] {
  const version = table.columns.map((column, place) =>
    places.includes(place) ? null : (column.default?.(run) ?? null),
  );
  places.forEach((place, index) => {
    version[place] = values[index]!;
  });
  return computed(
    table,
    version.map((value, place) => fitted(table, place, value, run)),
    run,
  );
}

function compileReturning(returning: Returning, scope: Scope): (row: Value[], run: Run) => Value[] {
  const values = (returning?.values ?? []).map((value) => compile(value, scope));
  return (row, run) => values.map((value) => value.value(frameOf(row), run));
}

function tableScope(
  table: Table,
  name: { schema: string | null; name: string; at: number },
  alias: string | null,
  build: Build,
): { scope: Scope; step: Step } {
  const [step] = stepsOf(
    { kind: 'table', table: { schema: table.schema, name: table.name, at: name.at }, alias: alias ?? name.name },
    {
      ...build,
      named: [],
      session: { ...build.session, user: table.schema },
    },
  );
  return { scope: newScope(step!.source.columns, null, build), step: step! };
}

export function compileInsert(statement: Extract<Statement, { kind: 'insert' }>, build: Build): Modification {
  const table = target(statement.table, 'INSERT', build);
  const { at } = statement.table;
  const returning = compileReturning(statement.returning, tableScope(table, statement.table, null, build).scope);
  if (statement.query) {
    const plan = compileQuery(statement.query, build, null);
    const places = statement.columns
      ? statement.columns.map((column) => placeOf(table, column, at))
      : table.columns.map((_, place) => place);
    if (plan.columns.length !== places.length)
      throw new OracleError(plan.columns.length < places.length ? 947 : 913, '', at);
    return (run) => {
      const rows = plan.rows(null, run).map((row) => rowOf(table, places, row, run));
      for (const version of rows) insertVersion(table, version, run);
      return { rows: rows.length, returned: [] };
    };
  }
  const scope = newScope([], null, build);
  const makers = statement.rows!.map((values) => compileInsertRow(table, statement.columns, values, scope, at));
  return (run) => {
    const returned = makers.map((make) => {
      const version = make(frameOf([]), run);
      const row = insertVersion(table, version, run);
      return returning([...version, rowIdText(row)], run);
    });
    return { rows: makers.length, returned };
  };
}

function compileSet(table: Table, set: Assignment[], scope: Scope, build: Build): Setter {
  const parts = set.map((one): Setter => {
    const places = one.columns.map((column) => placeOf(table, column, one.at));
    if (places.length > 1 && one.value.kind === 'scalar') {
      const plan = compileQuery(one.value.query, build, scope);
      return {
        places,
        values: (frame, run) => {
          const rows = plan.rows(frame, run);
          if (rows.length > 1) throw new OracleError(1427);
          return rows[0] ?? places.map(() => null);
        },
      };
    }
    const value = valueFor(table, places[0]!, one.value, scope);
    return { places, values: (frame, run) => [value(frame, run)] };
  });
  const places = parts.flatMap((part) => part.places);
  if (new Set(places).size < places.length) throw new OracleError(957);
  return { places, values: (frame, run) => parts.flatMap((part) => part.values(frame, run)) };
}

function changed(table: Table, before: Value[], setter: Setter, frame: Frame, run: Run): Value[] {
  const version = [...before];
  setter.values(frame, run).forEach((value, index) => {
    const place = setter.places[index]!;
    version[place] = fitted(table, place, value, run);
  });
  return computed(table, version, run);
}

/** The row of the model that a joined row shows, by its ROWID. */
function rowBehind(table: Table, rowId: Value): Row {
  return table.rows.get(Number(String(rowId).slice(9).replaceAll('A', '')))!;
}

export function compileUpdate(statement: Extract<Statement, { kind: 'update' }>, build: Build): Modification {
  const table = target(statement.table, 'UPDATE', build);
  const { step } = tableScope(table, statement.table, statement.alias, build);
  const joined = compileFrom([step], statement.where, null, build);
  const setter = compileSet(table, statement.set, joined.scope, build);
  const returning = compileReturning(statement.returning, joined.scope);
  return (run) => {
    const found = joined
      .frames(null, run)
      .map((frame) => ({ frame, row: rowBehind(table, frame.row[table.columns.length]!) }));
    for (const { row } of found) lockRow(table, row, run.transaction);
    const versions = found.map(({ frame, row }) => ({
      row,
      before: frame.row.slice(0, -1),
      version: changed(table, frame.row.slice(0, -1), setter, frame, run),
    }));
    for (const { row, before, version } of versions) updateVersion(table, row, before, version, run);
    return {
      rows: versions.length,
      returned: versions.map(({ row, version }) => returning(tableRow(row, version), run)),
    };
  };
}

export function compileDelete(statement: Extract<Statement, { kind: 'delete' }>, build: Build): Modification {
  const table = target(statement.table, 'DELETE', build);
  const { step } = tableScope(table, statement.table, statement.alias, build);
  const joined = compileFrom([step], statement.where, null, build);
  const returning = compileReturning(statement.returning, joined.scope);
  return (run) => {
    const found = joined
      .frames(null, run)
      .map((frame) => ({ frame, row: rowBehind(table, frame.row[table.columns.length]!) }));
    for (const { row } of found) lockRow(table, row, run.transaction);
    for (const { frame, row } of found) {
      if (visible(row, run.transaction) === null) continue;
      changeRow(table, row, null, run.transaction);
      checkChildren(table, frame.row.slice(0, -1), null, run);
    }
    return { rows: found.length, returned: found.map(({ frame }) => returning(frame.row, run)) };
  };
}

function demandUntouched(merge: Merge, table: Table): void {
  const on = JSON.stringify(merge.on, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  for (const column of (merge.update?.set ?? []).flatMap((one) => one.columns)) {
    const alias = merge.alias ?? merge.table.name;
    if (on.includes(`"parts":["${alias}","${column}"]`)) throw new OracleError(38104, `"${alias}"."${column}"`);
  }
  if (table.columns.length === 0) throw new OracleError(942);
}

export function compileMerge(merge: Merge, build: Build): Modification {
  const table = target(merge.table, 'INSERT', build);
  if (merge.update) demand(build.catalogue, build.session, table, 'UPDATE');
  demandUntouched(merge, table);
  const using = stepsOf(merge.using, build);
  const { step } = tableScope(table, merge.table, merge.alias, build);
  const joined = compileFrom([...using, { ...step, join: 'left', on: [merge.on] }], null, null, build);
  const width = using.reduce((so, one) => so + one.source.columns.length, 0);
  const sourceScope: Scope = { ...joined.scope, columns: joined.scope.columns.slice(0, width) };
  const condition = (where: Expression | null | undefined, scope: Scope) =>
    where ? compileCondition(where, scope) : null;
  const setter = merge.update ? compileSet(table, merge.update.set, joined.scope, build) : null;
  const updateWhere = condition(merge.update?.where, joined.scope);
  const removeWhere = condition(merge.update?.delete, joined.scope);
  const insertWhere = condition(merge.insert?.where, sourceScope);
  const make = merge.insert
    ? compileInsertRow(table, merge.insert.columns, merge.insert.values, sourceScope, merge.table.at)
    : null;
  const rowIdPlace = width + table.columns.length;
  return (run) => {
    const touched = new Set<Row>();
    let rows = 0;
    for (const frame of joined.frames(null, run)) {
      if (frame.row[rowIdPlace] === null) {
        if (!make || (insertWhere && insertWhere(frame, run) !== true)) continue;
        insertVersion(table, make(frame, run), run);
        rows += 1;
        continue;
      }
      if (!setter || (updateWhere && updateWhere(frame, run) !== true)) continue;
      const row = rowBehind(table, frame.row[rowIdPlace]!);
      if (touched.has(row)) throw new OracleError(30926);
      touched.add(row);
      lockRow(table, row, run.transaction);
      const before = frame.row.slice(width, rowIdPlace);
      const version = changed(table, before, setter, frame, run);
      updateVersion(table, row, before, version, run);
      rows += 1;
      const after: Frame = { ...frame, row: [...frame.row.slice(0, width), ...version, frame.row[rowIdPlace]!] };
      if (removeWhere && removeWhere(after, run) === true) changeRow(table, row, null, run.transaction);
    }
    return { rows, returned: [] };
  };
}
