// How an occurrence stands, as shape, word and colour together.
import {
  Ban, CalendarClock, CalendarX2, CircleCheck, CirclePlay, CircleX, Hourglass, ListOrdered, SkipForward, TriangleAlert,
  Unplug, type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { OccurrenceState } from '../../shared/domain/occurrence-state.ts';
import { occurrenceStateText } from '../../shared/domain/occurrence-text.ts';
import { useText } from '../i18n/text-provider.tsx';
import './status-badge.css';

const LOOKS: Record<OccurrenceState, { icon: LucideIcon; tone: string }> = {
  planned: { icon: CalendarClock, tone: 'idle' },
  waiting: { icon: Hourglass, tone: 'idle' },
  queued: { icon: ListOrdered, tone: 'active' },
  running: { icon: CirclePlay, tone: 'active' },
  succeeded: { icon: CircleCheck, tone: 'good' },
  warning: { icon: TriangleAlert, tone: 'warning' },
  failed: { icon: CircleX, tone: 'bad' },
  cancelled: { icon: Ban, tone: 'idle' },
  skipped: { icon: SkipForward, tone: 'idle' },
  missed: { icon: CalendarX2, tone: 'warning' },
  interrupted: { icon: Unplug, tone: 'lost' },
};

/** The colour that goes with a state, as in `status-good`. */
export const toneOf = (state: OccurrenceState): string => LOOKS[state].tone;

/** The shape alone; the word must stand beside it or be told otherwise. */
export function OccurrenceIcon({ state, size = 14 }: { state: OccurrenceState; size?: number }) {
  const { icon: Icon } = LOOKS[state];
  return <Icon aria-hidden="true" size={size} />;
}

/** `children` instead of the word of the state, such as a number with its word. */
export function OccurrenceBadge({ state, children }: { state: OccurrenceState; children?: ReactNode }) {
  const { language } = useText();
  return (
    <span className={`status status-${toneOf(state)}`}>
      <OccurrenceIcon state={state} />
      <span>{children ?? occurrenceStateText(state, language)}</span>
    </span>
  );
}
