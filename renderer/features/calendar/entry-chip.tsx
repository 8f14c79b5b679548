// An occurrence in a cell of the calendar: one line that leads to its run, or else to its strategy.
import type { Occurrence } from '../../../shared/domain/occurrence.ts';
import { occurrenceStateText } from '../../../shared/domain/occurrence-text.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route, type Route } from '../../navigation/route.ts';
import { timeIn } from '../../schedule-parts/zone-clock.ts';
import { OccurrenceIcon, toneOf } from '../../ui/occurrence-mark.tsx';
import { countedState } from './calendar-words.ts';
import type { StateCount } from './day-summary.ts';

/** Where an occurrence is looked at. */
export const placeOf = ({ runId, strategyId }: Occurrence): Route =>
  runId === null ? route('strategy', strategyId) : route('run', runId);

/** Not a stop of the Tab key: the list of the day holds the same links for the keyboard. */
export function EntryChip({ entry, zone }: { entry: Occurrence; zone: string }) {
  const { language } = useText();
  const time = timeIn(zone, entry.instant, language) ?? '';
  const state = occurrenceStateText(entry.state, language);
  return (
    <Link
      to={placeOf(entry)}
      tabIndex={-1}
      className={`calendar-chip calendar-${toneOf(entry.state)}`}
      title={`${time} ${entry.strategyName}, ${entry.targetName}: ${state}`}
    >
      <OccurrenceIcon state={entry.state} size={13} />
      <span className="calendar-time">{time}</span>
      <span className="calendar-name">{entry.strategyName}</span>
      <span className="visually-hidden">{state}</span>
    </Link>
  );
}

/** `24 succeeded`, `1 failed`, the worst first. */
export function Counts({ counts }: { counts: readonly StateCount[] }) {
  const { format, language } = useText();
  return (
    <span className="calendar-counts">
      {counts.map(({ state, count }) => (
        <span
          key={state}
          className={`calendar-count calendar-${toneOf(state)}`}
          title={countedState(state, count, language)}
        >
          <OccurrenceIcon state={state} size={13} />
          <span>{format.number(count)}</span>
          <span className="calendar-word">{countedState(state, count, language)}</span>
        </span>
      ))}
    </span>
  );
}
