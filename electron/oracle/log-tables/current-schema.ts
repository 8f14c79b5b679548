// Makes the names of the log tables mean those of their owner, in a session of another user without synonyms too.
import type { SqlSession } from '../../app/oracle-ports.ts';

/** A name cannot be bound: `owner` is what the settings let through, letters, digits, `_`, `$` and `#` alone. */
export const currentSchema = (owner: string): string => `ALTER SESSION SET CURRENT_SCHEMA = ${owner.toUpperCase()}`;

/** For the whole life of the session. @throws AppError from the session; ORA-01435 when there is no such schema */
export async function useSchemaOf(session: SqlSession, owner: string | null): Promise<void> {
  if (owner !== null) await session.execute(currentSchema(owner));
}
