import { describe, expect, it } from 'vitest';
import { countsOf, sortedInto, windowsOn, worstFirst } from '../../../../../renderer/features/calendar/day-summary.ts';
import { occurrenceStates } from '../../../../../shared/domain/occurrence-state.ts';

const HOUR = 3_600_000;

describe('counts by state', () => {
  it('puts the worst first and leaves out what is not there', () => {
    const states = ['succeeded', 'failed', 'succeeded', 'planned'] as const;
    expect(countsOf(states.map((state) => ({ state })))).toEqual([
      { state: 'failed', count: 1 },
      { state: 'planned', count: 1 },
      { state: 'succeeded', count: 2 },
    ]);
  });
  it('knows every state', () => {
    expect(worstFirst.toSorted()).toEqual(occurrenceStates.toSorted());
  });
});

describe('entries by day', () => {
  it('puts a midnight into the day that it begins, and leaves out what lies outside', () => {
    const entries = [50, 0, 24, 23, -1].map((hour) => ({ instant: hour * HOUR }));
    const spans = [
      { from: 0, until: 24 * HOUR },
      { from: 24 * HOUR, until: 48 * HOUR },
    ];
    expect(sortedInto(entries, spans).map((day) => day.map(({ instant }) => instant / HOUR))).toEqual([[0, 23], [24]]);
  });
  it('finds nothing in a day that lasts no time', () => {
    const spans = [
      { from: 0, until: 0 },
      { from: 0, until: HOUR },
    ];
    expect(sortedInto([{ instant: 0 }], spans).map((day) => day.length)).toEqual([0, 1]);
  });
});

describe('windows on a day', () => {
  const day = { day: 0, from: 0, until: 25 * HOUR };
  it('is cut at the ends of the day and measured by its real length', () => {
    const window = { from: -5 * HOUR, until: 5 * HOUR, targetId: null };
    expect(windowsOn(day, [window])).toEqual([{ start: 0, end: 0.2, window }]);
  });
  it('leaves out a window that only touches it, and every window on a day of no length', () => {
    expect(windowsOn(day, [{ from: -HOUR, until: 0, targetId: null }])).toEqual([]);
    expect(windowsOn({ day: 0, from: 0, until: 0 }, [{ from: -HOUR, until: HOUR, targetId: null }])).toEqual([]);
  });
});
