// Pages of lines: what is wanted comes, what is over is not fetched twice, and memory is bounded.
import { expect, test } from 'vitest';
import { createLinePages, PAGE_LINES } from '../../../../renderer/log-view/line-pages.ts';

const numbered = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => String(from + at));
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function pagesOver(total: () => number, fails = () => false) {
  const asked: number[] = [];
  const failures: unknown[] = [];
  const pages = createLinePages(
    async (from, count) => {
      asked.push(from / PAGE_LINES);
      if (fails()) throw new Error('disk gone');
      return numbered(from, Math.max(0, Math.min(count, total() - from)));
    },
    () => {},
    (error) => failures.push(error),
  );
  return { pages, asked, failures };
}

test('fetches the pages of a wish once', async () => {
  const { pages, asked } = pagesOver(() => 10_000);
  pages.want(250, 20);
  pages.want(250, 20);
  await settled();
  expect(asked).toEqual([0, 1]);
  expect([pages.get(250), pages.get(269), pages.get(600)]).toEqual(['250', '269', undefined]);
  pages.want(252, 20);
  await settled();
  expect(asked).toEqual([0, 1]);
});

test('the last page of a log that grows is fetched again for its new lines', async () => {
  let total = 10;
  const { pages, asked } = pagesOver(() => total);
  pages.want(0, 10);
  await settled();
  total = 20;
  pages.want(5, 15);
  await settled();
  expect(asked).toEqual([0, 0]);
  expect(pages.get(19)).toBe('19');
});

test('of many wishes in a row the newest is served, not the whole queue', async () => {
  const { pages, asked } = pagesOver(() => 10_000_000);
  for (let page = 0; page < 1000; page += 1) pages.want(page * PAGE_LINES, 10);
  await settled();
  expect(asked.length).toBeLessThan(10);
  expect(pages.get(999 * PAGE_LINES)).toBe(String(999 * PAGE_LINES));
});

test('keeps a bounded number of pages, the ones used last', async () => {
  const { pages } = pagesOver(() => 10_000_000);
  for (let page = 0; page < 300; page += 1) {
    pages.want(page * PAGE_LINES, 1);
    pages.get(0);
    await settled();
  }
  const firstLines = Array.from({ length: 300 }, (_, page) => pages.get(page * PAGE_LINES));
  expect(firstLines.filter((line) => line !== undefined).length).toBeLessThan(100);
  expect(pages.get(0)).toBe('0');
  expect(pages.get(5 * PAGE_LINES)).toBeUndefined();
});

test('a failure is told and not repeated by itself; the next wish tries again', async () => {
  let broken = true;
  const { pages, asked, failures } = pagesOver(() => 100, () => broken);
  pages.want(0, 10);
  await settled();
  expect([asked.length, failures.length]).toEqual([1, 1]);
  broken = false;
  pages.want(0, 10);
  await settled();
  expect(pages.get(3)).toBe('3');
});
