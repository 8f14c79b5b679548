// Pages of runs against a naive model: every filter, order, text and page size must give what sorting an array gives.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import type { PageCosts } from '../../../../electron/store/pages/plan.ts';
import { everyRun, newestFirst, OWN_WORKSTATION, type RunFilter, type RunSort } from '../../../../shared/domain/history.ts';
import { newId } from '../../../../shared/domain/id.ts';
import { isOver, runStates, type Run } from '../../../../shared/domain/run.ts';
import { openInProcess, storeDirectory } from '../../../support/store-in-process.ts';
import { sampleRun } from '../../../support/store-samples.ts';

type Kept = { run: Run; log: string[] | null };

const names = ['Diaria', 'diaria', 'Catálogo', 'Zona', 'árbol', 'Weekly level 0'];
const words = ['ORA-19809', 'ORA-19804', 'RMAN-03009', 'catálogo', 'catalog', 'pieza', 'backup', 'c1', '/u01/x_1.bkp'];
/** Further ways to ask for them and for names; some are no words at all. */
const asTyped = ['CATALOGO', 'catal*', '"c1 backup"', 'demo', 'weekly', 'pro*', '"level 0"', '"', '*', 'AND', '-c1'];
const START = 1_700_000_000_000;

const lineOfWords = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((line) => line.join(' '));
const runArbitrary = fc
  .record({
    strategy: fc.integer({ min: 0, max: 5 }),
    target: fc.integer({ min: 0, max: 2 }),
    trigger: fc.constantFrom('manual' as const, 'command-line' as const, 'demo' as const),
    state: fc.constantFrom(...runStates),
    minute: fc.integer({ min: 0, max: 8 }),
    duration: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    bytes: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    rootCode: fc.option(fc.constantFrom('ORA-19809', 'RMAN-03009'), { nil: null }),
    workstation: fc.constantFrom(undefined, undefined, { id: 'W-1', name: 'dba-1' }, { id: 'W-2', name: 'dba-2' }),
    log: fc.option(fc.array(lineOfWords, { maxLength: 6 }), { nil: null }),
  })
  .map(({ strategy, target, minute, duration, log, workstation, ...rest }): Kept => {
    const queuedAt = START + minute * 60_000;
    const run = sampleRun({
      ...rest,
      ...(workstation ? { workstation } : {}),
      id: newId(queuedAt),
      queuedAt,
      strategyId: `strategy ${strategy}`,
      strategyName: names[strategy] ?? '',
      targetId: `T-${target}`,
      targetName: ['DEMO', 'Producción', 'PROD'][target] ?? '',
      startedAt: duration === null ? null : queuedAt + 5,
      endedAt: duration === null ? null : queuedAt + 5 + duration,
    }).run;
    const kept = isOver(run.state) ? log : null;
    return { run: { ...run, lines: kept?.length ?? 0 }, log: kept };
  });

const someOf = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.oneof(fc.constant<T[]>([]), fc.subarray(values));
const filterArbitrary: fc.Arbitrary<RunFilter> = fc.record({
  strategyIds: someOf('strategy 0', 'strategy 1', 'strategy 2', 'strategy 9'),
  targetIds: someOf('T-0', 'T-1'),
  states: someOf(...runStates),
  triggers: someOf('manual' as const, 'demo' as const),
  workstationIds: someOf(OWN_WORKSTATION, 'W-1', 'W-2'),
  from: fc.option(fc.integer({ min: -1, max: 9 }).map((minute) => START + minute * 60_000), { nil: null }),
  until: fc.option(fc.integer({ min: -1, max: 9 }).map((minute) => START + minute * 60_000 + 1), { nil: null }),
  text: fc.oneof(
    fc.constant(''),
    fc.array(fc.constantFrom(...words, ...asTyped), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  ),
});
/** Small costs make a few runs take every way that otherwise only a million takes. */
const costsArbitrary: fc.Arbitrary<PageCosts> = fc.record({
  few: fc.constantFrom(0, 2, 20_000),
  fewGroups: fc.constantFrom(0, 2, 128),
  runsPerGroup: fc.constantFrom(0, 1, 128),
  fewInRange: fc.constantFrom(0, 3, 20_000),
  patience: fc.constantFrom(1, 5, 12_000),
  lookups: fc.constantFrom(1, 40),
  lookupsForOne: fc.constantFrom(0, 4),
  keys: fc.constantFrom(0, 1, 32),
});
const sortArbitrary: fc.Arbitrary<RunSort> = fc.record({
  by: fc.constantFrom('queuedAt', 'strategyName', 'targetName', 'state', 'duration', 'bytes'),
  descending: fc.boolean(),
});

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const tokens = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether one line contains consecutive words, the last perhaps begun only. */
function lineHas(line: string, wanted: string[], beginning: boolean): boolean {
  const have = tokens(line);
  return have.some((_, at) =>
    wanted.every((word, i) => {
      const found = have[at + i];
      if (found === undefined) return false;
      return beginning && i === wanted.length - 1 ? found.startsWith(word) : found === word;
    }),
  );
}

function textLets({ run, log }: Kept, text: string): boolean {
  const lines = [run.strategyName, run.targetName, run.rootCode ?? '', run.rootText ?? '', ...(log ?? [])];
  const parts = text.match(/"[^"]*("|$)|[^\s"]+/g) ?? [];
  return parts.every((part) => {
    const wanted = tokens(part);
    const beginning = !part.startsWith('"') && part.endsWith('*');
    return wanted.length === 0 || lines.some((line) => lineHas(line, wanted, beginning));
  });
}

function lets(filter: RunFilter, kept: Kept): boolean {
  const { run } = kept;
  const among = <T>(list: T[], value: T): boolean => list.length === 0 || list.includes(value);
  return (
    among(filter.targetIds, run.targetId) &&
    among(filter.strategyIds, run.strategyId) &&
    among(filter.states, run.state) &&
    among(filter.triggers, run.trigger) &&
    among(filter.workstationIds, run.workstation?.id ?? OWN_WORKSTATION) &&
    (filter.from === null || run.queuedAt >= filter.from) &&
    (filter.until === null || run.queuedAt < filter.until) &&
    textLets(kept, filter.text)
  );
}

function key(run: Run, by: RunSort['by']): string | number {
  if (by === 'queuedAt') return run.queuedAt;
  if (by === 'state') return runStates.indexOf(run.state);
  if (by === 'bytes') return run.bytes ?? -1;
  if (by === 'duration') return run.endedAt === null || run.startedAt === null ? -1 : run.endedAt - run.startedAt;
  return fold(run[by]);
}

/** Runs of one millisecond keep the order in which they were inserted. */
function expected(all: Kept[], filter: RunFilter, sort: RunSort): string[] {
  const rows = all.map((kept, order) => ({ ...kept, order })).filter((kept) => lets(filter, kept));
  const sign = sort.descending ? -1 : 1;
  rows.sort((a, b) => {
    const [x, y] = [key(a.run, sort.by), key(b.run, sort.by)];
    return sign * (x < y ? -1 : x > y ? 1 : a.run.queuedAt - b.run.queuedAt || a.order - b.order);
  });
  return rows.map(({ run }) => run.id);
}

async function walked(store: Store, filter: RunFilter, sort: RunSort, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.runs.page(filter, sort, cursor, limit);
    ids.push(...page.runs.map(({ id }) => id));
    expect(page.runs.length).toBeLessThanOrEqual(limit);
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

describe('pages of runs', () => {
  let directory: ReturnType<typeof storeDirectory>;
  beforeAll(() => {
    directory = storeDirectory();
  });
  afterAll(() => directory.remove());

  it('are what filtering and sorting all runs gives, in every order and page size', async () => {
    let file = 0;
    const questionArbitrary = fc.tuple(filterArbitrary, sortArbitrary, fc.integer({ min: 1, max: 7 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(runArbitrary, { minLength: 1, maxLength: 40 }),
        fc.array(questionArbitrary, { minLength: 6, maxLength: 12 }),
        costsArbitrary,
        fc.constantFrom(20, 100_000),
        async (kept, questions, pageCosts, oneDocument) => {
          file += 1;
          const store = openInProcess(`${directory.file}.${file}`, { pageCosts, oneDocument });
          try {
            for (const { run, log } of kept) {
              await store.runs.insert({ ...sampleRun(), run });
              if (log === null) continue;
              await store.logs.append(run.id, 0, log);
              await store.logs.seal(run.id, log.length);
            }
            for (const [filter, sort, limit] of questions) {
              const ids = expected(kept, filter, sort);
              expect(await walked(store, filter, sort, limit)).toEqual(ids);
              const { total } = await store.runs.page(filter, sort, null, limit);
              expect(total).toBe(ids.length);
            }
          } finally {
            await store.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('follow what becomes known of a run after it was inserted', async () => {
    const store = openInProcess(`${directory.file}.changed`);
    const unknown = { startedAt: START + 5, endedAt: null, bytes: null };
    const runs = [1, 2, 3].map((later) => sampleRun({ queuedAt: START + later, ...unknown }));
    for (const stored of runs) await store.runs.insert(stored);
    const ids = runs.map(({ run }) => run.id);
    const [first, second, third] = ids as [string, string, string];
    await store.runs.change(first, { endedAt: START + 6, bytes: 5 });
    await store.runs.change(third, { endedAt: START + 5, bytes: 7 });
    const by = async (sort: RunSort): Promise<string[]> =>
      (await store.runs.page(everyRun, sort, null, 9)).runs.map(({ id }) => id);
    expect(await by({ by: 'duration', descending: true })).toEqual([first, third, second]);
    expect(await by({ by: 'bytes', descending: true })).toEqual([third, first, second]);
    await store.close();
  });

  it.each([
    ['in one document', 100_000],
    ['in a document for every chunk', 20],
  ])('say where in the log a search hit: %s', async (_, oneDocument) => {
    const store = openInProcess(`${directory.file}.hit.${oneDocument}`, { oneDocument });
    const stored = sampleRun({ queuedAt: START, state: 'succeeded', strategyName: 'Diaria' });
    await store.runs.insert(stored);
    const hitOf = async (text: string): Promise<unknown> =>
      (await store.runs.page({ ...everyRun, text }, newestFirst, null, 1)).runs[0]?.hit;
    await store.logs.append(stored.run.id, 0, ['starting piece 1', 'Catálogo listo', 'piece 2 of catalogo']);
    expect(await hitOf('diaria'), 'before the log is complete').toBeNull();
    await store.logs.seal(stored.run.id, 3);
    expect(await hitOf('catalogo')).toEqual({ line: 1, text: 'Catálogo listo' });
    expect(await hitOf('catalogo piece')).toEqual({ line: 2, text: 'piece 2 of catalogo' });
    expect(await hitOf('diaria')).toBeNull();
    await store.close();
  });

  it('show the newest first of everything when nothing else is asked', async () => {
    const store = openInProcess(directory.file);
    await store.runs.insert(sampleRun({ queuedAt: START }));
    const newer = sampleRun({ queuedAt: START + 1 });
    await store.runs.insert(newer);
    expect((await store.runs.page(everyRun, newestFirst, null, 1)).runs).toEqual([{ ...newer.run, hit: null }]);
    await store.close();
  });
});
