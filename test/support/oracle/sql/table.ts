// A table of the model: columns, constraints, rows, and the indexes by which rows are found.
import { type SqlType, type Value } from '../values/value.ts';
import { keysOf } from './convert.ts';
import { type Run } from './run.ts';
import { changeRow, type Row, type RowStore, type Transaction } from './transactions.ts';

export type StoredColumn = {
  name: string;
  type: SqlType;
  nullable: boolean;
  /** Answers the default of one row, or null when there is none. */
  default: ((run: Run) => Value) | null;
  defaultText: string | null;
  /** Computes the column from the others; null for a column that is stored. */
  virtual: ((version: Value[], run: Run) => Value) | null;
  comment: string | null;
};

export type Index = {
  name: string;
  unique: boolean;
  /** Places of the columns; empty when a key is computed. */
  columns: number[];
  key: (version: Value[]) => Value[];
  rows: Map<string, Set<Row>>;
};

export type Constraint = { name: string; generated: boolean } & (
  | { kind: 'primary' | 'unique'; columns: number[]; index: Index }
  | {
      kind: 'foreign';
      columns: number[];
      parent: Table;
      parentColumns: number[];
      onDelete: 'restrict' | 'cascade' | 'set null';
      index: Index;
    }
  | { kind: 'check'; text: string; holds: (version: Value[], run: Run) => boolean }
);

export type Table = RowStore & {
  kind: 'table';
  schema: string;
  columns: StoredColumn[];
  rows: Map<number, Row>;
  indexes: Index[];
  constraints: Constraint[];
  comment: string | null;
  created: number;
  insert(version: Value[], tx: Transaction): Row;
  columnIndex(name: string): number;
  addIndex(index: Index): void;
};

/** All of its columns NULL: such a key is in no index. */
const isEmptyKey = (key: Value[]): boolean => key.every((value) => value === null);

export function newIndex(name: string, unique: boolean, columns: number[], key?: Index['key']): Index {
  return {
    name,
    unique,
    columns,
    key: key ?? ((version) => columns.map((place) => version[place]!)),
    rows: new Map(),
  };
}

function enter(index: Index, row: Row, version: Value[]): void {
  const key = index.key(version);
  if (isEmptyKey(key)) return;
  const text = keysOf(key);
  const rows = index.rows.get(text);
  if (rows) rows.add(row);
  else index.rows.set(text, new Set([row]));
}

function leave(index: Index, row: Row, version: Value[]): void {
  const text = keysOf(index.key(version));
  const remaining = [row.committed, row.owner === null ? null : row.pending];
  if (remaining.some((other) => other !== null && keysOf(index.key(other)) === text)) return;
  const rows = index.rows.get(text);
  rows?.delete(row);
  if (rows?.size === 0) index.rows.delete(text);
}

let lastRowId = 0;

export function newTable(schema: string, name: string, columns: StoredColumn[], created: number): Table {
  const table: Table = {
    kind: 'table',
    schema,
    name,
    columns,
    rows: new Map(),
    indexes: [],
    constraints: [],
    comment: null,
    created,
    insert(version, tx) {
      lastRowId += 1;
      const row: Row = { id: lastRowId, committed: null, pending: null, owner: null };
      table.rows.set(row.id, row);
      changeRow(table, row, version, tx);
      return row;
    },
    columnIndex: (column) => table.columns.findIndex((one) => one.name === column),
    addIndex(index) {
      table.indexes.push(index);
      for (const row of table.rows.values()) {
        if (row.committed !== null) enter(index, row, row.committed);
        if (row.owner !== null && row.pending !== null) enter(index, row, row.pending);
      }
    },
    versionAppeared(row, version) {
      for (const index of table.indexes) enter(index, row, version);
    },
    versionGone(row, version) {
      for (const index of table.indexes) leave(index, row, version);
    },
    forget(row) {
      table.rows.delete(row.id);
    },
  };
  return table;
}

/** Rows that have, or for somebody have, this key. Nobody's versions are checked here. */
export function rowsByKey(index: Index, key: Value[]): Iterable<Row> {
  if (key.some((value) => value === null)) return [];
  return index.rows.get(keysOf(key)) ?? [];
}
