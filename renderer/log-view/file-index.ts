// Where the lines of a file begin, one in 256, taken down while the file is read once. Knows nothing of what they say.
// Lines are split exactly as shared/rman/log/log-reader splits them, so that a verdict's line numbers hold here.

const NEWLINE = 0x0a;
/** Lines between two marks. */
export const MARK_EVERY = 256;

export type FileEncoding = 'bytes' | 'utf-16le' | 'utf-16be';

export type FileIndex = {
  encoding: FileEncoding;
  lines: number;
  bytes: number;
  /** Offset in bytes of line `i * MARK_EVERY`. */
  marks: readonly number[];
};

export type FileIndexer = {
  /** The next bytes of the file, split anywhere. */
  push(bytes: Uint8Array): void;
  end(): FileIndex;
};

export function createFileIndexer(): FileIndexer {
  const marks = [0];
  let offset = 0;
  let lines = 0;
  let lineStart = 0;
  let encoding: FileEncoding | null = null;
  /** The byte before the one looked at; also the file's first byte until the encoding is known. */
  let previous = -1;

  function lineEndsBefore(next: number): void {
    lines += 1;
    lineStart = next;
    if (lines % MARK_EVERY === 0) marks.push(next);
  }

  function pushBytes(bytes: Uint8Array): void {
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lineEndsBefore(offset + at + 1);
  }

  /** In UTF-16 a line end is a pair of bytes at an even offset. */
  function pushPairs(bytes: Uint8Array, low: 0 | 1): void {
    bytes.forEach((byte, at) => {
      if ((offset + at) % 2 === 1) {
        const [lowByte, highByte] = low === 0 ? [previous, byte] : [byte, previous];
        if (lowByte === NEWLINE && highByte === 0) lineEndsBefore(offset + at + 1);
      }
      previous = byte;
    });
  }

  return {
    push(bytes) {
      if (bytes.length === 0) return;
      if (encoding === null) {
        const [first, second] = offset === 0 ? [bytes[0], bytes[1]] : [previous, bytes[0]];
        if (second === undefined) {
          // One byte tells no encoding; a line end it may be all the same.
          previous = bytes[0] ?? -1;
          if (previous === NEWLINE) lineEndsBefore(1);
          offset = 1;
          return;
        }
        encoding = encodingOf(first, second);
      }
      if (encoding === 'bytes') pushBytes(bytes);
      else pushPairs(bytes, encoding === 'utf-16le' ? 0 : 1);
      offset += bytes.length;
    },
    end() {
      const rest = offset > lineStart ? 1 : 0;
      return { encoding: encoding ?? 'bytes', lines: lines + rest, bytes: offset, marks };
    },
  };
}

function encodingOf(first: number | undefined, second: number | undefined): FileEncoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'bytes';
}
