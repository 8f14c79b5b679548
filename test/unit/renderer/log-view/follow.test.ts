// Following the end: it stops when the user goes up or jumps, and begins again at the end or on demand.
import { expect, test } from 'vitest';
import { FOLLOWING, newLines, nextFollow, type Follow } from '../../../../renderer/log-view/follow.ts';

test('going up stops it and counts what comes', () => {
  const left = nextFollow(FOLLOWING, { kind: 'moved', atEnd: false, total: 100 });
  expect(left).toEqual({ on: false, seen: 100 });
  expect([newLines(left, 100), newLines(left, 130)]).toEqual([0, 30]);
});

test('moving on while it is stopped does not forget when it was left', () => {
  const left: Follow = { on: false, seen: 100 };
  expect(nextFollow(left, { kind: 'moved', atEnd: false, total: 500 })).toBe(left);
  expect(nextFollow(left, { kind: 'jumped', total: 500 })).toBe(left);
});

test('arriving at the end, or asking for it, follows again', () => {
  const left: Follow = { on: false, seen: 100 };
  expect(nextFollow(left, { kind: 'moved', atEnd: true, total: 500 })).toEqual({ on: true });
  expect(nextFollow(left, { kind: 'again' })).toEqual({ on: true });
  expect(newLines(FOLLOWING, 500)).toBe(0);
});

test('a jump stops it even when it lands near the end', () => {
  expect(nextFollow(FOLLOWING, { kind: 'jumped', total: 7 })).toEqual({ on: false, seen: 7 });
});
