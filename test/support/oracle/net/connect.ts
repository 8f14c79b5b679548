// The first words on a connection: what a CONNECT packet asks for, and the ACCEPT or REFUSE that answers it.
import { encodePacket, PACKET } from './packets.ts';

export type ConnectRequest = {
  version: number;
  sdu: number;
  /** Length of the connect data, and what of it was in the packet itself; longer data follow in a DATA packet. */
  textLength: number;
  text: string;
};

export type Protocol = {
  /** TNS version that ACCEPT answers with; 315 … 319. */
  tnsVersion: number;
  fastAuth: boolean;
  endOfRequest: boolean;
  /** TTC field version, compile capability 7 (reference §3). */
  fieldVersion: number;
  /** Whether strings up to 32767 bytes travel like short ones (runtime capability 6). */
  longStrings: boolean;
  /** Whether the data types answer carries the database's time zone. */
  timeZoneInDataTypes: boolean;
};

const FLAGS2 = { fastAuth: 0x10000000, endOfRequest: 0x02000000 } as const;
const HEADER = 8;

export function parseConnect(body: Buffer): ConnectRequest {
  const at = (offset: number) => offset - HEADER;
  const version = body.readUInt16BE(at(8));
  const textLength = body.readUInt16BE(at(24));
  const offset = body.readUInt16BE(at(26));
  const sdu = body.length >= at(62) ? body.readUInt32BE(at(58)) : body.readUInt16BE(at(14));
  return { version, sdu, textLength, text: body.subarray(at(offset), at(offset) + textLength).toString('latin1') };
}

/** The value of one keyword of a connect descriptor, e.g. SERVICE_NAME; null when it is not there. */
export function connectValue(text: string, keyword: string): string | null {
  const found = new RegExp(`\\(\\s*${keyword}\\s*=\\s*([^()]*?)\\s*\\)`, 'i').exec(text);
  return found ? found[1]! : null;
}

export function encodeAccept(protocol: Protocol, clientVersion: number, sdu: number): Buffer {
  const body = Buffer.alloc(37);
  const at = (offset: number) => offset - HEADER;
  body.writeUInt16BE(Math.min(protocol.tnsVersion, clientVersion), at(8));
  body.writeUInt16BE(1, at(10));
  body.writeUInt16BE(Math.min(65535, sdu), at(12));
  body.writeUInt16BE(65535, at(14));
  body.writeUInt16BE(1, at(16));
  body.writeUInt16BE(0, at(18));
  body.writeUInt16BE(HEADER + body.length, at(20));
  body[at(22)] = 0x04;
  body[at(23)] = 0x08;
  body.writeUInt32BE(sdu, at(32));
  body.writeUInt32BE(Math.max(255, sdu), at(36));
  if (protocol.tnsVersion >= 318) {
    const flags = (protocol.fastAuth ? FLAGS2.fastAuth : 0) | (protocol.endOfRequest ? FLAGS2.endOfRequest : 0);
    body.writeUInt32BE(flags, at(41));
  }
  return encodePacket(PACKET.accept, body, false);
}

export function encodeRefuse(code: number): Buffer {
  const stack = `(ERROR_STACK=(ERROR=(CODE=${code})(EMFI=4)))`;
  const text = Buffer.from(`(DESCRIPTION=(TMP=)(VSNNUM=318767104)(ERR=${code})${stack})`, 'latin1');
  const body = Buffer.alloc(4 + text.length);
  body[0] = 0x22;
  body.writeUInt16BE(text.length, 2);
  text.copy(body, 4);
  return encodePacket(PACKET.refuse, body, false);
}
