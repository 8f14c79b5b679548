// Says that the scheduler is paused, and resumes it.
import { CirclePause, Play } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { useAction, useClient, useSlice } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/layout.tsx';
import './paused-banner.css';

export function PausedBanner() {
  const { t, format } = useText();
  const client = useClient();
  const { pause } = useSlice('schedule');
  const { run, busy } = useAction();
  if (pause === null) return null;
  const { until } = pause;
  return (
    <div className="paused-banner">
      <Callout tone="warning" icon={CirclePause}>
        <strong>
          {until === null ? t('scheduler.pausedOpen') : t('scheduler.pausedUntil', { until: format.dateTime(until) })}
        </strong>
      </Callout>
      <Button
        needs="schedule.resume"
        icon={Play}
        busy={busy}
        onClick={() => void run(() => client.ask('schedule.resume'), { done: t('scheduler.resumedDone') })}
      >
        {t('scheduler.resume')}
      </Button>
    </div>
  );
}
