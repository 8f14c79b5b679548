import { describe, expect, test } from 'vitest';
import { costOfMisses, windowDays } from '../../../../shared/simulation/cost-of-misses.ts';
import { fillings } from '../../../../shared/simulation/rooms.ts';
import { simulate } from '../../../../shared/simulation/simulate.ts';
import { toggled } from '../../../../renderer/features/readiness/use-simulation.ts';
import {
  DAY, HOUR, START, daily, database, question, sundays, testStrategy, usualWeek,
} from '../../../support/simulated-database.ts';

const FIRST_SUNDAY = START + 6 * DAY + HOUR;

describe('a usual week', () => {
  test('begins to be restorable with its first level 1, which becomes a level 0, and levels off beyond 14 days', () => {
    const days = simulate(question(usualWeek()));
    expect(days[0]!.restorable).toHaveLength(1);
    expect(windowDays(days[10]!)).toBeGreaterThan(9);
    for (const day of days.slice(30)) {
      expect(windowDays(day)).toBeGreaterThanOrEqual(14);
      expect(windowDays(day)).toBeLessThan(22);
    }
  });

  test('never leaves changes longer than a quarter of an hour and its run without a backup', () => {
    for (const day of simulate(question(usualWeek())).slice(1)) {
      expect(day.longestUncovered).toBeLessThanOrEqual(18 * 60_000);
    }
  });

  test('a missed full leaves the window whole, and no backup of logs for a day is told', () => {
    const asked = question(usualWeek());
    const planned = simulate(asked);
    const missed = simulate({ ...asked, missed: [{ strategyId: 'weekly', instant: FIRST_SUNDAY }] });
    expect(missed[6]!.runs.find(({ strategyId }) => strategyId === 'weekly')?.missed).toEqual([FIRST_SUNDAY]);
    expect(costOfMisses(planned, missed).withoutRestore).toEqual([]);
    const noLogs = simulate({ ...asked, missed: [{ strategyId: 'logs', from: START + 20 * DAY }] });
    expect(costOfMisses(planned, noLogs).uncovered!.ms).toBeGreaterThan(DAY / 2);
  });
});

describe('what is not enough', () => {
  test('an open full backup without its redo gives nothing from backups alone, but with the logs of the server', () => {
    const days = simulate(question([testStrategy('full', { scope: database('full', false), schedule: daily() })]));
    expect(days[5]!.restorable).toEqual([]);
    expect(days[5]!.withServerLogs).not.toBeNull();
  });

  test('an updated copy without lag forgets every day but the last ones', () => {
    const days = simulate(
      question([testStrategy('copy', { scope: database('updated-copy'), tag: 'COPY', schedule: daily() })]),
    );
    expect(windowDays(days[40]!)).toBeLessThanOrEqual(2);
  });
});

test('a place is full on the first day on which its most does not fit', () => {
  const days = simulate(question([testStrategy('full', { scope: database('level-0'), schedule: sundays() })]));
  const [area] = fillings(days, new Map(), [{ place: 'recovery-area', freeBytes: 100 * 2 ** 30, source: 'edited' }]);
  const index = area!.fullOn!;
  expect(days[index]!.places[0]!.most).toBeGreaterThan(100 * 2 ** 30);
  expect(days[index - 1]!.places[0]!.most).toBeLessThanOrEqual(100 * 2 ** 30);
});

test('pressing a run twice leaves things as they were', () => {
  const miss = { strategyId: 'a', instant: 1 };
  expect(toggled(toggled([], [miss]), [miss])).toEqual([]);
});
