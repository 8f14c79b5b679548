// Execute, re-execute and fetch: from the request through the engine to the answer.
import { bindType, readBind, type Described } from '../values/wire.ts';
import { type Value } from '../values/value.ts';
import { bindOrder, OPTION, readExecute, readReexecute, type ExecuteRequest } from '../ttc/execute.ts';
import { MESSAGE, type Dialect } from '../ttc/dialect.ts';
import { writeDescribe, writeEnd, writeIoVector, writeParameters, type CallEnd } from '../ttc/answers.ts';
import { type Reader } from '../ttc/reader.ts';
import { type Writer } from '../ttc/writer.ts';
import { encodeValue, writeBytes } from '../values/wire.ts';
import { toText } from '../sql/convert.ts';
import { atomically, compileStatement, isActive, parse } from '../sql/engine.ts';
import { OracleError } from '../sql/errors.ts';
import { commit } from '../sql/transactions.ts';
import { type Harm } from '../faults/faults.ts';
import { type Cursor } from './cursors.ts';
import { type Database } from './database.ts';
import { newRun, untilFree, type Session } from './session.ts';
import { waitsForDefine, writeRows } from './result-rows.ts';

export type Call = { database: Database; session: Session; dialect: Dialect; signal: AbortSignal; harm: Harm | null };

export const endOf = (session: Session | null, change: Partial<CallEnd> = {}): CallEnd => ({
  code: 0,
  message: '',
  position: 0,
  cursorId: 0,
  rowCount: 0,
  batchErrors: [],
  inTransaction: session !== null && isActive(session.transaction),
  ...change,
});

/** The text that a request is about, for faults; read without keeping anything. */
export function cursorFor(session: Session, request: ExecuteRequest): Cursor {
  if (request.sql !== null) {
    const known = request.cursorId > 0 ? session.cursors.get(request.cursorId) : undefined;
    if (known && known.sql === request.sql) return known;
    return session.cursors.add(request.sql, parse(request.sql));
  }
  const cursor = session.cursors.get(request.cursorId);
  if (!cursor) throw new OracleError(1001);
  return cursor;
}

function planOf(cursor: Cursor, { database, session }: Call): NonNullable<Cursor['plan']> {
  const { catalogue } = database;
  if (cursor.plan && cursor.planVersion === catalogue.version && cursor.plan.kind !== 'other') return cursor.plan;
  const build = { catalogue, session: session.state, binds: cursor.binds.map(bindType), named: [] };
  cursor.plan = compileStatement(cursor.parsed.statement, build, database.accounts);
  cursor.planVersion = catalogue.version;
  if (cursor.plan.kind === 'query') cursor.columns = cursor.plan.columns;
  return cursor.plan;
}

/** Places of binds that bring no value: those behind RETURNING … INTO. */
function returningPlaces(cursor: Cursor): Set<number> {
  const { statement } = cursor.parsed;
  return new Set('returning' in statement && statement.returning ? statement.returning.into : []);
}

function readRows(from: Reader, cursor: Cursor, executions: number, call: Call): Value[][] {
  const without = returningPlaces(cursor);
  const order = bindOrder(cursor.binds, cursor.parsed.isPlsql, call.dialect).filter((place) => !without.has(place));
  const rows: Value[][] = [];
  for (let i = 0; i < executions; i += 1) {
    const row = Array<Value>(cursor.binds.length).fill(null);
    if (order.length > 0) {
      from.skip(1);
      for (const place of order) row[place] = readOne(from, cursor.binds[place]!, call.session);
    }
    rows.push(row);
  }
  return rows;
}

function readOne(from: Reader, bind: Described, session: Session): Value {
  if (!bind.array) {
    const value = readBind(from, bind, session.lobs.content);
    return value === '' ? null : value;
  }
  for (let left = from.ub(); left > 0; left -= 1) readBind(from, bind, session.lobs.content);
  return null;
}

type Done = {
  rowCount: number;
  counts: number[];
  batchErrors: CallEnd['batchErrors'];
  returned: Value[][][];
  out: Map<number, Value>;
};

async function runRows(cursor: Cursor, rows: Value[][], batch: boolean, call: Call): Promise<Done> {
  const done: Done = { rowCount: 0, counts: [], batchErrors: [], returned: [], out: new Map() };
  const { harm } = call;
  for (const [index, binds] of rows.entries()) {
    try {
      if (harm?.do === 'row-error' && harm.rows.includes(index)) throw new OracleError(harm.code, 'injected');
      const effect = await untilFree(call.session, call.signal, () => {
        const run = newRun(call.database, call.session, [...binds]);
        const plan = planOf(cursor, call);
        if (plan.kind === 'query') throw new Error('a query is no change');
        return plan.kind === 'other'
          ? { ...plan.run(run), returned: [] }
          : { ...atomically(run, () => plan.run(run)), out: new Map<number, Value>() };
      });
      done.rowCount += effect.rows;
      done.counts.push(effect.rows);
      done.returned.push(effect.returned);
      for (const [place, value] of effect.out) done.out.set(place, value);
    } catch (error) {
      if (!batch || !(error instanceof OracleError) || error.code === 1013) {
        if (error instanceof OracleError) throw Object.assign(error, { rowsDone: done.rowCount });
        throw error;
      }
      done.counts.push(0);
      done.batchErrors.push({ row: index, code: error.code, message: error.message });
    }
  }
  return done;
}

function writeOutValue(to: Writer, value: Value, bind: Described, call: Call): void {
  const isTextBind = bind.code === 1 || bind.code === 96;
  const settled = isTextBind && value !== null ? toText(value, call.session.state.locale) : value;
  if (settled === null) to.u8(0);
  else if (bind.code === 112 || bind.code === 113) {
    to.ub(40);
    to.ub((settled as string | Buffer).length);
    to.ub(8132);
    to.bytes(call.session.lobs.add(settled as string | Buffer));
  } else writeBytes(to, encodeValue(bind.code, bind.form, settled));
  to.sb(settled === null ? -1 : 0);
}

function writeOut(to: Writer, cursor: Cursor, done: Done, call: Call): void {
  if (done.out.size === 0) return;
  writeIoVector(
    to,
    cursor.binds.map((_, place) => (done.out.has(place) ? 48 : 32)),
  );
  to.u8(MESSAGE.rowData);
  cursor.binds.forEach((bind, place) => {
    if (done.out.has(place)) writeOutValue(to, done.out.get(place)!, bind, call);
  });
}

function writeReturned(to: Writer, cursor: Cursor, done: Done, call: Call): void {
  const places = [...returningPlaces(cursor)];
  if (places.length === 0) return;
  for (const rows of done.returned) {
    to.u8(MESSAGE.rowData);
    places.forEach((place, index) => {
      to.ub(rows.length);
      for (const row of rows) writeOutValue(to, row[index]!, cursor.binds[place]!, call);
    });
  }
}

async function answerChange(
  cursor: Cursor,
  rows: Value[][],
  options: { batch: boolean; commit: boolean; rowCounts: boolean },
  call: Call,
  to: Writer,
): Promise<void> {
  const done = await runRows(cursor, rows, options.batch, call);
  const { session } = call;
  // With batch errors nothing is committed by the call itself.
  if (options.commit && done.batchErrors.length === 0) commit(session.transaction);
  writeOut(to, cursor, done, call);
  writeReturned(to, cursor, done, call);
  writeParameters(to, options.rowCounts ? done.counts : null);
  const failed = done.batchErrors.length > 0 ? { code: 24381, message: 'ORA-24381: error(s) in array DML' } : {};
  writeEnd(
    to,
    endOf(session, { ...failed, cursorId: cursor.id, rowCount: done.rowCount, batchErrors: done.batchErrors }),
    call.dialect,
  );
}

const describedAs = (cursor: Cursor): string => JSON.stringify(cursor.columns);

async function answerQuery(
  cursor: Cursor,
  binds: Value[],
  options: { parsed: boolean; rows: number },
  call: Call,
  to: Writer,
): Promise<void> {
  const before = describedAs(cursor);
  const { session, dialect } = call;
  cursor.rows = await untilFree(session, call.signal, () => {
    const plan = planOf(cursor, call);
    const run = newRun(call.database, session, binds);
    return plan.kind === 'query' ? atomically(run, () => plan.rows(run)) : [];
  });
  cursor.at = 0;
  if (options.parsed || before !== describedAs(cursor)) {
    cursor.defines = null;
    writeDescribe(to, cursor.columns, dialect);
  }
  const ended =
    !waitsForDefine(cursor) &&
    options.rows > 0 &&
    writeRows(to, cursor, options.rows, session.lobs, session.state.locale);
  writeParameters(to, null);
  writeEnd(to, fetchEnd(cursor, ended, session), dialect);
}

const fetchEnd = (cursor: Cursor, ended: boolean, session: Session): CallEnd =>
  endOf(session, {
    cursorId: cursor.id,
    rowCount: cursor.at,
    ...(ended ? { code: 1403, message: 'ORA-01403: no data found' } : {}),
  });

export async function answerExecute(
  cursor: Cursor,
  request: ExecuteRequest,
  from: Reader,
  call: Call,
  to: Writer,
): Promise<void> {
  const { session, dialect } = call;
  if (request.defines) {
    cursor.defines = request.defines;
    if (!(request.options & OPTION.execute)) return writeEnd(to, endOf(session, { cursorId: cursor.id }), dialect);
  }
  if (request.binds) {
    cursor.binds = request.binds;
    cursor.plan = null;
  }
  if (!(request.options & OPTION.execute)) {
    const plan = planOf(cursor, call);
    if (plan.kind === 'query') writeDescribe(to, cursor.columns, dialect);
    return writeEnd(to, endOf(session, { cursorId: cursor.id }), dialect);
  }
  if (cursor.parsed.binds.length > cursor.binds.length && !isDefinition(cursor)) throw new OracleError(1008);
  const { isQuery } = cursor.parsed;
  const rows = readRows(from, cursor, isQuery ? 1 : Math.max(1, request.executions), call);
  if (isQuery) {
    const wanted = request.options & OPTION.fetch ? request.prefetch : 0;
    return answerQuery(cursor, rows[0]!, { parsed: request.sql !== null, rows: wanted }, call, to);
  }
  const batch = (request.options & OPTION.batchErrors) !== 0;
  return answerChange(
    cursor,
    rows,
    { batch, commit: (request.options & OPTION.commit) !== 0, rowCounts: request.rowCounts },
    call,
    to,
  );
}

const isDefinition = (cursor: Cursor): boolean =>
  !['query', 'insert', 'update', 'delete', 'merge', 'block'].includes(cursor.parsed.statement.kind);

export async function answerReexecute(
  request: ReturnType<typeof readReexecute>,
  cursor: Cursor,
  fetches: boolean,
  from: Reader,
  call: Call,
  to: Writer,
): Promise<void> {
  const rows = readRows(from, cursor, cursor.parsed.isQuery ? 1 : Math.max(1, request.count), call);
  if (cursor.parsed.isQuery)
    return answerQuery(cursor, rows[0]!, { parsed: false, rows: fetches ? request.count : 0 }, call, to);
  return answerChange(cursor, rows, { batch: false, commit: request.commit, rowCounts: false }, call, to);
}

export function answerFetch(cursor: Cursor, count: number, call: Call, to: Writer): void {
  const { session } = call;
  const ended = writeRows(to, cursor, count, session.lobs, session.state.locale);
  writeEnd(to, fetchEnd(cursor, ended, session), call.dialect);
}

export { readExecute, readReexecute };
