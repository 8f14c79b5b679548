// Looks at the place where a strategy's pieces would go; judges nothing and leaves nothing behind.
import { open, stat, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { formatParts, hasElements } from '../../shared/rman/format-string.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import type { DirectoryThere } from '../runners/look-at-files.ts';
import { isRemote, type RemoteRunner, type TargetSpec } from '../../shared/domain/target.ts';

/** Why the directory says nothing on this machine, or how it stands. */
export type DestinationFacts =
  | { kind: 'recovery-area' }
  | { kind: 'disk-group'; directory: string }
  | { kind: 'on-server'; directory: string }
  | { kind: 'elements'; directory: string }
  | { kind: 'missing'; directory: string }
  | { kind: 'not-directory'; directory: string }
  | {
      kind: 'directory';
      directory: string;
      /** `no-judge`: Oracle's account decides, and we cannot act as it. */
      writable: 'yes' | 'no' | 'no-judge';
      freeBytes: number | null;
    };

export type LocalMachine = {
  platform: NodeJS.Platform;
  /** The account of this process; `null` where there are no numbers for accounts. */
  uid: number | null;
};

export const thisMachine = (): LocalMachine => ({ platform: process.platform, uid: process.getuid?.() ?? null });

/** The facts about the destination of `strategy` seen from `target`'s machine, which must be this one to be seen. */
export async function lookAtDestination(
  target: TargetSpec,
  { format }: Pick<StrategySpec, 'format'>,
  machine: LocalMachine = thisMachine(),
): Promise<DestinationFacts> {
  if (format === null) return { kind: 'recovery-area' };
  const { directory: written } = formatParts(format);
  if (written.startsWith('+')) return { kind: 'disk-group', directory: written };
  if (isRemote(target.runner) || isOverTheNet(target)) return { kind: 'on-server', directory: written };
  if (hasElements(written)) return { kind: 'elements', directory: written };
  const directory = written.replaceAll('%%', '%');
  const found = await statOf(directory);
  if (found === 'missing') return { kind: 'missing', directory };
  if (found === 'hidden') return { kind: 'directory', directory, writable: 'no-judge', freeBytes: null };
  if (!found.isDirectory()) return { kind: 'not-directory', directory };
  const writable = await mayBeWritten(directory, found, await writerOf(target, machine), machine);
  return { kind: 'directory', directory, writable, freeBytes: await freeBytes(directory) };
}

/** How a directory stands on a remote runner's machine. */
export type LookElsewhere = (runner: RemoteRunner, directory: string) => Promise<DirectoryThere>;

/** The same facts for a directory that only the runner's machine sees; `on-server` where that cannot be asked. */
export async function destinationElsewhere(
  target: TargetSpec,
  runner: RemoteRunner,
  written: string,
  look: LookElsewhere,
): Promise<DestinationFacts> {
  if (connectsByNet(target)) return { kind: 'on-server', directory: written };
  if (hasElements(written)) return { kind: 'elements', directory: written };
  const directory = written.replaceAll('%%', '%');
  const found = await look(runner, directory);
  return found.kind === 'unknown' ? { kind: 'on-server', directory } : { ...found, directory };
}

/** A connection by net name may lead to another machine, and pieces are written there (reference §1.2). */
const isOverTheNet = (target: TargetSpec): boolean => target.runner.kind === 'local' && connectsByNet(target);

function connectsByNet({ login }: TargetSpec): boolean {
  return login.kind === 'wallet' || (login.kind === 'password' && login.connectIdentifier !== null);
}

type Found = { isDirectory(): boolean; uid: number; mode: number };

async function statOf(directory: string): Promise<Found | 'missing' | 'hidden'> {
  try {
    return await stat(directory);
  } catch (error) {
    // A parent that this account may not enter hides the directory from us, not from Oracle.
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'hidden' : 'missing';
  }
}

/**
 * The account that writes the pieces: the server process runs as the owner of `bin/oracle`, whoever started RMAN.
 * `null` when it cannot be told; the simulated RMAN writes as we do.
 */
async function writerOf({ runner }: TargetSpec, { platform, uid }: LocalMachine): Promise<number | 'us' | null> {
  if (runner.kind === 'simulated') return 'us';
  if (runner.kind !== 'local') return null;
  if (platform === 'win32') return null;
  const owner = (await stat(join(runner.oracleHome, 'bin', 'oracle')).catch(() => null))?.uid;
  if (owner === undefined) return null;
  return owner === uid ? 'us' : owner;
}

async function mayBeWritten(
  directory: string,
  found: Found,
  writer: number | 'us' | null,
  { uid }: LocalMachine,
): Promise<'yes' | 'no' | 'no-judge'> {
  if (writer === 'us') return (await tryToWrite(directory)) ? 'yes' : 'no';
  if (writer === null) return 'no-judge';
  if (found.uid === writer) return (found.mode & 0o300) === 0o300 ? 'yes' : 'no';
  // Groups and access lists of another account are not ours to know.
  return (found.mode & 0o003) === 0o003 && uid !== null ? 'yes' : 'no-judge';
}

/** Makes a file and takes it away: permissions alone do not show a read-only mount, a quota or a dead share. */
async function tryToWrite(directory: string): Promise<boolean> {
  const path = join(directory, `.respaldo-check-${process.pid}-${Date.now().toString(36)}`);
  try {
    await (await open(path, 'wx', 0o600)).close();
    await unlink(path);
    return true;
  } catch {
    return false;
  }
}

async function freeBytes(directory: string): Promise<number | null> {
  const room = await statfs(directory).catch(() => null);
  return room === null ? null : room.bavail * room.bsize;
}
