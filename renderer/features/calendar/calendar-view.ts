// What the calendar shows, as it stands in the window's address: month or week, day, zone, filters. Pure.
import { DAY } from '../../../shared/schedule/wall-time.ts';
import { zoneNamed } from '../../../shared/schedule/zone.ts';
import { dayFrom, dayText, monthLater, monthWeeksOf, weekOf, type Day } from './days.ts';

export type Scale = 'month' | 'week';

export type CalendarView = {
  scale: Scale;
  /** The day that the keyboard is on; the month or week around it is shown. */
  day: Day;
  zone: string;
  targetId: string | null;
  strategyId: string | null;
  /** The list of the day stands open. */
  open: boolean;
};

/** What is left out of the address: this workstation's zone, and the present day there. */
export type Present = { zone: string; today(zone: string): Day };

/** Reads an address; what makes no sense counts as absent. */
export function viewOf(query: Readonly<Record<string, string>>, present: Present): CalendarView {
  const asked = query['zone'];
  const zone = asked !== undefined && zoneNamed(asked) !== null ? asked : present.zone;
  return {
    scale: query['view'] === 'week' ? 'week' : 'month',
    day: dayFrom(query['day'] ?? '') ?? present.today(zone),
    zone,
    targetId: query['target'] ?? null,
    strategyId: query['strategy'] ?? null,
    open: query['open'] === '1',
  };
}

/** The address of a view. */
export function queryOf(view: CalendarView, here: string): Record<string, string> {
  return {
    ...(view.scale === 'week' ? { view: 'week' } : {}),
    day: dayText(view.day),
    ...(view.zone === here ? {} : { zone: view.zone }),
    ...(view.targetId === null ? {} : { target: view.targetId }),
    ...(view.strategyId === null ? {} : { strategy: view.strategyId }),
    ...(view.open ? { open: '1' } : {}),
  };
}

/** The days that are shown, by week. */
export const weeksOf = ({ scale, day }: Pick<CalendarView, 'scale' | 'day'>): Day[][] =>
  scale === 'month' ? monthWeeksOf(day) : [weekOf(day)];

/** The day to stand on after going forth (1) or back (-1) by what is shown. */
export const turned = ({ scale, day }: Pick<CalendarView, 'scale' | 'day'>, step: 1 | -1): Day =>
  scale === 'month' ? monthLater(day, step) : day + step * 7 * DAY;

/** Where a key leads from a day; `null` when it leads nowhere. */
export function dayAfterKey(key: string, day: Day): Day | null {
  const week = weekOf(day);
  switch (key) {
    case 'ArrowLeft':
      return day - DAY;
    case 'ArrowRight':
      return day + DAY;
    case 'ArrowUp':
      return day - 7 * DAY;
    case 'ArrowDown':
      return day + 7 * DAY;
    case 'Home':
      return week[0] ?? null;
    case 'End':
      return week[6] ?? null;
    case 'PageUp':
      return monthLater(day, -1);
    case 'PageDown':
      return monthLater(day, 1);
    default:
      return null;
  }
}
