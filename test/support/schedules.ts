// Arbitrary rules, schedules and instants, with a liking for the hours in which clocks change.
import fc from 'fast-check';
import { weekdayNames, type Blackout, type Schedule, type ScheduleRule } from '../../shared/schedule/schedule.ts';
import { zoneNamed } from '../../shared/schedule/zone.ts';

const ZONES = [
  'UTC', 'Europe/Madrid', 'Europe/Dublin', 'America/New_York', 'America/Bogota', 'America/Santiago', 'Africa/Cairo',
  'Africa/Casablanca', 'Asia/Beirut', 'Asia/Gaza', 'Antarctica/Troll', 'Australia/Lord_Howe', 'Pacific/Chatham',
];

const two = (value: number): string => String(value).padStart(2, '0');

export const anyZone = fc.constantFrom(...ZONES);

const anyTime = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 23 })), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const anyTimes = fc.array(anyTime, { minLength: 1, maxLength: 6 });
const anyWall = fc
  .tuple(
    fc.integer({ min: 2021, max: 2032 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    anyTime,
  )
  .map(([year, month, day, time]) => `${year}-${two(month)}-${two(day)}T${time}`);
const anyDays = fc.uniqueArray(fc.constantFrom(...weekdayNames), { minLength: 1, maxLength: 7 });
const anyDates = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 5 });

/** The builder's rules that name times on the wall. */
export const anyNamedRule: fc.Arbitrary<ScheduleRule> = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), times: anyTimes }),
  fc.record({ kind: fc.constant('weekly' as const), days: anyDays, times: anyTimes }),
  fc.record({
    kind: fc.constant('monthly' as const),
    days: anyDates,
    shortMonths: fc.constantFrom('skip' as const, 'last-day' as const),
    times: anyTimes,
  }),
  fc.record({ kind: fc.constant('last-day' as const), times: anyTimes }),
  fc.record({
    kind: fc.constant('nth-weekday' as const),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
    weekday: fc.constantFrom(...weekdayNames),
    times: anyTimes,
  }),
);

export const anyEveryRule: fc.Arbitrary<Extract<ScheduleRule, { kind: 'every' }>> = fc.record({
  kind: fc.constant('every' as const),
  count: fc.oneof(fc.constantFrom(1, 2, 5, 6, 10, 12, 15, 20, 30), fc.integer({ min: 1, max: 5_000 })),
  unit: fc.constantFrom('minutes' as const, 'hours' as const),
  anchor: anyWall,
});

const field = (min: number, max: number): fc.Arbitrary<string> => {
  const value = fc.integer({ min, max });
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const step = fc.tuple(fc.oneof(fc.constant('*'), range), fc.integer({ min: 1, max: max - min })).map(([what, by]) => `${what}/${by}`);
  const part = fc.oneof(value.map(String), range, step);
  return fc.oneof({ weight: 2, arbitrary: fc.constant('*') }, { weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join()) });
};

export const anyCron: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: field(0, 59).map((text) => `${text} `) }),
    field(0, 59),
    field(0, 23),
    fc.oneof(fc.constant('*'), field(1, 31), fc.constantFrom('L', 'LW', '15W', '1W,L', '?')),
    fc.oneof({ weight: 3, arbitrary: fc.constant('*') }, { weight: 1, arbitrary: field(1, 12) }),
    fc.oneof(fc.constant('*'), field(0, 7), fc.constantFrom('MON-FRI', 'SUN#1', 'FRI#L', '5L', 'TUE#5', '?')),
  )
  .map(([second, ...rest]) => `${second}${rest.join(' ')}`);

export const anyRule: fc.Arbitrary<ScheduleRule> = fc.oneof(
  anyNamedRule,
  anyEveryRule,
  fc.record({ kind: fc.constant('once' as const), at: anyWall }),
  anyCron.map((expression): ScheduleRule => ({ kind: 'cron', expression })),
);

const anyBlackout: fc.Arbitrary<Blackout> = fc.oneof(
  fc.record({ kind: fc.constant('weekly' as const), days: anyDays, from: anyTime, until: anyTime }),
  fc
    .tuple(anyWall, anyWall)
    .filter(([a, b]) => a !== b)
    .map(([a, b]): Blackout => ({ kind: 'dated', from: a < b ? a : b, until: a < b ? b : a })),
);

export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  rule: anyRule,
  zone: anyZone,
  from: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyWall }),
  until: fc.constant(null),
  blackouts: fc.array(anyBlackout, { maxLength: 2 }),
});

/** Any instant from 2022 to 2030, every second time within two hours of a change of some clock. */
export const anyInstant: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2030, 0, 1) }),
  fc
    .tuple(anyZone, fc.integer({ min: 0, max: 40 }), fc.integer({ min: -7_200_000, max: 7_200_000 }))
    .map(([zone, index, away]) => {
      const changes = zoneNamed(zone)?.changesBetween(Date.UTC(2022, 0, 1), Date.UTC(2030, 0, 1)) ?? [];
      return (changes[index % Math.max(1, changes.length)]?.at ?? Date.UTC(2026, 2, 29, 1)) + away;
    }),
);
