// Names and what they mean: tables, views, sequences, synonyms, users with their privileges. Knows no statement.
import { type SqlType, type Value } from '../values/value.ts';
import { type Query, type TableName } from './ast.ts';
import { OracleError } from './errors.ts';
import { type Run, type SessionState } from './run.ts';
import { type Table } from './table.ts';
import { canSee, type Account } from './privileges.ts';

export type View = {
  kind: 'view';
  schema: string;
  name: string;
  columns: string[] | null;
  /** As they were when the view was made. */
  described: { name: string; type: SqlType }[];
  query: Query;
  text: string;
  comment: string | null;
  columnComments: Map<string, string>;
  created: number;
};

/** A view whose rows are computed, or seeded by a test: V$…, DBA_…, USER_…. */
export type DictionaryView = {
  kind: 'dictionary';
  schema: string;
  name: string;
  columns: { name: string; type: SqlType }[];
  rows: (run: Run) => Value[][];
  /** Readable without any privilege (USER_…, ALL_…, SESSION_…). */
  isPublic: boolean;
};

export type Sequence = { kind: 'sequence'; schema: string; name: string; next: number; step: number; created: number };
export type Synonym = { kind: 'synonym'; schema: string; name: string; target: TableName; created: number };
export type IndexObject = { kind: 'index'; schema: string; name: string; table: Table; created: number };
export type CatalogueObject = Table | View | DictionaryView | Sequence | Synonym | IndexObject;

export type Catalogue = {
  /** `SCHEMA.NAME`; public synonyms are in the schema PUBLIC. */
  objects: Map<string, CatalogueObject>;
  accounts: Map<string, Account>;
  roles: Map<string, Account>;
  /** Rises with every DDL, so that compiled statements are thrown away. */
  version: number;
  /** What V$VERSION and the log-on say, e.g. 19.20.0.0.0. */
  databaseVersion: string;
  databaseName: string;
  /** Live sessions, for V$SESSION-like views that the tests define. */
  sessions: () => SessionState[];
};

export const keyOfName = (schema: string, name: string): string => `${schema}.${name}`;

/** `V$X` is a public synonym of SYS.`V_$X`; both are found by the former name. */
const dictionaryName = (name: string): string => name.replace(/^(G?V)_\$/, '$1$');

function lookUp(catalogue: Catalogue, session: SessionState, table: TableName): CatalogueObject | undefined {
  const { objects } = catalogue;
  if (table.schema !== null) {
    return objects.get(keyOfName(table.schema, table.schema === 'SYS' ? dictionaryName(table.name) : table.name));
  }
  return (
    objects.get(keyOfName(session.schema, table.name)) ??
    objects.get(keyOfName('PUBLIC', table.name)) ??
    objects.get(keyOfName('SYS', table.name))
  );
}

/** The object that a name stands for, through synonyms; undefined when there is none. No privilege is asked. */
export function findObject(
  catalogue: Catalogue,
  session: SessionState,
  table: TableName,
): CatalogueObject | undefined {
  let found = lookUp(catalogue, session, table);
  for (let hops = 0; found?.kind === 'synonym' && hops < 8; hops += 1)
    found = lookUp(catalogue, session, found.target);
  return found;
}

/** @throws OracleError 942 when it does not exist or the user must not know that it does. */
export function resolveObject(catalogue: Catalogue, session: SessionState, table: TableName): CatalogueObject {
  const found = findObject(catalogue, session, table);
  if (!found || !canSee(catalogue, session, found)) throw new OracleError(942, '', table.at);
  return found;
}

export function resolveTable(catalogue: Catalogue, session: SessionState, table: TableName): Table {
  const found = resolveObject(catalogue, session, table);
  if (found.kind !== 'table') throw new OracleError(942, '', table.at);
  return found;
}

/** The name under which DDL creates: the schema that was written, or the session's. */
export const ownName = (session: SessionState, table: TableName): { schema: string; name: string } => ({
  schema: table.schema ?? session.schema,
  name: table.name,
});
