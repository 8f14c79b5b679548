// What the marks of the shown days mean; only those that are there.
import { useText } from '../../i18n/text-provider.tsx';
import { OccurrenceIcon, toneOf } from '../../ui/occurrence-mark.tsx';
import { occurrenceStateText } from '../../../shared/domain/occurrence-text.ts';
import type { DayContent } from './day-content.ts';
import { countsOf } from './day-summary.ts';

export function Legend({ days }: { days: readonly DayContent[] }) {
  const { t, language } = useText();
  const present = countsOf(days.flatMap(({ entries }) => entries));
  const blackouts = days.some(({ windows }) => windows.length > 0);
  if (present.length === 0 && !blackouts) return null;
  return (
    <ul className="calendar-legend" aria-label={t('calendar.legend')}>
      {present.map(({ state }) => (
        <li key={state} className={`calendar-${toneOf(state)}`}>
          <OccurrenceIcon state={state} size={13} />
          <span>{occurrenceStateText(state, language)}</span>
        </li>
      ))}
      {blackouts && (
        <li>
          <span className="legend-hatched hatched" />
          <span>{t('calendar.blackout')}</span>
        </li>
      )}
    </ul>
  );
}
