// Reads TTC primitives (reference §3) from the payload of one request.

export class MalformedMessage extends Error {}

export type Reader = ReturnType<typeof reader>;

export function reader(source: Buffer) {
  let at = 0;
  const need = (count: number): void => {
    if (at + count > source.length) throw new MalformedMessage(`${count} bytes wanted at ${at} of ${source.length}`);
  };
  const raw = (count: number): Buffer => {
    need(count);
    at += count;
    return source.subarray(at - count, at);
  };
  const u8 = (): number => {
    need(1);
    return source[at++]!;
  };
  /** Magnitudes beyond 2^53 occur only in fields that the stand-in skips. */
  const sb = (): number => {
    const head = u8();
    let value = 0;
    for (const byte of raw(head & 0x7f)) value = value * 256 + byte;
    return head & 0x80 ? -value : value;
  };
  const bytes = (): Buffer | null => {
    const length = u8();
    if (length === 0 || length === 255) return null;
    if (length !== 254) return raw(length);
    const chunks: Buffer[] = [];
    for (let size = sb(); size > 0; size = sb()) chunks.push(raw(size));
    return Buffer.concat(chunks);
  };
  return {
    u8,
    raw,
    ub: sb,
    sb,
    bytes,
    u16: () => raw(2).readUInt16BE(0),
    u16le: () => raw(2).readUInt16LE(0),
    skip(count: number): void {
      raw(count);
    },
    skipUbs(count: number): void {
      for (let i = 0; i < count; i += 1) sb();
    },
    lengthBytes: (): Buffer | null => (sb() > 0 ? bytes() : null),
    /** Text that ends with a zero byte. */
    zeroText(): string {
      const end = source.indexOf(0, at);
      if (end < 0) throw new MalformedMessage('text without an end');
      const text = source.subarray(at, end).toString('utf8');
      at = end + 1;
      return text;
    },
    keyValue(): { key: string; value: string; flags: number } {
      const text = (): string => (sb() > 0 ? (bytes() ?? Buffer.alloc(0)) : Buffer.alloc(0)).toString('utf8');
      return { key: text(), value: text(), flags: sb() };
    },
    peek: (): number => source[at]!,
    left: (): number => source.length - at,
  };
}
