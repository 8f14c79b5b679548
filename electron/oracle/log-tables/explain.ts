// Says what Oracle's refusal of an installation's statement means, and the exact grant that helps; knows no session.
import { AppError, type ErrorReport } from '../../../shared/errors/app-error.ts';
import type { Deed } from './statement.ts';

/** What the statement was about. */
export type Circumstances = { deed: Deed; user: string; tablespace: string };

const NO_RIGHT = new Set(['ORA-01031', 'ORA-01720']);
/** Quota: none at all, or used up. */
const NO_QUOTA = new Set(['ORA-01950', 'ORA-01536']);
/** The tablespace itself is full. */
const FULL = new Set([
  'ORA-01652', 'ORA-01653', 'ORA-01654', 'ORA-01658', 'ORA-01659', 'ORA-01683', 'ORA-01688', 'ORA-01691', 'ORA-01692',
]);
/** Somebody holds the table: DDL does not wait. */
const IN_USE = new Set(['ORA-00054', 'ORA-04021', 'ORA-14411']);

const PRIVILEGES: Record<Deed['kind'], string> = {
  table: 'CREATE TABLE',
  column: 'CREATE TABLE',
  index: 'CREATE TABLE',
  'constraint-gone': 'CREATE TABLE',
  view: 'CREATE VIEW',
  comment: 'CREATE TABLE',
  version: 'CREATE TABLE',
  commit: 'CREATE SESSION',
};

/** The code that Oracle gave, as `ORA-01031`; '' when it said nothing. */
export const oracleCodeOf = (error: AppError): string => String(error.params['code'] ?? '');

/** A report with our own words where they help more than Oracle's, else the error as it came. */
export function explainRefusal(error: AppError, { deed, user, tablespace }: Circumstances): ErrorReport {
  const code = oracleCodeOf(error);
  if (NO_RIGHT.has(code)) {
    return new AppError('log-tables.privilege', { code, user, privilege: PRIVILEGES[deed.kind] }).report();
  }
  if (NO_QUOTA.has(code)) return new AppError('log-tables.quota', { code, user, tablespace }).report();
  if (FULL.has(code)) return new AppError('log-tables.full', { code, tablespace }).report();
  if (IN_USE.has(code)) return new AppError('log-tables.in-use', { code }).report();
  return error.report();
}
