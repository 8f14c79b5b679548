// The store where SQLite is: opens the file and answers the port's methods one by one, each in a transaction of its
// kind. Knows no thread.
import type { Deed } from '../app/user-ports.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import { createAuditing } from './audit/auditing.ts';
import { openFile } from './file/open-file.ts';
import { markSuspect } from './file/soundness.ts';
import type { Opening } from './messages.ts';
import { migrations } from './migrations/list.ts';
import { foreseen, isDamage } from './sqlite-failures.ts';
import { storeMethods, type MethodKind } from './store-methods.ts';
import { createTables, type StoreLimits } from './tables/all-tables.ts';

export type StoreServer = {
  notices: ErrorReport[];
  /**
   * @param method `group.name` of the port, or `changesElsewhere`
   * @param deed who asks, and when; entered into the audit with what a person does
   * @throws AppError as the port says
   */
  answer(method: string, values: unknown[], deed: Deed): Promise<unknown>;
  /** Gives back the pages of the file that are kept in memory; they are read again when they are needed. */
  releaseMemory(): void;
  close(): void;
};

type Act = (values: unknown[], deed: Deed) => unknown;
type Method = (...values: unknown[]) => unknown;

/** @throws AppError as `openFile`. */
export function startStore({ path, openedAt, nativeBinding }: Opening, limits?: StoreLimits): StoreServer {
  const { connection, notices } = openFile({ path, now: openedAt, nativeBinding, migrations });
  const { database } = connection;
  const tables = createTables(connection, limits);
  const methods = tables as unknown as Record<string, Record<string, Method>>;
  const audited = createAuditing(connection, tables);
  const inTransaction: Record<MethodKind, (act: () => unknown) => unknown> = {
    read: (act) => database.transaction(act).deferred(),
    write: (act) => database.transaction(act).immediate(),
    free: (act) => act(),
  };
  const acts = new Map<string, Act>([['changesElsewhere', changeCounter(database)]]);
  for (const [group, kinds] of Object.entries(storeMethods)) {
    for (const [name, kind] of Object.entries(kinds) as [string, MethodKind][]) {
      const method = methods[group]?.[name];
      if (!method) continue;
      const act = audited(`${group}.${name}`, method);
      acts.set(`${group}.${name}`, (values, deed) => inTransaction[kind](() => act(values, deed)));
    }
  }

  return {
    notices,
    async answer(method, values, deed) {
      const act = acts.get(method);
      if (!act) throw new Error(`The store has no method ${method}.`);
      try {
        return await act(values, deed);
      } catch (error) {
        if (isDamage(error)) markSuspect(path);
        throw error instanceof AppError ? error : foreseen(error, path);
      }
    },
    releaseMemory: () => void database.pragma('shrink_memory'),
    close: () => void database.close(),
  };
}

/** SQLite's data_version differs whenever another connection has changed the file; counted, so that it only grows. */
function changeCounter(database: { pragma(text: string, options: { simple: true }): unknown }): () => number {
  const version = (): unknown => database.pragma('data_version', { simple: true });
  let last = version();
  let changes = 0;
  return () => {
    const now = version();
    if (now !== last) changes += 1;
    last = now;
    return changes;
  };
}
