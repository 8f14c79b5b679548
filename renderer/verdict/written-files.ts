// Every file that a verdict says was written, in one list, beside what a look at the disk found. Pure.
import type { PieceFound, PieceKind } from '../../shared/domain/piece.ts';
import type { SessionVerdict } from '../../shared/domain/verdict.ts';

export type WrittenFile = {
  handle: string;
  kind: PieceKind | 'copy' | 'dump';
  level: number | null;
  tag: string | null;
  channel: string | null;
  /** `null`: nobody could look. */
  found: PieceFound | null;
  /** Counted from 1; `null` where the log names the file in passing. */
  lineNumber: number | null;
};

export function writtenFiles(verdict: SessionVerdict, found: readonly PieceFound[]): WrittenFile[] {
  const byHandle = new Map(found.map((one) => [one.handle, one]));
  const seen = (handle: string): PieceFound | null => byHandle.get(handle) ?? null;
  return [
    ...verdict.pieces.map(({ handle, kind, level, tag, channel, lineNumber }) => ({
      handle, kind, level, tag, channel, lineNumber, found: seen(handle),
    })),
    ...verdict.copies.map(({ handle, tag, channel, lineNumber }) => ({
      handle, kind: 'copy' as const, level: null, tag, channel, lineNumber, found: seen(handle),
    })),
    ...verdict.dumpFiles.map((handle) => ({
      handle, kind: 'dump' as const, level: null, tag: null, channel: null, lineNumber: null, found: seen(handle),
    })),
  ];
}

/** The last part of a path, whichever way its slashes lean. */
export const fileName = (path: string): string => path.replace(/^.*[\\/]/, '') || path;
