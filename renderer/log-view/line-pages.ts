// The lines of a log that were read lately, in pages; what is wanted and missing is fetched. Knows no screen.

/** Lines of a page: some screens full, and one small message. */
export const PAGE_LINES = 256;
/** Pages kept. With RMAN's short lines some megabytes at most. */
const KEPT = 80;
/** While somebody drags the scrollbar, wishes outrun answers; more than these would only queue up. */
const AT_ONCE = 3;

type Fetch = (from: number, count: number) => Promise<readonly string[]>;

export type LinePages = {
  get(line: number): string | undefined;
  /** Makes sure that these lines come, unless the next wish says otherwise before their turn. */
  want(from: number, count: number): void;
};

/** `arrived` is called when lines came, `failed` when a fetch did not succeed; the next wish tries it again. */
export function createLinePages(fetch: Fetch, arrived: () => void, failed: (error: unknown) => void): LinePages {
  /** In the order of their last use. */
  const pages = new Map<number, readonly string[]>();
  const underWay = new Set<number>();
  let wish = { from: 0, count: 0 };

  function touch(page: number): readonly string[] | undefined {
    const lines = pages.get(page);
    if (lines) {
      pages.delete(page);
      pages.set(page, lines);
    }
    return lines;
  }

  function keep(page: number, lines: readonly string[]): void {
    pages.delete(page);
    pages.set(page, lines);
    for (const oldest of pages.keys()) {
      if (pages.size <= KEPT) break;
      pages.delete(oldest);
    }
  }

  /** Pages of the wish that lack a wanted line. */
  function missing(): number[] {
    const found: number[] = [];
    const end = wish.from + wish.count;
    for (let page = Math.floor(wish.from / PAGE_LINES); page * PAGE_LINES < end; page += 1) {
      const wanted = Math.min(PAGE_LINES, end - page * PAGE_LINES);
      if ((pages.get(page)?.length ?? 0) < wanted && !underWay.has(page)) found.push(page);
    }
    return found;
  }

  function work(): void {
    for (const page of missing()) {
      if (underWay.size >= AT_ONCE) return;
      underWay.add(page);
      void fetchPage(page);
    }
  }

  async function fetchPage(page: number): Promise<void> {
    try {
      const lines = await fetch(page * PAGE_LINES, PAGE_LINES);
      const grew = lines.length > (pages.get(page)?.length ?? 0);
      if (grew) keep(page, lines);
      underWay.delete(page);
      if (grew) {
        arrived();
        work();
      }
    } catch (error) {
      underWay.delete(page);
      failed(error);
    }
  }

  return {
    get: (line) => touch(Math.floor(line / PAGE_LINES))?.[line % PAGE_LINES],
    want(from, count) {
      wish = { from, count };
      work();
    },
  };
}
