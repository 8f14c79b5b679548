// Looks at files and directories of a remote runner's machine: are they there, how big, with how much room. No judge.
import type { Launcher } from '../app/ports.ts';
import type { RemoteRunner } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { createRoad } from './road.ts';

/** What lies under a name; `unknown`: this user may not look there. */
export type FileThere = { kind: 'file'; bytes: number } | { kind: 'missing' } | { kind: 'unknown' };

/**
 * How a directory stands. `writable` is what Oracle's own account may do, and `no-judge` where the runner's is another.
 */
export type DirectoryThere =
  | { kind: 'missing' }
  | { kind: 'not-directory' }
  | { kind: 'unknown' }
  | { kind: 'directory'; writable: 'yes' | 'no' | 'no-judge'; freeBytes: number | null };

/** Names per look: an argument list has its limit, 128 KiB in the narrowest place. */
const AT_ONCE = 100;

const BEGIN = ['exec 2>/dev/null', 'printf "%s\\n" "$1"', 'shift'].join('\n');
const UP = 'up() { up=${1%/*}; [ -d "${up:-/}" ] && [ -x "${up:-/}" ]; }';

/** `MARK NAME…`: a line for each, `file BYTES`, `missing` or `unknown`. */
const LOOK_AT_FILES = [
  BEGIN,
  'size() { printf "file %s\\n" "$5"; }',
  'for f in "$@"; do',
  '  if [ -e "$f" ]; then size $(LC_ALL=C ls -dLln "$f"); else',
  '    up=${f%/*}; while [ "$up" ] && [ ! -e "$up" ]; do up=${up%/*}; done',
  // What lies below a directory that may not be entered looks as if it were not there.
  '    if [ -x "${up:-/}" ]; then echo missing; else echo unknown; fi',
  '  fi',
  'done',
].join('\n');

/** `MARK HOME DIRECTORY`. */
const LOOK_AT_DIRECTORY = [
  BEGIN,
  UP,
  'third() { printf "%s" "$3"; }',
  'if [ ! -e "$2" ]; then if up "$2" || [ ! -e "${up:-/}" ]; then echo missing; else echo unknown; fi; exit; fi',
  '[ -d "$2" ] || { echo not-directory; exit; }',
  // The server process writes the pieces, as the owner of bin/oracle, whoever started RMAN.
  'owner=$(third $(LC_ALL=C ls -dLln "$1/bin/oracle"))',
  'if [ "$owner" != "$(id -u)" ]; then echo no-judge; else',
  '  umask 077; try=$2/.respaldo-check-$$; if (echo try >"$try") && [ -s "$try" ]; then echo yes; else echo no; fi; rm -f "$try"',
  'fi',
  'LC_ALL=C df -Pk "$2" | tail -n 1',
].join('\n');

export type LookPorts = { converse: Launcher['converse']; ownEnv: NodeJS.ProcessEnv };

/** What lies under each of the absolute paths, in their order; `null` when the machine cannot be asked just now. */
export async function lookAtFiles(
  runner: RemoteRunner,
  paths: readonly string[],
  ports: LookPorts,
): Promise<FileThere[] | null> {
  const road = createRoad(runner, ports);
  const found: FileThere[] = [];
  try {
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const asked = paths.slice(at, at + AT_ONCE);
      const lines = await road.askAll(LOOK_AT_FILES, asked);
      if (lines.length !== asked.length) return null;
      found.push(...lines.map(fileOf));
    }
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
  return found;
}

/** How a directory of the runner's machine stands, by one short look. */
export async function lookAtDirectory(
  runner: RemoteRunner,
  directory: string,
  ports: LookPorts,
): Promise<DirectoryThere> {
  let lines: string[];
  try {
    lines = await createRoad(runner, ports).askAll(LOOK_AT_DIRECTORY, [runner.oracleHome, directory]);
  } catch (error) {
    if (error instanceof AppError) return { kind: 'unknown' };
    throw error;
  }
  const [word, room = ''] = lines;
  if (word === 'missing') return { kind: 'missing' };
  if (word === 'not-directory') return { kind: 'not-directory' };
  if (word !== 'yes' && word !== 'no' && word !== 'no-judge') return { kind: 'unknown' };
  // Filesystem, 1024-blocks, used, available; the first may hold blanks, the numbers never do.
  const available = /\s(\d+)\s+\d+%\s/.exec(room)?.[1];
  return { kind: 'directory', writable: word, freeBytes: available === undefined ? null : Number(available) * 1024 };
}

function fileOf(line: string): FileThere {
  const bytes = /^file (\d+)$/.exec(line)?.[1];
  if (bytes !== undefined) return { kind: 'file', bytes: Number(bytes) };
  return line === 'missing' ? { kind: 'missing' } : { kind: 'unknown' };
}
