// The calendar: what was, is and will be run, by month or week, in a time zone of the user's choice.
import { TriangleAlert } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { DAY } from '../../../shared/schedule/wall-time.ts';
import { zoneNamed, type Zone } from '../../../shared/schedule/zone.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { hereZone } from '../../schedule-parts/zone-clock.ts';
import { useNow, useRoute, useRouter } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/field.tsx';
import { Callout, PageFrame } from '../../ui/layout.tsx';
import { CalendarFilters, CalendarTurns } from './calendar-tools.tsx';
import { queryOf, viewOf, weeksOf, type CalendarView } from './calendar-view.ts';
import { periodText } from './calendar-words.ts';
import { contentOf } from './day-content.ts';
import { DayPanel } from './day-panel.tsx';
import { dayAt, dayText, spansOf, weekOf, type Day } from './days.ts';
import { Legend } from './legend.tsx';
import { MonthGrid } from './month-grid.tsx';
import { useCalendar } from './use-calendar.ts';
import { WeekGrid } from './week-grid.tsx';
import './calendar.css';

export function CalendarPage() {
  const { t, language } = useText();
  const { view, change, zone, today } = useView();
  const { days, content, problem, again } = useDays(view, zone);
  const period = periodText(view.scale, view.day, weekOf(view.day), language);
  const shownZone = view.zone === hereZone() ? t('calendar.here', { zone: view.zone }) : view.zone;
  const opened = view.open ? days.find(({ span }) => span.day === view.day) : undefined;
  const close = (): void => {
    change({ open: false });
    // The day has the focus again that it had when it was opened.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-day="${dayText(view.day)}"]`)?.focus(), 0);
  };
  const grid = {
    label: t(view.scale === 'month' ? 'calendar.gridMonth' : 'calendar.gridWeek', { period }),
    days,
    day: view.day,
    today,
    zone: view.zone,
    onMove: (day: Day) => change({ day }),
    onOpen: (day: Day) => change({ day, open: true }),
  };
  return (
    <PageFrame
      fixed
      title={t('calendar.title')}
      about={<span aria-live="polite">{t('calendar.about', { period, zone: shownZone })}</span>}
      actions={<CalendarTurns view={view} today={today} onChange={change} />}
    >
      <CalendarFilters view={view} onChange={change} />
      {problem !== null && (
        <div className="calendar-problem">
          <Problem text={t('calendar.problem', { problem })} />
          <Button onClick={() => void again()}>{t('calendar.again')}</Button>
        </div>
      )}
      {content?.cut && (
        <Callout tone="warning" icon={TriangleAlert}>
          {t('calendar.cut', { count: content.occurrences.length })}
        </Callout>
      )}
      <div className={opened ? 'calendar calendar-opened' : 'calendar'}>
        <div className="calendar-shown" aria-busy={content === null && problem === null}>
          {view.scale === 'month' ? <MonthGrid {...grid} /> : <WeekGrid {...grid} />}
          <Legend days={days} />
        </div>
        {opened && <DayPanel key={view.day} content={opened} view={view} onClose={close} />}
      </div>
    </PageFrame>
  );
}

/** What is shown, kept in the address. */
function useView() {
  const router = useRouter();
  const { query } = useRoute();
  const now = useNow(30_000);
  const address = JSON.stringify(query);
  const view = useMemo(() => viewOf(JSON.parse(address) as Record<string, string>, presentAt(now)), [address, now]);
  const change = useCallback(
    (part: Partial<CalendarView>): void => {
      const shown = viewOf(router.store.getState().route.query, presentAt(Date.now()));
      router.replace(route('calendar', null, queryOf({ ...shown, ...part }, hereZone())));
    },
    [router],
  );
  const zone = zoneOf(view.zone);
  return { view, change, zone, today: dayAt(now, zone) };
}

const presentAt = (now: number) => ({ zone: hereZone(), today: (zone: string) => dayAt(now, zoneOf(zone)) });

/** A runtime that does not know its own zone counts in UTC. */
function zoneOf(name: string): Zone {
  const zone = zoneNamed(name) ?? zoneNamed('UTC');
  if (zone === null) throw new Error('this runtime does not know UTC');
  return zone;
}

function useDays(view: CalendarView, zone: Zone) {
  const { scale, day, targetId, strategyId } = view;
  const [firstDay = day, ...others] = weeksOf({ scale, day }).flat();
  const count = others.length + 1;
  const spans = useMemo(
    () => spansOf(Array.from({ length: count }, (_, index) => firstDay + index * DAY), zone),
    [firstDay, count, zone],
  );
  const from = spans[0]?.from ?? 0;
  const until = spans.at(-1)?.until ?? 0;
  const { content, problem, again } = useCalendar({ from, until, strategyId });
  const days = useMemo(
    () => contentOf(spans, content?.occurrences ?? [], content?.blackouts ?? [], targetId),
    [spans, content, targetId],
  );
  return { days, content, problem, again };
}
