// What a logged-on client may call: finds out which call a request is, and answers it.
import { changePassword, readAuth } from '../auth/logon.ts';
import { type CallName } from '../faults/faults.ts';
import { FUNCTION, MESSAGE, type Dialect } from '../ttc/dialect.ts';
import { readExecute, readReexecute } from '../ttc/execute.ts';
import { readPiggyback, type PiggybackTarget } from '../ttc/piggybacks.ts';
import { writeStatus } from '../ttc/answers.ts';
import { MalformedMessage, type Reader } from '../ttc/reader.ts';
import { type Writer } from '../ttc/writer.ts';
import { isActive } from '../sql/engine.ts';
import { OracleError, unsupported } from '../sql/errors.ts';
import { commit, rollback } from '../sql/transactions.ts';
import { answerExecute, answerFetch, answerReexecute, cursorFor, endOf, type Call } from './execute.ts';
import { answerLob } from './lobs.ts';
import { type Session } from './session.ts';

/** A call that is understood and ready to be answered. `answers` is false for one-way messages. */
export type Ready = {
  name: CallName;
  sql: string | null;
  cursorId: number;
  answers: boolean;
  run: (call: Call, to: Writer) => Promise<void> | void;
};

function piggybackTarget(session: Session): PiggybackTarget {
  return {
    closeCursor: session.cursors.close,
    freeLob: session.lobs.free,
    setSchema: (name) => void (session.state.schema = name.startsWith('"') ? name.slice(1, -1) : name.toUpperCase()),
    setAttribute: (name, value) => void (session.state[name] = value),
  };
}

export function readFunctionHeader(from: Reader, dialect: Dialect): number {
  const code = from.u8();
  from.skip(1);
  if (dialect.fieldVersion >= 18) from.ub();
  return code;
}

export function readCall(from: Reader, dialect: Dialect, session: Session): Ready {
  for (;;) {
    const type = from.u8();
    const code = readFunctionHeader(from, dialect);
    if (type === MESSAGE.piggyback) readPiggyback(code, from, piggybackTarget(session));
    else if (type === MESSAGE.oneWay)
      return { name: 'other', sql: null, cursorId: 0, answers: false, run: () => undefined };
    else if (type === MESSAGE.function) return readFunction(code, from, dialect, session);
    else throw new MalformedMessage(`message ${type} is not understood`);
  }
}

function simple(name: CallName, work: (call: Call) => void): Ready {
  return {
    name,
    sql: null,
    cursorId: 0,
    answers: true,
    run(call, to) {
      work(call);
      writeStatus(to, isActive(call.session.transaction));
    },
  };
}

function readFunction(code: number, from: Reader, dialect: Dialect, session: Session): Ready {
  switch (code) {
    case FUNCTION.execute: {
      const request = readExecute(from, dialect);
      const sql = request.sql ?? session.cursors.get(request.cursorId)?.sql ?? null;
      const ready: Ready = {
        name: 'execute',
        sql,
        cursorId: request.cursorId,
        answers: true,
        run(call, to) {
          const cursor = cursorFor(session, request);
          ready.cursorId = cursor.id;
          return answerExecute(cursor, request, from, call, to);
        },
      };
      return ready;
    }
    case FUNCTION.reexecute:
    case FUNCTION.reexecuteAndFetch: {
      const request = readReexecute(from);
      const cursor = session.cursors.get(request.cursorId);
      return {
        name: 'execute',
        sql: cursor?.sql ?? null,
        cursorId: request.cursorId,
        answers: true,
        run(call, to) {
          if (!cursor) throw new OracleError(1001);
          return answerReexecute(request, cursor, code === FUNCTION.reexecuteAndFetch, from, call, to);
        },
      };
    }
    case FUNCTION.fetch: {
      const [cursorId, count] = [from.ub(), from.ub()];
      const cursor = session.cursors.get(cursorId);
      return {
        name: 'fetch',
        sql: cursor?.sql ?? null,
        cursorId,
        answers: true,
        run(call, to) {
          if (!cursor) throw new OracleError(1001);
          answerFetch(cursor, count, call, to);
        },
      };
    }
    case FUNCTION.lob:
      return {
        name: 'lob',
        sql: null,
        cursorId: 0,
        answers: true,
        run: (call, to) => answerLob(from, to, session.lobs, dialect, endOf(call.session)),
      };
    case FUNCTION.commit:
      return simple('commit', () => commit(session.transaction));
    case FUNCTION.rollback:
      return simple('rollback', () => rollback(session.transaction));
    case FUNCTION.ping:
      return simple('ping', () => undefined);
    case FUNCTION.logoff:
      return simple('logoff', () => rollback(session.transaction));
    case FUNCTION.endPipeline:
      return simple('other', () => undefined);
    case FUNCTION.authTwo:
      return {
        name: 'other',
        sql: null,
        cursorId: 0,
        answers: true,
        run(_, to) {
          const { pairs } = readAuth(from);
          changePassword(session.account, session.key, pairs.get('AUTH_NEWPASSWORD') ?? '');
          to.u8(MESSAGE.parameters);
          to.ub(0);
          writeStatus(to, false);
        },
      };
    default:
      throw unsupported(`TTC function ${code}`);
  }
}
