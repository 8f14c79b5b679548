// DDL carried out on the catalogue. Whoever calls has ended the transaction before, as DDL does.
import { type Definition } from './ast.ts';
import { findObject, keyOfName, ownName, resolveObject, resolveTable } from './catalogue.ts';
import { OracleError } from './errors.ts';
import { demandSystem, isRole } from './privileges.ts';
import { compileQuery } from './query.ts';
import { type Table } from './table.ts';
import { demandCreate, demandOwner, demandUnlocked, enter, places, type Context } from './define-shared.ts';
import { alterTable, createIndex, createTable, dropTable } from './define-table.ts';

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
    const children = [...catalogue.objects.values()].filter(
      (one): one is Table => one.kind === 'table' && one !== object,
    );
    const references = children.flatMap((child) =>
      child.constraints
        .filter((one) => one.kind === 'foreign' && one.parent === object)
        .map((one) => ({ child, one })),
    );
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
      const many =
        object && /^ALL( PRIVILEGES)?$/.test(privilege) ? ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] : [privilege];
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
    kind: 'view',
    schema,
    name,
    columns: definition.columns,
    query: definition.query,
    text: definition.text,
    described: plan.columns.map(({ name: column, type }, place) => ({
      name: definition.columns?.[place] ?? column,
      type,
    })),
    comment: null,
    columnComments: new Map(),
    created: run.now.ms,
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
      return enter(catalogue, {
        kind: 'sequence',
        schema,
        name,
        next: definition.start,
        step: definition.step,
        created: run.now.ms,
      });
    }
    case 'create-synonym': {
      const own = ownName(session, definition.synonym);
      const schema = definition.isPublic ? 'PUBLIC' : own.schema;
      demandSystem(catalogue, session, definition.isPublic ? 'CREATE PUBLIC SYNONYM' : 'CREATE SYNONYM');
      if (definition.replace && catalogue.objects.get(keyOfName(schema, own.name))?.kind === 'synonym')
        catalogue.objects.delete(keyOfName(schema, own.name));
      const target = { ...definition.target, schema: definition.target.schema ?? session.schema };
      return enter(catalogue, { kind: 'synonym', schema, name: own.name, target, created: run.now.ms });
    }
    case 'create-user':
      demandSystem(catalogue, session, 'CREATE USER');
      if (catalogue.accounts.has(definition.name) || isRole(catalogue, definition.name))
        throw new OracleError(1920, definition.name);
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
