// O5LOGON (reference §5): the server's half of the password check, for 12c and 11g verifiers. Knows no users.
import { createCipheriv, createDecipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';

export type VerifierKind = '12c' | '11g';

/** What is stored of a password; the password itself is not. */
export type Verifier =
  { kind: '12c'; salt: Buffer; key: Buffer; iterations: number } | { kind: '11g'; salt: Buffer; key: Buffer };

/** One log-on under way: what was sent, and what turns the client's answer into a password. */
export type Challenge = {
  pairs: { key: string; value: string; flags: number }[];
  serverPart: Buffer;
  mixSalt: Buffer;
};

const FLAG = { '12c': 0x4815, '11g': 0xb152 } as const;
const ITERATIONS = 4096;
const MIX_ITERATIONS = 3;
const NO_VECTOR = Buffer.alloc(16);

const hex = (value: Buffer): string => value.toString('hex').toUpperCase();
const cipherOf = (key: Buffer): string => (key.length === 24 ? 'aes-192-cbc' : 'aes-256-cbc');

function encrypt(key: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv(cipherOf(key), key, NO_VECTOR).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

function decrypt(key: Buffer, secret: Buffer): Buffer {
  const decipher = createDecipheriv(cipherOf(key), key, NO_VECTOR).setAutoPadding(false);
  return Buffer.concat([decipher.update(secret), decipher.final()]);
}

export function makeVerifier(password: string, kind: VerifierKind): Verifier {
  if (kind === '11g') {
    const salt = randomBytes(10);
    const digest = createHash('sha1').update(password, 'utf8').update(salt).digest();
    return { kind, salt, key: Buffer.concat([digest, Buffer.alloc(4)]) };
  }
  const salt = randomBytes(16);
  const slow = pbkdf2Sync(
    Buffer.from(password, 'utf8'),
    Buffer.concat([salt, Buffer.from('AUTH_PBKDF2_SPEEDY_KEY')]),
    ITERATIONS,
    64,
    'sha512',
  );
  const key = createHash('sha512').update(slow).update(salt).digest().subarray(0, 32);
  return { kind, salt, key, iterations: ITERATIONS };
}

/** True when `password` is the one that the verifier was made from. */
export function matchesVerifier(verifier: Verifier, password: string): boolean {
  if (verifier.kind === '11g') {
    const digest = createHash('sha1').update(password, 'utf8').update(verifier.salt).digest();
    return digest.equals(verifier.key.subarray(0, 20));
  }
  const salt = Buffer.concat([verifier.salt, Buffer.from('AUTH_PBKDF2_SPEEDY_KEY')]);
  const slow = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, verifier.iterations, 64, 'sha512');
  const key = createHash('sha512').update(slow).update(verifier.salt).digest().subarray(0, 32);
  return key.equals(verifier.key);
}

export function makeChallenge(verifier: Verifier): Challenge {
  const serverPart = randomBytes(verifier.kind === '12c' ? 32 : 48);
  const mixSalt = randomBytes(16);
  const pairs = [
    { key: 'AUTH_SESSKEY', value: hex(encrypt(verifier.key, serverPart)), flags: 0 },
    { key: 'AUTH_VFR_DATA', value: hex(verifier.salt), flags: FLAG[verifier.kind] },
  ];
  if (verifier.kind === '12c') {
    pairs.push(
      { key: 'AUTH_PBKDF2_CSK_SALT', value: hex(mixSalt), flags: 0 },
      { key: 'AUTH_PBKDF2_VGEN_COUNT', value: String(verifier.iterations), flags: 0 },
      { key: 'AUTH_PBKDF2_SDER_COUNT', value: String(MIX_ITERATIONS), flags: 0 },
    );
  }
  return { pairs, serverPart, mixSalt };
}

/** The key both sides share when both know the password; with a wrong password they differ. */
export function combinedKey(verifier: Verifier, challenge: Challenge, clientSessionKey: string): Buffer {
  const clientPart = decrypt(verifier.key, Buffer.from(clientSessionKey, 'hex'));
  if (verifier.kind === '11g') {
    const mixed = Buffer.alloc(24);
    for (let i = 0; i < 24; i += 1) mixed[i] = challenge.serverPart[16 + i]! ^ clientPart[16 + i]!;
    const md5 = (part: Buffer) => createHash('md5').update(part).digest();
    return Buffer.concat([md5(mixed.subarray(0, 16)), md5(mixed.subarray(16))]).subarray(0, 24);
  }
  const both = hex(Buffer.concat([clientPart.subarray(0, 32), challenge.serverPart]));
  return pbkdf2Sync(Buffer.from(both, 'latin1'), challenge.mixSalt, MIX_ITERATIONS, 32, 'sha512');
}

/** The password in AUTH_PASSWORD or AUTH_NEWPASSWORD; null when it does not decrypt to one. */
export function decryptPassword(key: Buffer, secret: string): string | null {
  const cipherText = Buffer.from(secret, 'hex');
  if (cipherText.length < 32 || cipherText.length % 16 !== 0) return null;
  const plain = decrypt(key, cipherText);
  const pad = plain[plain.length - 1]!;
  if (pad < 1 || pad > 16 || plain.length - pad < 16) return null;
  if (plain.subarray(plain.length - pad).some((byte) => byte !== pad)) return null;
  return plain.subarray(16, plain.length - pad).toString('utf8');
}

/** AUTH_SVR_RESPONSE, by which the client knows that the server knows the password too. */
export function serverResponse(key: Buffer): string {
  const plain = Buffer.concat([randomBytes(16), Buffer.from('SERVER_TO_CLIENT'), Buffer.alloc(16, 16)]);
  return hex(encrypt(key, plain));
}
