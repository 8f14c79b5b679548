// Filters survive the way through the address, and mean to main what they say on screen.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyRun, runFilterSchema, runSortSchema } from '../../../../shared/domain/history.ts';
import { runStates, triggerSchema, type ActiveRun } from '../../../../shared/domain/run.ts';
import { hashOf, route, routeOf } from '../../../../renderer/navigation/route.ts';
import {
  activeThrough,
  everything,
  filterOf,
  isFiltered,
  queryOf,
  quickPeriods,
  termsOf,
  viewOf,
  type Period,
  type RunsView,
} from '../../../../renderer/features/runs/runs-filter.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/), { maxLength: 3 });
const days = fc
  .date({ min: new Date(Date.UTC(1990, 0, 1)), max: new Date(Date.UTC(2090, 0, 1)), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.constant({ kind: 'any' } as const),
  fc.constantFrom(...quickPeriods).map((span) => ({ kind: 'quick', span }) as const),
  fc
    .record({ kind: fc.constant('days' as const), from: fc.option(days), until: fc.option(days) })
    .filter(({ from, until }) => from !== null || until !== null),
);
const views: fc.Arbitrary<RunsView> = fc.record({
  targetIds: ids,
  strategyIds: ids,
  states: fc.subarray([...runStates]),
  triggers: fc.subarray([...triggerSchema.options]),
  workstationIds: ids,
  period: periods,
  text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  sort: fc.record({ by: fc.constantFrom(...runSortSchema.shape.by.options), descending: fc.boolean() }),
});

describe('the address', () => {
  test('gives back every view, also through its spelling behind the #', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewOf(queryOf(view))).toEqual(view);
        expect(viewOf(routeOf(hashOf(route('runs', null, queryOf(view)))).query)).toEqual(view);
      }),
    );
  });

  test('of everything is empty', () => {
    expect(queryOf(everything)).toEqual({});
    expect(viewOf({})).toEqual(everything);
  });

  test.each([
    { state: 'failed,nonsense', trigger: 'x', sort: '-nothing', period: '2026-13-45..' },
    { period: '2026-02-31..' },
    { period: 'yesterday' },
    { period: '..' },
    { period: '2026-01-01..2026-01-02..2026-01-03' },
  ])('that is half nonsense is understood as far as it goes: %j', (query) => {
    const view = viewOf(query);
    expect(view).toEqual({ ...everything, states: query.state ? ['failed'] : [] });
  });
});

describe('what main is asked', () => {
  const now = new Date(2026, 10, 24, 9, 30).getTime();

  test('is always a filter it takes', () => {
    fc.assert(fc.property(views, (view) => void runFilterSchema.parse(filterOf(view, now))));
    expect(filterOf(everything, now)).toEqual(everyRun);
  });

  const asked = (period: Period) => {
    const { from, until } = filterOf({ ...everything, period }, now);
    return [from, until];
  };

  test('days are whole days of this time zone, both included', () => {
    expect(asked({ kind: 'days', from: '2026-11-01', until: '2026-11-02' })).toEqual([
      new Date(2026, 10, 1).getTime(),
      new Date(2026, 10, 3).getTime(),
    ]);
    expect(asked({ kind: 'days', from: null, until: '2026-02-28' })).toEqual([null, new Date(2026, 2, 1).getTime()]);
  });

  test('spans end now', () => {
    expect(asked({ kind: 'quick', span: 'today' })).toEqual([new Date(2026, 10, 24).getTime(), null]);
    expect(asked({ kind: 'quick', span: '24h' })).toEqual([now - 86_400_000, null]);
    expect(asked({ kind: 'quick', span: '7d' })).toEqual([now - 7 * 86_400_000, null]);
  });
});

test('sorting is no filter', () => {
  expect(isFiltered({ ...everything, sort: { by: 'bytes', descending: false } })).toBe(false);
  expect(isFiltered({ ...everything, text: 'x' })).toBe(true);
});

test.each([
  ['ORA-19809  full', ['ORA-19809', 'full']],
  ['"archived logs" catal*', ['archived logs', 'catal']],
  ['- * "', []],
])('the terms of %j', (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

describe('runs under way', () => {
  const active = (change: object): ActiveRun =>
    ({
      run: { strategyName: 'Catálogo nocturno', targetName: 'ERP', targetId: 'T', strategyId: 'S', state: 'running', trigger: 'manual', queuedAt: 100, ...change },
      waitsFor: null,
      progress: null,
    }) as ActiveRun;

  test.each([
    [{}, true],
    [{ targetIds: ['T'] }, true],
    [{ targetIds: ['other'] }, false],
    [{ states: ['failed' as const] }, false],
    [{ triggers: ['demo' as const] }, false],
    [{ from: 101 }, false],
    [{ until: 100 }, false],
    [{ from: 100, until: 101 }, true],
    [{ text: 'catalogo erp' }, true],
    [{ text: 'catalogo crm' }, false],
  ])('%j lets it through: %s', (change, through) => {
    expect(activeThrough([active({})], { ...everyRun, ...change })).toHaveLength(through ? 1 : 0);
  });
});
