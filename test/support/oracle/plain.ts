// Values of the engine as a test wants to compare them.
import { isMonths, isSpan, isTimeValue, type Value } from './values/value.ts';

/** Times are Dates (wall clock read as UTC), intervals milliseconds or months. */
export type Plain = null | string | number | bigint | Buffer | Date;

export function plainValue(value: Value): Plain {
  if (isTimeValue(value)) return new Date(value.ms);
  if (isSpan(value)) return value.ms;
  return isMonths(value) ? value.months : value;
}
