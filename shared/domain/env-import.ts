// The database and the first strategy that an `.env` file of the earlier backend describes: what it says, and the specs
// that follow from it once the user has added what the file does not know. Reads no file.
import { z } from 'zod';
import { newSqlConnection, newSqlAddress, sqlConnectionSchema, type SqlAddress, type SqlConnection } from './sql-connection.ts';
import { newStrategySpec, type StrategySpec } from './strategy.ts';
import { newTargetSpec, type TargetSpec } from './target.ts';

/** ORACLE_USER, ORACLE_PASSWORD, ORACLE_DSN, and ORACLE_HOME, ORACLE_SID, TNS_ADMIN where the file has them. */
export const envDatabaseSchema = z.strictObject({
  user: z.string(),
  /** `null`: none, or one that no keychain entry may hold. */
  password: z.string().nullable(),
  /** Net alias or Easy Connect string as RMAN takes it; `null` connects to the local instance. */
  connectIdentifier: z.string().nullable(),
  /** `null` where the address cannot be said without more than the file tells (an alias without TNS_ADMIN). */
  sql: sqlConnectionSchema.nullable(),
  /** Empty where the file has none: an installation that RMAN is started from. */
  oracleHome: z.string(),
  oracleSid: z.string(),
  tnsAdmin: z.string().nullable(),
});
export type EnvDatabase = z.infer<typeof envDatabaseSchema>;

/** BACKUP_BASE_PATH and RETENTION_DAYS. */
export const envStrategySchema = z.strictObject({
  basePath: z.string().nullable(),
  retentionDays: z.number().int().nullable(),
});
export type EnvStrategy = z.infer<typeof envStrategySchema>;

/** What the user adds before a database can be made of it. */
export type EnvAddition = { name: string; oracleHome: string; oracleSid: string };

/** SYS may log in with an administrative privilege only, and an application's user hardly with SYSDBA. */
const isSys = (user: string): boolean => user.toUpperCase() === 'SYS';

/** The database as its form would hold it; not yet checked. */
export function targetOfEnv(found: EnvDatabase, { name, oracleHome, oracleSid }: EnvAddition): TargetSpec {
  const as = isSys(found.user) ? 'sysdba' : 'sysbackup';
  return {
    ...newTargetSpec('local'),
    name,
    runner: { kind: 'local', oracleHome, oracleSid, tnsAdmin: found.tnsAdmin },
    login: { kind: 'password', username: found.user, connectIdentifier: found.connectIdentifier, as },
    sql: found.sql,
  };
}

/** The whole database into the directory of before, kept as long as before; without a schedule, as nothing was told. */
export function strategyOfEnv(found: EnvStrategy, name: string): StrategySpec {
  const spec = newStrategySpec();
  const { basePath, retentionDays } = found;
  return {
    ...spec,
    name,
    scope: { kind: 'database', mode: 'full', plusArchivedLogs: true },
    format: basePath === null ? null : `${basePath.replace(/[\\/]+$/, '')}${basePath.includes('\\') ? '\\' : '/'}%d_%T_%U`,
    afterwards: {
      ...spec.afterwards,
      deleteObsolete: retentionDays === null ? null : { kind: 'window', days: retentionDays },
    },
  };
}

/** `host`, `host:port/service`, `//host/service` and `tcps://…` as an address; `null` when it is none of these. */
export function easyAddress(text: string): SqlAddress | null {
  const found = /^(?:(tcps?):)?(?:\/\/)?(\[[0-9A-Fa-f:.%]+\]|[A-Za-z0-9_.-]+)(?::(\d{1,5}))?\/([A-Za-z0-9_.$#-]+)$/.exec(text);
  if (!found) return null;
  const [, protocol, host = '', port, service = ''] = found;
  return {
    kind: 'easy',
    protocol: protocol === 'tcps' ? 'tcps' : 'tcp',
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? 1521 : Number(port),
    service,
  };
}

/** The connection for SQL that a DSN and a user come to; `null` when the DSN cannot be one. */
export function sqlOfEnv(dsn: string, user: string, tnsAdmin: string | null): SqlConnection | null {
  const address = easyAddress(dsn) ?? (/^\s*\(/.test(dsn)
    ? { kind: 'descriptor' as const, text: dsn }
    : { ...newSqlAddress('alias'), alias: dsn, tnsAdmin: tnsAdmin ?? '' });
  const connection = { ...newSqlConnection(), address, user, privilege: isSys(user) ? 'sysdba' : 'normal' };
  return sqlConnectionSchema.safeParse(connection).data ?? null;
}
