// Reordering and clearing the queue, over a store that keeps what it is told.
import { beforeEach, describe, expect, test } from 'vitest';
import { inQueueOrder } from '../../../../shared/domain/lanes.ts';
import { createQueue, type Queue } from '../../../../electron/runs/queue.ts';
import { memoryStore, type MemoryStore } from '../../../support/memory-store.ts';
import { sampleRun } from '../../../support/store-samples.ts';

const ids = ['01', '02', '03', '04'].map((end) => `${'0'.repeat(24)}${end}`) as [string, string, string, string];
let store: MemoryStore;
let queue: Queue;
let moves: number;

beforeEach(async () => {
  store = memoryStore();
  moves = 0;
  queue = createQueue({
    store,
    withdraw: (id) => store.runs.move(id, 'queued', 'cancelled', 99, {}),
    moved: () => void (moves += 1),
  });
  for (const [index, id] of ids.entries()) await store.runs.insert(sampleRun({ id, queuedAt: index, trigger: 'schedule' }));
});

const order = async (): Promise<string> =>
  inQueueOrder(await store.runs.active()).map(({ run }) => run.id.slice(-1)).join('');

describe('a move', () => {
  test('changes the order, tells it, and is kept when another run comes', async () => {
    await queue.move(ids[3], ids[0]);
    expect([await order(), moves]).toEqual(['4123', 1]);
    await store.runs.insert(sampleRun({ id: `${'0'.repeat(25)}5`, queuedAt: 0, trigger: 'schedule' }));
    await queue.move(ids[0], null);
    expect(await order()).toBe('42351');
  });

  test('sees the move before it, however quickly it comes', async () => {
    await Promise.all([queue.move(ids[3], ids[0]), queue.move(ids[2], ids[3])]);
    expect(await order()).toBe('3412');
  });

  test('of a run that does not wait is refused, and changes nothing', async () => {
    await store.runs.move(ids[0], 'queued', 'preparing', 5, {});
    await expect(queue.move(ids[0], ids[1])).rejects.toMatchObject({ code: 'run.not-waiting' });
    await expect(queue.move(ids[1], ids[0])).rejects.toMatchObject({ code: 'run.not-waiting' });
    await expect(queue.move('nobody', null)).rejects.toMatchObject({ code: 'run.missing' });
    expect([await order(), moves]).toEqual(['234', 0]);
    await queue.move(ids[3], null);
    expect(moves).toBe(1);
  });
});

describe('clearing', () => {
  test('cancels what waits and leaves what runs', async () => {
    await store.runs.move(ids[1], 'queued', 'preparing', 5, {});
    expect(await queue.clear()).toEqual({ count: 3 });
    expect(store.allRuns().map(({ state }) => state)).toEqual(['cancelled', 'preparing', 'cancelled', 'cancelled']);
    expect(await queue.clear()).toEqual({ count: 0 });
  });

  test('does not count, nor cancel, what starts meanwhile', async () => {
    const quick = createQueue({ store, withdraw: async (id) => id !== ids[0], moved: () => {} });
    expect(await quick.clear()).toEqual({ count: 3 });
  });
});
