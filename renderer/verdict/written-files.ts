// Every file that a verdict says was written, in one list, beside what a look at the disk found and what the database
// has recorded. Pure.
import type { RecordedPiece } from '../../shared/domain/catalogue/backups.ts';
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
  /** `null`: the database was not asked, or has no record of it. */
  recorded: RecordedPiece | null;
  /** As on the disk, else as recorded; `null`: not known. */
  bytes: number | null;
  /** Counted from 1; `null` where the log names the file in passing. */
  lineNumber: number | null;
};

export function writtenFiles(
  verdict: SessionVerdict,
  found: readonly PieceFound[],
  recorded: readonly RecordedPiece[] = [],
): WrittenFile[] {
  const byHandle = new Map(found.map((one) => [one.handle, one]));
  const records = new Map(recorded.map((one) => [one.handle, one]));
  const known = (handle: string) => {
    const [seen, record] = [byHandle.get(handle) ?? null, records.get(handle) ?? null];
    // Of a piece that lacks on the disk, its recorded size would say that it is there.
    const bytes = seen ? seen.bytes : (record?.bytes ?? null);
    return { handle, found: seen, recorded: record, bytes };
  };
  return [
    ...verdict.pieces.map(({ handle, kind, level, tag, channel, lineNumber }) => ({
      kind, level, tag, channel, lineNumber, ...known(handle),
    })),
    ...verdict.copies.map(({ handle, tag, channel, lineNumber }) => ({
      kind: 'copy' as const, level: null, tag, channel, lineNumber, ...known(handle),
    })),
    ...verdict.dumpFiles.map((handle) => ({
      kind: 'dump' as const, level: null, tag: null, channel: null, lineNumber: null, ...known(handle),
    })),
  ];
}

/** The last part of a path, whichever way its slashes lean. */
export const fileName = (path: string): string => path.replace(/^.*[\\/]/, '') || path;
