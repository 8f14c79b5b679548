// What an `.env` file says of a database and of where its backups went; the keys that were of use with it.
import { sqlOfEnv, strategyOfEnv, type EnvDatabase, type EnvStrategy } from '../../shared/domain/env-import.ts';
import { sqlPasswordSchema } from '../../shared/domain/sql-connection.ts';
import { strategySpecSchema } from '../../shared/domain/strategy.ts';
import { newTargetSpec, passwordSchema, targetSpecSchema } from '../../shared/domain/target.ts';

export type EnvDatabaseReading = { database: EnvDatabase | null; strategy: EnvStrategy | null; taken: string[] };

const NAMES = {
  user: ['ORACLE_USER', 'ORACLE_USERNAME', 'DB_USER', 'DB_USERNAME'],
  password: ['ORACLE_PASSWORD', 'ORACLE_PWD', 'DB_PASSWORD'],
  dsn: ['ORACLE_DSN', 'ORACLE_CONNECT_STRING', 'ORACLE_CONNECTION_STRING', 'DB_DSN'],
  home: ['ORACLE_HOME'],
  sid: ['ORACLE_SID'],
  tnsAdmin: ['TNS_ADMIN'],
  basePath: ['BACKUP_BASE_PATH', 'BACKUP_PATH', 'BACKUP_DIR'],
  retention: ['RETENTION_DAYS', 'BACKUP_RETENTION_DAYS'],
} as const;
type Name = keyof typeof NAMES;

/** @param values keys in capitals, see `parseEnv` */
export function readEnvDatabase(values: ReadonlyMap<string, string>): EnvDatabaseReading {
  const found = new Map<Name, { key: string; value: string }>();
  for (const [name, keys] of Object.entries(NAMES) as [Name, readonly string[]][]) {
    const key = keys.find((candidate) => isUsable(name, values.get(candidate) ?? ''));
    if (key !== undefined) found.set(name, { key, value: values.get(key) ?? '' });
  }
  const database = databaseOf((name) => found.get(name)?.value ?? null);
  const strategy = strategyOf((name) => found.get(name)?.value ?? null);
  const ofStrategy: readonly Name[] = ['basePath', 'retention'];
  const isTaken = (name: Name): boolean => (ofStrategy.includes(name) ? strategy !== null : database !== null);
  return { database, strategy, taken: [...found].filter(([name]) => isTaken(name)).map(([, { key }]) => key) };
}

type Value = (name: Name) => string | null;

/** A user and an address make a database; less does not. */
function databaseOf(value: Value): EnvDatabase | null {
  const user = value('user');
  const dsn = value('dsn');
  if (user === null || (dsn === null && value('sid') === null)) return null;
  const home = value('home');
  const tnsAdmin = value('tnsAdmin') ?? (home === null ? null : `${home.replace(/[\\/]+$/, '')}/network/admin`);
  // RMAN takes a descriptor too, but none of its blanks.
  const connectIdentifier = dsn === null ? null : dsn.replace(/\s+/g, '');
  return {
    user,
    password: value('password'),
    connectIdentifier,
    sql: dsn === null ? null : sqlOfEnv(dsn, user, tnsAdmin),
    oracleHome: home ?? '',
    oracleSid: value('sid') ?? '',
    tnsAdmin: value('tnsAdmin'),
  };
}

function strategyOf(value: Value): EnvStrategy | null {
  const days = value('retention');
  const basePath = value('basePath');
  return basePath === null && days === null ? null : { basePath, retentionDays: days === null ? null : Number(days) };
}

function isUsable(name: Name, value: string): boolean {
  if (value === '') return false;
  switch (name) {
    case 'user': return holds({ login: { kind: 'password', username: value, connectIdentifier: null, as: 'sysdba' } });
    // One that RMAN cannot be given could not be used here either.
    case 'password': return passwordSchema.safeParse(value).success && sqlPasswordSchema.safeParse(value).success;
    case 'dsn': return holds({
      login: { kind: 'password', username: 'X', connectIdentifier: value.replace(/\s+/g, ''), as: 'sysdba' },
    });
    case 'home': return holds({ runner: { kind: 'local', oracleHome: value, oracleSid: 'X', tnsAdmin: null } });
    case 'sid': return holds({ runner: { kind: 'local', oracleHome: '/x', oracleSid: value, tnsAdmin: null } });
    case 'tnsAdmin': return holds({ runner: { kind: 'local', oracleHome: '/x', oracleSid: 'X', tnsAdmin: value } });
    case 'basePath': return /^(\/|[A-Za-z]:[\\/])/.test(value) && makesStrategy({ basePath: value, retentionDays: null });
    case 'retention': return /^\d+$/.test(value) && makesStrategy({ basePath: null, retentionDays: Number(value) });
  }
}

/** True when a database with this part would be accepted. */
function holds(part: object): boolean {
  const whole = { ...newTargetSpec('local'), name: 'X', runner: newTargetSpec('simulated').runner, ...part };
  return targetSpecSchema.safeParse(whole).success;
}

const makesStrategy = (found: EnvStrategy): boolean => strategySpecSchema.safeParse(strategyOfEnv(found, 'X')).success;
