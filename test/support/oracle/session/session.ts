// A logged-on session: its state, its transaction, and how a statement waits for a lock or is broken off.
import { OracleError } from '../sql/errors.ts';
import { type Run, type SessionState } from '../sql/run.ts';
import { beginTransaction, MustWait, rollback, wouldDeadlock, type Transaction } from '../sql/transactions.ts';
import { type Value } from '../values/value.ts';
import { type LogonAccount } from '../auth/accounts.ts';
import { newCursors, type Cursors } from './cursors.ts';
import { type Database } from './database.ts';
import { newLobs, type Lobs } from './lobs.ts';

export type Session = {
  state: SessionState;
  account: LogonAccount;
  /** Shared with the client since log-on; passwords are changed under it. */
  key: Buffer;
  transaction: Transaction;
  cursors: Cursors;
  lobs: Lobs;
};

export type Origin = {
  service: string;
  container: string;
  program: string;
  machine: string;
  terminal: string;
  osUser: string;
};

export function openSession(
  database: Database,
  account: LogonAccount,
  key: Buffer,
  administrative: string | null,
  origin: Origin,
): Session {
  const id = database.nextSessionId();
  const isSys = administrative === 'SYSDBA';
  const user = isSys ? 'SYS' : administrative === 'SYSBACKUP' ? 'SYSBACKUP' : account.name;
  const state: SessionState = {
    id,
    serial: id * 7 + 1,
    user,
    schema: administrative ? 'SYS' : account.name,
    administrative,
    ...origin,
    clientId: null,
    module: null,
    action: null,
    clientInfo: null,
    locale: {
      dateFormat: 'DD-MON-RR',
      timestampFormat: 'DD-MON-RR HH.MI.SSXFF AM',
      timestampTzFormat: 'DD-MON-RR HH.MI.SSXFF AM TZR',
      offset: 0,
    },
    currentValues: new Map(),
  };
  database.sessions.set(id, state);
  return { state, account, key, transaction: beginTransaction(), cursors: newCursors(), lobs: newLobs() };
}

/** What a lost connection does: nothing uncommitted stays. */
export function closeSession(database: Database, session: Session): void {
  rollback(session.transaction);
  database.sessions.delete(session.state.id);
}

export const newRun = (database: Database, session: Session, binds: Value[]): Run => ({
  catalogue: database.catalogue,
  session: session.state,
  transaction: session.transaction,
  binds,
  now: database.now(),
  hidden: null,
});

/**
 * Runs `attempt` until it meets no lock of another transaction.
 * @throws OracleError 60 when the wait would never end, 1013 when the call is broken off.
 */
export async function untilFree<T>(session: Session, call: AbortSignal, attempt: () => T): Promise<T> {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof MustWait)) throw error;
      await waitFor(session.transaction, error.holder, call);
    }
  }
}

async function waitFor(waiter: Transaction, holder: Transaction, call: AbortSignal): Promise<void> {
  if (wouldDeadlock(waiter, holder)) throw new OracleError(60);
  waiter.waitsFor = holder;
  try {
    await new Promise<void>((resolve, reject) => {
      const broken = (): void => reject(new OracleError(1013));
      if (call.aborted) return broken();
      call.addEventListener('abort', broken, { once: true });
      holder.ended.push(() => {
        call.removeEventListener('abort', broken);
        resolve();
      });
    });
  } finally {
    waiter.waitsFor = null;
  }
}
