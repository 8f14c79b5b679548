// Runs an anonymous block. Variables, binds and SQLCODE are columns of the one row that its expressions see.
import { NUMBER, text, type SqlType, type Value } from '../values/value.ts';
import { type Block, type BlockStatement, type Expression } from './ast.ts';
import { compile } from './compile.ts';
import { compileCondition } from './compile-condition.ts';
import { fit } from './convert.ts';
import { atomically, compileStatement, parse } from './engine.ts';
import { type AccountChanges } from './define-shared.ts';
import { OracleError, unsupported } from './errors.ts';
import { frameOf, type Run } from './run.ts';
import { newScope, type Build } from './scope.ts';
import { MustWait } from './transactions.ts';

type Variable = { name: string; type: SqlType; value: Value };
type Context = {
  build: Build;
  run: Run;
  accounts: AccountChanges;
  variables: Variable[];
  error: OracleError | null;
  out: Map<number, Value>;
};

const EXCEPTIONS: Record<string, number> = {
  NO_DATA_FOUND: 1403,
  TOO_MANY_ROWS: 1422,
  DUP_VAL_ON_INDEX: 1,
  ZERO_DIVIDE: 1476,
  INVALID_NUMBER: 1722,
};

class Return extends Error {}

function visibleVariables(context: Context): Variable[] {
  const { error } = context;
  return [
    { name: 'SQLCODE', type: NUMBER, value: error ? -error.code : 0 },
    { name: 'SQLERRM', type: text(512), value: error ? error.message : 'ORA-0000: normal, successful completion' },
    ...context.variables,
  ];
}

function scopeOf(context: Context) {
  const variables = visibleVariables(context);
  const columns = variables.map(({ name, type }) => ({ alias: null, schema: null, name, type, nullable: true }));
  return { scope: newScope(columns, null, context.build), frame: frameOf(variables.map((one) => one.value)) };
}

function evaluate(expression: Expression, context: Context): Value {
  const { scope, frame } = scopeOf(context);
  return compile(expression, scope).value(frame, context.run);
}

function holds(expression: Expression, context: Context): boolean {
  const { scope, frame } = scopeOf(context);
  return compileCondition(expression, scope)(frame, context.run) === true;
}

function assign(target: Expression, value: Value, context: Context): void {
  if (target.kind === 'bind') {
    const { name } = target;
    context.out.set(target.index, value);
    context.run.binds[target.index] = value;
    if (name === '') throw unsupported('a bind without a name');
    return;
  }
  const variable = target.kind === 'name' ? context.variables.find((one) => one.name === target.parts[0]) : undefined;
  if (!variable) throw new OracleError(6550, 'PLS-00363: expression cannot be used as an assignment target');
  variable.value = fit(value, variable.type, variable.name, context.run.session.locale, context.run.now);
}

function immediate(sql: string, using: Value[], context: Context): void {
  const { statement } = parse(sql.trim());
  const run: Run = { ...context.run, binds: using };
  const build = {
    ...context.build,
    binds: using.map((value): SqlType => (typeof value === 'number' ? NUMBER : text(4000))),
  };
  const plan = compileStatement(statement, build, context.accounts);
  if (plan.kind === 'query') plan.rows(run);
  else plan.run(run);
}

function runStatement(statement: BlockStatement, context: Context): void {
  switch (statement.kind) {
    case 'null':
      return;
    case 'raise':
      throw (
        context.error ??
        new OracleError(
          6550,
          'PLS-00367: a RAISE statement with no exception name must be inside an exception handler',
        )
      );
    case 'return':
      throw new Return();
    case 'assign':
      return assign(statement.target, evaluate(statement.value, context), context);
    case 'if': {
      const branch = statement.branches.find((one) => holds(one.when, context));
      return runBody(branch?.body ?? statement.otherwise, context);
    }
    case 'immediate':
      return atomically(context.run, () =>
        immediate(
          String(evaluate(statement.sql, context)),
          statement.using.map((one) => evaluate(one, context)),
          context,
        ),
      );
    case 'sql':
      return atomically(context.run, () => {
        const plan = compileStatement(statement.statement, context.build, context.accounts);
        if (plan.kind !== 'query') plan.run(context.run);
      });
    case 'block':
      return runIn(statement.block, context);
    case 'call':
      return call(
        statement.name,
        statement.args.map((arg) => evaluate(arg, context)),
        context,
      );
    case 'select-into':
      throw unsupported('SELECT … INTO');
  }
}

function call(name: string, args: Value[], { run }: Context): void {
  const words = args.map((arg) => (arg === null ? null : String(arg)));
  switch (name) {
    case 'DBMS_APPLICATION_INFO.SET_MODULE':
      run.session.module = words[0] ?? null;
      run.session.action = words[1] ?? null;
      return;
    case 'DBMS_APPLICATION_INFO.SET_ACTION':
      run.session.action = words[0] ?? null;
      return;
    case 'DBMS_APPLICATION_INFO.SET_CLIENT_INFO':
      run.session.clientInfo = words[0] ?? null;
      return;
    case 'DBMS_SESSION.SET_IDENTIFIER':
      run.session.clientId = words[0] ?? null;
      return;
    case 'RAISE_APPLICATION_ERROR': {
      const error = new OracleError(Math.abs(Number(args[0])));
      error.message = `ORA-${Math.abs(Number(args[0]))}: ${words[1]}`;
      throw error;
    }
    default:
      throw unsupported(`procedure ${name}`);
  }
}

function runBody(body: BlockStatement[], context: Context): void {
  for (const statement of body) runStatement(statement, context);
}

function runIn(block: Block, around: Context): void {
  const declared = block.declarations.map(({ name, type, value }): Variable => ({
    name,
    type,
    value: value ? evaluate(value, around) : null,
  }));
  const context: Context = { ...around, variables: [...around.variables, ...declared] };
  try {
    runBody(block.body, context);
  } catch (error) {
    if (!(error instanceof OracleError) || error instanceof MustWait) throw error;
    const handler = block.handlers.find((one) =>
      one.names.some((name) => name === 'OTHERS' || EXCEPTIONS[name] === error.code),
    );
    if (!handler) throw error;
    runBody(handler.body, { ...context, error });
  }
}

/** @returns what was assigned to placeholders, by their place in the text. */
export function runBlock(block: Block, build: Build, run: Run, accounts: AccountChanges): Map<number, Value> {
  const context: Context = { build, run, accounts, variables: [], error: null, out: new Map() };
  try {
    runIn(block, context);
  } catch (error) {
    if (!(error instanceof Return)) throw error;
  }
  return context.out;
}
