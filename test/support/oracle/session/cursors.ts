// The open cursors of a session: statement, descriptions of binds, and rows that wait to be fetched.
import { type Described } from '../values/wire.ts';
import { type Column } from '../ttc/answers.ts';
import { type Plan } from '../sql/engine.ts';
import { type Parsed } from '../sql/parse-statement.ts';
import { type Value } from '../values/value.ts';

export type Cursor = {
  id: number;
  sql: string;
  parsed: Parsed;
  binds: Described[];
  defines: Described[] | null;
  plan: Plan | null;
  /** The catalogue's version that the plan was made for. */
  planVersion: number;
  columns: Column[];
  rows: Value[][];
  at: number;
};

export function newCursors() {
  const open = new Map<number, Cursor>();
  let last = 0;
  return {
    add(sql: string, parsed: Parsed): Cursor {
      last += 1;
      const cursor: Cursor = {
        id: last,
        sql,
        parsed,
        binds: [],
        defines: null,
        plan: null,
        planVersion: -1,
        columns: [],
        rows: [],
        at: 0,
      };
      open.set(last, cursor);
      return cursor;
    },
    get: (id: number): Cursor | undefined => open.get(id),
    close: (id: number): void => void open.delete(id),
    count: (): number => open.size,
  };
}

export type Cursors = ReturnType<typeof newCursors>;
