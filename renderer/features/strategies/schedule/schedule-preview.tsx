// Shows what the schedule in the form means, renewed as it is typed; other fields of the form cost it nothing.
import { CalendarClock, Info } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { BlackoutCalendar, Schedule } from '../../../../shared/schedule/schedule.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { wallNow } from '../../../schedule-parts/time-text.ts';
import { hereZone, momentIn, offsetText, timeIn } from '../../../schedule-parts/zone-clock.ts';
import { useNow } from '../../../state/window-parts.tsx';
import { previewOf, type Preview } from './preview.ts';
import './schedule.css';

type PreviewProps = { schedule: Schedule; blackouts: readonly BlackoutCalendar[] };

export function SchedulePreview({ schedule, blackouts }: PreviewProps) {
  const { t, language } = useText();
  const now = useNow(30_000);
  // By what they say, not by which objects they are: main publishes the same schedule anew with every run.
  const said = useDeferredValue(JSON.stringify([schedule, blackouts]));
  const preview = useMemo(() => {
    const [meant, others] = JSON.parse(said) as [Schedule, BlackoutCalendar[]];
    return previewOf(meant, now, others, language);
  }, [said, now, language]);
  return (
    <section className="schedule-preview" aria-label={t('schedule.preview')}>
      {preview === null ? (
        <p className="muted">{t('schedule.previewWaits')}</p>
      ) : (
        <>
          <p className="schedule-sentence" aria-live="polite">
            <CalendarClock aria-hidden="true" size={16} />
            <span>{preview.sentence}</span>
          </p>
          <h3>{t('schedule.next')}</h3>
          {preview.next.length === 0 ? (
            <p className="muted">{t('schedule.nextNone')}</p>
          ) : (
            <ol className="schedule-next">
              {preview.next.map((one) => (
                <NextRow key={one.occurrence.at} next={one} zone={schedule.zone} now={now} />
              ))}
            </ol>
          )}
          <Notes notes={preview.notes} />
        </>
      )}
    </section>
  );
}

type RowProps = { next: Preview['next'][number]; zone: string; now: number };

function NextRow({ next: { occurrence, notes }, zone, now }: RowProps) {
  const { t, language, format } = useText();
  const { at } = occurrence;
  const here = hereZone();
  const offset = offsetText(zone, at);
  const sameDay = occurrence.wall.slice(0, 10) === wallNow(here, at).slice(0, 10);
  const time = (sameDay ? timeIn : momentIn)(here, at, language, now) ?? '';
  return (
    <li>
      <span className="schedule-moment">
        <time dateTime={new Date(at).toISOString()}>{momentIn(zone, at, language, now)}</time>
        <span className="muted nowrap">{offset}</span>
      </span>
      <span className="muted">
        {format.ago(at, now)}
        {offsetText(here, at) !== offset && ` · ${t('schedule.here', { time })}`}
      </span>
      {notes.map((note) => (
        <span className="schedule-note" key={note}>
          <Info aria-hidden="true" size={14} />
          {note}
        </span>
      ))}
    </li>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  const { t } = useText();
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{t('schedule.inNotes')}</h3>
      <ul className="schedule-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
