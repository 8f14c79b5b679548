// Which columns a name can mean at some place of a statement, and how far out they are.
import { type SqlType } from '../values/value.ts';
import { type Expression, type Query } from './ast.ts';
import { type Catalogue } from './catalogue.ts';
import { OracleError } from './errors.ts';
import { type Run, type BindTypes, type SessionState, type Frame } from './run.ts';
import { type Value } from '../values/value.ts';

export type ScopeColumn = {
  alias: string | null;
  schema: string | null;
  name: string;
  type: SqlType;
  nullable: boolean;
};

/** An expression that is ready to be evaluated. Conditions answer 1, 0 or null through `test`. */
export type Compiled = { type: SqlType; value: (frame: Frame, run: Run) => Value };
export type Test = (frame: Frame, run: Run) => boolean | null;

export type AggregateSlot = {
  name: string;
  distinct: boolean;
  args: Compiled[];
  order: { by: Compiled; descending: boolean }[];
};
export type WindowSlot = AggregateSlot & { partition: Compiled[] };

/** What the compilation of one statement shares. */
export type Build = {
  catalogue: Catalogue;
  session: SessionState;
  binds: BindTypes;
  /** WITH queries that are in reach, innermost first. */
  named: { name: string; columns: string[] | null; query: Query; build: Build }[];
};

export type Scope = {
  columns: ScopeColumn[];
  outer: Scope | null;
  build: Build;
  /** Set while the items of a grouped query are compiled. */
  group: { keys: Expression[]; keyTexts: string[]; slots: AggregateSlot[]; within: Scope } | null;
  windows: WindowSlot[] | null;
  /** Whether something of an outer query was used: then results cannot be kept between its rows. */
  usesOuter: { value: boolean };
};

export function newScope(columns: ScopeColumn[], outer: Scope | null, build: Build): Scope {
  return { columns, outer, build, group: null, windows: null, usesOuter: { value: false } };
}

/** An expression as text, without its places; equal texts mean the same value. */
export const expressionText = (expression: unknown): string =>
  JSON.stringify(expression, (key, value: unknown) =>
    key === 'at' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
  );

function matches(column: ScopeColumn, parts: string[]): boolean {
  const name = parts[parts.length - 1];
  if (column.name !== name) return false;
  if (parts.length === 1) return true;
  if (column.alias !== parts[parts.length - 2]) return false;
  return parts.length === 2 || column.schema === parts[0];
}

/** @returns the place of a column in this scope itself; -1 when it is not there. */
export function columnPlace(scope: Scope, parts: string[], at: number): number {
  const places = scope.columns.flatMap((column, place) => (matches(column, parts) ? [place] : []));
  if (places.length > 1) throw new OracleError(918, parts.join('.'), at);
  return places[0] ?? -1;
}

/** Looks outwards; `depth` counts the queries between. Null when no query around has such a column. */
export function resolveColumn(
  scope: Scope,
  parts: string[],
  at: number,
): { depth: number; place: number; column: ScopeColumn } | null {
  let depth = 0;
  for (let one: Scope | null = scope; one !== null; one = one.outer, depth += 1) {
    const place = columnPlace(one, parts, at);
    if (place < 0) continue;
    let marked: Scope | null = scope;
    for (let i = 0; i < depth && marked; i += 1, marked = marked.outer) marked.usesOuter.value = true;
    return { depth, place, column: one.columns[place]! };
  }
  return null;
}
