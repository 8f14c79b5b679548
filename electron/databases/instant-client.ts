// Which Instant Client this profile wants: the driver can become thick only before its first session, so one
// connection that needs it decides for all.
import type { Store } from '../app/store-port.ts';
import type { SqlConnection } from '../../shared/domain/sql-connection.ts';

/** The first directory that a connection of a target or of the log database names; `null`: none does. */
export async function wantedInstantClient(
  store: Pick<Store, 'targets'>,
  logDatabase: SqlConnection | undefined,
): Promise<string | null> {
  const targets = await store.targets.list();
  const connections = [...targets.map(({ spec }) => spec.sql), logDatabase ?? null];
  return connections.find((connection) => connection?.instantClient)?.instantClient ?? null;
}
