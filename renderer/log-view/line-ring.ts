// The newest lines of a log that grows: as many as fit, in a ring that is allocated once. Knows no screen.

export type LineRing = {
  /** Number of the first line held. */
  start(): number;
  /** Number after the last line held. */
  end(): number;
  /** Takes lines that begin with number `from`; lines that do not join the ones held take their place. */
  push(from: number, lines: readonly string[]): void;
  get(line: number): string | undefined;
};

export function createLineRing(capacity: number): LineRing {
  const slots = new Array<string>(capacity);
  let start = 0;
  let end = 0;
  return {
    start: () => start,
    end: () => end,
    push(from, lines) {
      if (from > end || from < start) {
        start = from;
        end = from;
      }
      lines.forEach((line, at) => {
        slots[(from + at) % capacity] = line;
      });
      end = Math.max(end, from + lines.length);
      start = Math.max(start, end - capacity);
    },
    get: (line) => (line >= start && line < end ? slots[line % capacity] : undefined),
  };
}
