// The steps of a connection test that ask the session itself. A view that is not granted says which grant is missing;
// the other steps go on.
import type { SqlSession, SqlValue } from '../app/oracle-ports.ts';
import type { SqlConnection } from '../../shared/domain/sql-connection.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Finding } from './connection-test.ts';
import { DATABASE, grantOn, INSTANCE, MAY_READ, RECOVERY_AREA, VIEWS } from './statements.ts';

type Row = Record<string, SqlValue>;

/** Less room than this part of the recovery area, after what RMAN may delete, is worth a warning. */
const FULL = 0.9;

/** Findings for privileges, version, role, log mode and recovery area, in this order. */
export async function* lookInside(session: SqlSession, connection: SqlConnection): AsyncIterable<Finding> {
  const { user } = connection;
  yield await privileges(session, user);
  yield await ofView(session, 'v$instance', INSTANCE, user, version);
  let database: Row | null = null;
  yield await ofView(session, 'v$database', DATABASE, user, (row) => ((database = row), role(row)));
  yield database === null ? viewMissing('v$database', user) : logMode(database);
  yield await ofView(session, 'v$recovery_file_dest', RECOVERY_AREA, user, recoveryArea);
}

async function privileges(session: SqlSession, user: string): Promise<Finding> {
  const missing: string[] = [];
  for (const view of VIEWS) if (!(await isReadable(session, MAY_READ[view]))) missing.push(view);
  if (missing.length === 0) return { state: 'good', found: `${VIEWS.length}/${VIEWS.length}` };
  const all = missing.length === VIEWS.length;
  return {
    state: all ? 'bad' : 'warning',
    found: `${VIEWS.length - missing.length}/${VIEWS.length}`,
    reason: 'views-missing',
    params: { views: missing.join(', ').toUpperCase(), user },
    grants: all ? [`GRANT SELECT_CATALOG_ROLE TO ${user}`] : missing.map((view) => grantOn(view, user)),
  };
}

const isReadable = (session: SqlSession, question: string): Promise<boolean> =>
  session.query(question).then(() => true, (error: unknown) => {
    if (isNotGranted(error)) return false;
    throw error;
  });

async function ofView(
  session: SqlSession,
  view: string,
  sql: string,
  user: string,
  judge: (row: Row) => Finding,
): Promise<Finding> {
  try {
    const [row] = await session.query(sql);
    return judge(row ?? {});
  } catch (error) {
    if (isNotGranted(error)) return viewMissing(view, user);
    if (!(error instanceof AppError)) throw error;
    const params = { code: String(error.params['code'] ?? error.code), detail: String(error.params['detail'] ?? '') };
    return { state: 'bad', reason: 'oracle', params };
  }
}

/** Without a grant Oracle does not even say that the view exists. */
const isNotGranted = (error: unknown): boolean =>
  error instanceof AppError && ['ORA-00942', 'ORA-01031', 'ORA-41900'].includes(String(error.params['code']));

const viewMissing = (view: string, user: string): Finding => ({
  state: 'warning',
  reason: 'view-missing',
  params: { view: view.toUpperCase(), user },
  grants: [grantOn(view, user)],
});

const text = (value: SqlValue | undefined): string => (value === null || value === undefined ? '' : String(value));

function version(row: Row): Finding {
  const found = `${text(row['version'])} · ${text(row['instance_name'])} @ ${text(row['host_name'])}`;
  const status = text(row['status']);
  if (status !== 'OPEN') return { state: 'warning', found, reason: 'not-open', params: { status } };
  const [major = 0, minor = 0] = text(row['version']).split('.').map(Number);
  if (major < 11 || (major === 11 && minor < 2)) return { state: 'warning', found, reason: 'release-old', params: {} };
  return { state: 'good', found };
}

function role(row: Row): Finding {
  const found = `${text(row['db_unique_name']) || text(row['name'])} · ${text(row['database_role'])} · ${text(row['open_mode'])}`;
  return { state: 'good', found };
}

function logMode(row: Row): Finding {
  const found = text(row['log_mode']);
  return found === 'NOARCHIVELOG' ? { state: 'warning', found, reason: 'noarchivelog', params: {} } : { state: 'good', found };
}

function recoveryArea(row: Row): Finding {
  const limit = Number(row['space_limit'] ?? 0);
  const name = text(row['name']);
  if (name === '' || limit === 0) return { state: 'warning', reason: 'no-recovery-area' };
  const used = (Number(row['space_used'] ?? 0) - Number(row['space_reclaimable'] ?? 0)) / limit;
  const percent = Math.round(used * 100);
  const found = `${name} · ${percent} %`;
  return used < FULL ? { state: 'good', found } : { state: 'warning', found, reason: 'recovery-area-full', params: { percent } };
}
