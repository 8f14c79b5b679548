// The log tables in the stand-in for Oracle: what of the real scripts holds rows; views and comments would only cost.
import type { SqlSession } from '../../electron/app/oracle-ports.ts';
import { emptySchema, planInstallation } from '../../electron/oracle/log-tables/plan.ts';
import { logTableVersions } from '../../electron/oracle/log-tables/versions.ts';

const HOLDS_NO_ROW = new Set(['view', 'comment']);

export async function createLogTables(session: SqlSession): Promise<void> {
  const { statements } = planInstallation(logTableVersions(), emptySchema);
  for (const { text, deed } of statements) {
    if (deed.kind === 'commit') await session.commit();
    else if (!HOLDS_NO_ROW.has(deed.kind)) await session.execute(text);
  }
}
