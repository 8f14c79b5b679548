// TNS packets: bytes of a socket into packets, and packets into bytes. Knows nothing of what a packet carries.

export const PACKET = {
  connect: 1,
  accept: 2,
  refuse: 4,
  data: 6,
  marker: 12,
  control: 14,
} as const;

export const DATA_FLAG = { endOfFile: 0x0040, endOfRequest: 0x0800, endOfResponse: 0x2000 } as const;

const HEADER = 8;
const LARGEST = 2 * 1024 * 1024;

/** `body` is everything after the eight bytes of the header. */
export type Packet = { type: number; body: Buffer };

export class MalformedPacket extends Error {}

/** Cuts a byte stream into packets, however it arrives. `large` is switched on after ACCEPT (reference §1). */
export function packetCutter(): { push(chunk: Buffer): Packet[]; useLargeLengths(): void } {
  let waiting: Buffer = Buffer.alloc(0);
  let large = false;
  return {
    push(chunk) {
      waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      const packets: Packet[] = [];
      while (waiting.length >= HEADER) {
        const length = large ? waiting.readUInt32BE(0) : waiting.readUInt16BE(0);
        if (length < HEADER || length > LARGEST) throw new MalformedPacket(`packet of ${length} bytes`);
        if (waiting.length < length) break;
        packets.push({ type: waiting[4]!, body: waiting.subarray(HEADER, length) });
        waiting = waiting.subarray(length);
      }
      return packets;
    },
    useLargeLengths() {
      large = true;
    },
  };
}

export function encodePacket(type: number, body: Buffer, large: boolean): Buffer {
  const header = Buffer.alloc(HEADER);
  if (large) header.writeUInt32BE(HEADER + body.length, 0);
  else header.writeUInt16BE(HEADER + body.length, 0);
  header[4] = type;
  return Buffer.concat([header, body]);
}

/** A response as DATA packets of at most `sdu` bytes; only the last says that the response ends. */
export function encodeResponse(payload: Buffer, sdu: number, flagsEnd: boolean): Buffer[] {
  const room = sdu - HEADER - 2;
  const packets: Buffer[] = [];
  for (let from = 0; from < payload.length || from === 0; from += room) {
    const part = payload.subarray(from, from + room);
    const last = from + room >= payload.length;
    const body = Buffer.alloc(2 + part.length);
    body.writeUInt16BE(last && flagsEnd ? DATA_FLAG.endOfResponse : 0, 0);
    part.copy(body, 2);
    packets.push(encodePacket(PACKET.data, body, true));
  }
  return packets;
}
