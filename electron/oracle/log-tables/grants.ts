// Writes the statements that a colleague with the rights of a DBA runs for the log tables; runs none itself.
import type { GrantNames } from '../../../shared/domain/log-database.ts';
import { logTableVersions, type Version } from './versions.ts';

/** What the application itself may do with each table: history is added to, and only a plan that was withdrawn goes. */
const WRITER_RIGHTS: Record<string, string> = {
  RESPALDO_SCHEMA_VERSION: 'SELECT',
  RESPALDO_STRATEGY_VERSIONS: 'SELECT, INSERT',
  RESPALDO_LOG_CHUNKS: 'SELECT, INSERT',
  // That an occurrence was begun is never taken back.
  RESPALDO_STARTS: 'SELECT, INSERT',
  // Append-only: not even Respaldo may change what people did.
  RESPALDO_AUDIT: 'SELECT, INSERT',
  RESPALDO_OCCURRENCES: 'SELECT, INSERT, UPDATE, DELETE',
  RESPALDO_LEASES: 'SELECT, INSERT, UPDATE, DELETE',
};
const USUAL_RIGHTS = 'SELECT, INSERT, UPDATE';

export type GrantPart = {
  /** `owner` is run before the installation, the others after it, since they need the tables. */
  part: 'owner' | 'writer' | 'reader';
  statements: string[];
};

/**
 * Users, quota, rights and synonyms, in the order in which they are to be run. Passwords are left to be put in:
 * `"<password>"`.
 */
export function grantsOf(
  { owner, writer, reader, tablespace }: GrantNames,
  versions: readonly Version[] = logTableVersions(),
): { parts: GrantPart[]; statements: string[] } {
  const deeds = versions.flatMap(({ statements }) => statements.map(({ deed }) => deed));
  const tables = [...new Set(deeds.flatMap((deed) => (deed.kind === 'table' ? [deed.table] : [])))];
  const views = [...new Set(deeds.flatMap((deed) => (deed.kind === 'view' ? [deed.view] : [])))];
  const schema = owner.toUpperCase();
  const parts: GrantPart[] = [{ part: 'owner', statements: ownerStatements(schema, tablespace.toUpperCase()) }];
  if (writer !== null) parts.push({ part: 'writer', statements: writerStatements(schema, writer.toUpperCase(), tables) });
  if (reader !== null) parts.push({ part: 'reader', statements: readerStatements(schema, reader.toUpperCase(), views) });
  return { parts, statements: parts.flatMap(({ statements }) => statements) };
}

const ownerStatements = (owner: string, tablespace: string): string[] => [
  `CREATE USER ${owner} IDENTIFIED BY "<password>" DEFAULT TABLESPACE ${tablespace} QUOTA 2G ON ${tablespace}`,
  `GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW TO ${owner}`,
];

const writerStatements = (owner: string, writer: string, tables: string[]): string[] => [
  `CREATE USER ${writer} IDENTIFIED BY "<password>"`,
  `GRANT CREATE SESSION TO ${writer}`,
  ...tables.map((table) => `GRANT ${WRITER_RIGHTS[table] ?? USUAL_RIGHTS} ON ${owner}.${table} TO ${writer}`),
  ...tables.map((table) => `CREATE OR REPLACE SYNONYM ${writer}.${table} FOR ${owner}.${table}`),
];

const readerStatements = (owner: string, reader: string, views: string[]): string[] => [
  `CREATE ROLE ${reader}`,
  ...views.map((view) => `GRANT SELECT ON ${owner}.${view} TO ${reader}`),
];
