// Conditions into closures that answer true, false or null (unknown).
import { isLob, isText, type Value } from '../values/value.ts';
import { type Expression } from './ast.ts';
import { compile } from './compile.ts';
import { compareValues, keysOf, toText } from './convert.ts';
import { OracleError } from './errors.ts';
import { type Run } from './run.ts';
import { type Compiled, type Scope, type Test } from './scope.ts';
import { compileSubquery } from './subquery.ts';

const CONDITIONS = new Set(['and', 'or', 'not', 'compare', 'in', 'in-query', 'exists', 'between', 'like', 'is-null']);

export const isCondition = (expression: Expression): boolean => CONDITIONS.has(expression.kind);

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

export function and(left: boolean | null, right: () => boolean | null): boolean | null {
  if (left === false) return false;
  const other = right();
  return other === false ? false : left === null || other === null ? null : true;
}

function or(left: boolean | null, right: () => boolean | null): boolean | null {
  if (left === true) return true;
  const other = right();
  return other === true ? true : left === null || other === null ? null : false;
}

export function compileCondition(expression: Expression, scope: Scope): Test {
  switch (expression.kind) {
    case 'and': {
      const [left, right] = [compileCondition(expression.left, scope), compileCondition(expression.right, scope)];
      return (frame, run) => and(left(frame, run), () => right(frame, run));
    }
    case 'or': {
      const [left, right] = [compileCondition(expression.left, scope), compileCondition(expression.right, scope)];
      return (frame, run) => or(left(frame, run), () => right(frame, run));
    }
    case 'not': {
      const of = compileCondition(expression.of, scope);
      return (frame, run) => not(of(frame, run));
    }
    case 'compare':
      return compileComparison(expression, scope);
    case 'is-null': {
      const of = compile(expression.of, scope);
      return (frame, run) => of.value(frame, run) === null;
    }
    case 'between': {
      const of = compile(expression.of, scope);
      const [low, high] = [compile(expression.low, scope), compile(expression.high, scope)];
      return (frame, run) => {
        const value = of.value(frame, run);
        return and(
          compared(value, low.value(frame, run), run, (order) => order >= 0),
          () => compared(value, high.value(frame, run), run, (order) => order <= 0),
        );
      };
    }
    case 'like':
      return compileLike(expression, scope);
    case 'in':
      return compileIn(expression, scope);
    case 'in-query':
      return compileInQuery(expression, scope);
    case 'exists': {
      const subquery = compileSubquery(expression.query, scope);
      return (frame, run) => subquery.rows(frame, run).length > 0;
    }
    default:
      throw new OracleError(920);
  }
}

function compared(left: Value, right: Value, run: Run, accepts: (order: number) => boolean): boolean | null {
  if (left === null || right === null) return null;
  return accepts(compareValues(left, right, run.session.locale, run.now));
}

const ACCEPTS = {
  '=': (order: number) => order === 0,
  '<>': (order: number) => order !== 0,
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
} as const;

function compileComparison(expression: Extract<Expression, { kind: 'compare' }>, scope: Scope): Test {
  const accepts = ACCEPTS[expression.operator];
  if (expression.left.kind === 'row') {
    const left = compileItems(expression.left, scope);
    const right = compileItems(expression.right, scope);
    const all = (frame: Parameters<Test>[0], run: Run) =>
      left.reduce<boolean | null>(
        (so, one, place) =>
          and(so, () => compared(one.value(frame, run), right[place]!.value(frame, run), run, ACCEPTS['='])),
        true,
      );
    return expression.operator === '=' ? all : (frame, run) => not(all(frame, run));
  }
  const [left, right] = [compile(expression.left, scope), compile(expression.right, scope)];
  // A LOB column cannot be compared, not even with a text; a long bind can.
  if (isLob(left.type) && expression.left.kind === 'name') throw new OracleError(932, '- got CLOB', expression.at);
  if (isLob(right.type) && expression.right.kind === 'name') throw new OracleError(932, '- got CLOB', expression.at);
  return (frame, run) => compared(left.value(frame, run), right.value(frame, run), run, accepts);
}

const compileItems = (expression: Expression, scope: Scope): Compiled[] =>
  (expression.kind === 'row' ? expression.items : [expression]).map((item) => compile(item, scope));

function compileLike(expression: Extract<Expression, { kind: 'like' }>, scope: Scope): Test {
  const of = compile(expression.of, scope);
  const pattern = compile(expression.pattern, scope);
  const escape = expression.escape ? compile(expression.escape, scope) : null;
  return (frame, run) => {
    const { locale } = run.session;
    const value = toText(of.value(frame, run), locale, of.type);
    const wanted = toText(pattern.value(frame, run), locale, pattern.type);
    const sign = escape === null ? null : toText(escape.value(frame, run), locale);
    return value === null || wanted === null ? null : likeExpression(wanted, sign).test(value);
  };
}

function likeExpression(pattern: string, escape: string | null): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i += 1) {
    const escaped = escape !== null && pattern[i] === escape;
    if (escaped) i += 1;
    const sign = pattern[i] ?? '';
    if (!escaped && sign === '%') source += '[^]*';
    else if (!escaped && sign === '_') source += '[^]';
    else source += sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'u');
}

function compileIn(expression: Extract<Expression, { kind: 'in' }>, scope: Scope): Test {
  const left = compileItems(expression.of, scope);
  const list = expression.list.map((item) => compileItems(item, scope));
  return (frame, run) => {
    const values = left.map((one) => one.value(frame, run));
    let answer: boolean | null = false;
    for (const item of list) {
      const equal = values.reduce<boolean | null>(
        (so, value, place) => and(so, () => compared(value, item[place]!.value(frame, run), run, ACCEPTS['='])),
        true,
      );
      answer = or(answer, () => equal);
      if (answer === true) return true;
    }
    return answer;
  };
}

function compileInQuery(expression: Extract<Expression, { kind: 'in-query' }>, scope: Scope): Test {
  const left = compileItems(expression.of, scope);
  const subquery = compileSubquery(expression.query, scope);
  if (subquery.columns.length !== left.length)
    throw new OracleError(subquery.columns.length > left.length ? 913 : 947);
  const sameKinds = left.every(
    (one, place) =>
      one.type.name === subquery.columns[place]!.type.name ||
      (isText(one.type) && isText(subquery.columns[place]!.type)),
  );
  return (frame, run) => {
    const values = left.map((one) => one.value(frame, run));
    const rows = subquery.rows(frame, run);
    if (rows.length === 0) return false;
    if (values.some((value) => value === null)) return null;
    if (sameKinds && subquery.keys(frame, run).has(keysOf(values))) return true;
    let unknown = false;
    for (const row of rows) {
      if (row.some((value) => value === null)) unknown = true;
      else if (!sameKinds && values.every((value, place) => compared(value, row[place]!, run, ACCEPTS['=']) === true))
        return true;
    }
    return unknown ? null : false;
  };
}
