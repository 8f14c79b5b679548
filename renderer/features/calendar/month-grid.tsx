// A month as a grid of days. A day with few entries names them, one with many says how many of each state.
import { useText } from '../../i18n/text-provider.tsx';
import { fromMonday, useWeekdayNames } from '../../schedule-parts/day-choice.tsx';
import { dateInGrid, dayLabel } from './calendar-words.ts';
import type { DayContent } from './day-content.ts';
import { dayText, isSameMonth, type Day } from './days.ts';
import { Counts, EntryChip } from './entry-chip.tsx';
import { useDayKeys } from './use-day-keys.ts';

export type GridProps = {
  label: string;
  /** Seven a week, Monday first. */
  days: readonly DayContent[];
  /** The day that the keyboard is on. */
  day: Day;
  today: Day;
  zone: string;
  onMove(day: Day): void;
  onOpen(day: Day): void;
};

/** More than these do not fit a cell. */
const NAMED = 3;

export function MonthGrid({ label, days, day, today, zone, onMove, onOpen }: GridProps) {
  const names = useWeekdayNames();
  const keys = useDayKeys({ day, onMove, onOpen });
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return (
    <div className="month" role="grid" aria-label={label} ref={keys.grid} onKeyDown={keys.onKeyDown}>
      <div className="month-names" role="row">
        {fromMonday.map((weekday) => (
          <span key={weekday} role="columnheader" aria-label={names[weekday].long}>
            {names[weekday].short}
          </span>
        ))}
      </div>
      {weeks.map((week) => (
        <div className="month-week" role="row" key={week[0]?.span.day}>
          {week.map((content) => (
            <DayCell
              key={content.span.day}
              content={content}
              outside={!isSameMonth(content.span.day, day)}
              current={content.span.day === day}
              isToday={content.span.day === today}
              zone={zone}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type CellProps = {
  content: DayContent;
  /** Belongs to the month before or after. */
  outside: boolean;
  current: boolean;
  isToday: boolean;
  zone: string;
  onOpen(day: Day): void;
};

function DayCell({ content, outside, current, isToday, zone, onOpen }: CellProps) {
  const { t, language } = useText();
  const { span, entries, counts, windows, hours } = content;
  const classes = ['day', outside && 'day-outside', current && 'day-current', isToday && 'day-today'];
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      data-day={dayText(span.day)}
      tabIndex={current ? 0 : -1}
      aria-label={dayLabel(content, isToday, language, t)}
      aria-current={isToday ? 'date' : undefined}
      aria-selected={current}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) onOpen(span.day);
      }}
    >
      <span className="day-head">
        <span className="day-date">{dateInGrid(span.day, language)}</span>
        {hours !== 24 && <span className="day-hours">{t('calendar.hours', { count: hours })}</span>}
      </span>
      {entries.length <= NAMED ? (
        entries.map((entry) => <EntryChip key={entry.id} entry={entry} zone={zone} />)
      ) : (
        <Counts counts={counts} />
      )}
      {windows.length > 0 && (
        <span className="day-blackouts" title={t('calendar.blackout')}>
          {windows.map(({ start, end, window }) => (
            <span
              key={`${window.targetId ?? ''} ${window.from}`}
              className={window.targetId === null ? 'hatched' : 'hatched hatched-one'}
              style={{ left: `${start * 100}%`, width: `${(end - start) * 100}%` }}
            />
          ))}
        </span>
      )}
    </div>
  );
}
