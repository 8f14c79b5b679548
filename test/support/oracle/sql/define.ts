// DDL carried out on the catalogue. Whoever calls has ended the transaction before, as DDL does.
import { type Value } from '../values/value.ts';
import { type ColumnDefinition, type ConstraintDefinition, type Definition, type TableChange, type TableName } from './ast.ts';
import { findObject, keyOfName, ownName, resolveObject, resolveTable, type Catalogue, type CatalogueObject } from './catalogue.ts';
import { compile } from './compile.ts';
import { compileCondition } from './compile-condition.ts';
import { fit } from './convert.ts';
import { OracleError } from './errors.ts';
import { insertVersion } from './modify.ts';
import { demandSystem, isRole } from './privileges.ts';
import { compileQuery } from './query.ts';
import { frameOf, type Run } from './run.ts';
import { newScope, type Build, type Scope } from './scope.ts';
import { newIndex, newTable, type StoredColumn, type Table } from './table.ts';

/** What of DDL reaches beyond the catalogue. */
export type AccountChanges = {
  createUser(name: string, password: string): void;
  alterUser(name: string, change: { password: string | null; locked: boolean | null }): void;
  dropUser(name: string): void;
};

type Context = { build: Build; run: Run; accounts: AccountChanges };

let generated = 0;
const generatedName = (): string => `SYS_C${String((generated += 1)).padStart(7, '0')}`;

function enter(catalogue: Catalogue, object: CatalogueObject): void {
  const key = keyOfName(object.schema, object.name);
  if (catalogue.objects.has(key)) throw new OracleError(955);
  catalogue.objects.set(key, object);
}

/** Creating for oneself needs the privilege, for another schema its ANY form. */
function demandCreate({ build }: Context, what: string, schema: string): void {
  const any = `CREATE ANY ${what}`;
  if (schema === build.session.user) demandSystem(build.catalogue, build.session, `CREATE ${what}`, any);
  else demandSystem(build.catalogue, build.session, any);
}

function demandOwner({ build }: Context, object: CatalogueObject, privilege: string): void {
  if (object.schema !== build.session.user) demandSystem(build.catalogue, build.session, privilege);
}

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

function tableScope(table: Table, build: Build): Scope {
  return newScope(table.columns.map(({ name, type, nullable }) => ({ alias: table.name, schema: table.schema, name, type, nullable })), null, build);
}

function places(table: Table, columns: string[]): number[] {
  return columns.map((column) => {
    const place = table.columnIndex(column);
    if (place < 0) throw new OracleError(904, `"${column}"`);
    return place;
  });
}

function demandFreeName(catalogue: Catalogue, schema: string, name: string): void {
  for (const object of catalogue.objects.values()) {
    if (object.kind === 'table' && object.schema === schema && object.constraints.some((one) => one.name === name)) throw new OracleError(2264);
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
    for (const row of table.rows.values()) if (row.committed && !holds(row.committed, run)) throw new OracleError(2293, name);
    table.constraints.push({ ...shared, kind: 'check', text: definition.text, holds });
    return;
  }
  const columns = places(table, definition.columns);
  if (definition.kind === 'foreign') {
    const parent = resolveTable(build.catalogue, build.session, definition.table);
    const key = parent.constraints.find((one) =>
      definition.references
        ? (one.kind === 'primary' || one.kind === 'unique') && one.columns.join() === places(parent, definition.references).join()
        : one.kind === 'primary',
    );
    if (!key || (key.kind !== 'primary' && key.kind !== 'unique')) throw new OracleError(2270);
    const index = newIndex(`${name}$FK`, false, columns);
    table.addIndex(index);
    table.constraints.push({ ...shared, kind: 'foreign', columns, parent, parentColumns: key.columns, onDelete: definition.onDelete, index });
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

function compileVirtual(table: Table, definition: ColumnDefinition, build: Build): void {
  if (!definition.virtual) return;
  const place = table.columnIndex(definition.name);
  const { value } = compile(definition.virtual, tableScope(table, build));
  const { type, name } = table.columns[place]!;
  table.columns[place]!.virtual = (version, run) => fit(value(frameOf(version), run), type, name, run.session.locale, run.now);
}

function createTable(definition: Extract<Definition, { kind: 'create-table' }>, context: Context): void {
  const { build, run } = context;
  const { schema, name } = ownName(build.session, definition.table);
  demandCreate(context, 'TABLE', schema);
  const plan = definition.as ? compileQuery(definition.as, build, null) : null;
  const written = definition.elements.flatMap((element) => ('column' in element ? [storedColumn(element.column, build)] : []));
  const columns = plan ? plan.columns.map((column, place): StoredColumn => ({
    name: written[place]?.name ?? column.name, type: column.type, nullable: column.nullable, default: null, defaultText: null, virtual: null, comment: null,
  })) : written;
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

function dropTable(catalogue: Catalogue, table: Table): void {
  catalogue.objects.delete(keyOfName(table.schema, table.name));
  for (const [key, object] of catalogue.objects) if (object.kind === 'index' && object.table === table) catalogue.objects.delete(key);
}

function demandUnlocked(table: Table): void {
  for (const row of table.rows.values()) if (row.owner !== null) throw new OracleError(54);
}

function drop(definition: Extract<Definition, { kind: 'drop' }>, context: Context): void {
  const { catalogue, session } = context.build;
  const { what, object: name } = definition;
  if (what === 'USER') return context.accounts.dropUser(name.name);
  if (what === 'ROLE') {
    if (!catalogue.roles.delete(name.name)) throw new OracleError(1919, name.name);
    return;
  }
  const { schema } = ownName(session, name);
  const object = catalogue.objects.get(keyOfName(schema, name.name));
  const missing: Record<string, number> = { INDEX: 1418, SEQUENCE: 2289, SYNONYM: 1434, VIEW: 942, TABLE: 942 };
  if (!object || object.kind !== what.toLowerCase()) throw new OracleError(missing[what] ?? 4043, name.name);
  demandOwner(context, object, `DROP ANY ${what}`);
  if (object.kind === 'table') {
    demandUnlocked(object);
    const children = [...catalogue.objects.values()].filter((one): one is Table => one.kind === 'table' && one !== object);
    const references = children.flatMap((child) => child.constraints.filter((one) => one.kind === 'foreign' && one.parent === object).map((one) => ({ child, one })));
    if (references.length > 0 && !definition.cascade) throw new OracleError(2449);
    for (const { child, one } of references) child.constraints.splice(child.constraints.indexOf(one), 1);
    return dropTable(catalogue, object);
  }
  if (object.kind === 'index') {
    if (object.table.constraints.some((one) => one.name === object.name)) throw new OracleError(2429);
    object.table.indexes = object.table.indexes.filter((index) => index.name !== object.name);
  }
  catalogue.objects.delete(keyOfName(object.schema, object.name));
}

function createIndex(definition: Extract<Definition, { kind: 'create-index' }>, context: Context): void {
  const { build, run } = context;
  const table = resolveTable(build.catalogue, build.session, definition.table);
  const { schema, name } = ownName(build.session, definition.index);
  demandOwner(context, table, 'CREATE ANY INDEX');
  demandUnlocked(table);
  const scope = tableScope(table, build);
  const plain = definition.keys.every((key) => key.kind === 'name');
  const columns = plain ? definition.keys.flatMap((key) => (key.kind === 'name' ? places(table, [key.parts[key.parts.length - 1]!]) : [])) : [];
  const keys = definition.keys.map((key) => compile(key, scope));
  const index = newIndex(name, definition.unique, columns, plain ? undefined : (version) => keys.map((key) => key.value(frameOf(version), run)));
  const same = table.indexes.some((one) => one.columns.length > 0 && one.columns.join() === columns.join() && !one.name.endsWith('$FK'));
  if (same) throw new OracleError(1408);
  enter(build.catalogue, { kind: 'index', schema, name, table, created: run.now.ms });
  table.addIndex(index);
  if (definition.unique && [...index.rows.values()].some((rows) => rows.size > 1)) {
    table.indexes.pop();
    build.catalogue.objects.delete(keyOfName(schema, name));
    throw new OracleError(1452);
  }
}

function addColumn(table: Table, definition: ColumnDefinition, context: Context): void {
  if (table.columnIndex(definition.name) >= 0) throw new OracleError(1430);
  const column = storedColumn(definition, context.build);
  if (!column.nullable && column.default === null && table.rows.size > 0) throw new OracleError(1758);
  table.columns.push(column);
  compileVirtual(table, definition, context.build);
  for (const row of table.rows.values()) {
    const base = row.committed ? column.virtual?.(row.committed, context.run) : null;
    const value = fit(base ?? column.default?.(context.run) ?? null, column.type, column.name, context.run.session.locale, context.run.now);
    if (row.committed) row.committed = [...row.committed, value];
  }
}

function alterTable(name: TableName, change: TableChange, context: Context): void {
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
        if (one.nullable !== null && one.nullable === column.nullable) throw new OracleError(one.nullable ? 1451 : 1442);
        column.type = one.type ?? column.type;
        column.nullable = one.nullable ?? column.nullable;
        if (one.default) column.default = storedColumn({ ...column, default: one.default, identity: false, virtual: null }, context.build).default;
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

function grant(definition: Extract<Definition, { kind: 'grant' | 'revoke' }>, context: Context): void {
  const { catalogue, session } = context.build;
  const object = definition.on ? findObject(catalogue, session, definition.on) : null;
  if (definition.on && !object) throw new OracleError(942, '', definition.on.at);
  if (object && object.schema !== session.user) demandSystem(catalogue, session, 'GRANT ANY OBJECT PRIVILEGE');
  if (!object) demandSystem(catalogue, session, 'GRANT ANY PRIVILEGE', 'GRANT ANY ROLE');
  for (const name of definition.to) {
    const account = catalogue.accounts.get(name) ?? catalogue.roles.get(name);
    if (!account) throw new OracleError(1917, name);
    for (const privilege of definition.privileges) {
      const many = object && /^ALL( PRIVILEGES)?$/.test(privilege) ? ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] : [privilege];
      for (const one of many) {
        const set = object ? account.objectGrants : account.granted;
        const entry = object ? `${one} ON ${object.schema}.${object.name}` : one;
        if (definition.kind === 'grant') set.add(entry);
        else set.delete(entry);
      }
    }
  }
}

function comment(definition: Extract<Definition, { kind: 'comment' }>, context: Context): void {
  const object = resolveObject(context.build.catalogue, context.build.session, definition.table);
  demandOwner(context, object, 'COMMENT ANY TABLE');
  if (object.kind !== 'table' && object.kind !== 'view') throw new OracleError(942);
  if (definition.column === null) object.comment = definition.text;
  else if (object.kind === 'table') object.columns[places(object, [definition.column])[0]!]!.comment = definition.text;
  else object.columnComments.set(definition.column, definition.text);
}

function createView(definition: Extract<Definition, { kind: 'create-view' }>, context: Context): void {
  const { build, run } = context;
  const { schema, name } = ownName(build.session, definition.table);
  demandCreate(context, 'VIEW', schema);
  const before = build.catalogue.objects.get(keyOfName(schema, name));
  if (before && (before.kind !== 'view' || !definition.replace)) throw new OracleError(955);
  const owner = { ...build, session: { ...build.session, schema, user: schema } };
  const plan = compileQuery(definition.query, owner, null);
  if (definition.columns && definition.columns.length !== plan.columns.length) throw new OracleError(1730);
  build.catalogue.objects.set(keyOfName(schema, name), {
    kind: 'view', schema, name, columns: definition.columns, query: definition.query, text: definition.text,
    described: plan.columns.map(({ name: column, type }, place) => ({ name: definition.columns?.[place] ?? column, type })),
    comment: null, columnComments: new Map(), created: run.now.ms,
  });
}

export function define(definition: Definition, context: Context): void {
  const { build, run, accounts } = context;
  const { catalogue, session } = build;
  catalogue.version += 1;
  switch (definition.kind) {
    case 'create-table':
      return createTable(definition, context);
    case 'create-view':
      return createView(definition, context);
    case 'create-index':
      return createIndex(definition, context);
    case 'create-sequence': {
      const { schema, name } = ownName(session, definition.sequence);
      demandCreate(context, 'SEQUENCE', schema);
      return enter(catalogue, { kind: 'sequence', schema, name, next: definition.start, step: definition.step, created: run.now.ms });
    }
    case 'create-synonym': {
      const own = ownName(session, definition.synonym);
      const schema = definition.isPublic ? 'PUBLIC' : own.schema;
      demandSystem(catalogue, session, definition.isPublic ? 'CREATE PUBLIC SYNONYM' : 'CREATE SYNONYM');
      if (definition.replace && catalogue.objects.get(keyOfName(schema, own.name))?.kind === 'synonym') catalogue.objects.delete(keyOfName(schema, own.name));
      const target = { ...definition.target, schema: definition.target.schema ?? session.schema };
      return enter(catalogue, { kind: 'synonym', schema, name: own.name, target, created: run.now.ms });
    }
    case 'create-user':
      demandSystem(catalogue, session, 'CREATE USER');
      if (catalogue.accounts.has(definition.name) || isRole(catalogue, definition.name)) throw new OracleError(1920, definition.name);
      return accounts.createUser(definition.name, definition.password);
    case 'alter-user':
      if (definition.name !== session.user) demandSystem(catalogue, session, 'ALTER USER');
      if (!catalogue.accounts.has(definition.name)) throw new OracleError(1918, definition.name);
      return accounts.alterUser(definition.name, definition);
    case 'create-role':
      demandSystem(catalogue, session, 'CREATE ROLE');
      if (isRole(catalogue, definition.name)) throw new OracleError(1921, definition.name);
      catalogue.roles.set(definition.name, { name: definition.name, granted: new Set(), objectGrants: new Set() });
      return;
    case 'alter-table':
      return alterTable(definition.table, definition.change, context);
    case 'drop':
      return drop(definition, context);
    case 'truncate': {
      const table = resolveTable(catalogue, session, definition.table);
      demandOwner(context, table, 'DROP ANY TABLE');
      demandUnlocked(table);
      table.rows.clear();
      for (const index of table.indexes) index.rows.clear();
      return;
    }
    case 'comment':
      return comment(definition, context);
    case 'grant':
    case 'revoke':
      return grant(definition, context);
    case 'no-effect':
      return demandSystem(catalogue, session, 'ALTER SYSTEM', 'ALTER DATABASE');
  }
}
