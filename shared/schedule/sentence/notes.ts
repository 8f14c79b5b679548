// What a schedule's owner should know beside its sentence: where clocks change, where months
// are short, that it never runs.
import type { Language } from '../../domain/settings.ts';
import { calendarRule, type CalendarRule } from '../calendar-rule.ts';
import { nextOccurrences, occurrencesBetween, type OccurrenceNote } from '../occurrences.ts';
import type { Schedule } from '../schedule.ts';
import { DAY, daysInMonth, HOUR, MINUTE, SECOND, timeOfDayText, type Wall } from '../wall-time.ts';
import { zoneNamed, type ClockChange } from '../zone.ts';
import { speechOf } from './speech.ts';

/** What a change of the clocks does to a schedule. Times are of the day, as `02:30`. */
export type ClockEffect =
  | { kind: 'none' }
  /** A time that does not exist: it runs at another. */
  | { kind: 'moved'; wanted: string; to: string }
  /** A time that comes twice: it runs at the first. */
  | { kind: 'first-of-two'; time: string }
  /** An interval goes on through the time that comes twice. */
  | { kind: 'both-times' }
  /** Elapsed time counts: from then on it runs at other times of the day. */
  | { kind: 'other-times' };

export type ScheduleNote =
  | { code: 'never' }
  /** The months (1 to 12) of the schedule without such a day are left out, or their last day stands in. */
  | { code: 'short-months'; day: number; months: number[]; lastDayStandsIn: boolean }
  /** Day of the month and weekday are both given: one is enough. */
  | { code: 'either-day' }
  /** The clock goes from one time (`2026-03-29T02:00`, in ms of the wall) to another. */
  | { code: 'clock-change'; at: number; from: Wall; to: Wall; effect: ClockEffect };

const YEAR = 366 * DAY;

/** The notes for the year after the instant `from`. */
export function scheduleNotes(schedule: Schedule, from: number): ScheduleNote[] {
  if (nextOccurrences(schedule, from, 1).length === 0) return [{ code: 'never' }];
  const notes: ScheduleNote[] = [];
  const rule = calendarRule(schedule.rule);
  if (rule !== null && !rule.dates.open) {
    notes.push(...shortMonths(rule));
    if (!rule.weekdays.open) notes.push({ code: 'either-day' });
  }
  const changes = zoneNamed(schedule.zone)?.changesBetween(from, from + YEAR) ?? [];
  for (const change of changes) {
    const { at, before, after } = change;
    notes.push({ code: 'clock-change', at, from: at + before, to: at + after, effect: effectOf(schedule, change) });
  }
  return notes;
}

/** Days that the shortest February has are no matter. */
function shortMonths({ dates, months, lastDayStandsIn }: CalendarRule): ScheduleNote[] {
  return [29, 30, 31]
    .filter((day) => (dates.dates | dates.nearest) & (1 << day))
    .map((day) => ({ day, months: months.filter((month) => daysInMonth(PLAIN_YEAR, month - 1) < day) }))
    .filter((found) => found.months.length > 0)
    .map(({ day, months: short }) => ({ code: 'short-months', day, months: short, lastDayStandsIn }));
}

/** Not a leap year. */
const PLAIN_YEAR = 2027;

function effectOf(schedule: Schedule, { at, before, after }: ClockChange): ClockEffect {
  const shift = Math.abs(after - before);
  const around = occurrencesBetween(schedule, at - shift - 1, at + shift);
  for (const { notes, wall } of around) {
    for (const note of notes) {
      if (note.code === 'gap-moved') return { kind: 'moved', wanted: timeOf(note.wanted), to: timeOf(wall) };
      if (note.code === 'first-of-two') return { kind: 'first-of-two', time: timeOf(wall) };
    }
  }
  const { rule } = schedule;
  if (rule.kind === 'once' && around.length === 0) return { kind: 'none' };
  if (rule.kind === 'every' && shift % (rule.count * (rule.unit === 'hours' ? HOUR : MINUTE)) !== 0) {
    return { kind: 'other-times' };
  }
  return after < before && around.some((occurrence) => occurrence.at >= at) && isInterval(schedule)
    ? { kind: 'both-times' }
    : { kind: 'none' };
}

const isInterval = ({ rule }: Schedule): boolean => rule.kind === 'every' || calendarRule(rule)?.interval === true;

/** `2026-03-29T02:30:00` as `02:30`. */
const timeOf = (wall: string): string => wall.slice(11).replace(/:00$/, '');

/** The note as a sentence. */
export function scheduleNoteText(note: ScheduleNote, language: Language): string {
  const es = language === 'es';
  switch (note.code) {
    case 'never':
      return es ? 'No se ejecutará nunca.' : 'It will never run.';
    case 'either-day':
      return es
        ? 'Están dados el día del mes y el de la semana: basta con que se cumpla uno.'
        : 'Both the day of the month and the weekday are given: either is enough.';
    case 'short-months':
      return shortMonthText(note, language);
    case 'clock-change':
      return `${changeText(note, language)}: ${effectText(note.effect, language)}`;
  }
}

function shortMonthText(note: Extract<ScheduleNote, { code: 'short-months' }>, language: Language): string {
  const { day, months, lastDayStandsIn } = note;
  const names = speechOf(language).inMonths(months);
  if (language === 'es') {
    const leap = day === 29 ? ' (salvo en año bisiesto)' : '';
    return `No hay día ${day} ${names}${leap}: ${lastDayStandsIn ? 'se ejecuta el último día' : 'no se ejecuta'}.`;
  }
  const leap = day === 29 ? ' (except in leap years)' : '';
  return `There is no day ${day} ${names}${leap}: ${lastDayStandsIn ? 'it runs on the last day' : 'it does not run'}.`;
}

function changeText({ from, to }: Extract<ScheduleNote, { code: 'clock-change' }>, language: Language): string {
  const date = speechOf(language).date(from);
  const [before, after] = [from, to].map((wall) => timeOfDayText(wall % DAY));
  if (language === 'es') {
    return `El ${date} los relojes ${to > from ? 'se adelantan' : 'se atrasan'} de las ${before} a las ${after}`;
  }
  return `On ${date} the clocks go ${to > from ? 'forward' : 'back'} from ${before} to ${after}`;
}

function effectText(effect: ClockEffect, language: Language): string {
  const es = language === 'es';
  switch (effect.kind) {
    case 'none':
      return es ? 'no cambia nada para esta programación.' : 'nothing changes for this schedule.';
    case 'moved':
      return es
        ? `lo previsto para las ${effect.wanted} se ejecuta a las ${effect.to}.`
        : `what is due at ${effect.wanted} runs at ${effect.to}.`;
    case 'first-of-two':
      return es
        ? `las ${effect.time} se dan dos veces; se ejecuta una sola vez, en la primera.`
        : `${effect.time} comes twice; it runs once, at the first.`;
    case 'both-times':
      return es
        ? 'la hora repetida cuenta dos veces, porque rige el tiempo transcurrido.'
        : 'the repeated time counts twice, since elapsed time decides.';
    case 'other-times':
      return es
        ? 'desde entonces se ejecuta a otras horas del día, porque rige el tiempo transcurrido.'
        : 'from then on it runs at other times of the day, since elapsed time decides.';
  }
}

/** What is special about one occurrence, as a sentence. `zone` is the schedule's. */
export function occurrenceNoteText(note: OccurrenceNote, zone: string, language: Language): string {
  const es = language === 'es';
  switch (note.code) {
    case 'gap-moved':
      return es
        ? `Las ${timeOf(note.wanted)} no existen ese día: los relojes se adelantan.`
        : `There is no ${timeOf(note.wanted)} that day: the clocks go forward.`;
    case 'first-of-two':
      return es
        ? 'Esta hora se da dos veces: los relojes se atrasan. Es la primera.'
        : 'This time comes twice: the clocks go back. It is the first.';
    case 'short-month':
      return es
        ? `El mes no tiene día ${note.wanted}: se ejecuta el último día.`
        : `The month has no day ${note.wanted}: its last day stands in.`;
    case 'blackout':
      return blackoutText(note.until, zone, language);
  }
}

function blackoutText(until: number, zone: string, language: Language): string {
  const wall = until + (zoneNamed(zone)?.offsetAt(until) ?? 0);
  const seconds = Math.floor(wall / SECOND) * SECOND;
  const say = speechOf(language);
  const end = say.dateAndTime(say.date(seconds), timeOfDayText(seconds % DAY));
  return language === 'es' ? `Nada puede empezar hasta el ${end}.` : `Nothing may start before ${end}.`;
}
