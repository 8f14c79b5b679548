// Writes TTC primitives (reference §3) into the payload of one response.

const LONGEST_SHORT = 252;
const CHUNK = 32768;

export type Writer = ReturnType<typeof writer>;

export function writer() {
  let target = Buffer.allocUnsafe(256);
  let length = 0;
  const room = (count: number): void => {
    if (length + count <= target.length) return;
    const larger = Buffer.allocUnsafe(Math.max(target.length * 2, length + count));
    target.copy(larger, 0, 0, length);
    target = larger;
  };
  const u8 = (value: number): void => {
    room(1);
    target[length++] = value & 0xff;
  };
  const raw = (value: Uint8Array): void => {
    room(value.length);
    target.set(value, length);
    length += value.length;
  };
  const magnitude = (value: number, sign: number): void => {
    if (value === 0) return u8(0);
    const digits: number[] = [];
    for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.push(rest % 256);
    u8(digits.length | sign);
    for (let i = digits.length - 1; i >= 0; i -= 1) u8(digits[i]!);
  };
  const ub = (value: number): void => magnitude(value, 0);
  const bytes = (value: Uint8Array): void => {
    if (value.length <= LONGEST_SHORT) {
      u8(value.length);
      raw(value);
      return;
    }
    u8(254);
    for (let from = 0; from < value.length; from += CHUNK) {
      const part = value.subarray(from, from + CHUNK);
      ub(part.length);
      raw(part);
    }
    u8(0);
  };
  const lengthBytes = (value: Uint8Array | string): void => {
    const encoded = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
    ub(encoded.length);
    if (encoded.length > 0) bytes(encoded);
  };
  return {
    u8,
    raw,
    ub,
    bytes,
    lengthBytes,
    sb: (value: number): void => magnitude(Math.abs(value), value < 0 ? 0x80 : 0),
    zeros(count: number): void {
      for (let i = 0; i < count; i += 1) u8(0);
    },
    u16(value: number): void {
      u8(value >> 8);
      u8(value);
    },
    u16le(value: number): void {
      u8(value);
      u8(value >> 8);
    },
    keyValue(key: string, value: string, flags = 0): void {
      lengthBytes(key);
      lengthBytes(value);
      ub(flags);
    },
    end: (): Buffer => target.subarray(0, length),
  };
}
