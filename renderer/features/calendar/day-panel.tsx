// One day in full: how many of each state, when nothing may start, and every entry with its reason.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { momentIn, timeIn } from '../../schedule-parts/zone-clock.ts';
import { useSlice } from '../../state/window-parts.tsx';
import { IconButton } from '../../ui/button.tsx';
import { OccurrenceBadge } from '../../ui/occurrence-mark.tsx';
import type { CalendarView } from './calendar-view.ts';
import { countedState, longDate } from './calendar-words.ts';
import type { DayContent } from './day-content.ts';
import { DayEntry } from './day-entry.tsx';
import type { WindowShare } from './day-summary.ts';

type PanelProps = { content: DayContent; view: CalendarView; onClose(): void };

export function DayPanel({ content, view, onClose }: PanelProps) {
  const { t, format, language } = useText();
  const { span, entries, counts, windows } = content;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // The panel takes room away from the grid.
    document.querySelector('.day-current')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <aside
      className="day-panel"
      aria-labelledby="calendar-day"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2 id="calendar-day" ref={heading} tabIndex={-1}>
          {longDate(span.day, language)}
        </h2>
        <IconButton icon={X} label={t('calendar.dayClose')} onClick={onClose} />
      </header>
      <Length hours={content.hours} />
      {entries.length > 1 && (
        <p className="day-counts" aria-label={t('calendar.sumUp')} role="group">
          {counts.map(({ state, count }) => (
            <OccurrenceBadge key={state} state={state}>
              {`${format.number(count)} ${countedState(state, count, language)}`}
            </OccurrenceBadge>
          ))}
        </p>
      )}
      {windows.map((share) => (
        <BlackoutLine key={`${share.window.targetId ?? ''} ${share.window.from}`} share={share} zone={view.zone} />
      ))}
      {entries.length === 0 ? (
        <p className="muted">{t(isFiltered(view) ? 'calendar.dayNothingFiltered' : 'calendar.dayNothing')}</p>
      ) : (
        <ol className="day-entries">
          {entries.map((entry) => (
            <DayEntry key={entry.id} entry={entry} zone={view.zone} />
          ))}
        </ol>
      )}
    </aside>
  );
}

const isFiltered = ({ targetId, strategyId }: CalendarView): boolean => targetId !== null || strategyId !== null;

function Length({ hours }: { hours: number }) {
  const { t } = useText();
  if (hours === 24) return null;
  if (hours === 0) return <p>{t('calendar.dayNone')}</p>;
  return <p>{t(hours < 24 ? 'calendar.dayShort' : 'calendar.dayLong', { count: hours })}</p>;
}

function BlackoutLine({ share: { start, end, window }, zone }: { share: WindowShare; zone: string }) {
  const { t, language } = useText();
  const name = useSlice('targets').find((one) => one.id === window.targetId)?.spec.name;
  // A window that goes beyond the day says on which day it begins or ends.
  const said = (at: number, inside: boolean): string =>
    (inside ? timeIn(zone, at, language) : momentIn(zone, at, language, at)) ?? '';
  const times = { from: said(window.from, start > 0), until: said(window.until, end < 1) };
  return (
    <p className="day-blackout">
      <span className="legend-hatched hatched" aria-hidden="true" />
      <span>{name === undefined ? t('calendar.blackoutAll', times) : t('calendar.blackoutOne', { ...times, database: name })}</span>
    </p>
  );
}
