// Hashes of passwords: what they carry, and to whom they open.
import { expect, test } from 'vitest';
import { createHashing } from '../../../../electron/users/hashing.ts';

const cheap = createHashing({ ln: 4, r: 1, p: 1 });

test('a hash opens to its password alone, and no two are the same', async () => {
  const [one, other] = await Promise.all([cheap.hash('correct horse'), cheap.hash('correct horse')]);
  expect(one).toMatch(/^\$scrypt\$ln=4,r=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(other);
  expect(await cheap.check('correct horse', one)).toEqual({ good: true, weak: false });
  expect(await cheap.check('Correct horse', one)).toEqual({ good: false, weak: false });
});

test('the same letters in another composition are the same password', async () => {
  expect(await cheap.check('contrasen\u0303a', await cheap.hash('contrase\u00f1a'))).toMatchObject({ good: true });
});

test('a hash of another cost still opens, and is to be made anew', async () => {
  const dearer = createHashing({ ln: 5, r: 1, p: 1 });
  expect(await dearer.check('x', await cheap.hash('x'))).toEqual({ good: true, weak: true });
});

test.each(['', 'x', '$scrypt$ln=4,r=1,p=1$AAAA$AAAA', '$scrypt$ln=4,r=1,p=1$$'])('what is no hash opens to nobody: %s', async (hash) => {
  expect(await cheap.check('', hash)).toEqual({ good: false, weak: false });
});

test('the usual cost does not hold up the event loop', async () => {
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 1);
  await createHashing().hash('x');
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(0);
});
