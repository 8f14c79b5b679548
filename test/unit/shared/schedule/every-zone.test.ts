// Every zone of the tz database, every change of its clocks from 2020 to 2036: the product's occurrences around it are
// those of a watcher who looks at the wall minute by minute (test/support/schedule-oracle.ts).
import { describe, expect, test } from 'vitest';
import { occurrencesBetween } from '../../../../shared/schedule/occurrences.ts';
import { plainSchedule, type ScheduleRule } from '../../../../shared/schedule/schedule.ts';
import { zoneLinks } from '../../../../shared/schedule/zone-links.ts';
import { zoneNamed } from '../../../../shared/schedule/zone.ts';
import { changesSeen, clockOf, watchClock, type Clock, type NaiveRule } from '../../../support/schedule-oracle.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FROM = Date.UTC(2020, 0, 1);
const UNTIL = Date.UTC(2037, 0, 1);

const cron = (expression: string): ScheduleRule => ({ kind: 'cron', expression });

const TIMES = ['00:00', '00:30', '01:15', '02:00', '02:30', '03:00', '12:10', '23:00', '23:45'];
const atTimes: NaiveRule['fits'] = ({ hour, minute }) =>
  TIMES.includes(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

/** Each rule of the product beside a naive reading of it. */
const RULES: [ScheduleRule, NaiveRule][] = [
  [{ kind: 'daily', times: TIMES }, { interval: false, fits: atTimes }],
  [
    { kind: 'weekly', days: ['sun', 'fri'], times: TIMES },
    { interval: false, fits: (wall) => (wall.weekday === 0 || wall.weekday === 5) && atTimes(wall) },
  ],
  [{ kind: 'last-day', times: TIMES }, { interval: false, fits: (wall) => wall.lastDay && atTimes(wall) }],
  [
    { kind: 'nth-weekday', nth: 'last', weekday: 'sun', times: TIMES },
    {
      interval: false,
      fits: (wall) => wall.weekday === 0 && daysLeft(wall.year, wall.month, wall.day) < 7 && atTimes(wall),
    },
  ],
  [cron('20,50 0-4 * * *'), { interval: false, fits: ({ hour, minute }) => hour <= 4 && (minute === 20 || minute === 50) }],
  [cron('*/15 * * * *'), { interval: true, fits: ({ minute }) => minute % 15 === 0 }],
  [cron('40 * * * *'), { interval: true, fits: ({ minute }) => minute === 40 }],
  [cron('10 */2 * * *'), { interval: true, fits: ({ hour, minute }) => hour % 2 === 0 && minute === 10 }],
  [cron('5-59/20 1-3 * * SUN'), { interval: true, fits: (wall) => wall.weekday === 0 && [1, 2, 3].includes(wall.hour) && wall.minute % 20 === 5 }],
];

const daysLeft = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate() - day;

/** All names, by the zone that the runtime takes them for. */
function zonesWithNames(): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of [...Intl.supportedValuesOf('timeZone'), ...zoneLinks]) {
    const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    groups.set(canonical, [...(groups.get(canonical) ?? []), name]);
  }
  return groups;
}

/** The clock around a change that was seen to the minute: it goes evenly before and after. */
function clockAround(clock: Clock, change: number): { clock: Clock; key: string } {
  const before = clock(change - MINUTE) - (change - MINUTE) / MINUTE;
  const after = clock(change) - change / MINUTE;
  return {
    clock: (instant) => instant / MINUTE + (instant < change ? before : after),
    key: `${change} ${before} ${after}`,
  };
}

describe('where clocks change', () => {
  test('every zone, every change, every rule', { timeout: 180_000 }, () => {
    const wrong: string[] = [];
    const naiveRules = RULES.map(([, naive]) => naive);
    let [names, changes] = [0, 0];
    // Zones that change alike, at the same instant, need one watcher.
    const watched = new Map<string, number[][]>();
    for (const [canonical, group] of zonesWithNames()) {
      const clock = clockOf(canonical);
      const seen = changesSeen(clock, FROM, UNTIL);
      for (const name of group) {
        const own = zoneNamed(name)?.changesBetween(FROM, UNTIL).map(({ at }) => at);
        if (own?.join() !== seen.join()) wrong.push(`${name}: changes ${own?.map(iso).join()} not ${seen.map(iso).join()}`);
      }
      names += group.length;
      changes += group.length * seen.length;
      for (const change of seen) {
        const [from, until] = [change - 26 * HOUR, change + 26 * HOUR];
        const around = clockAround(clock, change);
        const expected = watched.get(around.key) ?? watchClock(around.clock, naiveRules, from, until);
        watched.set(around.key, expected);
        for (const name of group) {
          RULES.forEach(([rule], index) => {
            const got = occurrencesBetween(plainSchedule(rule, name), from - 1, until).map(({ at }) => at);
            const wanted = expected[index] as number[];
            if (!isSame(got, wanted)) wrong.push(`${name} ${iso(change)} ${JSON.stringify(rule)}: ${difference(got, wanted)}`);
          });
        }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(names).toBeGreaterThan(550);
    expect(changes).toBeGreaterThan(4_000);
  });

  test('a whole day that never was: Samoa crossed the date line on 30 December 2011', () => {
    const change = Date.UTC(2011, 11, 30, 10);
    const [from, until] = [change - 50 * HOUR, change + 50 * HOUR];
    const expected = watchClock(clockOf('Pacific/Apia'), RULES.map(([, naive]) => naive), from, until);
    RULES.forEach(([rule], index) => {
      const got = occurrencesBetween(plainSchedule(rule, 'Pacific/Apia'), from - 1, until).map(({ at }) => iso(at));
      expect(got, JSON.stringify(rule)).toEqual(expected[index]?.map(iso));
    });
  });
});

const isSame = (one: number[], other: number[]): boolean =>
  one.length === other.length && one.every((at, index) => at === other[index]);

const iso = (instant: number): string => new Date(instant).toISOString();

function difference(got: number[], wanted: number[]): string {
  const extra = got.filter((at) => !wanted.includes(at)).map(iso);
  const missing = wanted.filter((at) => !got.includes(at)).map(iso);
  return `extra ${extra.join()} missing ${missing.join()}`;
}
