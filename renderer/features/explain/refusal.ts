// Says which files are no logs before anything of them is read through. Pure but for the look at the first bytes.

/** Larger files cannot be explained in reasonable time; RMAN logs of this size hold many runs. */
export const LARGEST = 2 * 1024 ** 3;
const LOOKED_AT = 64 * 1024;

export type Refusal =
  | { why: 'folder' | 'empty' }
  | { why: 'too-large'; size: number }
  | { why: 'binary'; kind: 'gzip' | 'zip' | 'other' }
  | { why: 'unreadable'; reason: string };

/** Why a file is not read; `null` when it may be a log. */
export async function refusalOf(file: Blob, folder: boolean): Promise<Refusal | null> {
  if (folder) return { why: 'folder' };
  if (file.size > LARGEST) return { why: 'too-large', size: file.size };
  if (file.size === 0) return { why: 'empty' };
  try {
    const head = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
    const kind = binaryKind(head);
    return kind === null ? null : { why: 'binary', kind };
  } catch (error) {
    return { why: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * What kind of binary content begins like this; `null` for text. Logs may hold NUL bytes (reference §0 fact 16) and
 * come in UTF-16, so neither tells against them; other control characters do.
 */
export function binaryKind(head: Uint8Array): 'gzip' | 'zip' | 'other' | null {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (begins(0x1f, 0x8b)) return 'gzip';
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return null;
  let controls = 0;
  let zeros = 0;
  let lineEnds = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte === 0x0a) lineEnds += 1;
    else if (byte < 0x20 && ![0x07, 0x08, 0x09, 0x0c, 0x0d, 0x1b].includes(byte)) controls += 1;
  }
  if (controls > head.length / 50) return 'other';
  return lineEnds === 0 && zeros > head.length / 4 ? 'other' : null;
}
