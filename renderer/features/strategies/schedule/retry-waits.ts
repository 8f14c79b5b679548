// The waits before further attempts as the form shows them. Pure; what is really waited has some chance in it.
import type { RetryPolicy } from '../../../../shared/domain/automation.ts';

/** Minutes before each further attempt; none while a value is no good. */
export function retryWaits({ count, firstMinutes, longestMinutes }: RetryPolicy): number[] {
  const whole = [count, firstMinutes, longestMinutes].every((value) => Number.isInteger(value) && value >= 0);
  if (!whole || count > 10) return [];
  return Array.from({ length: count }, (_, index) => Math.min(firstMinutes * 2 ** index, longestMinutes));
}
