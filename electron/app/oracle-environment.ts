// The environment in which a program of an Oracle home runs, here or on another machine: pure data, starts nothing.
import { posix, win32 } from 'node:path';
import type { OracleRunner } from '../../shared/domain/target.ts';

/** This process's own surroundings, of which a few names are let through. */
export type OwnEnvironment = { baseEnv: Record<string, string | undefined>; platform: NodeJS.Platform };

/**
 * Names that reach RMAN. Everything else stays behind, above all TWO_TASK, LOCAL and ORACLE_PDB_SID, which would
 * silently choose another database (reference §1.3).
 */
const LET_THROUGH: Record<'posix' | 'windows', readonly string[]> = {
  posix: ['HOME', 'USER', 'LOGNAME', 'TMPDIR', 'TZ'],
  windows: ['SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'TEMP', 'TMP', 'USERNAME', 'USERDOMAIN', 'USERPROFILE', 'TZ'],
};

/** Texts and dates in one known form, whatever this desktop speaks (reference §0 fact 1). */
export const FORCED = { NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8', NLS_DATE_FORMAT: 'YYYY-MM-DD HH24:MI:SS' };

/** What is let through of our own environment, and a PATH. */
export function basicEnv({ baseEnv, platform }: OwnEnvironment): Record<string, string> {
  const windows = platform === 'win32';
  const env: Record<string, string> = {};
  for (const name of LET_THROUGH[windows ? 'windows' : 'posix']) {
    const value = baseEnv[name];
    if (value !== undefined) env[name] = value;
  }
  env['PATH'] = baseEnv['PATH'] ?? baseEnv['Path'] ?? (windows ? '' : '/usr/bin:/bin');
  return env;
}

/**
 * The whole environment of a program of the runner's Oracle home. On another machine it is what is set there beside
 * that machine's own; nothing of ours goes along.
 */
export function oracleEnv(runner: OracleRunner, own: OwnEnvironment): Record<string, string> {
  if (runner.kind === 'local') return { ...basicEnv(own), ...homeEnv(runner, own.platform, basicEnv(own)['PATH']!), ...FORCED };
  return { ...homeEnv(runner, 'linux', '/usr/local/bin:/usr/bin:/bin'), ...FORCED };
}

/** A program of the runner's Oracle home, always by its absolute path: other programs are called rman too (§1.3). */
export function programOf(runner: OracleRunner, name: 'rman' | 'expdp', platform: NodeJS.Platform): string {
  const windows = runner.kind === 'local' && platform === 'win32';
  return windows ? win32.join(runner.oracleHome, 'bin', `${name}.exe`) : posix.join(runner.oracleHome, 'bin', name);
}

function homeEnv(
  { oracleHome, oracleSid, tnsAdmin }: OracleRunner,
  platform: NodeJS.Platform,
  searched: string,
): Record<string, string> {
  const windows = platform === 'win32';
  const { join, delimiter } = windows ? win32 : posix;
  return {
    PATH: `${join(oracleHome, 'bin')}${delimiter}${searched}`,
    ORACLE_HOME: oracleHome,
    ORACLE_SID: oracleSid,
    ...(windows ? {} : { LD_LIBRARY_PATH: join(oracleHome, 'lib') }),
    ...(tnsAdmin === null ? {} : { TNS_ADMIN: tnsAdmin }),
  };
}
