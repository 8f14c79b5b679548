// Decides, from what the catalogue shows, how the log tables stand and which statements are still to be run; runs none.
import type { SchemaStanding } from '../../../shared/domain/log-database.ts';
import type { Statement } from './statement.ts';
import type { Version } from './versions.ts';

/**
 * What the catalogue of the schema shows. Names in capitals; comments by `TABLE` and `TABLE.COLUMN`. Who does not own
 * the schema sees the tables that it has rights on, but not every index, view and comment: those are `null` then.
 */
export type FoundSchema = {
  /** Rows of RESPALDO_SCHEMA_VERSION. */
  versions: readonly number[];
  /** Columns by table. */
  tables: ReadonlyMap<string, ReadonlySet<string>>;
  indexes: ReadonlySet<string> | null;
  views: ReadonlySet<string> | null;
  comments: ReadonlyMap<string, string> | null;
};

export type Plan = {
  standing: SchemaStanding;
  /** Newest complete version; 0: none. */
  installed: number;
  /** Newest version that this Respaldo knows. */
  known: number;
  /** What is still to be run, in order; nothing where nothing may be. */
  statements: Statement[];
  /** Tables of our names without all of our columns. */
  foreign: { table: string; missing: string[] }[];
};

/** An empty schema, for a preview without a connection. */
export const emptySchema: FoundSchema = {
  versions: [],
  tables: new Map(),
  indexes: new Set(),
  views: new Set(),
  comments: new Map(),
};

/** How the schema stands, and what is to be run to bring it to the newest version. */
export function planInstallation(versions: readonly Version[], found: FoundSchema): Plan {
  const known = versions.length;
  const installed = Math.max(0, ...found.versions);
  const nothing = { installed, known, statements: [], foreign: [] };
  if (installed > known) return { ...nothing, standing: 'newer' };
  const statements = versions.flatMap((version) => version.statements);
  const foreign = foreignTables(statements, found);
  if (foreign.length > 0) return { ...nothing, standing: 'foreign', foreign };
  const remade = new Set(statements.flatMap((one) =>
    one.deed.kind === 'view' && isMissing(one, found) ? [`${one.version} ${one.deed.view}`] : []));
  // CREATE OR REPLACE VIEW takes the view's comments away.
  const isRemade = ({ version, deed }: Statement): boolean => deed.kind === 'comment' && remade.has(`${version} ${deed.on}`);
  const missing = statements.filter((statement) => isMissing(statement, found) || isRemade(statement));
  return { ...nothing, statements: missing, standing: standingOf(installed, known, missing, found) };
}

function standingOf(installed: number, known: number, missing: Statement[], found: FoundSchema): SchemaStanding {
  if (missing.length === 0) return 'ready';
  if (installed === 0) return found.tables.size + (found.views?.size ?? 0) === 0 ? 'absent' : 'partial';
  return installed < known ? 'old' : 'damaged';
}

/** True when what the statement leaves behind is not there, as far as it can be seen. */
export function isMissing({ version, deed }: Statement, found: FoundSchema): boolean {
  const complete = found.versions.includes(version);
  switch (deed.kind) {
    case 'table':
      return !found.tables.has(deed.table);
    case 'column':
      return !found.tables.get(deed.table)?.has(deed.column);
    case 'index':
      return found.indexes ? !found.indexes.has(deed.index) : !complete;
    case 'constraint-gone':
      // Where the table is still to be made it will have the constraint of its first version.
      if (complete) return false;
      return !found.tables.has(deed.table) || (found.indexes?.has(deed.constraint) ?? true);
    case 'view':
      // One that is there may be of an earlier version: until this version is complete it is made anew.
      return !complete || (found.views !== null && !found.views.has(deed.view));
    case 'comment': {
      if (!found.comments) return !complete;
      const text = found.comments.get(deed.column === null ? deed.on : `${deed.on}.${deed.column}`);
      // Afterwards the words belong to the owner of the schema.
      return complete ? text === undefined : text !== deed.text;
    }
    case 'version':
    case 'commit':
      return !complete;
  }
}

/** Looked for before anything is run: a table of somebody else must never be taken for ours, nor be written to. */
function foreignTables(statements: Statement[], found: FoundSchema): Plan['foreign'] {
  return statements.flatMap(({ deed }) => {
    const columns = deed.kind === 'table' ? found.tables.get(deed.table) : undefined;
    if (deed.kind !== 'table' || !columns) return [];
    const missing = deed.columns.filter((column) => !columns.has(column));
    return missing.length > 0 ? [{ table: deed.table, missing }] : [];
  });
}
