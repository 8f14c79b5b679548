// Looks at an Oracle home and the work directory behind a client, in one go; judges nothing, starts no Oracle program.
import type { Launcher } from '../app/ports.ts';
import type { RemoteRunner } from '../../shared/domain/target.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import { createRoad } from './road.ts';

export type HomeThere = {
  /** Why there was no way; the rest is then as nothing. */
  reach: ErrorReport | null;
  /** A file could be made in it. */
  workDirectory: boolean;
  /** A run there can have a process group of its own. */
  detaches: boolean;
  homeExists: boolean;
  state: 'missing' | 'not-executable' | 'executable';
  tnsAdminExists: boolean;
  /** The text of tnsnames.ora, where it was asked for and is there. */
  tnsText: string | null;
};

const NOTHING: HomeThere = {
  reach: null, workDirectory: false, detaches: false, homeExists: false, state: 'missing', tnsAdminExists: false, tnsText: null,
};

/** `MARK HOME BINARY WORK TNS NAMES`: one word per thing that is there, and last the text of the file NAMES. */
const LOOK_AT_HOME = [
  'exec 2>/dev/null',
  'printf "%s\\n" "$1"',
  '[ -d "$2" ] && echo home',
  '[ -f "$3" ] && echo binary',
  '[ -f "$3" ] && [ -x "$3" ] && echo executable',
  // Permissions alone do not show a read-only mount, a quota or a full disk.
  'umask 077; try=$4/.respaldo-check-$$; (echo try >"$try") && [ -s "$try" ] && echo work; rm -f "$try"',
  'if command -v setsid >/dev/null; then echo detaches; else set -m; case $- in *m*) echo detaches ;; esac; fi',
  '[ "$5" ] && [ -d "$5" ] && echo tns',
  'echo seen',
  '[ "$6" ] && [ -r "$6" ] && echo names && cat "$6"',
  'exit 0',
].join('\n');

/** What lies at the runner: the paths are that machine's. Never rejects for a foreseen reason. */
export async function lookAtHome(
  runner: RemoteRunner,
  wanted: { binary: string; tnsNames: string | null },
  converse: Launcher['converse'],
  ownEnv: NodeJS.ProcessEnv,
): Promise<HomeThere> {
  const road = createRoad(runner, { converse, ownEnv });
  const args = [runner.oracleHome, wanted.binary, runner.workDirectory, runner.tnsAdmin ?? '', wanted.tnsNames ?? ''];
  try {
    return read(await road.askAll(LOOK_AT_HOME, args));
  } catch (error) {
    if (error instanceof AppError) return { ...NOTHING, reach: error.report() };
    throw error;
  }
}

function read(lines: readonly string[]): HomeThere {
  const end = lines.indexOf('seen');
  const seen = new Set(lines.slice(0, end));
  const text = lines[end + 1] === 'names' ? lines.slice(end + 2).join('\n') : null;
  return {
    reach: null,
    workDirectory: seen.has('work'),
    detaches: seen.has('detaches'),
    homeExists: seen.has('home'),
    state: seen.has('executable') ? 'executable' : seen.has('binary') ? 'not-executable' : 'missing',
    tnsAdminExists: seen.has('tns'),
    tnsText: text,
  };
}
