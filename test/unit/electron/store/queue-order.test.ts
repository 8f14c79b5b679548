// The places that the user gave to waiting runs, in the real tables.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import { sampleRun } from '../../../support/store-samples.ts';
import { storeInProcess } from '../../../support/store-in-process.ts';

let store: Store;
beforeEach(() => (store = storeInProcess()));
afterEach(() => store.close());

const places = async (): Promise<Record<string, number | null>> =>
  Object.fromEntries((await store.runs.active()).map(({ run, queuePlace }) => [run.id, queuePlace]));

async function insert(queuedAt: number, queuePlace: number | null = null): Promise<string> {
  const stored = { ...sampleRun({ queuedAt }), queuePlace };
  await store.runs.insert(stored);
  return stored.run.id;
}

test('a place is kept from the start, and given anew to those named; the others lose theirs', async () => {
  const [a, b, c] = [await insert(1000), await insert(2000, 7), await insert(3000, 8)];
  expect(await places()).toEqual({ [a]: null, [b]: 7, [c]: 8 });
  await store.runs.order([c, a]);
  expect(await places()).toEqual({ [a]: 1, [b]: null, [c]: 0 });
  await store.runs.order([]);
  expect(await places()).toEqual({ [a]: null, [b]: null, [c]: null });
});

test('only waiting runs have places; what has left the queue is neither ordered nor touched', async () => {
  const [gone, waiting, over] = [await insert(1000, 3), await insert(2000), await insert(3000, 4)];
  await store.runs.move(gone, 'queued', 'preparing', 5000, {});
  await store.runs.move(over, 'queued', 'cancelled', 5000, {});
  await store.runs.order([over, gone, waiting, 'nobody']);
  expect(await places()).toEqual({ [gone]: 3, [waiting]: 2 });
  expect((await store.runs.get(over))?.queuePlace).toBe(4);
});
