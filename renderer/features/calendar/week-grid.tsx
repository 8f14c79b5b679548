// A week as seven columns of time that passes: a day of 23 or 25 hours is that much shorter or longer, and says its own
// hours.
import { useEffect, useRef } from 'react';
import { HOUR } from '../../../shared/schedule/wall-time.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { timeIn } from '../../schedule-parts/zone-clock.ts';
import { useNow, useSlice } from '../../state/window-parts.tsx';
import { dayLabel, weekdayAndDate } from './calendar-words.ts';
import type { DayContent } from './day-content.ts';
import { countsOf, sortedInto, type WindowShare } from './day-summary.ts';
import { dayText, hoursOf, type Day } from './days.ts';
import { Counts, EntryChip } from './entry-chip.tsx';
import type { GridProps } from './month-grid.tsx';
import { useDayKeys } from './use-day-keys.ts';

/** Pixels of an hour; two lines. */
const ROW = 44;
/** More than these do not fit an hour. */
const NAMED = 2;
/** Where a week without entries is opened. */
const MORNING = 7;

export function WeekGrid({ label, days, day, today, zone, onMove, onOpen }: GridProps) {
  const { t, language } = useText();
  const keys = useDayKeys({ day, onMove, onOpen });
  const scroller = useScrollToFirst(days);
  const longest = Math.max(24, ...days.map(({ hours }) => hours));
  return (
    <div className="week" ref={scroller}>
      <div className="week-axis" aria-hidden="true" style={{ height: longest * ROW }}>
        {Array.from({ length: 24 }, (_, hour) => (
          <span key={hour} style={{ top: hour * ROW }}>{`${String(hour).padStart(2, '0')}:00`}</span>
        ))}
      </div>
      <div className="week-grid" role="grid" aria-label={label} ref={keys.grid} onKeyDown={keys.onKeyDown}>
        <div className="week-names" role="row">
          {days.map(({ span, hours }) => (
            <span key={span.day} role="columnheader" className={span.day === today ? 'week-name day-today' : 'week-name'}>
              <span className="day-date">{weekdayAndDate(span.day, language)}</span>
              {hours !== 24 && <span className="day-hours">{t('calendar.hours', { count: hours })}</span>}
            </span>
          ))}
        </div>
        <div className="week-days" role="row" style={{ height: longest * ROW }}>
          {days.map((content) => (
            <DayColumn
              key={content.span.day}
              content={content}
              current={content.span.day === day}
              isToday={content.span.day === today}
              zone={zone}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type ColumnProps = { content: DayContent; current: boolean; isToday: boolean; zone: string; onOpen(day: Day): void };

function DayColumn({ content, current, isToday, zone, onOpen }: ColumnProps) {
  const { t, language } = useText();
  const { span, entries, windows, hours } = content;
  const rows = hoursOf(span);
  const inRows = sortedInto(entries, rows);
  return (
    <div
      role="gridcell"
      className={['week-day', current && 'day-current', isToday && 'day-today'].filter(Boolean).join(' ')}
      style={{ height: hours * ROW }}
      data-day={dayText(span.day)}
      tabIndex={current ? 0 : -1}
      aria-label={dayLabel(content, isToday, language, t)}
      aria-current={isToday ? 'date' : undefined}
      aria-selected={current}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) onOpen(span.day);
      }}
    >
      {windows.map((share) => (
        <BlackoutBand key={`${share.window.targetId ?? ''} ${share.window.from}`} share={share} zone={zone} />
      ))}
      {rows.map(({ from }, index) => {
        const inRow = inRows[index] ?? [];
        return (
          <div key={from} className={hours === 24 ? 'week-hour' : 'week-hour week-hour-own'} style={{ top: index * ROW, height: ROW }}>
            {hours !== 24 && <span className="week-own-hour">{timeIn(zone, from, language)}</span>}
            {inRow.length <= NAMED ? (
              inRow.map((entry) => <EntryChip key={entry.id} entry={entry} zone={zone} />)
            ) : (
              <Counts counts={countsOf(inRow)} />
            )}
          </div>
        );
      })}
      {isToday && <NowLine from={span.from} />}
    </div>
  );
}

function BlackoutBand({ share: { start, end, window }, zone }: { share: WindowShare; zone: string }) {
  const { t, language } = useText();
  const name = useSlice('targets').find((one) => one.id === window.targetId)?.spec.name;
  const times = { from: timeIn(zone, window.from, language) ?? '', until: timeIn(zone, window.until, language) ?? '' };
  const said =
    name === undefined
      ? t('calendar.blackoutAll', times)
      : t('calendar.blackoutOne', { ...times, database: name });
  return (
    <span
      className={window.targetId === null ? 'week-blackout hatched' : 'week-blackout week-blackout-one hatched hatched-one'}
      style={{ top: `${start * 100}%`, height: `${(end - start) * 100}%` }}
      title={said}
    />
  );
}

function NowLine({ from }: { from: number }) {
  const { t } = useText();
  const now = useNow(30_000);
  return <span className="week-now" style={{ top: ((now - from) / HOUR) * ROW }} title={t('calendar.legendNow')} />;
}

/** Shows the first entry of the week, once for each week. */
function useScrollToFirst(days: readonly DayContent[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef<{ week: Day | null; filled: boolean }>({ week: null, filled: false });
  const week = days[0]?.span.day ?? null;
  const firsts = days.flatMap(({ span, entries }) => (entries[0] ? [(entries[0].instant - span.from) / HOUR] : []));
  const first = firsts.length > 0 ? Math.min(...firsts) : null;
  useEffect(() => {
    if (shown.current.week === week && (shown.current.filled || first === null)) return;
    shown.current = { week, filled: first !== null };
    scroller.current?.scrollTo(0, Math.max(0, Math.floor(first ?? MORNING) - 1) * ROW);
  }, [week, first]);
  return scroller;
}
