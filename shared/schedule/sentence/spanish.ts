// Spanish for sentences about schedules.
import type { Speech, TimeUnit } from './speech.ts';

const DAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];
const MONTHS = [
  'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio',
  'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre',
];
const NTH = ['', 'primer', 'segundo', 'tercer', 'cuarto', 'quinto', 'último'];
const UNITS: Record<TimeUnit, [one: string, many: string]> = {
  second: ['segundo', 'segundos'],
  minute: ['minuto', 'minutos'],
  hour: ['hora', 'horas'],
};

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} y ${items.at(-1)}`;

const monthList = (months: readonly number[]): string => list(months.map((month) => MONTHS[month - 1] ?? ''));
const named = (unit: TimeUnit, count: number): string => UNITS[unit][count === 1 ? 0 : 1];
/** Only sábado and domingo take an s. */
const dayPlural = (day: number): string => `${DAYS[day]}${day === 0 || day === 6 ? 's' : ''}`;
/** `la 01:00`, `las 02:00` */
const clock = (time: string): string => `${time.startsWith('01') ? 'la' : 'las'} ${time}`;

export const spanish: Speech = {
  list,
  date: (wall) => {
    const date = new Date(wall);
    return `${date.getUTCDate()} de ${MONTHS[date.getUTCMonth()]} de ${date.getUTCFullYear()}`;
  },
  atTimes: (times) => (times.length === 1 ? `a ${clock(times[0] ?? '')}` : `a las ${list(times)}`),
  every: (unit, step) => (step === 1 ? `cada ${named(unit, 1)}` : `cada ${step} ${named(unit, step)}`),
  startingAt: (unit, value) => `a partir ${unit === 'hour' ? 'de la hora' : `del ${named(unit, 1)}`} ${value}`,
  startingAtTime: (time) => `a partir de ${clock(time)}`,
  countedFrom: (date, time) => `contando desde el ${date} a ${clock(time)}`,
  atValues: (unit, values) =>
    values.length === 1 ? `en el ${named(unit, 1)} ${values[0]}` : `en los ${named(unit, 2)} ${list(values)}`,
  ofEvery: (unit) => `de cada ${named(unit, 1)}`,
  between: (from, until) => `entre ${clock(from)} y ${clock(until)}`,
  inHours: (hours) => (hours.length === 1 ? `en la hora ${hours[0]}` : `en las horas ${list(hours)}`),
  once: (date, time) => `una sola vez, el ${date} a ${clock(time)}`,

  everyDay: 'todos los días',
  mondayToFriday: 'de lunes a viernes',
  weekend: 'los sábados y domingos',
  onWeekdays: (days) => `los ${list(days.map(dayPlural))}`,
  onDates: (dates) => (dates.length === 1 ? `el día ${dates[0]}` : `los días ${list(dates.map(String))}`),
  onLastDay: 'el último día',
  onLastWorkday: 'el último día laborable (de lunes a viernes)',
  onNearest: (date) => `el día laborable (de lunes a viernes) más cercano al día ${date}`,
  onNth: (nth, weekday) => `el ${NTH[nth]} ${DAYS[weekday]}`,
  ofEveryMonth: 'de cada mes',
  ofMonths: (months) => `de ${monthList(months)}`,
  inMonths: (months) => `en ${monthList(months)}`,
  andAlso: (one, other) => `${one} y también ${other}`,

  zoneTime: (city) => `hora de ${city}`,
  from: (date, time) => `desde el ${date} a ${clock(time)}`,
  until: (date, time) => `hasta el ${date} a ${clock(time)}`,
  notBetween: (from, until, days) => `excepto de ${from} a ${until} ${days}`,
  notFromTo: (from, until) => `excepto desde el ${from} hasta el ${until}`,
  dateAndTime: (date, time) => `${date} a ${clock(time)}`,
};
