// Lays the steps of a run out as bars. Pure.
import type { Step } from '../../shared/domain/log-facts.ts';

/** `start` and `share` from 0 to 1 of the whole; `share` is `null` where the log tells no duration. */
export type Bar = { step: Step; start: number; share: number | null };

/**
 * RMAN works its steps off one after the other, so each bar begins where the one before it ended. Steps that took no
 * whole second still get their place.
 */
export function barsOf(steps: readonly Step[]): Bar[] {
  const whole = steps.reduce((sum, step) => sum + (step.elapsedSeconds ?? 0), 0);
  let passed = 0;
  return steps.map((step) => {
    const seconds = step.elapsedSeconds;
    const start = whole > 0 ? passed / whole : 0;
    passed += seconds ?? 0;
    return { step, start, share: seconds === null ? null : whole > 0 ? seconds / whole : 0 };
  });
}
