// The part of the stand-in for main that has a log database: an empty schema that an installation fills.
import { grantsOf } from '../../electron/oracle/log-tables/grants.ts';
import { logTableVersions } from '../../electron/oracle/log-tables/versions.ts';
import type { LogDatabaseState, LogTables } from '../../shared/domain/log-database.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { FakeGround } from './fake-notify.ts';

type Own = Extract<keyof RespaldoHandlers, `logDatabase.${string}`>;

export function fakeLogDatabase({ slices, publish, now, keychain }: FakeGround): Pick<RespaldoHandlers, Own> {
  const statements = logTableVersions().flatMap((version) =>
    version.statements.map(({ text }) => ({ version: version.number, text })));
  const known = logTableVersions().length;
  let installed = false;
  const tell = (change: Partial<LogDatabaseState>): void => publish('logDatabase', { ...slices().logDatabase, ...change });
  const tables = (): LogTables => ({
    standing: installed ? 'ready' : 'absent',
    installed: installed ? known : 0,
    known,
    user: 'RESPALDO',
    owner: 'RESPALDO',
    statements: installed ? 0 : statements.length,
    foreign: [],
    missingPrivileges: installed ? [] : ['CREATE VIEW'],
  });
  const seen = (): LogTables => {
    if (slices().settings.logDatabase === null) throw new AppError('log-database.none');
    tell({ status: { kind: 'seen', tables: tables(), at: now() } });
    return tables();
  };
  return {
    'logDatabase.save': (next) => {
      publish('settings', { ...slices().settings, logDatabase: next });
      tell({ status: { kind: next === null ? 'not-configured' : 'unknown' } });
    },
    'logDatabase.setPassword': ({ acceptPlainText }) => {
      if (keychain !== 'available' && !acceptPlainText) throw new AppError('secret.plain-refused');
      tell({ hasPassword: true });
    },
    'logDatabase.forgetPassword': () => tell({ hasPassword: false }),
    'logDatabase.test': () => seen(),
    'logDatabase.look': () => seen(),
    'logDatabase.preview': ({ connected }) =>
      connected ? { tables: seen(), statements: installed ? [] : statements } : { tables: null, statements },
    'logDatabase.install': () => {
      installed = true;
      const steps = statements.map((statement) => ({ ...statement, outcome: 'done' as const, error: null }));
      return { steps, tables: seen() };
    },
    'logDatabase.grants': (names) => grantsOf(names).parts,
    'logDatabase.saveScript': ({ name }) => ({ path: `/home/dba/respaldo-log-tables-${name}.sql` }),
  };
}
