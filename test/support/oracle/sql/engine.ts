// A parsed statement into something that can be run: the one entrance to the SQL engine. Knows nothing of the wire.
import { type Column } from '../ttc/answers.ts';
import { type Value } from '../values/value.ts';
import { type Query, type Statement } from './ast.ts';
import { runBlock } from './block.ts';
import { type AccountChanges } from './define-shared.ts';
import { define } from './define.ts';
import { OracleError } from './errors.ts';
import { offsetMinutes } from './literals.ts';
import { compileDelete, compileInsert, compileMerge, compileUpdate, type Modification } from './modify.ts';
import { parseStatement, type Parsed } from './parse-statement.ts';
import { compileQuery, type QueryPlan } from './query.ts';
import { type Run } from './run.ts';
import { type Build } from './scope.ts';
import { resolveTable } from './catalogue.ts';
import {
  commit,
  isActive,
  lockRow,
  MustWait,
  rollback,
  rollbackTo,
  savepoint,
  undoTo,
  type Row,
} from './transactions.ts';

export type Plan =
  | { kind: 'query'; columns: Column[]; rows: (run: Run) => Value[][] }
  | { kind: 'change'; run: Modification; into: number[] }
  | { kind: 'other'; run: (run: Run) => { rows: number; out: Map<number, Value> } };

const parsedTexts = new Map<string, Parsed>();

/** Parses once; texts are few and repeated. */
export function parse(sql: string): Parsed {
  let parsed = parsedTexts.get(sql);
  if (!parsed) {
    parsed = parseStatement(sql);
    if (parsedTexts.size > 2000) parsedTexts.clear();
    parsedTexts.set(sql, parsed);
  }
  return parsed;
}

function lockFound(query: Query, plan: QueryPlan, run: Run): void {
  const { lock } = query;
  if (!lock) return;
  if (!plan.joined) throw new OracleError(2014);
  const hidden = new Set<Row>();
  const { steps } = plan.joined;
  let from = 0;
  const targets = steps.flatMap(({ source }) => {
    const place = from + source.columns.length - 1;
    from += source.columns.length;
    const alias = source.columns[0]?.alias;
    const wanted =
      lock.of.length === 0 ||
      lock.of.some((one) =>
        one.includes('.') ? one.startsWith(`${alias}.`) : source.columns.some((column) => column.name === one),
      );
    return source.table && wanted ? [{ table: source.table, place }] : [];
  });
  for (const frame of plan.joined.frames(null, run)) {
    for (const { table, place } of targets) {
      const id = frame.row[place];
      const row = id === null ? undefined : table.rows.get(Number(String(id).slice(9).replaceAll('A', '')));
      if (!row) continue;
      try {
        lockRow(table, row, run.transaction);
      } catch (error) {
        if (!(error instanceof MustWait) || lock.wait === 'wait') throw error;
        if (lock.wait === 'skip') hidden.add(row);
        else throw new OracleError(lock.wait === 'nowait' ? 54 : 30006);
      }
    }
  }
  run.hidden = hidden;
}

/** An ALTER SESSION that the model understands; others change nothing. */
function alterSession(name: string, value: string, run: Run): void {
  const { session } = run;
  if (name === 'TIME_ZONE') session.locale.offset = offsetMinutes(value) ?? 0;
  else if (name === 'NLS_DATE_FORMAT') session.locale.dateFormat = value;
  else if (name === 'NLS_TIMESTAMP_FORMAT') session.locale.timestampFormat = value;
  else if (name === 'NLS_TIMESTAMP_TZ_FORMAT') session.locale.timestampTzFormat = value;
  else if (name === 'CURRENT_SCHEMA') {
    if (!run.catalogue.accounts.has(value)) throw new OracleError(1435);
    session.schema = value;
  } else if (name === 'CONTAINER') session.container = value;
}

const nothing = { rows: 0, out: new Map<number, Value>() };

function compileOther(
  statement: Statement,
  build: Build,
  accounts: AccountChanges,
): (run: Run) => { rows: number; out: Map<number, Value> } {
  return (run) => {
    switch (statement.kind) {
      case 'commit':
        commit(run.transaction);
        return nothing;
      case 'rollback':
        if (statement.to === null) rollback(run.transaction);
        else rollbackTo(run.transaction, statement.to);
        return nothing;
      case 'savepoint':
        savepoint(run.transaction, statement.name);
        return nothing;
      case 'set-transaction':
        return nothing;
      case 'lock-table': {
        const table = resolveTable(build.catalogue, build.session, statement.table);
        for (const row of table.rows.values()) {
          if (row.owner === null || row.owner === run.transaction) continue;
          throw statement.nowait ? new OracleError(54) : new MustWait(row.owner);
        }
        for (const row of table.rows.values()) lockRow(table, row, run.transaction);
        return nothing;
      }
      case 'alter-session':
        alterSession(statement.name, statement.value, run);
        return nothing;
      case 'block':
        return { rows: 1, out: runBlock(statement.block, build, run, accounts) };
      case 'query':
      case 'insert':
      case 'update':
      case 'delete':
      case 'merge':
        throw new Error('compiled elsewhere');
      default:
        // DDL commits what was before it, whether it succeeds or not.
        commit(run.transaction);
        define(statement, { build, run, accounts });
        commit(run.transaction);
        return nothing;
    }
  };
}

export function compileStatement(statement: Statement, build: Build, accounts: AccountChanges): Plan {
  switch (statement.kind) {
    case 'query': {
      const plan = compileQuery(statement.query, build, null);
      return {
        kind: 'query',
        columns: plan.columns,
        rows: (run) => {
          lockFound(statement.query, plan, run);
          return plan.rows(null, run);
        },
      };
    }
    case 'insert':
      return { kind: 'change', run: compileInsert(statement, build), into: statement.returning?.into ?? [] };
    case 'update':
      return { kind: 'change', run: compileUpdate(statement, build), into: statement.returning?.into ?? [] };
    case 'delete':
      return { kind: 'change', run: compileDelete(statement, build), into: statement.returning?.into ?? [] };
    case 'merge':
      return { kind: 'change', run: compileMerge(statement, build), into: [] };
    default:
      return { kind: 'other', run: compileOther(statement, build, accounts) };
  }
}

/** Runs with the atomicity of a statement: when it fails, nothing of it is left. */
export function atomically<T>(run: Run, work: () => T): T {
  const before = run.transaction.changes.length;
  try {
    return work();
  } catch (error) {
    if (run.transaction.changes.length >= before) undoTo(run.transaction, before);
    throw error;
  }
}

export { isActive };
