// Reads from the catalogue what is there of the log tables, and what the user may do; changes nothing.
import type { SqlSession } from '../../app/oracle-ports.ts';
import {
  COLUMN_COMMENTS, COLUMNS, DEFAULT_TABLESPACE, OBJECTS, PRIVILEGES, TABLE_COMMENTS, VERSIONS, WHO,
} from './catalogue-statements.ts';
import type { FoundSchema } from './plan.ts';

const NEEDED_PRIVILEGES = ['CREATE TABLE', 'CREATE VIEW'];

/** The schema as one session sees it. */
export type SeenSchema = {
  user: string;
  owner: string;
  found: FoundSchema;
  /** System privileges that an installation needs and the session has not got. */
  missingPrivileges: string[];
  /** Where new tables of the user go. */
  tablespace: string;
};

/**
 * Looks at the schema `owner`, or at the user's own (`null`).
 * @throws AppError from the session
 */
export async function readSchema(session: SqlSession, owner: string | null): Promise<SeenSchema> {
  const [who] = await session.query(WHO);
  const user = String(who?.['user_name']);
  const schema = owner?.toUpperCase() ?? user;
  const ofOwner = { owner: schema };
  const columns = columnsByTable(await session.query(COLUMNS, ofOwner));
  const objects = await session.query(OBJECTS, ofOwner);
  const named = (type: string): Set<string> =>
    new Set(objects.filter((row) => row['object_type'] === type).map((row) => String(row['object_name'])));
  const views = named('VIEW');
  for (const view of views) columns.delete(view);
  const mine = schema === user;
  const versions = columns.has('RESPALDO_SCHEMA_VERSION') ? await readVersions(session) : [];
  const privileges = (await session.query(PRIVILEGES)).map((row) => String(row['privilege']));
  const [home] = await session.query(DEFAULT_TABLESPACE);
  return {
    user,
    owner: schema,
    found: {
      versions,
      tables: columns,
      indexes: mine ? named('INDEX') : null,
      views: mine ? views : null,
      comments: mine ? await readComments(session, ofOwner) : null,
    },
    missingPrivileges: NEEDED_PRIVILEGES.filter((privilege) => !privileges.includes(privilege)),
    tablespace: String(home?.['default_tablespace'] ?? 'USERS'),
  };
}

/** Complete versions; ORA-00942 where there are none. @throws AppError from the session */
export const readVersions = async (session: SqlSession): Promise<number[]> =>
  (await session.query(VERSIONS)).map((row) => Number(row['version_no']));

type Rows = Awaited<ReturnType<SqlSession['query']>>;

function columnsByTable(rows: Rows): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>();
  for (const row of rows) {
    const table = String(row['table_name']);
    tables.set(table, (tables.get(table) ?? new Set()).add(String(row['column_name'])));
  }
  return tables;
}

async function readComments(session: SqlSession, ofOwner: { owner: string }): Promise<Map<string, string>> {
  const tables = await session.query(TABLE_COMMENTS, ofOwner);
  const columns = await session.query(COLUMN_COMMENTS, ofOwner);
  return new Map([
    ...tables.map((row) => [String(row['table_name']), String(row['comments'])] as const),
    ...columns.map((row) => [`${String(row['table_name'])}.${String(row['column_name'])}`, String(row['comments'])] as const),
  ]);
}
