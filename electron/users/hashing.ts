// Passwords as scrypt hashes that carry their own cost and salt. Works beside the event loop, one at a time: each takes
// tens of megabytes. Knows no user.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt's parameters: 2^`ln` rounds over blocks of 128 · `r` bytes, `p` times. */
export type HashCost = { ln: number; r: number; p: number };

/** 32 MB, three times over: some 200 ms, and as much for everybody who guesses. */
export const usualCost: HashCost = { ln: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

export type Hashing = {
  /** `$scrypt$ln=…,r=…,p=…$salt$key`, the last two in base 64 without padding. */
  hash(password: string): Promise<string>;
  /** Whether the password is the one behind the hash; `weak` when today's cost is another. */
  check(password: string, hash: string): Promise<{ good: boolean; weak: boolean }>;
  /** The work of a check against nobody's hash: an unknown name must not answer sooner than a known one. */
  checkNobody(password: string): Promise<void>;
};

export function createHashing(cost: HashCost = usualCost): Hashing {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const mine = turn.then(act);
    turn = mine.catch(() => {});
    return mine;
  };
  const nobody = hashText(cost, randomBytes(SALT_BYTES), randomBytes(KEY_BYTES));

  const check = (password: string, hash: string): Promise<{ good: boolean; weak: boolean }> =>
    inTurn(async () => {
      const [, ln, r, p, salt = '', key = ''] = FORM.exec(hash) ?? [];
      const kept = Buffer.from(key, 'base64');
      // A hash that was damaged or came from elsewhere opens to nobody.
      if (kept.length !== KEY_BYTES) return { good: false, weak: false };
      const own = { ln: Number(ln), r: Number(r), p: Number(p) };
      const good = timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), own), kept);
      return { good, weak: own.ln !== cost.ln || own.r !== cost.r || own.p !== cost.p };
    });

  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES);
        return hashText(cost, salt, await derive(password, salt, cost));
      }),
    check,
    checkNobody: async (password) => void (await check(password, nobody)),
  };
}

const hashText = ({ ln, r, p }: HashCost, salt: Buffer, key: Buffer): string =>
  `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(key)}`;

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** The same password typed on another keyboard may come in another composition of its accents. */
function derive(password: string, salt: Buffer, { ln, r, p }: HashCost): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
