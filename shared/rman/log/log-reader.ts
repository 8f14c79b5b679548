// Turns the bytes of a log, in any split, into clean text lines. It knows encodings and line ends, and nothing of RMAN.

/** Characters kept of one line; what follows is cut off. RMAN's longest real lines have some hundreds. */
export const LONGEST_LINE = 8192;
/** Enough bytes for LONGEST_LINE UTF-16 units in UTF-8, so that cutting never depends on how the bytes arrive. */
const LONGEST_LINE_BYTES = LONGEST_LINE * 3 + 3;
const NEWLINE = 0x0a;

export type LogReader = {
  /** Takes the next bytes and returns the lines they complete, without line ends. */
  push(bytes: Uint8Array): string[];
  /** Returns the last line when the log does not end with a line end. */
  end(): string[];
};

/**
 * Reads UTF-8, UTF-8 with BOM and UTF-16 with BOM. A line that is not valid UTF-8 is read as cp1252, by itself: real
 * logs mix both (reference §0 fact 16). NUL bytes, carriage returns and BOMs in the middle are removed, which also
 * makes the ASCII text of UTF-16 appended to an 8-bit file readable.
 */
export function createLogReader(): LogReader {
  let start: Uint8Array | null = new Uint8Array(0);
  let source: LogReader | null = null;

  return {
    push(bytes) {
      if (start) {
        // Encodings show in the first two bytes; until then what came is kept.
        if (start.length + bytes.length < 2) {
          start = concatenate([start, bytes]);
          return [];
        }
      }
      return feed(bytes);
    },
    end() {
      const lines = start && start.length > 0 ? feed(new Uint8Array(0)) : [];
      return source ? [...lines, ...source.end()] : lines;
    },
  };

  function feed(bytes: Uint8Array): string[] {
    if (!start) return source!.push(bytes);
    const whole = start.length === 0 ? bytes : concatenate([start, bytes]);
    start = null;
    const encoding = encodingOf(whole);
    source = encoding === 'bytes' ? readBytes() : readUtf16(encoding);
    return source.push(whole);
  }
}

function encodingOf(start: Uint8Array): 'bytes' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'bytes';
}

function readBytes(): LogReader {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pending: Uint8Array[] = [];
  let pendingLength = 0;

  function decodeLine(bytes: Uint8Array): string {
    const kept = cutBytes(bytes);
    try {
      return tidy(utf8.decode(kept));
    } catch {
      return tidy(decodeCp1252(kept));
    }
  }

  function keepPending(bytes: Uint8Array): void {
    const room = LONGEST_LINE_BYTES + 1 - pendingLength;
    if (room <= 0 || bytes.length === 0) return;
    const part = bytes.slice(0, room);
    pending.push(part);
    pendingLength += part.length;
    if (pending.length > 64) pending = [concatenate(pending)];
  }

  function takePending(): Uint8Array {
    const bytes = pending.length === 1 ? pending[0]! : concatenate(pending);
    pending = [];
    pendingLength = 0;
    return bytes;
  }

  /** `block` ends with a line end. Decoding it whole is many times faster than line by line. */
  function decodeBlock(block: Uint8Array): string[] {
    try {
      const lines = utf8.decode(block.subarray(0, block.length - 1)).split('\n');
      for (let i = 0; i < lines.length; i += 1) lines[i] = tidy(lines[i]!);
      return lines;
    } catch {
      const lines: string[] = [];
      for (let from = 0; from < block.length; ) {
        const to = block.indexOf(NEWLINE, from);
        lines.push(decodeLine(block.subarray(from, to)));
        from = to + 1;
      }
      return lines;
    }
  }

  return {
    push(bytes) {
      const first = bytes.indexOf(NEWLINE);
      if (first < 0) {
        keepPending(bytes);
        return [];
      }
      const lines: string[] = [];
      let from = 0;
      if (pendingLength > 0) {
        keepPending(bytes.subarray(0, first));
        lines.push(decodeLine(takePending()));
        from = first + 1;
      }
      const last = bytes.lastIndexOf(NEWLINE);
      if (from <= last) {
        const block = decodeBlock(bytes.subarray(from, last + 1));
        if (lines.length === 0) {
          keepPending(bytes.subarray(last + 1));
          return block;
        }
        for (const line of block) lines.push(line);
      }
      keepPending(bytes.subarray(last + 1));
      return lines;
    },
    end() {
      return pendingLength > 0 ? [decodeLine(takePending())] : [];
    },
  };
}

function readUtf16(encoding: 'utf-16le' | 'utf-16be'): LogReader {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let pending = '';

  function split(text: string): string[] {
    const parts = text.split('\n');
    parts[0] = pending + parts[0]!;
    pending = parts.pop()!;
    if (pending.length > LONGEST_LINE * 2) pending = pending.slice(0, LONGEST_LINE * 2);
    return parts.map(tidy);
  }

  return {
    push: (bytes) => split(decoder.decode(bytes, { stream: true })),
    end() {
      const lines = split(decoder.decode());
      if (pending === '') return lines;
      const last = tidy(pending);
      pending = '';
      return [...lines, last];
    },
  };
}

/** Bytes 0x80 to 0x9f. Some runtimes' own windows-1252 decoder leaves them as control characters. */
const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeCp1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte >= 0x80 && byte <= 0x9f ? CP1252_HIGH[byte - 0x80]! : String.fromCharCode(byte);
  }
  return text;
}

const REMOVED = /[\r\0\ufeff]/g;
/** A UTF-16 BOM in the middle of an 8-bit file, seen through cp1252. */
const BOM_AS_CP1252 = /^(?:ÿþ|þÿ)/;

function tidy(line: string): string {
  let text = line;
  if (text.length > LONGEST_LINE) text = text.slice(0, LONGEST_LINE);
  if (text.includes('\r') || text.includes('\0') || text.includes('\ufeff')) text = text.replace(REMOVED, '');
  return text.charCodeAt(0) > 0xfd ? text.replace(BOM_AS_CP1252, '') : text;
}

/** Cuts a line that is too long, never inside a UTF-8 character (that would turn the whole line into cp1252). */
function cutBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= LONGEST_LINE_BYTES) return bytes;
  let to = LONGEST_LINE_BYTES;
  while (to > LONGEST_LINE_BYTES - 4 && (bytes[to]! & 0xc0) === 0x80) to -= 1;
  return bytes.subarray(0, to);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
