// The stretches of a run's life, from its transitions. Pure.
import type { RunDetail } from '../../../shared/domain/history.ts';
import { isOver, type RunState } from '../../../shared/domain/run.ts';

/** `lastedMs` is `null` for a state that lasts: the present one, or the final one. */
export type Stretch = { state: RunState; at: number; lastedMs: number | null };

export function lifeOf(transitions: RunDetail['transitions'], nowMs: number): Stretch[] {
  return transitions.map(({ at, to }, index) => {
    const next = transitions[index + 1];
    if (next) return { state: to, at, lastedMs: Math.max(0, next.at - at) };
    return { state: to, at, lastedMs: isOver(to) ? null : Math.max(0, nowMs - at) };
  });
}
