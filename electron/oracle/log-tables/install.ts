// Installs or upgrades the log tables, one statement after the other, and says what became of each. DDL commits by
// itself: an installation that ends anywhere is continued by the next one from what the catalogue then shows.
import type { SqlSession } from '../../app/oracle-ports.ts';
import type { InstallReport, InstallStep, LogTables } from '../../../shared/domain/log-database.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { explainRefusal } from './explain.ts';
import { isMissing, planInstallation, type Plan } from './plan.ts';
import { readSchema, type SeenSchema } from './read-schema.ts';
import type { Statement } from './statement.ts';
import { logTableVersions, type Version } from './versions.ts';

/** How the schema stands, and what is still to be run. */
export type Survey = { tables: LogTables; statements: Statement[]; seen: SeenSchema };

/** Looks at the schema `owner` (`null`: the user's own); changes nothing. @throws AppError from the session */
export async function surveySchema(
  session: SqlSession,
  owner: string | null,
  versions: readonly Version[] = logTableVersions(),
): Promise<Survey> {
  const seen = await readSchema(session, owner);
  const plan = planInstallation(versions, seen.found);
  return { tables: tablesOf(plan, seen), statements: plan.statements, seen };
}

const tablesOf = ({ statements, ...plan }: Plan, { user, owner, missingPrivileges }: SeenSchema): LogTables => ({
  ...plan,
  user,
  owner,
  missingPrivileges,
  statements: statements.length,
});

/**
 * Refuses what may not be installed: a schema of a newer Respaldo, tables of somebody else, somebody else's schema.
 * @throws AppError `log-tables.newer`, `log-tables.foreign`, `log-tables.not-owner`
 */
export function refuseInstallation({ standing, installed, known, foreign, user, owner }: LogTables): void {
  if (standing === 'newer') throw new AppError('log-tables.newer', { installed, known });
  const [first] = foreign;
  if (first) throw new AppError('log-tables.foreign', { table: `${owner}.${first.table}`, missing: first.missing.join(', ') });
  if (user !== owner) throw new AppError('log-tables.not-owner', { user, owner });
}

/**
 * Brings the schema of the session's user to the newest version. `told` hears of every step that is over. A statement
 * that fails ends it, unless the catalogue shows that somebody else has just done the same.
 * @throws AppError as `refuseInstallation`, and from the session before the first statement
 */
export async function installLogTables(
  session: SqlSession,
  owner: string | null,
  told: (done: number, total: number) => void = () => {},
  versions: readonly Version[] = logTableVersions(),
): Promise<InstallReport> {
  const { tables, statements, seen } = await surveySchema(session, owner, versions);
  refuseInstallation(tables);
  const steps: InstallStep[] = [];
  for (const statement of statements) {
    const step = await run(session, statement, seen);
    steps.push(step);
    told(steps.length, statements.length);
    if (step.outcome === 'failed') break;
  }
  const open = statements.slice(steps.length).map((statement) => stepOf(statement, 'open'));
  return { steps: [...steps, ...open], tables: await tablesAfterwards(session, owner, versions) };
}

const stepOf = ({ version, text }: Statement, outcome: InstallStep['outcome']): InstallStep => ({
  version,
  text,
  outcome,
  error: null,
});

async function run(session: SqlSession, statement: Statement, seen: SeenSchema): Promise<InstallStep> {
  try {
    if (statement.deed.kind === 'commit') await session.commit();
    else await session.execute(statement.text);
    return stepOf(statement, 'done');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (await isThere(session, statement, seen.owner)) return stepOf(statement, 'there');
    const { user, tablespace } = seen;
    return { ...stepOf(statement, 'failed'), error: explainRefusal(error, { deed: statement.deed, user, tablespace }) };
  }
}

/** An installation on another workstation may have been faster. */
async function isThere(session: SqlSession, statement: Statement, owner: string): Promise<boolean> {
  try {
    return !isMissing(statement, (await readSchema(session, owner)).found);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function tablesAfterwards(
  session: SqlSession,
  owner: string | null,
  versions: readonly Version[],
): Promise<LogTables | null> {
  try {
    return (await surveySchema(session, owner, versions)).tables;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
