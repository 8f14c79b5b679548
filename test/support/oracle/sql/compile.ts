// Expressions into closures. Names, types and privileges are settled here, once; rows only run through the closures.
import {
  NUMBER,
  SPAN,
  TIMESTAMP_TZ,
  text as textType,
  isNumeric,
  isText,
  type SqlType,
  type Value,
} from '../values/value.ts';
import { arithmetic, arithmeticType, atZone, castValue, extractField, negateValue } from './arithmetic.ts';
import { type Expression } from './ast.ts';
import { compileCondition, isCondition } from './compile-condition.ts';
import { compileAggregate, compileWindow, isAggregate } from './aggregate.ts';
import { compareValues, toText } from './convert.ts';
import { OracleError, unsupported } from './errors.ts';
import { FUNCTIONS } from './functions.ts';
import { PSEUDO_COLUMNS } from './pseudo-columns.ts';
import { columnPlace, expressionText, resolveColumn, type Compiled, type Scope } from './scope.ts';
import { compileSubquery } from './subquery.ts';
import { nextValue, sequenceOf } from './sequences.ts';
import { type Frame } from './run.ts';

const constant = (type: SqlType, value: Value): Compiled => ({ type, value: () => value });

export function compile(expression: Expression, scope: Scope): Compiled {
  const grouped = compileGrouped(expression, scope);
  if (grouped) return grouped;
  switch (expression.kind) {
    case 'literal':
      return constant(expression.type, expression.value);
    case 'bind': {
      const { index } = expression;
      return { type: scope.build.binds[index] ?? textType(4000), value: (_, run) => run.binds[index] ?? null };
    }
    case 'name':
      return compileName(expression, scope);
    case 'call':
      return compileCall(expression, scope);
    case 'negate': {
      const of = compile(expression.of, scope);
      return { type: isText(of.type) ? NUMBER : of.type, value: (frame, run) => negateValue(of.value(frame, run)) };
    }
    case 'arithmetic':
      return compileArithmetic(expression, scope);
    case 'case':
      return compileCase(expression, scope);
    case 'cast': {
      const of = compile(expression.of, scope);
      const { type } = expression;
      return { type, value: (frame, run) => castValue(of.value(frame, run), type, run) };
    }
    case 'extract': {
      const of = compile(expression.of, scope);
      return { type: NUMBER, value: (frame, run) => extractField(expression.field, of.value(frame, run)) };
    }
    case 'at-zone': {
      const of = compile(expression.of, scope);
      const zone = compile(expression.zone, scope);
      return { type: TIMESTAMP_TZ, value: (frame, run) => atZone(of.value(frame, run), zone.value(frame, run), run) };
    }
    case 'interval-of': {
      const of = compile(expression.of, scope);
      return { ...of, type: SPAN };
    }
    case 'scalar':
      return compileScalar(expression, scope);
    default:
      if (isCondition(expression)) throw new OracleError(936);
      throw unsupported(`${expression.kind} as a value`);
  }
}

/** Inside a grouped query: aggregates, and what GROUP BY names. */
function compileGrouped(expression: Expression, scope: Scope): Compiled | null {
  if (scope.group === null) return null;
  const { group } = scope;
  if (
    expression.kind === 'call' &&
    isAggregate(expression) &&
    (expression.over === null || expression.name === 'LISTAGG')
  ) {
    return compileAggregate(expression, { ...group.within, group: null }, group.slots);
  }
  if (expression.kind === 'literal' || expression.kind === 'bind') return null;
  const place = expression.kind === 'name' ? columnPlace(group.within, expression.parts, expression.at) : -1;
  const isKey = group.keys.some((key, index) => {
    if (place >= 0 && key.kind === 'name') return columnPlace(group.within, key.parts, key.at) === place;
    return group.keyTexts[index] === expressionText(expression);
  });
  if (isKey) return compile(expression, group.within);
  if (place >= 0) throw new OracleError(group.keys.length > 0 ? 979 : 937, '', (expression as { at: number }).at);
  return null;
}

function compileName(expression: Extract<Expression, { kind: 'name' }>, scope: Scope): Compiled {
  const { parts, at } = expression;
  const found = resolveColumn(scope, parts, at);
  if (found) {
    const { depth, place, column } = found;
    if (depth === 0) return { type: column.type, value: (frame) => frame.row[place] ?? null };
    return {
      type: column.type,
      value: (frame) => {
        let at: Frame = frame;
        for (let i = 0; i < depth; i += 1) at = at.outer!;
        return at.row[place] ?? null;
      },
    };
  }
  const last = parts[parts.length - 1]!;
  if ((last === 'NEXTVAL' || last === 'CURRVAL') && parts.length > 1) {
    const sequence = sequenceOf(scope.build, parts.slice(0, -1), at);
    return { type: NUMBER, value: (_, run) => nextValue(sequence, last, run) };
  }
  const pseudo = parts.length === 1 ? PSEUDO_COLUMNS[last] : undefined;
  if (pseudo && !expression.quoted) return pseudo;
  throw new OracleError(904, parts.map((part) => `"${part}"`).join('.'), at);
}

function compileCall(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Compiled {
  if (expression.over !== null && scope.windows !== null && !FUNCTIONS[expression.name])
    return compileWindow(expression, scope);
  if (isAggregate(expression)) throw new OracleError(934, '', expression.at);
  const known = FUNCTIONS[expression.name];
  if (!known) {
    if (expression.name.includes('.')) throw unsupported(`function ${expression.name}`, expression.at);
    throw new OracleError(904, `"${expression.name}"`, expression.at);
  }
  const args = expression.args.map((arg) => compile(arg, scope));
  if (args.length < known.least || args.length > known.most) {
    throw new OracleError(args.length < known.least ? 938 : 939, '', expression.at);
  }
  const types = args.map((arg) => arg.type);
  const type = known.type(types);
  return {
    type,
    value: (frame, run) =>
      known.apply(
        args.map((arg) => arg.value(frame, run)),
        run,
        types,
      ),
  };
}

function compileArithmetic(expression: Extract<Expression, { kind: 'arithmetic' }>, scope: Scope): Compiled {
  const left = compile(expression.left, scope);
  const right = compile(expression.right, scope);
  const { operator } = expression;
  if (operator === '||') {
    const size = (left.type.size ?? 100) + (right.type.size ?? 100);
    const isLong = left.type.name === 'CLOB' || right.type.name === 'CLOB';
    return {
      type: isLong ? { name: 'CLOB' } : textType(size),
      value: (frame, run) => {
        const { locale } = run.session;
        const a = toText(left.value(frame, run), locale, left.type) ?? '';
        return a + (toText(right.value(frame, run), locale, right.type) ?? '') || null;
      },
    };
  }
  const type = arithmeticType(left.type, right.type);
  return {
    type,
    value: (frame, run) => arithmetic(operator, left.value(frame, run), right.value(frame, run), type, run),
  };
}

function compileCase(expression: Extract<Expression, { kind: 'case' }>, scope: Scope): Compiled {
  const operand = expression.operand ? compile(expression.operand, scope) : null;
  const branches = expression.whens.map(({ when, then }) => {
    const result = compile(then, scope);
    if (operand === null) return { matches: compileCondition(when, scope), result };
    const wanted = compile(when, scope);
    const matches = (frame: Frame, run: Parameters<Compiled['value']>[1]): boolean => {
      const [a, b] = [operand.value(frame, run), wanted.value(frame, run)];
      return a !== null && b !== null && compareValues(a, b, run.session.locale, run.now) === 0;
    };
    return { matches, result };
  });
  const otherwise = expression.otherwise ? compile(expression.otherwise, scope) : null;
  const results = [...branches.map((branch) => branch.result), ...(otherwise ? [otherwise] : [])];
  return {
    type: commonType(results.map((result) => result.type)),
    value: (frame, run) => {
      const branch = branches.find((one) => one.matches(frame, run) === true);
      return (branch?.result ?? otherwise)?.value(frame, run) ?? null;
    },
  };
}

/** The type of CASE, COALESCE and set operators: that of the first, or the longest text. */
export function commonType(types: SqlType[]): SqlType {
  const real = types.filter((type) => !(type.name === 'VARCHAR2' && type.size === 1));
  const first = real[0] ?? types[0] ?? textType(1);
  if (isNumeric(first)) return NUMBER;
  if (!isText(first)) return real.find((type) => type.name === 'TIMESTAMP WITH TIME ZONE') ?? first;
  if (types.some((type) => type.name === 'CLOB')) return { name: 'CLOB' };
  return textType(
    Math.max(...types.map((type) => (isText(type) ? (type.size ?? 4000) * (type.characters ? 4 : 1) : 40))),
  );
}

function compileScalar(expression: Extract<Expression, { kind: 'scalar' }>, scope: Scope): Compiled {
  const subquery = compileSubquery(expression.query, scope);
  if (subquery.columns.length !== 1) throw new OracleError(913);
  return {
    type: subquery.columns[0]!.type,
    value: (frame, run) => {
      const rows = subquery.rows(frame, run);
      if (rows.length > 1) throw new OracleError(1427);
      return rows[0]?.[0] ?? null;
    },
  };
}
