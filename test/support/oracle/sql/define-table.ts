// DDL of tables: columns, constraints, indexes, and their changes.
import { type Value } from '../values/value.ts';
import {
  type ColumnDefinition,
  type ConstraintDefinition,
  type Definition,
  type TableChange,
  type TableName,
} from './ast.ts';
import { keyOfName, ownName, resolveTable, type Catalogue } from './catalogue.ts';
import { compile } from './compile.ts';
import { compileCondition } from './compile-condition.ts';
import { fit } from './convert.ts';
import { OracleError } from './errors.ts';
import { insertVersion } from './modify.ts';
import { compileQuery } from './query.ts';
import { frameOf, type Run } from './run.ts';
import { newScope, type Build } from './scope.ts';
import { newIndex, newTable, type StoredColumn, type Table } from './table.ts';
import {
  demandCreate,
  demandOwner,
  demandUnlocked,
  enter,
  places,
  tableScope,
  type Context,
} from './define-shared.ts';

let generated = 0;
const generatedName = (): string => `SYS_C${String((generated += 1)).padStart(7, '0')}`;

function storedColumn(definition: ColumnDefinition, build: Build): StoredColumn {
  const { name, type } = definition;
  const value = definition.default ? compile(definition.default, newScope([], null, build)) : null;
  let next = 0;
  return {
    name,
    type,
    nullable: definition.nullable && !definition.identity,
    default: definition.identity ? () => (next += 1) : value ? (run) => value.value(frameOf([]), run) : null,
    defaultText: null,
    virtual: null,
    comment: null,
  };
}

function demandFreeName(catalogue: Catalogue, schema: string, name: string): void {
  for (const object of catalogue.objects.values()) {
    if (object.kind === 'table' && object.schema === schema && object.constraints.some((one) => one.name === name))
      throw new OracleError(2264);
  }
}

export function addConstraint(table: Table, definition: ConstraintDefinition, context: Context): void {
  const { build, run } = context;
  const name = definition.name ?? generatedName();
  demandFreeName(build.catalogue, table.schema, name);
  const shared = { name, generated: definition.name === null };
  if (definition.kind === 'not null') {
    table.columns[places(table, [definition.column])[0]!]!.nullable = false;
    return;
  }
  if (definition.kind === 'check') {
    const test = compileCondition(definition.condition, tableScope(table, build));
    const holds = (version: Value[], now: Run): boolean => test(frameOf(version), now) !== false;
    for (const row of table.rows.values())
      if (row.committed && !holds(row.committed, run)) throw new OracleError(2293, name);
    table.constraints.push({ ...shared, kind: 'check', text: definition.text, holds });
    return;
  }
  const columns = places(table, definition.columns);
  if (definition.kind === 'foreign') {
    const parent = resolveTable(build.catalogue, build.session, definition.table);
    const key = parent.constraints.find((one) =>
      definition.references
        ? (one.kind === 'primary' || one.kind === 'unique') &&
          one.columns.join() === places(parent, definition.references).join()
        : one.kind === 'primary',
    );
    if (!key || (key.kind !== 'primary' && key.kind !== 'unique')) throw new OracleError(2270);
    const index = newIndex(`${name}$FK`, false, columns);
    table.addIndex(index);
    table.constraints.push({
      ...shared,
      kind: 'foreign',
      columns,
      parent,
      parentColumns: key.columns,
      onDelete: definition.onDelete,
      index,
    });
    return;
  }
  if (definition.kind === 'primary') {
    if (table.constraints.some((one) => one.kind === 'primary')) throw new OracleError(2260);
    for (const place of columns) table.columns[place]!.nullable = false;
  }
  const index = newIndex(name, true, columns);
  table.addIndex(index);
  enter(build.catalogue, { kind: 'index', schema: table.schema, name, table, created: run.now.ms });
  table.constraints.push({ ...shared, kind: definition.kind, columns, index });
}

export function createTable(definition: Extract<Definition, { kind: 'create-table' }>, context: Context): void {
  const { build, run } = context;
  const { schema, name } = ownName(build.session, definition.table);
  demandCreate(context, 'TABLE', schema);
  const plan = definition.as ? compileQuery(definition.as, build, null) : null;
  const written = definition.elements.flatMap((element) =>
    'column' in element ? [storedColumn(element.column, build)] : [],
  );
  const columns = plan
    ? plan.columns.map((column, place): StoredColumn => ({
        name: written[place]?.name ?? column.name,
        type: column.type,
        nullable: column.nullable,
        default: null,
        defaultText: null,
        virtual: null,
        comment: null,
      }))
    : written;
  if (new Set(columns.map((column) => column.name)).size < columns.length) throw new OracleError(957);
  const table = newTable(schema, name, columns, run.now.ms);
  for (const element of definition.elements) if ('column' in element) compileVirtual(table, element.column, build);
  const rows = plan?.rows(null, run) ?? [];
  enter(build.catalogue, table);
  try {
    for (const element of definition.elements) {
      const constraints = 'column' in element ? element.constraints : [element.constraint];
      for (const constraint of constraints) addConstraint(table, constraint, context);
    }
  } catch (error) {
    dropTable(build.catalogue, table);
    throw error;
  }
  for (const row of rows) insertVersion(table, row, run);
}

function compileVirtual(table: Table, definition: ColumnDefinition, build: Build): void {
  if (!definition.virtual) return;
  const place = table.columnIndex(definition.name);
  const { value } = compile(definition.virtual, tableScope(table, build));
  const { type, name } = table.columns[place]!;
  table.columns[place]!.virtual = (version, run) =>
    fit(value(frameOf(version), run), type, name, run.session.locale, run.now);
}

function addColumn(table: Table, definition: ColumnDefinition, context: Context): void {
  if (table.columnIndex(definition.name) >= 0) throw new OracleError(1430);
  const column = storedColumn(definition, context.build);
  if (!column.nullable && column.default === null && table.rows.size > 0) throw new OracleError(1758);
  table.columns.push(column);
  compileVirtual(table, definition, context.build);
  for (const row of table.rows.values()) {
    const base = row.committed ? column.virtual?.(row.committed, context.run) : null;
    const value = fit(
      base ?? column.default?.(context.run) ?? null,
      column.type,
      column.name,
      context.run.session.locale,
      context.run.now,
    );
    if (row.committed) row.committed = [...row.committed, value];
  }
}

export function alterTable(name: TableName, change: TableChange, context: Context): void {
  const table = resolveTable(context.build.catalogue, context.build.session, name);
  demandOwner(context, table, 'ALTER ANY TABLE');
  demandUnlocked(table);
  switch (change.kind) {
    case 'add':
      for (const element of change.elements) {
        if ('column' in element) addColumn(table, element.column, context);
        const constraints = 'column' in element ? element.constraints : [element.constraint];
        for (const constraint of constraints) addConstraint(table, constraint, context);
      }
      return;
    case 'modify':
      for (const one of change.columns) {
        const column = table.columns[places(table, [one.name])[0]!]!;
        if (one.nullable !== null && one.nullable === column.nullable)
          throw new OracleError(one.nullable ? 1451 : 1442);
        column.type = one.type ?? column.type;
        column.nullable = one.nullable ?? column.nullable;
        if (one.default)
          column.default = storedColumn(
            { ...column, default: one.default, identity: false, virtual: null },
            context.build,
          ).default;
      }
      return;
    case 'drop-constraint': {
      const place = table.constraints.findIndex((one) => one.name === change.name);
      if (place < 0) throw new OracleError(2443);
      const [gone] = table.constraints.splice(place, 1);
      table.indexes = table.indexes.filter((index) => index.name !== gone!.name && index.name !== `${gone!.name}$FK`);
      context.build.catalogue.objects.delete(keyOfName(table.schema, gone!.name));
      return;
    }
    case 'rename-column':
      table.columns[places(table, [change.from])[0]!]!.name = change.to;
      return;
    case 'none':
      return;
    default:
      throw new OracleError(900);
  }
}

export function createIndex(definition: Extract<Definition, { kind: 'create-index' }>, context: Context): void {
  const { build, run } = context;
  const table = resolveTable(build.catalogue, build.session, definition.table);
  const { schema, name } = ownName(build.session, definition.index);
  demandOwner(context, table, 'CREATE ANY INDEX');
  demandUnlocked(table);
  const scope = tableScope(table, build);
  const plain = definition.keys.every((key) => key.kind === 'name');
  const columns = plain
    ? definition.keys.flatMap((key) => (key.kind === 'name' ? places(table, [key.parts[key.parts.length - 1]!]) : []))
    : [];
  const keys = definition.keys.map((key) => compile(key, scope));
  const index = newIndex(
    name,
    definition.unique,
    columns,
    plain ? undefined : (version) => keys.map((key) => key.value(frameOf(version), run)),
  );
  const same = table.indexes.some(
    (one) => one.columns.length > 0 && one.columns.join() === columns.join() && !one.name.endsWith('$FK'),
  );
  if (same) throw new OracleError(1408);
  enter(build.catalogue, { kind: 'index', schema, name, table, created: run.now.ms });
  table.addIndex(index);
  if (definition.unique && [...index.rows.values()].some((rows) => rows.size > 1)) {
    table.indexes.pop();
    build.catalogue.objects.delete(keyOfName(schema, name));
    throw new OracleError(1452);
  }
}

export function dropTable(catalogue: Catalogue, table: Table): void {
  catalogue.objects.delete(keyOfName(table.schema, table.name));
  for (const [key, object] of catalogue.objects)
    if (object.kind === 'index' && object.table === table) catalogue.objects.delete(key);
}
