// Looks whether the pieces of a verdict lie on the disk of the machine that wrote them; decides nothing.
import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { Launcher } from '../app/ports.ts';
import type { FoundPiece } from '../app/store-port.ts';
import { lookAtFiles } from '../runners/look-at-files.ts';
import { isRemote, type TargetSpec } from '../../shared/domain/target.ts';

const LOOKS_AT_ONCE = 8;
/** A dead network drive can hold a look for minutes; the verdict does not wait for it. */
const PATIENCE_MS = 20_000;

/**
 * True where the database writes its pieces to the runner's machine for certain. Through a net alias it may be
 * anywhere, and a path of another machine that is not there says nothing about the backup (reference §1.2: files are
 * the server's).
 */
export function writesHere({ runner, login }: TargetSpec): boolean {
  return runner.kind === 'simulated' || login.kind === 'os' || (login.kind === 'password' && login.connectIdentifier === null);
}

/**
 * What lies at each handle on the machine of `runner`; `null` when that machine cannot be asked, which says nothing
 * about the pieces.
 */
export async function lookAtPiecesOf(
  { runner }: TargetSpec,
  handles: readonly string[],
  converse: Launcher['converse'],
): Promise<FoundPiece[] | null> {
  if (!isRemote(runner)) return lookAtPieces(handles);
  const files = [...new Set(handles)].filter((handle) => handle.startsWith('/'));
  const found = await lookAtFiles(runner, files, { converse, ownEnv: process.env });
  return found?.flatMap((file, at): FoundPiece[] => {
    const handle = files[at]!;
    if (file.kind === 'unknown') return [];
    return [file.kind === 'file' ? { handle, exists: true, bytes: file.bytes } : { handle, exists: false, bytes: null }];
  }) ?? null;
}

/**
 * What lies at each handle. Left out is what cannot be told: names inside ASM or of a media manager, and files that
 * this user may not look at.
 */
export async function lookAtPieces(handles: readonly string[]): Promise<FoundPiece[]> {
  const files = [...new Set(handles)].filter(isAbsolute);
  const found = new Map<string, FoundPiece>();
  const deadline = performance.now() + PATIENCE_MS;
  let next = 0;
  const look = async (): Promise<void> => {
    while (next < files.length && performance.now() < deadline) {
      const handle = files[next++]!;
      const piece = await lookAt(handle);
      if (piece) found.set(handle, piece);
    }
  };
  const all = Promise.all(Array.from({ length: LOOKS_AT_ONCE }, look));
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))]);
  clearTimeout(timer);
  return files.flatMap((handle) => found.get(handle) ?? []);
}

async function lookAt(handle: string): Promise<FoundPiece | null> {
  try {
    const { size } = await stat(handle);
    return { handle, exists: true, bytes: size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? { handle, exists: false, bytes: null } : null;
  }
}
