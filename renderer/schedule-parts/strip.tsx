// Thirty days of a strategy in a row of small marks: each state has a shape of its own, a word, and a way to its runs.
import { memo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { OccurrenceState } from '../../shared/domain/occurrence-state.ts';
import { occurrenceStateText } from '../../shared/domain/occurrence-text.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Link } from '../navigation/link.tsx';
import { route } from '../navigation/route.ts';
import { dayLink } from './strip-days.ts';
import '../ui/tooltip.css';
import './strip.css';

type StripProps = {
  strategyId: string;
  name: string;
  days: readonly number[];
  states: readonly (OccurrenceState | null)[] | null;
};

/** One stop of the tab key; arrows go from day to day. */
export const Strip = memo(function Strip({ strategyId, name, days, states }: StripProps) {
  const { t, language, format } = useText();
  const row = useRef<HTMLSpanElement>(null);
  const last = days.length - 2;
  const [reach, setReach] = useState(last);
  const [shown, setShown] = useState<{ text: string; left: number; top: number } | null>(null);
  if (states === null) return <span className="muted">…</span>;

  const label = (day: number): string => {
    const state = states[day] ?? null;
    const word = state === null ? t('standing.stripNothing') : occurrenceStateText(state, language);
    return t('standing.stripDay', { date: format.date(days[day] ?? 0), state: word });
  };
  const show = (event: SyntheticEvent): void => {
    const mark = (event.target as Element).closest<HTMLElement>('[data-day]');
    if (!mark) return;
    const box = mark.getBoundingClientRect();
    setShown({ text: label(Number(mark.dataset['day'])), left: box.left + box.width / 2, top: box.bottom + 6 });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setShown(null);
    const to = { ArrowLeft: reach - 1, ArrowRight: reach + 1, Home: 0, End: last }[event.key];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    event.stopPropagation();
    setReach(to);
    row.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <span
      ref={row}
      role="group"
      aria-label={t('standing.stripOf', { name })}
      className="strip"
      onKeyDown={onKeyDown}
      onMouseOver={show}
      onFocus={show}
      onMouseLeave={() => setShown(null)}
      onBlur={() => setShown(null)}
    >
      {days.slice(0, -1).map((midnight, day) => {
        const { page, query } = dayLink(strategyId, midnight, states[day] ?? null);
        return (
          <Link
            key={midnight}
            to={route(page, null, query)}
            className={`strip-day strip-${states[day] ?? 'none'}`}
            data-day={day}
            aria-label={label(day)}
            tabIndex={day === reach ? 0 : -1}
          >
            <Mark state={states[day] ?? null} />
          </Link>
        );
      })}
      {shown && (
        <span className="tooltip" aria-hidden="true" style={{ left: shown.left, top: shown.top }}>
          {shown.text}
        </span>
      )}
    </span>
  );
});

/** A full bar is good; what is not good is no bar, or a broken one. */
const SHAPES: Record<OccurrenceState | 'none', string> = {
  succeeded: 'M1 1h6v14h-6z',
  warning: 'M4 2l3.6 12h-7.2z',
  failed: 'M.6 4.2l1.5-1.5 1.9 3.3 1.9-3.3 1.5 1.5-2.3 3.8 2.3 3.8-1.5 1.5-1.9-3.3-1.9 3.3-1.5-1.5 2.3-3.8z',
  interrupted: 'M1 1h6v5h-6zM1 10h6v5h-6z',
  cancelled: 'M4 4.6a3.4 3.4 0 1 0 .01 0zM4 6.4a1.6 1.6 0 1 1-.01 0z',
  missed: 'M1 1h6v14h-6zM2.4 2.4v11.2h3.2v-11.2z',
  skipped: 'M.8 7h6.4v2h-6.4z',
  planned: 'M4 5.8a2.2 2.2 0 1 0 .01 0zM4 7a1 1 0 1 1-.01 0z',
  waiting: 'M.8 2h6.4l-2.4 6 2.4 6h-6.4l2.4-6z',
  queued: 'M.8 2h6.4l-2.4 6 2.4 6h-6.4l2.4-6z',
  running: 'M1.4 2.5l6 5.5-6 5.5z',
  none: 'M4 7.2a.9.9 0 1 0 .01 0z',
};

function Mark({ state }: { state: OccurrenceState | null }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 8 16" width="6.5" height="15" preserveAspectRatio="none">
      <path fillRule="evenodd" d={SHAPES[state ?? 'none']} />
    </svg>
  );
}
