// The clock of the database's server beside this machine's. Needs no grant.
import type { SqlSession } from '../../app/oracle-ports.ts';

/** As text in UTC, so that no zone of a session or a driver comes into it. */
export const clockSql = `
SELECT TO_CHAR(SYS_EXTRACT_UTC(SYSTIMESTAMP), 'YYYY-MM-DD HH24:MI:SS.FF3') AS utc
FROM   dual`;

/** By how many milliseconds the server is ahead; half of the question's way is taken off. @throws as `query` */
export async function askClockSkew(session: SqlSession, now: () => number): Promise<number> {
  const asked = now();
  const [row] = await session.query(clockSql);
  const there = Date.parse(`${String(row?.['utc']).replace(' ', 'T')}Z`);
  return Math.round(there - (asked + now()) / 2);
}
