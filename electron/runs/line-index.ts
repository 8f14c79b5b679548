// Knows where the lines of a growing file begin, one in 512, so that any of them is found without reading the whole.

const NEWLINE = 0x0a;
/** Lines between two marks: few enough to skip quickly, so many that ten million lines cost 160 KB. */
const STEP = 512;

/** The start of a line. */
export type LinePlace = { line: number; offset: number };

export function createLineIndex() {
  const marks = [0];
  let offset = 0;
  let lines = 0;
  let lineStart = 0;

  return {
    /** Takes the next bytes of the file. */
    push(bytes: Uint8Array): void {
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
        lines += 1;
        lineStart = offset + at + 1;
        if (lines % STEP === 0) marks.push(lineStart);
      }
      offset += bytes.length;
    },
    /** Bytes seen so far. */
    get offset() {
      return offset;
    },
    /** Lines that are ended by a line end. */
    get lines() {
      return lines;
    },
    /** True when text follows the last line end. */
    get hasRest() {
      return offset > lineStart;
    },
    /** The nearest marked line at or before `line`. */
    before(line: number): LinePlace {
      const mark = Math.min(Math.floor(line / STEP), marks.length - 1);
      return { line: mark * STEP, offset: marks[mark] ?? 0 };
    },
  };
}
