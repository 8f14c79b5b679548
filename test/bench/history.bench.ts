// What a page of the Bitácora costs when the file holds a million runs, through the store's real worker: filters and
// words in every order, from the top, one page on and from the middle. Beside it, one run fetched by its key.
import { join } from 'node:path';
import type { Store } from '../../electron/app/store-port.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { cursorOf } from '../../electron/store/pages/cursor.ts';
import { firstSeqAt } from '../../electron/store/tables/run-order.ts';
import { everyRun, runSortSchema, type RunFilter, type RunSort } from '../../shared/domain/history.ts';
import { runStates } from '../../shared/domain/run.ts';
import { builtApplication } from '../support/built-application.ts';
import { storeDirectory } from '../support/store-in-process.ts';
import { fillWithRuns, runId, sequence, SPAN, START, strategyId, targetId } from './history-million-runs.ts';
import { ms, percentile, times, type Row } from './row.ts';

const RUNS = 1_000_000;
/** As many as the list asks for at a time. */
const PAGE = 100;
const BUDGET_MS = 16;
const LOOK_UPS = 2_000;
const DAY = 86_400_000;
const END = START + SPAN;

/** Filters of one kind, as a reader sets them. */
type Family = { what: string; filters: Partial<RunFilter>[] };

const strategies = [0, 3, 40, 100, 199];
const families: Family[] = [
  { what: 'every run', filters: [{}] },
  {
    what: 'by strategy or database',
    filters: [
      // Strategies that run hourly, daily and, for years, not at all.
      ...strategies.map((strategy) => ({ strategyIds: [strategyId(strategy)] })),
      { strategyIds: strategies.map(strategyId) },
      ...[0, 7, 19].map((target) => ({ targetIds: [targetId(target)] })),
      { targetIds: [1, 2, 3, 4, 5].map(targetId) },
    ],
  },
  {
    what: 'by state or trigger',
    filters: [
      { states: ['succeeded'] },
      { states: ['failed'] },
      { states: ['failed', 'warning'] },
      { states: ['lost'] },
      { states: ['running'] },
      { triggers: ['manual'] },
      { triggers: ['command-line'], states: ['failed'] },
    ],
  },
  {
    what: 'by time',
    filters: [
      { from: END - DAY },
      { from: END - 30 * DAY },
      { from: END - 365 * DAY },
      { from: START + SPAN / 2, until: START + SPAN / 2 + 7 * DAY },
      { from: START + SPAN / 3, until: START + (2 * SPAN) / 3 },
      { until: START + 90 * DAY },
    ],
  },
  {
    what: 'by several at once',
    filters: [
      { targetIds: [targetId(3)], states: ['failed'] },
      { strategyIds: [strategyId(100)], from: END - 365 * DAY },
      { strategyIds: [strategyId(5)], from: START, until: START + 365 * DAY },
      { states: ['failed'], from: END - 30 * DAY },
      { states: ['failed', 'lost'], from: START + SPAN / 4, until: START + SPAN / 2 },
      { targetIds: [2, 4, 6].map(targetId), triggers: ['manual'], from: END - 730 * DAY },
    ],
  },
  {
    what: 'words',
    filters: [
      ...['ORA-19809', 'rman-06059', 'listener', 'semanal', 'catalogo', 'catal*', 'PROD7', 'DEMO_1.bkp'],
      ...['"limit exceeded"', 'backup', 'recovery manager', 'PROD7_700000_3', 'PROD1* failed', 'nowhere'],
    ].map((text) => ({ text })),
  },
  {
    what: 'words and filters',
    filters: [
      { text: 'ORA-19809', targetIds: [targetId(3)] },
      { text: 'backup', states: ['failed'] },
      { text: 'piece handle', from: END - 30 * DAY },
      { text: 'semanal', triggers: ['manual'] },
      { text: 'listener', strategyIds: [strategyId(40)], from: START + SPAN / 2 },
    ],
  },
];

export async function measure(): Promise<Row[]> {
  const { dist } = await builtApplication();
  const directory = storeDirectory();
  try {
    fillWithRuns(directory.file, RUNS);
    const workerFile = join(dist, 'electron/store-worker.cjs');
    const store = await openStore({ path: directory.file, now: Date.now, workerFile });
    try {
      return await measureIn(store);
    } finally {
      await store.close();
    }
  } finally {
    directory.remove();
  }
}

async function measureIn(store: Store): Promise<Row[]> {
  const key = percentile(await lookUps(store), 95);
  const rows: Row[] = [];
  for (const family of families) {
    const { took, runs } = await pagesOf(store, family);
    if (runs === 0) throw new Error(`${family.what}: no run was listed`);
    const own = percentile(took, 95);
    rows.push({
      what: `${RUNS} runs, ${family.what} (${took.length} pages), p95`,
      measured: `${ms(own)} (slowest ${ms(Math.max(...took))})`,
      baseline: `one run by its key ${ms(key)} (${times(own / key)})`,
      budget: `< ${BUDGET_MS} ms`,
      ok: own < BUDGET_MS,
    });
  }
  return rows;
}

async function lookUps(store: Store): Promise<number[]> {
  const random = sequence(2);
  const took: number[] = [];
  for (let i = 0; i < LOOK_UPS; i += 1) {
    const id = runId(Math.floor(random() * RUNS));
    const begin = performance.now();
    const found = await store.runs.get(id);
    took.push(performance.now() - begin);
    if (found?.run.id !== id) throw new Error(`run ${id} was not found`);
  }
  return took;
}

/** Milliseconds of every page, and how many runs they listed. */
type Pages = { took: number[]; runs: number };

async function pagesOf(store: Store, { filters }: Family): Promise<Pages> {
  const pages: Pages = { took: [], runs: 0 };
  for (const change of filters) {
    const filter = { ...everyRun, ...change };
    for (const by of runSortSchema.shape.by.options) {
      for (const descending of [true, false]) await readPages(store, filter, { by, descending }, pages);
    }
  }
  return pages;
}

/** The first page, the one after it, and one that starts in the middle, as after long scrolling. */
async function readPages(store: Store, filter: RunFilter, sort: RunSort, pages: Pages): Promise<void> {
  const read = async (cursor: string | null): Promise<string | null> => {
    const begin = performance.now();
    const page = await store.runs.page(filter, sort, cursor, PAGE);
    pages.took.push(performance.now() - begin);
    pages.runs += page.runs.length;
    if (page.runs.length < PAGE && page.next !== null) throw new Error('a page with a next one is not full');
    return page.next;
  };
  const next = await read(null);
  if (next !== null) await read(next);
  await read(middleOf(sort));
}

/** A place need not be that of a run: what is listed beyond it follows. */
function middleOf(sort: RunSort): string {
  const seq = firstSeqAt(START + SPAN / 2);
  const keys = {
    queuedAt: seq,
    duration: 900_000,
    bytes: 5e11,
    state: runStates.indexOf('succeeded'),
    strategyName: 'hourly logs 2',
    targetName: 'prod2',
  };
  return cursorOf(sort, { key: keys[sort.by], seq });
}
