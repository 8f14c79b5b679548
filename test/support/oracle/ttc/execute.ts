// Requests to execute, re-execute and fetch (reference §7). Bind rows are left in the reader: which binds have values
// is known only when the statement is.
import { type Described } from '../values/wire.ts';
import { SINCE, type Dialect } from './dialect.ts';
import { type Reader } from './reader.ts';

export const OPTION = {
  parse: 0x1,
  bind: 0x8,
  define: 0x10,
  execute: 0x20,
  fetch: 0x40,
  commit: 0x100,
  describe: 0x20000,
  batchErrors: 0x80000,
} as const;

const FLAG_ROW_COUNTS = 0x4000;

export type ExecuteRequest = {
  options: number;
  cursorId: number;
  /** Null for a cursor that is known already. */
  sql: string | null;
  prefetch: number;
  executions: number;
  rowCounts: boolean;
  binds: Described[] | null;
  defines: Described[] | null;
};

function readDescribed(from: Reader, dialect: Dialect): Described {
  const code = from.u8();
  const flags = from.u8();
  from.skip(2);
  const maxSize = from.ub();
  from.skipUbs(2);
  if (from.ub() > 0) from.bytes();
  from.skipUbs(2);
  const form = from.u8();
  from.ub();
  if (dialect.fieldVersion >= SINCE.v12_2) from.ub();
  return { code, form, maxSize, array: (flags & 0x40) !== 0 };
}

export function readExecute(from: Reader, dialect: Dialect): ExecuteRequest {
  const options = from.ub();
  const cursorId = from.ub();
  from.skip(1);
  const sqlLength = from.ub();
  from.skip(1);
  from.ub();
  from.skip(3);
  const prefetch = from.ub();
  from.ub();
  from.skip(1);
  const bindCount = from.ub();
  from.skip(5);
  from.skip(1);
  const defineCount = from.ub();
  from.ub();
  from.skip(3);
  from.ub();
  from.skip(1);
  from.skipUbs(2);
  from.skip(1);
  from.ub();
  from.skip(1);
  if (dialect.fieldVersion >= SINCE.v12_2) {
    from.skip(1);
    from.ub();
    from.skip(1);
    from.ub();
    from.skip(1);
  }
  if (dialect.fieldVersion >= SINCE.v12_2x) {
    from.skip(1);
    from.ub();
  }
  const sql = sqlLength > 0 ? (from.bytes() ?? Buffer.alloc(0)).toString('utf8') : null;
  const vector = Array.from({ length: 13 }, () => from.ub());
  const describe = (count: number) => Array.from({ length: count }, () => readDescribed(from, dialect));
  const defines = defineCount > 0 ? describe(defineCount) : null;
  const binds = bindCount > 0 ? describe(bindCount) : null;
  const rowCounts = (vector[9]! & FLAG_ROW_COUNTS) !== 0;
  return { options, cursorId, sql, prefetch, executions: vector[1]!, rowCounts, binds, defines };
}

/** Functions 4 and 78; `count` is the number of executions, for 78 the rows to prefetch. */
export function readReexecute(from: Reader): { cursorId: number; count: number; commit: boolean } {
  const [cursorId, count] = [from.ub(), from.ub()];
  from.ub();
  return { cursorId, count, commit: (from.ub() & 1) !== 0 };
}

/**
 * The order in which the values of one row come: those that are longer than the limit last. LONG without a size, LOBs
 * and everything in PL/SQL keep their places.
 */
export function bindOrder(binds: Described[], isPlsql: boolean, dialect: Dialect): number[] {
  const order = binds.map((_, index) => index);
  if (isPlsql) return order;
  const isLate = (index: number): boolean => {
    const { code, form, maxSize } = binds[index]!;
    if (code === 112 || code === 113 || maxSize === 0x7fffffff) return false;
    return (form === 2 ? maxSize / 4 : maxSize) > dialect.longestShort;
  };
  return [...order.filter((index) => !isLate(index)), ...order.filter(isLate)];
}
