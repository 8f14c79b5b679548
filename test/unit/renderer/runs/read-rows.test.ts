// A list that is read again keeps its length, page by page within what main allows.
import { expect, test } from 'vitest';
import { everyRun, newestFirst } from '../../../../shared/domain/history.ts';
import type { Client } from '../../../../renderer/ipc/client.ts';
import { readRows } from '../../../../renderer/features/runs/use-run-list.ts';

function listOf(total: number) {
  const limits: number[] = [];
  const ask = ((_name: string, { cursor, limit }: { cursor: string | null; limit: number }) => {
    limits.push(limit);
    const from = Number(cursor ?? 0);
    const runs = Array.from({ length: Math.min(limit, total - from) }, (_, at) => ({ id: from + at }));
    return Promise.resolve({ runs, next: from + limit < total ? String(from + limit) : null, total });
  }) as unknown as Client['ask'];
  return { ask, limits };
}

test.each([
  [1300, 5000, [500, 500, 300], 1300],
  [100, 5000, [100], 100],
  [1300, 40, [500], 40],
])('%i wanted of %i', async (wanted, total, limits, length) => {
  const list = listOf(total);
  const { rows, next } = await readRows(list.ask, everyRun, newestFirst, wanted);
  expect(list.limits).toEqual(limits);
  expect(rows.map((row) => row.id)).toEqual(Array.from({ length }, (_, at) => at));
  expect(next === null).toBe(length === total);
});
