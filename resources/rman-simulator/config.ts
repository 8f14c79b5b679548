// The simulator's settings: defaults, then <home>/simulator.json, then the RESPALDO_SIM variable. Documented in
// docs/simulator.md. A setting that cannot be read is refused, never ignored.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFailureName, type FailureOrder } from './failures.ts';
import { releaseNamed, RELEASES, type Release } from './output/releases.ts';
import type { OpenMode } from './state/model.ts';

export interface DatabaseShape {
  name: string;
  uniqueName: string | null;
  dbid: number | null;
  edition: 'EE' | 'SE2' | 'XE' | 'FREE';
  logMode: 'ARCHIVELOG' | 'NOARCHIVELOG';
  openMode: OpenMode;
  role: 'PRIMARY' | 'PHYSICAL STANDBY';
  /** Tablespace → megabytes; null for the usual ones. */
  tablespaces: Record<string, number> | null;
  pdbs: string[];
  pdbTablespaces: Record<string, number> | null;
  readOnly: string[];
  offline: string[];
  configuration: Record<string, string>;
}

export interface SimulatorConfig {
  home: string;
  release: Release;
  /** `auto` follows NLS_LANG. */
  language: 'auto' | 'en' | 'es';
  /** About how long the backup of the whole database takes on one channel. */
  seconds: number;
  /** Bytes written per simulated byte. */
  scale: number;
  windows: boolean;
  /** Instance name on RAC: printed behind the SID. */
  instance: string | null;
  crlf: boolean;
  nulPage: boolean;
  encoding: 'utf8' | 'cp1252';
  /** The database's password; null accepts any that is not empty. */
  password: string | null;
  /** The encryption wallet is open. */
  walletOpen: boolean;
  /** Where a tape channel finds its library: only in PARMS, or where Oracle looks by itself too (libobk). */
  tapeLibrary: 'in-parms' | 'linked';
  /** Minutes between log switches of the running database. */
  logSwitchMinutes: number;
  database: DatabaseShape;
  failures: FailureOrder[];
}

export class ConfigRefusal extends Error {}

type Settings = Record<string, unknown>;

const KNOWN = (
  'version edition language seconds scale platform instance crlf nulPage encoding password wallet tapeLibrary ' +
  'logSwitchMinutes database failures'
).split(' ');

/** @throws ConfigRefusal naming the setting that cannot be read. */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string): SimulatorConfig {
  const home = resolve(cwd, env['RESPALDO_SIM_HOME'] ?? '.rman-simulator');
  const settings = { ...fileSettings(join(home, 'simulator.json')), ...variableSettings(env['RESPALDO_SIM']) };
  for (const key of Object.keys(settings)) {
    if (!KNOWN.includes(key)) throw new ConfigRefusal(`unknown simulator setting "${key}"`);
  }
  const release = settings['version'] === undefined ? RELEASES['19'] : releaseNamed(String(settings['version']));
  if (release === null) throw new ConfigRefusal(`unknown version "${String(settings['version'])}"`);
  return {
    home,
    release,
    language: choice(settings, 'language', ['auto', 'en', 'es'], 'auto'),
    seconds: env['RESPALDO_SIM_SECONDS'] ? Number(env['RESPALDO_SIM_SECONDS']) || 0 : number(settings, 'seconds', 8),
    scale: number(settings, 'scale', 1 / 64),
    windows: choice(settings, 'platform', ['linux', 'windows'], 'linux') === 'windows',
    instance: text(settings, 'instance'),
    crlf: settings['crlf'] === true,
    nulPage: settings['nulPage'] === true,
    encoding: choice(settings, 'encoding', ['utf8', 'cp1252'], 'utf8'),
    password: text(settings, 'password'),
    walletOpen: choice(settings, 'wallet', ['open', 'closed'], 'closed') === 'open',
    tapeLibrary: choice(settings, 'tapeLibrary', ['in-parms', 'linked'], 'in-parms'),
    logSwitchMinutes: number(settings, 'logSwitchMinutes', 30),
    database: databaseShape(settings),
    failures: failureOrders(settings['failures']),
  };
}

function fileSettings(path: string): Settings {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  return parsed(content, path);
}

function variableSettings(value: string | undefined): Settings {
  return value === undefined || value.trim() === '' ? {} : parsed(value, 'RESPALDO_SIM');
}

function parsed(content: string, source: string): Settings {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Settings;
  } catch {
    // Reported below, together with JSON that is no object.
  }
  throw new ConfigRefusal(`${source} is not a JSON object`);
}

function choice<T extends string>(settings: Settings, key: string, allowed: readonly T[], fallback: T): T {
  const value = settings[key] ?? fallback;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new ConfigRefusal(`${key} must be one of ${allowed.join(', ')}`);
  return found;
}

function number(settings: Settings, key: string, fallback: number): number {
  const value = settings[key] ?? fallback;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new ConfigRefusal(`${key} must be a number, zero or more`);
  }
  return value;
}

function text(settings: Settings, key: string): string | null {
  const value = settings[key] ?? null;
  if (value !== null && typeof value !== 'string') throw new ConfigRefusal(`${key} must be a string`);
  return value;
}

function databaseShape(settings: Settings): DatabaseShape {
  const given = (settings['database'] ?? {}) as Settings;
  const sizes = (key: string): Record<string, number> | null => (given[key] ?? null) as Record<string, number> | null;
  const names = (key: string): string[] => (given[key] ?? []) as string[];
  const editions = ['EE', 'SE2', 'XE', 'FREE'] as const;
  return {
    name: (text(given, 'name') ?? 'DEMO').toUpperCase(),
    uniqueName: text(given, 'uniqueName'),
    dbid: given['dbid'] === undefined ? null : number(given, 'dbid', 0),
    edition: choice({ edition: settings['edition'] ?? given['edition'] }, 'edition', editions, 'EE'),
    logMode: choice(given, 'logMode', ['ARCHIVELOG', 'NOARCHIVELOG'], 'ARCHIVELOG'),
    openMode: choice(given, 'openMode', ['OPEN', 'MOUNTED', 'STARTED', 'DOWN'], 'OPEN'),
    role: choice(given, 'role', ['PRIMARY', 'PHYSICAL STANDBY'], 'PRIMARY'),
    tablespaces: sizes('tablespaces'),
    pdbs: names('pdbs'),
    pdbTablespaces: sizes('pdbTablespaces'),
    readOnly: names('readOnly'),
    offline: names('offline'),
    configuration: (given['configuration'] ?? {}) as Record<string, string>,
  };
}

function failureOrders(value: unknown): FailureOrder[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new ConfigRefusal('failures must be a list');
  return value.map((entry: unknown) => {
    const order = (typeof entry === 'string' ? { name: entry } : entry) as FailureOrder;
    if (!isFailureName(String(order.name))) throw new ConfigRefusal(`unknown failure "${String(order.name)}"`);
    return order;
  });
}
