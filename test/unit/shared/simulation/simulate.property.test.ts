import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StrategySpec } from '../../../../shared/domain/strategy.ts';
import { backupsOn, simulate, type Miss, type Question } from '../../../../shared/simulation/simulate.ts';
import { windowDays } from '../../../../shared/simulation/cost-of-misses.ts';
import {
  DAY, START, at, database, every, logs, obsolete, question, testStrategy, type TestStrategy,
} from '../../../support/simulated-database.ts';

const DAYS = 40;
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(
  ([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
);
const weekdays = fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), { minLength: 1 });
const schedule = fc.oneof(
  fc.tuple(weekdays, time).map(([days, when]) => at({ kind: 'weekly', days: days as ['mon'], times: [when] })),
  fc.integer({ min: 2, max: 36 }).map((hours) => every(hours, 'hours')),
);

const filesMode = fc.constantFrom('full', 'level-0', 'level-1-differential', 'level-1-cumulative', 'image-copy');
const logsScope = fc
  .tuple(fc.constantFrom(null, 1, 2), fc.constantFrom('keep', 'input'))
  .map(([notBackedUpTimes, deleteInput]) => logs({ notBackedUpTimes, deleteInput } as Parameters<typeof logs>[0]));
const scope = fc.oneof(
  fc.tuple(filesMode, fc.boolean()).map(([mode, plus]) => database(mode as 'full', plus)),
  logsScope,
  fc.constant<StrategySpec['scope']>({ kind: 'control-file' }),
);

type Wanted = StrategySpec['afterwards']['deleteObsolete'];
const strategies = (deletion: fc.Arbitrary<Wanted>) =>
  fc
    .array(fc.tuple(scope, schedule, deletion), { minLength: 1, maxLength: 5 })
    .map((all) => all.map(([what, when, wanted], index): TestStrategy =>
      testStrategy(`s${index}`, { scope: what, schedule: when, ...obsolete(wanted) })));

const window = fc.integer({ min: 1, max: 20 }).map((days): Wanted => ({ kind: 'window', days }));
const redundancy = fc.integer({ min: 1, max: 4 }).map((copies): Wanted => ({ kind: 'redundancy', copies }));
const anyDeletion = fc.oneof(fc.constant<Wanted>(null), window, redundancy);

/** Misses among the first runs of the first strategies, two sets of which one holds the other. */
const misses = (asked: Question, some: readonly number[]): Miss[] =>
  some.flatMap((number) => {
    const strategy = asked.strategies[number % asked.strategies.length];
    const isOwn = ({ strategyId }: { strategyId: string }): boolean => strategyId === strategy?.id;
    const instants = simulate(asked).flatMap(({ runs }) => runs.find(isOwn)?.good ?? []);
    const instant = instants[number % Math.max(1, instants.length)];
    return strategy && instant !== undefined ? [{ strategyId: strategy.id, instant }] : [];
  });
const numbers = fc.array(fc.nat(400), { maxLength: 12 });

describe('sixty days ahead', () => {
  test('what lies there is what lay there, and what was written, without what was deleted', () => {
    fc.assert(
      fc.property(strategies(anyDeletion), (all) => {
        let before = 0;
        for (const day of simulate(question(all, {}, DAYS))) {
          const backups = day.kept.reduce((sum, { bytes }) => sum + bytes, 0);
          expect(backups).toBeCloseTo(before + day.written.bytes - day.deleted.bytes, -2);
          const places = day.places.reduce((sum, { bytes }) => sum + bytes, 0);
          expect(places).toBeCloseTo(backups + day.logsOnDiskBytes, -2);
          before = backups;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('nothing is restorable from before the oldest full backup that is kept, nor beyond the day', () => {
    fc.assert(
      fc.property(strategies(anyDeletion), fc.nat(DAYS - 1), (all, index) => {
        const asked = question(all, {}, DAYS);
        const day = simulate(asked)[index]!;
        const bases = backupsOn(asked, index).filter(({ kind }) => kind === 'full');
        for (const { from, to } of day.restorable) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(day.until);
          expect(bases.some(({ completedAt, what }) => what !== 'control-file' && completedAt <= from)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('deletion never takes the last good full backup', () => {
    fc.assert(
      fc.property(strategies(fc.oneof(window, redundancy)), (all) => {
        let had = false;
        for (const day of simulate(question(all, {}, DAYS))) {
          const fulls = day.kept.filter(({ what }) => what === 'full' || what === 'level-0' || what === 'image-copy');
          const has = fulls.some(({ count }) => count > 0);
          expect(had && !has).toBe(false);
          had ||= has;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('without deletion more good runs never shorten the window, and never leave changes longer without a backup', () => {
    fc.assert(
      fc.property(strategies(fc.constant(null)), numbers, numbers, (all, some, more) => {
        const asked = question(all, {}, DAYS);
        const few = simulate({ ...asked, missed: misses(asked, some) });
        const many = simulate({ ...asked, missed: misses(asked, [...some, ...more]) });
        few.forEach((day, index) => {
          const worse = many[index]!;
          const [newest] = day.restorable;
          for (const stretch of worse.restorable) {
            // Every moment that can be restored with fewer runs can be restored with more of them.
            expect(day.restorable.some(({ from, to }) => from <= stretch.from && stretch.to <= to)).toBe(true);
          }
          if (worse.restorable[0]) expect(newest!.to).toBeGreaterThanOrEqual(worse.restorable[0].to);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('under a window of so many days more good runs never shorten what it promises', () => {
    fc.assert(
      fc.property(strategies(fc.constant(null)), fc.integer({ min: 1, max: 14 }), numbers, (all, days, some) => {
        const deleting = all.map((one) => ({ ...one, spec: { ...one.spec, ...obsolete({ kind: 'window', days }) } }));
        const asked = question(deleting, {}, DAYS);
        const planned = simulate(asked);
        const missed = simulate({ ...asked, missed: misses(asked, some) });
        planned.forEach((day, index) => {
          const worse = missed[index]!;
          const promise = day.until - days * DAY;
          for (const { from, to } of worse.restorable) {
            if (to < promise) continue;
            expect(day.restorable.some((one) => one.from <= Math.max(from, promise) && to <= one.to)).toBe(true);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('a longer retention keeps no less, on every day', () => {
    const upTo = (max: number) => fc.integer({ min: 1, max });
    const longer = fc.oneof(
      fc.tuple(upTo(10), upTo(10)).map(([days, more]): [Wanted, Wanted] => [
        { kind: 'window', days }, { kind: 'window', days: days + more },
      ]),
      fc.tuple(upTo(3), upTo(3)).map(([copies, more]): [Wanted, Wanted] => [
        { kind: 'redundancy', copies }, { kind: 'redundancy', copies: copies + more },
      ]),
    );
    fc.assert(
      fc.property(strategies(fc.constant(null)), longer, (all, [short, long]) => {
        const under = (wanted: Wanted) =>
          simulate(question(all.map((one) => ({ ...one, spec: { ...one.spec, ...obsolete(wanted) } })), {}, DAYS));
        const kept = under(long);
        under(short).forEach((day, index) => {
          const other = kept[index]!;
          expect(windowDays(other)).toBeGreaterThanOrEqual(windowDays(day));
          const bytes = (one: typeof day): number => one.places.reduce((sum, place) => sum + place.bytes, 0);
          expect(bytes(other)).toBeGreaterThanOrEqual(bytes(day) - 1);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('the same question has the same answer, and is left as it was', () => {
    fc.assert(
      fc.property(strategies(anyDeletion), (all) => {
        const asked = question(all, {}, 20);
        const before = structuredClone(asked);
        expect(simulate(asked)).toEqual(simulate(asked));
        expect(asked).toEqual(before);
        expect(START).toBe(asked.now);
      }),
      { numRuns: 20 },
    );
  });
});
