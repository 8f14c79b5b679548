// A query inside another: its rows for one row of the query around it. What uses nothing from outside runs once.
import { type Value } from '../values/value.ts';
import { type Query } from './ast.ts';
import { type Column } from '../ttc/answers.ts';
import { keysOf } from './convert.ts';
import { compileQuery } from './query.ts';
import { type Frame, type Run } from './run.ts';
import { type Scope } from './scope.ts';

export type Subquery = {
  columns: Column[];
  rows: (frame: Frame, run: Run) => Value[][];
  /** The rows as a set of keys, for IN. */
  keys: (frame: Frame, run: Run) => Set<string>;
};

export function compileSubquery(query: Query, around: Scope): Subquery {
  const plan = compileQuery(query, around.build, around);
  const kept = new WeakMap<Run, { rows: Value[][]; keys: Set<string> | null }>();
  const keep = (frame: Frame, run: Run): { rows: Value[][]; keys: Set<string> | null } => {
    if (plan.usesOuter()) return { rows: plan.rows(frame, run), keys: null };
    const known = kept.get(run);
    if (known) return known;
    const fresh = { rows: plan.rows(frame, run), keys: null };
    kept.set(run, fresh);
    return fresh;
  };
  return {
    columns: plan.columns,
    rows: (frame, run) => keep(frame, run).rows,
    keys: (frame, run) => {
      const found = keep(frame, run);
      found.keys ??= new Set(found.rows.map(keysOf));
      return found.keys;
    },
  };
}
