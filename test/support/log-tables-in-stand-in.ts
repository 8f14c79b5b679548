// The log tables in the stand-in for Oracle: the tables of the real script, as far as the stand-in knows them.
import type { SqlSession } from '../../electron/app/oracle-ports.ts';
import { emptySchema, planInstallation } from '../../electron/oracle/log-tables/plan.ts';
import { logTableVersions } from '../../electron/oracle/log-tables/versions.ts';

export async function createLogTables(session: SqlSession): Promise<void> {
  const { statements } = planInstallation(logTableVersions(), emptySchema);
  for (const { text, deed } of statements) {
    if (deed.kind === 'table') await session.execute(withoutVirtualColumns(text));
  }
}

/** The stand-in has no virtual columns; what they are computed from stands for them. */
const withoutVirtualColumns = (text: string): string =>
  text.replace(/^.*GENERATED ALWAYS AS .* VIRTUAL,\n/gm, '').replaceAll('planned_utc', 'planned_at');
