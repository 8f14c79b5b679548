// What is bound, in the driver's words. Pure. A Date is an instant: it is bound as TIMESTAMP WITH TIME ZONE in UTC,
// because the driver would send the wall clock of this process for anything else.
import type { BindDefinition, BindParameter, DbType } from 'oracledb';
import type { SqlBinds, SqlValue } from '../app/oracle-ports.ts';

/** The driver's types that are needed here. */
export type BindTypes = {
  DB_TYPE_VARCHAR: DbType;
  DB_TYPE_CLOB: DbType;
  DB_TYPE_NUMBER: DbType;
  DB_TYPE_TIMESTAMP_TZ: DbType;
  DB_TYPE_RAW: DbType;
  DB_TYPE_BLOB: DbType;
};

/**
 * What fits into VARCHAR2 and RAW in SQL on every release. Longer values are bound as LOBs: as strings the driver would
 * send them as LONG, which Oracle takes in a plain INSERT only (ORA-01461 in a MERGE or a subquery).
 */
const LONGEST_TEXT = 4000;
const LONGEST_RAW = 2000;

/** Values of one execution. */
export function bindsOf(binds: SqlBinds, types: BindTypes): Record<string, BindParameter> {
  return Object.fromEntries(
    Object.entries(binds).map(([name, value]) => {
      const { type, maxSize } = definitionOf([value], types);
      return [name, { val: plain(value), type, ...(maxSize === undefined ? {} : { maxSize }) } as BindParameter];
    }),
  );
}

/** Values of many executions of one statement, and the types that hold all of them. */
export function batchOf(rows: readonly SqlBinds[], types: BindTypes) {
  const names = Object.keys(rows[0] ?? {});
  return {
    rows: rows.map((row) => Object.fromEntries(names.map((name) => [name, plain(row[name] ?? null)]))),
    definitions: Object.fromEntries(
      names.map((name) => [name, definitionOf(rows.map((row) => row[name] ?? null), types)]),
    ) as Record<string, BindDefinition>,
  };
}

function definitionOf(values: readonly SqlValue[], types: BindTypes): { type: DbType; maxSize?: number } {
  const sample = values.find((value) => value !== null) ?? '';
  if (typeof sample === 'number') return { type: types.DB_TYPE_NUMBER };
  if (sample instanceof Date) return { type: types.DB_TYPE_TIMESTAMP_TZ };
  const longest = Math.max(1, ...values.map(bytesOf));
  if (typeof sample === 'string') {
    return longest > LONGEST_TEXT ? { type: types.DB_TYPE_CLOB } : { type: types.DB_TYPE_VARCHAR, maxSize: longest };
  }
  return longest > LONGEST_RAW ? { type: types.DB_TYPE_BLOB } : { type: types.DB_TYPE_RAW, maxSize: longest };
}

function bytesOf(value: SqlValue): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  return value instanceof Uint8Array ? value.byteLength : 0;
}

function plain(value: SqlValue): string | number | Date | Buffer | null {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
