// One entry in the list of a day: when, what, how it stands and why; and what can still be done about it.
import { FileText, SkipForward } from 'lucide-react';
import { useState } from 'react';
import type { Occurrence } from '../../../shared/domain/occurrence.ts';
import { occurrenceReasonText } from '../../../shared/domain/occurrence-text.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { momentIn, timeIn } from '../../schedule-parts/zone-clock.ts';
import { useAction, useClient, useNow, useRouter, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { OccurrenceBadge } from '../../ui/occurrence-mark.tsx';

type EntryProps = { entry: Occurrence; zone: string };

export function DayEntry({ entry, zone }: EntryProps) {
  const { t, language } = useText();
  const now = useNow(30_000);
  const router = useRouter();
  const known = useSlice('strategies').some((one) => one.id === entry.strategyId);
  const { runId, reason } = entry;
  const moment = (at: number): string => momentIn(zone, at, language, now) ?? '';
  return (
    <li className="day-entry">
      <time dateTime={new Date(entry.instant).toISOString()} title={moment(entry.instant)}>
        {timeIn(zone, entry.instant, language)}
      </time>
      <div>
        <p className="day-entry-head">
          {known ? <Link to={route('strategy', entry.strategyId)}>{entry.strategyName}</Link> : entry.strategyName}{' '}
          <span className="muted">{entry.targetName}</span>
        </p>
        <p className="day-entry-head">
          <OccurrenceBadge state={entry.state} />
          <span className="muted">
            {[
              ...(entry.trigger === 'schedule' ? [] : [t(`ui.trigger-${entry.trigger}`)]),
              ...(entry.attempts > 1 ? [t('calendar.attempts', { count: entry.attempts })] : []),
            ].join(' · ')}
          </span>
        </p>
        {reason && <p className="muted">{occurrenceReasonText(reason, language, moment)}</p>}
        <div className="button-row">
          {runId !== null && (
            <Button icon={FileText} tone="quiet" onClick={() => router.go(route('run', runId))}>
              {t('calendar.openRun')}
            </Button>
          )}
          {reason?.kind === 'retry' && entry.state === 'waiting' ? (
            <Retry entry={entry} at={reason.at} />
          ) : (
            (entry.state === 'planned' || entry.state === 'waiting') && <Skip entry={entry} moment={moment(entry.instant)} />
          )}
        </div>
      </div>
    </li>
  );
}

function Retry({ entry: { id, strategyName: name }, at }: { entry: Occurrence; at: number }) {
  const { t, format } = useText();
  const client = useClient();
  const now = useNow(1000);
  const { run, busy } = useAction();
  const ask = (endpoint: 'schedule.retryNow' | 'schedule.cancelRetry', done: string) => (): void =>
    void run(() => client.ask(endpoint, { occurrenceId: id }), { done });
  return (
    <>
      <span className="muted">
        {at > now ? t('calendar.retryIn', { duration: format.duration(at - now) }) : t('calendar.retrySoon')}
      </span>
      <Button needs="schedule.retryNow" busy={busy} onClick={ask('schedule.retryNow', t('calendar.retryStarted', { name }))}>
        {t('calendar.retryNow')}
      </Button>
      <Button needs="schedule.cancelRetry" busy={busy} onClick={ask('schedule.cancelRetry', t('calendar.retryCancelled', { name }))}>
        {t('calendar.retryCancel')}
      </Button>
    </>
  );
}

function Skip({ entry: { strategyId, strategyName: name, instant }, moment }: { entry: Occurrence; moment: string }) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  const skip = async (): Promise<void> => {
    await run(() => client.ask('schedule.skip', { strategyId, instant }), { done: t('calendar.skipped', { name, time: moment }) });
    setAsking(false);
  };
  return (
    <>
      <Button needs="schedule.skip" icon={SkipForward} tone="quiet" aria-label={t('calendar.skipOf', { name, time: moment })} onClick={() => setAsking(true)}>
        {t('calendar.skip')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('calendar.skipTitle', { name })}
          confirm={t('calendar.skipDo')}
          busy={busy}
          onConfirm={() => void skip()}
          onClose={() => setAsking(false)}
        >
          <p>{t('calendar.skipText', { time: moment })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
