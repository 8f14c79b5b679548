// Takes lines and counted bytes out of a stream of bytes, in whatever pieces it comes; understands none of them.

const NEWLINE = 0x0a;
/** A longer line is no line of ours: a login script talks, or the frames are broken. */
const LONGEST_LINE = 64 * 1024;

export type BytesReader = ReturnType<typeof createBytesReader>;

export function createBytesReader(source: AsyncIterable<Uint8Array>) {
  const incoming = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  /** Gets the next piece; false at the end, and where the stream breaks: both mean that nothing more comes. */
  async function more(): Promise<boolean> {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await incoming.next();
    } catch {
      return false;
    }
    if (next.done === true) return false;
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    return true;
  }

  return {
    /** The next line without its end; `null` when the stream ends before it does. */
    async line(): Promise<string | null> {
      for (;;) {
        const end = rest.indexOf(NEWLINE);
        if (end >= 0) {
          const text = Buffer.from(rest.subarray(0, end)).toString('utf8');
          rest = rest.subarray(end + 1);
          return text;
        }
        if (rest.length > LONGEST_LINE || !(await more())) return null;
      }
    },
    /** The next bytes, at least one and at most `most`; `null` at the end of the stream. */
    async bytes(most: number): Promise<Uint8Array | null> {
      while (rest.length === 0) if (!(await more())) return null;
      const taken = rest.subarray(0, most);
      rest = rest.subarray(taken.length);
      return taken;
    },
  };
}
