// What it costs to know when schedules occur, beside the same work done by croner, which the product uses to read cron.
import { Cron } from 'croner';
import { nextOccurrences, occurrencesBetween } from '../../shared/schedule/occurrences.ts';
import { plainSchedule, weekdayNames, type Schedule, type ScheduleRule } from '../../shared/schedule/schedule.ts';

const START = Date.UTC(2026, 5, 15);
const YEAR = Date.UTC(2027, 5, 15);
const SCHEDULES = 10_000;
// As many as a very large site has.
const ZONES = [
  'Europe/Madrid', 'America/Mexico_City', 'America/Bogota', 'America/New_York', 'America/Sao_Paulo', 'UTC',
  'America/Argentina/Buenos_Aires', 'America/Santiago', 'Atlantic/Canary', 'Europe/London', 'Asia/Tokyo', 'Australia/Sydney',
];

export function measure() {
  return [yearOfHours(), manySchedules()];
}

type Row = { what: string; measured: string; baseline: string; budget: string; ok: boolean };

function yearOfHours(): Row {
  const schedule = plainSchedule({ kind: 'cron', expression: '0 * * * *' }, 'Europe/Madrid');
  const [own, hours] = fastest(() => occurrencesBetween(schedule, START - 1, YEAR).length);
  const [croner] = fastest(() => {
    const cron = new Cron('0 * * * *', { timezone: 'Europe/Madrid', paused: true });
    return cron.nextRuns(hours, new Date(START - 1)).length;
  });
  return row(`a year of hourly occurrences (${hours})`, own, croner, 20);
}

function manySchedules(): Row {
  const schedules = Array.from({ length: SCHEDULES }, (_, index) => scheduleNumber(index));
  const begin = performance.now();
  // The first time: zones and fields are still to be read, as when the application starts.
  const found = schedules.filter((schedule) => nextOccurrences(schedule, START, 1).length === 1).length;
  const own = performance.now() - begin;
  const few = Math.floor(SCHEDULES / 20);
  const [croner] = fastest(() => {
    for (let index = 0; index < few; index += 1) {
      const { zone } = scheduleNumber(index);
      new Cron(cronNumber(index), { timezone: zone, paused: true }).nextRun(new Date(START));
    }
    return few;
  });
  return row(`next occurrence of ${found} schedules, from nothing`, own, (croner * SCHEDULES) / few, 200);
}

const cronNumber = (index: number): string => `${index % 60} ${Math.floor(index / 60) % 24} * * ${index % 3 === 0 ? 'MON-FRI' : '*'}`;

function scheduleNumber(index: number): Schedule {
  return plainSchedule(ruleNumber(index), ZONES[index % ZONES.length] as string);
}

function ruleNumber(index: number): ScheduleRule {
  const time = `${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
  switch (index % 4) {
    case 0:
      return { kind: 'cron', expression: cronNumber(index) };
    case 1:
      return { kind: 'weekly', days: [weekdayNames[index % 7] ?? 'sun'], times: [time] };
    case 2:
      return { kind: 'daily', times: [time] };
    default:
      return { kind: 'every', count: 5 + (index % 55), unit: 'minutes', anchor: '2026-01-01T00:00' };
  }
}

/** Milliseconds of the fastest of several times, and what it came to. */
function fastest(work: () => number): [ms: number, result: number] {
  let [best, result] = [Infinity, 0];
  for (let round = 0; round < 7; round += 1) {
    const begin = performance.now();
    result = work();
    best = Math.min(best, performance.now() - begin);
  }
  return [best, result];
}

function row(what: string, own: number, croner: number, budget: number): Row {
  return {
    what,
    measured: `${own.toFixed(1)} ms`,
    baseline: `croner ${croner.toFixed(1)} ms (${(own / croner).toFixed(2)} ×)`,
    budget: `< ${budget} ms`,
    ok: own < budget,
  };
}
