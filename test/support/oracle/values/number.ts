// Oracle's NUMBER on the wire (reference §8), and numbers as text.

const LONGEST = 20;

/** Decimal digits without leading or trailing zeros, and how many of them stand before the point. */
function decimalParts(value: number | bigint): { digits: string; point: number } {
  if (typeof value === 'bigint') {
    const all = value.toString();
    return { digits: all.replace(/0+$/, ''), point: all.length };
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  return { digits: mantissa!.replace('.', '').replace(/0+$/, ''), point: Number(exponent) + 1 };
}

export function encodeNumber(value: number | bigint): Buffer {
  if (value === 0 || value === 0n) return Buffer.from([0x80]);
  const negative = value < 0;
  const parts = decimalParts(negative ? -value : value);
  const odd = Math.abs(parts.point) % 2 === 1;
  const digits = (odd ? '0' : '') + parts.digits;
  const exponent = (parts.point + (odd ? 1 : 0)) / 2 - 1;
  const pairs: number[] = [];
  for (let i = 0; i < digits.length && pairs.length < LONGEST; i += 2) {
    pairs.push(Number(digits.slice(i, i + 2).padEnd(2, '0')));
  }
  if (!negative) return Buffer.from([193 + exponent, ...pairs.map((pair) => pair + 1)]);
  const end = pairs.length < LONGEST ? [102] : [];
  return Buffer.from([62 - exponent, ...pairs.map((pair) => 101 - pair), ...end]);
}

export function decodeNumber(bytes: Buffer): number | bigint {
  if (bytes.length === 1 && bytes[0] === 0x80) return 0;
  const positive = bytes[0]! >= 0x80;
  const exponent = positive ? bytes[0]! - 193 : 62 - bytes[0]!;
  let rest = [...bytes.subarray(1)];
  if (!positive && rest[rest.length - 1] === 102) rest = rest.slice(0, -1);
  const pairs = rest.map((byte) => (positive ? byte - 1 : 101 - byte));
  const digits = pairs.map((pair) => String(pair).padStart(2, '0')).join('');
  const sign = positive ? '' : '-';
  const power = (exponent + 1) * 2 - digits.length;
  if (power >= 0) return exactNumber(`${sign}${digits}${'0'.repeat(power)}`);
  return Number(`${sign}${digits}e${power}`);
}

/** A whole number as number, or as bigint where a number would lose digits. */
export function exactNumber(digits: string): number | bigint {
  const near = Number(digits);
  return Number.isSafeInteger(near) || !/^[-+]?\d+$/.test(digits) ? near : BigInt(digits);
}

/** As TO_CHAR without a format writes it: `.5`, `-.25`, no exponent for what has up to 38 digits. */
export function numberText(value: number | bigint): string {
  if (typeof value === 'bigint') return value.toString();
  if (Number.isInteger(value)) return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 0 });
  const plain = Math.abs(value) < 1e-6 ? value.toFixed(38).replace(/0+$/, '') : String(value);
  return plain.replace(/^(-?)0\./, '$1.');
}

/** Arithmetic on binary fractions, brought back to the decimal that was meant. */
export function tidy(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}
