// One connection as a line of requests and answers: packets, markers, chopped writes. Knows nothing of what is said.
import { type Socket } from 'node:net';
import { DATA_FLAG, encodePacket, encodeResponse, packetCutter, PACKET, type Packet } from '../net/packets.ts';

export type LineOptions = {
  /** Bytes per write; null writes answers whole. Small values split every packet. */
  chunk: number | null;
  dropAtPacket: () => number | null;
  /** The answer to a reset after a break, i.e. error 1013. */
  cancelled: () => Buffer;
};

export type Line = {
  /** Next packet before the negotiation is over; null when the peer has gone. */
  packet(): Promise<Packet | null>;
  /** Next whole request; null when the peer has gone or says that it goes. */
  request(): Promise<Buffer | null>;
  /** Sends raw bytes, e.g. ACCEPT. */
  raw(bytes: Buffer): void;
  /** Sends an answer, unless the call was broken off meanwhile. `part` sends only so much of it. */
  answer(payload: Buffer, call: AbortSignal, part?: number): void;
  /** A signal that a break aborts; made anew for every call. */
  begin(): AbortSignal;
  agree(sdu: number, endOfRequest: boolean): void;
  drop(): void;
  closed: Promise<void>;
};

const MARKER = { break: 1, reset: 2 } as const;

export function openLine(socket: Socket, options: LineOptions): Line {
  const cutter = packetCutter();
  const inbox: Packet[] = [];
  let wake: (() => void) | null = null;
  let gone = false;
  let broken = false;
  let large = false;
  let agreed = { sdu: 8192, endOfRequest: false };
  let current = new AbortController();
  let received = 0;
  let sawClosed = (): void => undefined;
  const closed = new Promise<void>((resolve) => (sawClosed = resolve));
  const over = (): void => {
    gone = true;
    current.abort();
    wake?.();
    sawClosed();
  };
  const raw = (bytes: Buffer): void => {
    if (gone || socket.destroyed) return;
    const { chunk } = options;
    if (chunk === null) return void socket.write(bytes);
    for (let at = 0; at < bytes.length; at += chunk) socket.write(Buffer.from(bytes.subarray(at, at + chunk)));
  };
  const respond = (payload: Buffer): void => {
    for (const packet of encodeResponse(payload, agreed.sdu, agreed.endOfRequest)) raw(packet);
  };
  const mark = (kind: number): void => raw(encodePacket(PACKET.marker, Buffer.from([1, 0, kind]), large));
  const onMarker = (kind: number): void => {
    if (kind === MARKER.reset) {
      broken = false;
      mark(MARKER.reset);
      respond(options.cancelled());
      return;
    }
    broken = true;
    current.abort();
    // What was sent before the reset is thrown away.
    inbox.splice(0, inbox.length);
    mark(MARKER.break);
  };
  const take = (packet: Packet): void => {
    if (received === options.dropAtPacket()) return void socket.destroy();
    received += 1;
    if (packet.type === PACKET.marker) onMarker(packet.body[2]!);
    else if (!broken) inbox.push(packet);
  };
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const packet of cutter.push(chunk)) take(packet);
    } catch {
      socket.destroy();
    }
    wake?.();
  });
  socket.on('error', over);
  socket.on('close', over);
  socket.on('end', over);
  const packet = async (): Promise<Packet | null> => {
    while (inbox.length === 0) {
      if (gone) return null;
      await new Promise<void>((resolve) => (wake = resolve));
      wake = null;
    }
    return inbox.shift()!;
  };
  return {
    packet,
    async request() {
      let parts: Buffer[] = [];
      for (;;) {
        const next = await packet();
        if (next === null) return null;
        if (next.type !== PACKET.data) continue;
        const flags = next.body.readUInt16BE(0);
        if (flags & DATA_FLAG.endOfFile) return null;
        parts.push(next.body.subarray(2));
        if (flags & DATA_FLAG.endOfRequest) {
          const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
          parts = [];
          return whole;
        }
      }
    },
    raw,
    answer(payload, call, part) {
      if (call.aborted || gone) return;
      if (part === undefined) return respond(payload);
      const all = Buffer.concat(encodeResponse(payload, agreed.sdu, agreed.endOfRequest));
      raw(all.subarray(0, Math.max(1, Math.floor(all.length * part))));
    },
    begin() {
      current = new AbortController();
      return current.signal;
    },
    agree(sdu, endOfRequest) {
      agreed = { sdu, endOfRequest };
      large = true;
      cutter.useLargeLengths();
    },
    drop() {
      socket.destroy();
    },
    closed,
  };
}
