// The few messages of D-Bus that the shell exchanges, as bytes: calls with strings, answers, signals (D-Bus
// specification, "Message Protocol"). Pure; knows no socket and no service.

/** A call; every argument is a string. */
export type BusCall = { destination: string; path: string; interface: string; member: string; args: readonly string[] };

export type BusMessage = {
  kind: 'call' | 'answer' | 'error' | 'signal' | 'other';
  interface: string | null;
  member: string | null;
  /** Of the call that an answer or an error belongs to. */
  replyTo: number | null;
  body: Buffer;
  littleEndian: boolean;
};

const KINDS = { 1: 'call', 2: 'answer', 3: 'error', 4: 'signal' } as const;
const CALL = 1;
/** Nobody is to be started for our question: who does not run has no tray. */
const NO_AUTO_START = 2;
const FIELD = { path: 1, interface: 2, member: 3, replySerial: 5, destination: 6, signature: 8 } as const;
/** Nothing that we ask for comes near it; what does is no message of ours. */
const MAX_BYTES = 1 << 20;
const FIXED_PART = 16;

export function encodeCall(call: BusCall, serial: number): Buffer {
  const body = new Bytes();
  for (const argument of call.args) body.string(argument);
  const head = new Bytes();
  head.byte('l'.charCodeAt(0)).byte(CALL).byte(NO_AUTO_START).byte(1).uint32(body.length).uint32(serial);
  const fields = new Bytes(FIXED_PART);
  const field = (code: number, type: string, text: string): void => {
    fields.align(8).byte(code).signature(type);
    if (type === 'g') fields.signature(text);
    else fields.string(text);
  };
  field(FIELD.path, 'o', call.path);
  field(FIELD.destination, 's', call.destination);
  field(FIELD.interface, 's', call.interface);
  field(FIELD.member, 's', call.member);
  if (call.args.length > 0) field(FIELD.signature, 'g', 's'.repeat(call.args.length));
  head.uint32(fields.length);
  return Buffer.concat([head.done(), fields.align(8).done(), body.done()]);
}

/**
 * The first message of `bytes` and how many bytes it takes; `null` while it is not all there.
 * @throws RangeError when it is none, or one that is larger than any answer to us
 */
export function decodeMessage(bytes: Buffer): { message: BusMessage; size: number } | null {
  if (bytes.length < FIXED_PART) return null;
  const littleEndian = bytes[0] === 'l'.charCodeAt(0);
  const uint32 = (at: number): number => (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const bodyAt = aligned(FIXED_PART + uint32(12), 8);
  const size = bodyAt + uint32(4);
  if (size > MAX_BYTES) throw new RangeError(`a message of ${size} bytes`);
  if (bytes.length < size) return null;

  const found = new Map<number, string | number>();
  const end = FIXED_PART + uint32(12);
  for (let at = FIXED_PART; at < end; ) {
    at = aligned(at, 8);
    const code = bytes.readUInt8(at);
    const type = String.fromCharCode(bytes.readUInt8(at + 2));
    at += 4;
    if (type === 'g') {
      const length = bytes.readUInt8(at);
      found.set(code, bytes.toString('utf8', at + 1, at + 1 + length));
      at += length + 2;
    } else if (type === 'u') {
      at = aligned(at, 4);
      found.set(code, uint32(at));
      at += 4;
    } else {
      at = aligned(at, 4);
      const length = uint32(at);
      found.set(code, bytes.toString('utf8', at + 4, at + 4 + length));
      at += length + 5;
    }
  }
  const text = (code: number): string | null => (found.get(code) as string | undefined) ?? null;
  const message: BusMessage = {
    kind: KINDS[bytes.readUInt8(1) as keyof typeof KINDS] ?? 'other',
    interface: text(FIELD.interface),
    member: text(FIELD.member),
    replyTo: (found.get(FIELD.replySerial) as number | undefined) ?? null,
    body: bytes.subarray(bodyAt, size),
    littleEndian,
  };
  return { message, size };
}

/** The truth value in an answer's body: a boolean by itself or in a variant; `false` for anything else. */
export function truthIn({ body, littleEndian }: Pick<BusMessage, 'body' | 'littleEndian'>): boolean {
  // A variant starts with its signature: one character, `b`, and an end; then the value at the next multiple of four.
  const at = body.length === 8 && body.toString('latin1', 0, 3) === '\u0001b\0' ? 4 : 0;
  if (body.length !== at + 4) return false;
  return (littleEndian ? body.readUInt32LE(at) : body.readUInt32BE(at)) === 1;
}

const aligned = (at: number, to: number): number => Math.ceil(at / to) * to;

/** Bytes being put together; `offset` is where in the message they will stand, for the alignment. */
class Bytes {
  readonly #parts: Buffer[] = [];
  #length = 0;
  readonly #offset: number;

  constructor(offset = 0) {
    this.#offset = offset;
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): this {
    return this.#add(Buffer.from([value]));
  }

  uint32(value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return this.align(4).#add(bytes);
  }

  string(text: string): this {
    const bytes = Buffer.from(text, 'utf8');
    return this.uint32(bytes.length).#add(bytes).byte(0);
  }

  signature(text: string): this {
    return this.byte(text.length).#add(Buffer.from(text, 'latin1')).byte(0);
  }

  align(to: number): this {
    const at = this.#offset + this.#length;
    return this.#add(Buffer.alloc(aligned(at, to) - at));
  }

  done(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #add(bytes: Buffer): this {
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return this;
  }
}
