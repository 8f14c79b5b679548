// What the files that carry out DDL share: their context, and questions about objects that they all ask.
import { keyOfName, type Catalogue, type CatalogueObject } from './catalogue.ts';
import { OracleError } from './errors.ts';
import { demandSystem } from './privileges.ts';
import { type Run } from './run.ts';
import { newScope, type Build, type Scope } from './scope.ts';
import { type Table } from './table.ts';

/** What of DDL reaches beyond the catalogue. */
export type AccountChanges = {
  createUser(name: string, password: string): void;
  alterUser(name: string, change: { password: string | null; locked: boolean | null }): void;
  dropUser(name: string): void;
};

export type Context = { build: Build; run: Run; accounts: AccountChanges };

export function enter(catalogue: Catalogue, object: CatalogueObject): void {
  const key = keyOfName(object.schema, object.name);
  if (catalogue.objects.has(key)) throw new OracleError(955);
  catalogue.objects.set(key, object);
}

export function demandOwner({ build }: Context, object: CatalogueObject, privilege: string): void {
  if (object.schema !== build.session.user) demandSystem(build.catalogue, build.session, privilege);
}

export function demandUnlocked(table: Table): void {
  for (const row of table.rows.values()) if (row.owner !== null) throw new OracleError(54);
}

export function places(table: Table, columns: string[]): number[] {
  return columns.map((column) => {
    const place = table.columnIndex(column);
    if (place < 0) throw new OracleError(904, `"${column}"`);
    return place;
  });
}

export function tableScope(table: Table, build: Build): Scope {
  return newScope(
    table.columns.map(({ name, type, nullable }) => ({
      alias: table.name,
      schema: table.schema,
      name,
      type,
      nullable,
    })),
    null,
    build,
  );
}

/** Creating for oneself needs the privilege, for another schema its ANY form. */
export function demandCreate({ build }: Context, what: string, schema: string): void {
  const any = `CREATE ANY ${what}`;
  if (schema === build.session.user) demandSystem(build.catalogue, build.session, `CREATE ${what}`, any);
  else demandSystem(build.catalogue, build.session, any);
}
