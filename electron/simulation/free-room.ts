// How much room a directory of backups has left. Looks without touching anything: writing a trial file is a check's.
import { statfs } from 'node:fs/promises';
import type { TargetSpec } from '../../shared/domain/target.ts';
import { hasElements } from '../../shared/rman/format-string.ts';

/** Bytes; `null` where this machine does not see the directory: disk groups, other hosts, elements such as `%d`. */
export async function freeRoomIn({ runner, login }: TargetSpec, directory: string): Promise<number | null> {
  const isHere = runner.kind === 'simulated' || (runner.kind === 'local' && !isOverTheNet(login));
  if (!isHere || directory.startsWith('+') || hasElements(directory)) return null;
  const room = await statfs(directory.replaceAll('%%', '%')).catch(() => null);
  return room === null ? null : room.bavail * room.bsize;
}

/** A connection by net name may lead to another machine, and pieces are written there (reference §1.2). */
const isOverTheNet = (login: TargetSpec['login']): boolean =>
  login.kind === 'wallet' || (login.kind === 'password' && login.connectIdentifier !== null);
