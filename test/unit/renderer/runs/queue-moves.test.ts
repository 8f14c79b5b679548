import { describe, expect, it } from 'vitest';
import { movedBefore } from '../../../../shared/domain/lanes.ts';
import { inOrder, placeAfter, type QueueMove } from '../../../../renderer/features/runs/queue-moves.ts';

const queue = ['a', 'b', 'c', 'd'];
const after = (id: string, move: QueueMove): string | undefined => {
  const before = placeAfter(queue, id, move);
  return before === undefined ? undefined : movedBefore(queue, id, before).join('');
};

describe('moving a waiting run', () => {
  it.each([
    ['c', 'up', 'acbd'],
    ['c', 'first', 'cabd'],
    ['b', 'down', 'acbd'],
    ['c', 'down', 'abdc'],
    ['b', 'last', 'acdb'],
  ] as const)('%s %s gives %s', (id, move, expected) => {
    expect(after(id, move)).toBe(expected);
  });
  it('leads nowhere at the ends, and for a run that has left the queue', () => {
    expect([after('a', 'up'), after('a', 'first'), after('d', 'down'), after('d', 'last'), after('x', 'up')]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
  it('is not confused by a run that started meanwhile', () => {
    expect(movedBefore(queue, 'x', 'a')).toEqual(queue);
    expect(movedBefore(queue, 'a', 'x')).toEqual(queue);
  });
});

describe('the shown order', () => {
  it('puts a run that has just come behind the others', () => {
    expect(inOrder(['new', 'b', 'a'], ['a', 'b'], (id) => id)).toEqual(['a', 'b', 'new']);
  });
});
