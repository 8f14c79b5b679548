// What a new version of a row must fulfil, and what a vanishing one must not leave behind.
import { type Value } from '../values/value.ts';
import { OracleError } from './errors.ts';
import { type Run } from './run.ts';
import { rowsByKey, type Constraint, type Index, type Table } from './table.ts';
import { changeRow, MustWait, visible, type Row } from './transactions.ts';

const sameKey = (index: Index, left: Value[], right: Value[]): boolean =>
  JSON.stringify(index.key(left)) === JSON.stringify(index.key(right));

export function checkNotNull(table: Table, version: Value[], inserting: boolean): void {
  table.columns.forEach((column, place) => {
    if (column.nullable || version[place] !== null) return;
    throw new OracleError(inserting ? 1400 : 1407, `"${table.schema}"."${table.name}"."${column.name}"`);
  });
}

export function checkRules(table: Table, version: Value[], run: Run): void {
  for (const constraint of table.constraints) {
    if (constraint.kind === 'check' && !constraint.holds(version, run))
      throw new OracleError(2290, `${table.schema}.${constraint.name}`);
  }
}

/** Another row with the same key, or one that may come or go with a transaction that is not over. */
export function checkUnique(table: Table, version: Value[], own: Row | null, run: Run): void {
  for (const index of table.indexes) {
    if (!index.unique) continue;
    const key = index.key(version);
    if (key.every((value) => value === null)) continue;
    // A key with some NULLs is still unique in its other columns, and not found by rowsByKey.
    const rows = key.some((value) => value === null) ? table.rows.values() : rowsByKey(index, key);
    for (const row of rows) {
      if (row === own) continue;
      if (row.owner !== null && row.owner !== run.transaction) {
        const touches = [row.committed, row.pending].some((one) => one !== null && sameKey(index, one, version));
        if (touches) throw new MustWait(row.owner);
        continue;
      }
      const other = visible(row, run.transaction);
      if (other !== null && sameKey(index, other, version)) throw new OracleError(1, `${table.schema}.${index.name}`);
    }
  }
}

type Foreign = Extract<Constraint, { kind: 'foreign' }>;

export function checkParents(table: Table, version: Value[], run: Run): void {
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'foreign') continue;
    const key = constraint.columns.map((place) => version[place]!);
    if (key.some((value) => value === null)) continue;
    const index = parentIndex(constraint);
    let found = false;
    for (const row of rowsByKey(index, key)) {
      if (row.owner !== null && row.owner !== run.transaction && row.pending !== row.committed)
        throw new MustWait(row.owner);
      if (visible(row, run.transaction) !== null) found = true;
    }
    if (!found) throw new OracleError(2291, `${table.schema}.${constraint.name}`);
  }
}

function parentIndex(constraint: Foreign): Index {
  const wanted = constraint.parentColumns.join();
  return constraint.parent.indexes.find((index) => index.unique && index.columns.join() === wanted)!;
}

/** Children of a key that is about to go. Referencing tables are found among all of them. */
export function checkChildren(table: Table, version: Value[], next: Value[] | null, run: Run): void {
  for (const object of run.catalogue.objects.values()) {
    if (object.kind !== 'table') continue;
    for (const constraint of object.constraints) {
      if (constraint.kind !== 'foreign' || constraint.parent !== table) continue;
      const key = constraint.parentColumns.map((place) => version[place]!);
      if (next !== null && constraint.parentColumns.every((place) => next[place] === version[place])) continue;
      for (const row of [...rowsByKey(constraint.index, key)]) removeChild(object, constraint, row, run);
    }
  }
}

function removeChild(child: Table, constraint: Foreign, row: Row, run: Run): void {
  if (row.owner !== null && row.owner !== run.transaction) throw new MustWait(row.owner);
  const version = visible(row, run.transaction);
  if (version === null) return;
  if (constraint.onDelete === 'restrict') throw new OracleError(2292, `${child.schema}.${constraint.name}`);
  if (constraint.onDelete === 'cascade') {
    changeRow(child, row, null, run.transaction);
    checkChildren(child, version, null, run);
    return;
  }
  const cleared = version.map((value, place) => (constraint.columns.includes(place) ? null : value));
  checkNotNull(child, cleared, false);
  changeRow(child, row, cleared, run.transaction);
}
