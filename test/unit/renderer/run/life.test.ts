// The stretches of a life join without gaps, and only what lasts has no length yet.
import { expect, test } from 'vitest';
import { lifeOf } from '../../../../renderer/features/run/life.ts';

const transitions = [
  { at: 1000, from: null, to: 'queued' as const },
  { at: 4000, from: 'queued' as const, to: 'preparing' as const },
  { at: 4500, from: 'preparing' as const, to: 'running' as const },
];

test('a run under way: its present state has lasted until now', () => {
  expect(lifeOf(transitions, 10_000)).toEqual([
    { state: 'queued', at: 1000, lastedMs: 3000 },
    { state: 'preparing', at: 4000, lastedMs: 500 },
    { state: 'running', at: 4500, lastedMs: 5500 },
  ]);
});

test('a run that is over: its last state has no length', () => {
  const life = lifeOf([...transitions, { at: 9000, from: 'running', to: 'failed' }], 1_000_000);
  expect(life.slice(2)).toEqual([
    { state: 'running', at: 4500, lastedMs: 4500 },
    { state: 'failed', at: 9000, lastedMs: null },
  ]);
});

test('a clock that was set back makes no negative span', () => {
  expect(lifeOf([{ at: 5000, from: null, to: 'queued' }], 1000)[0]?.lastedMs).toBe(0);
});
