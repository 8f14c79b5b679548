// Rows with a committed and a pending version, and the transactions that own the pending ones (read committed).
// Knows tables only as "something that keeps indexes of its rows".
import { type Value } from '../values/value.ts';
import { OracleError } from './errors.ts';

export type Row = {
  id: number;
  /** What everybody sees; null when there is nothing yet, or nothing any more. */
  committed: Value[] | null;
  /** What the owner sees; null when the owner deleted the row. Meaningful only while there is an owner. */
  pending: Value[] | null;
  owner: Transaction | null;
};

/** The side of a table that transactions need. */
export type RowStore = {
  name: string;
  /** A version has become current for somebody, or for nobody any more. */
  versionAppeared(row: Row, version: Value[]): void;
  versionGone(row: Row, version: Value[]): void;
  forget(row: Row): void;
};

type Change = { store: RowStore; row: Row; owner: Transaction | null; pending: Value[] | null };

export type Transaction = {
  id: number;
  changes: Change[];
  savepoints: { name: string; length: number }[];
  /** The transaction that this one waits for. */
  waitsFor: Transaction | null;
  /** Called once when the transaction has ended. */
  ended: (() => void)[];
};

/** Thrown by a statement that met a row of another transaction; the session waits and begins the statement anew. */
export class MustWait extends Error {
  readonly holder: Transaction;
  constructor(holder: Transaction) {
    super('row locked by another transaction');
    this.holder = holder;
  }
}

let lastId = 0;

export function beginTransaction(): Transaction {
  lastId += 1;
  return { id: lastId, changes: [], savepoints: [], waitsFor: null, ended: [] };
}

export const isActive = (tx: Transaction): boolean => tx.changes.length > 0;

export const visible = (row: Row, tx: Transaction): Value[] | null => (row.owner === tx ? row.pending : row.committed);

/** Takes the lock of a row, or throws MustWait. */
export function lockRow(store: RowStore, row: Row, tx: Transaction): void {
  if (row.owner === tx) return;
  if (row.owner !== null) throw new MustWait(row.owner);
  tx.changes.push({ store, row, owner: null, pending: row.pending });
  row.owner = tx;
  row.pending = row.committed;
}

/** Gives a row a new version, or none (`null`: deleted). The row must be locked, or new. */
export function changeRow(store: RowStore, row: Row, version: Value[] | null, tx: Transaction): void {
  lockRow(store, row, tx);
  const before = row.pending;
  tx.changes.push({ store, row, owner: tx, pending: before });
  row.pending = version;
  if (version !== null) store.versionAppeared(row, version);
  if (before !== null) store.versionGone(row, before);
}

function undo(change: Change): void {
  const { store, row } = change;
  const gone = row.pending;
  row.owner = change.owner;
  row.pending = change.pending;
  if (row.owner !== null && row.pending !== null) store.versionAppeared(row, row.pending);
  if (gone !== null) store.versionGone(row, gone);
  if (row.owner === null && row.committed === null) store.forget(row);
}

/** Back to an earlier number of changes: a failed statement, or a savepoint. */
export function undoTo(tx: Transaction, length: number): void {
  while (tx.changes.length > length) undo(tx.changes.pop()!);
}

function end(tx: Transaction): void {
  tx.changes = [];
  tx.savepoints = [];
  const waiting = tx.ended;
  tx.ended = [];
  for (const wake of waiting) wake();
}

export function rollback(tx: Transaction): void {
  undoTo(tx, 0);
  end(tx);
}

export function commit(tx: Transaction): void {
  for (const { store, row } of tx.changes) {
    if (row.owner !== tx) continue;
    const before = row.committed;
    row.committed = row.pending;
    row.owner = null;
    row.pending = null;
    if (before !== null && before !== row.committed) store.versionGone(row, before);
    if (row.committed === null) store.forget(row);
  }
  end(tx);
}

export function savepoint(tx: Transaction, name: string): void {
  tx.savepoints = tx.savepoints.filter((one) => one.name !== name);
  tx.savepoints.push({ name, length: tx.changes.length });
}

export function rollbackTo(tx: Transaction, name: string): void {
  const found = tx.savepoints.find((one) => one.name === name);
  if (!found) throw new OracleError(1086, name);
  undoTo(tx, found.length);
  tx.savepoints.splice(tx.savepoints.indexOf(found) + 1);
}

/** Whether waiting for `holder` would close a ring. */
export function wouldDeadlock(waiter: Transaction, holder: Transaction): boolean {
  for (let at: Transaction | null = holder; at !== null; at = at.waitsFor) if (at === waiter) return true;
  return false;
}
