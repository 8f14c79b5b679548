// The eight-character ids in Oracle-managed and %u file names: drawn from a counter, so that they never repeat.

const ALPHABET = '0123456789bcdfghjklmnpqrstvwxyz';

/** The id of an Oracle-managed file name. */
export function omfId(next: { omf: number }): string {
  // A multiplication that is coprime to the alphabet's power spreads neighbours apart without ever colliding.
  return inAlphabet((next.omf++ * 7_368_787 + 1_299_709) % ALPHABET.length ** 5, 'mqr', 5);
}

function inAlphabet(value: number, prefix: string, digits: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < digits; i++) {
    text = (ALPHABET[rest % ALPHABET.length] ?? '0') + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return prefix + text;
}

/** %u: the set number in two characters and its stamp in six (reference §2.8: `0141i7hg`). */
export function setName(setCount: number, setStamp: number): string {
  const base32 = (value: number, width: number): string => value.toString(32).padStart(width, '0').slice(-width);
  return base32(setCount, 2) + base32(setStamp, 6);
}
