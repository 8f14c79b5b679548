// Log-on in two messages (reference §5). Decides who may come in; the session itself is made elsewhere.
import { type Reader } from '../ttc/reader.ts';
import { MESSAGE } from '../ttc/dialect.ts';
import { writeStatus } from '../ttc/answers.ts';
import { type Writer } from '../ttc/writer.ts';
import { OracleError } from '../sql/errors.ts';
import { foldUser, newLogonAccount, type LogonAccount } from './accounts.ts';
import {
  combinedKey,
  decryptPassword,
  makeChallenge,
  makeVerifier,
  matchesVerifier,
  serverResponse,
  type Challenge,
  type Verifier,
} from './verifier.ts';

export type AuthRequest = { user: string; mode: number; pairs: Map<string, string> };

export type Logon = { account: LogonAccount | null; verifier: Verifier; challenge: Challenge };

const ADMINISTRATIVE: [number, string][] = [
  [0x20, 'SYSDBA'],
  [0x40, 'SYSOPER'],
  [0x400000, 'SYSASM'],
  [0x1000000, 'SYSBACKUP'],
  [0x2000000, 'SYSDG'],
  [0x4000000, 'SYSKM'],
];

export function readAuth(from: Reader): AuthRequest {
  const hasUser = from.u8() !== 0;
  from.ub();
  const mode = from.ub();
  from.skip(1);
  const count = from.ub();
  from.skip(2);
  const user = hasUser ? (from.bytes() ?? Buffer.alloc(0)).toString('utf8') : '';
  const pairs = new Map<string, string>();
  for (let i = 0; i < count; i += 1) {
    const { key, value } = from.keyValue();
    pairs.set(key, value);
  }
  return { user: foldUser(user), mode, pairs };
}

function writePairs(to: Writer, pairs: { key: string; value: string; flags?: number }[]): void {
  to.u8(MESSAGE.parameters);
  to.ub(pairs.length);
  for (const { key, value, flags } of pairs) to.keyValue(key, value, flags ?? 0);
  writeStatus(to, false);
}

/** The first message. An unknown user gets a challenge all the same, and fails like a wrong password. */
export function beginLogon(to: Writer, account: LogonAccount | null): Logon {
  const verifier = account?.verifier ?? newLogonAccount('', { password: String(Math.random()) }).verifier;
  const challenge = makeChallenge(verifier);
  writePairs(to, challenge.pairs);
  return { account, verifier, challenge };
}

/**
 * The second message.
 * @throws OracleError 1017, 28000, 28001, 1031
 * @returns the shared key, and the administrative privilege of the session.
 */
export function finishLogon(
  logon: Logon,
  request: AuthRequest,
): { account: LogonAccount; key: Buffer; administrative: string | null } {
  const { account, verifier, challenge } = logon;
  const key = combinedKey(verifier, challenge, request.pairs.get('AUTH_SESSKEY') ?? '');
  const password = decryptPassword(key, request.pairs.get('AUTH_PASSWORD') ?? '');
  const known = account !== null && password !== null && matchesVerifier(verifier, password);
  if (account?.locked) throw new OracleError(28000);
  if (!known) {
    if (account) account.failedLogons += 1;
    throw new OracleError(1017);
  }
  const renewed = request.pairs.get('AUTH_NEWPASSWORD');
  if (renewed) changePassword(account, key, renewed);
  else if (account.expired) throw new OracleError(28001);
  const administrative = ADMINISTRATIVE.find(([bit]) => (request.mode & bit) !== 0)?.[1] ?? null;
  if (administrative && !account.administrative.has(administrative)) throw new OracleError(1017);
  if (!administrative && account.name === 'SYS') throw new OracleError(28009);
  account.failedLogons = 0;
  return { account, key, administrative };
}

/** Under the key of the log-on, then or later. */
export function changePassword(account: LogonAccount, key: Buffer, secret: string): void {
  const password = decryptPassword(key, secret);
  if (password === null) throw new OracleError(1017);
  account.verifier = makeVerifier(password, account.verifier.kind);
  account.expired = false;
}

export function writeWelcome(to: Writer, key: Buffer, facts: Record<string, string>): void {
  const pairs = Object.entries({ ...facts, AUTH_SVR_RESPONSE: serverResponse(key) });
  writePairs(
    to,
    pairs.map(([name, value]) => ({ key: name, value })),
  );
}
