// Enters into the audit what a method of the store does for somebody, in the transaction of the method: the one place
// where entries come from.
import type { Deed } from '../../app/user-ports.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';
import { createAudit, type Told } from '../tables/audit.ts';
import { createAccounts } from './accounts.ts';

type Method = (...values: unknown[]) => unknown;
/** A method that knows who asks for it. */
export type AuditedMethod = (values: unknown[], deed: Deed) => unknown;

type LooseAccount = {
  concerns?(...values: unknown[]): boolean;
  see(...values: unknown[]): unknown;
  tell(seen: { values: unknown[]; before: unknown; after: unknown; answer: unknown }): Told[];
};

/** Wraps a method by its name; one without an account stays as it is. Both must run in one transaction that writes. */
export function createAuditing(connection: Connection, tables: Tables) {
  const audit = createAudit(connection);
  const accounts = createAccounts(tables, connection) as unknown as Record<string, LooseAccount | undefined>;
  return (name: string, method: Method): AuditedMethod => {
    const account = accounts[name];
    if (!account) return (values) => method(...values);
    return (values, { by, at }) => {
      if (account.concerns?.(...values) === false) return method(...values);
      const before = account.see(...values);
      const answer = method(...values);
      const after = account.see(...values);
      for (const told of account.tell({ values, before, after, answer })) audit.add(told, by, at);
      return answer;
    };
  };
}
