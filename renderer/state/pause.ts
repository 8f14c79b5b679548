// Pausing and resuming the scheduler from anywhere in the window; says how it went.
import { useMemo } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { useAction, useClient } from './window-parts.tsx';

const HOUR = 3_600_000;

/** The coming midnight of this workstation. */
export function tomorrow(nowMs: number): number {
  const midnight = new Date(nowMs);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime();
}

export function usePause() {
  const { t, format } = useText();
  const client = useClient();
  const { run } = useAction();
  return useMemo(() => {
    const pause = (until: number | null): void =>
      void run(() => client.ask('schedule.pause', { until }), {
        done: until === null ? t('scheduler.pausedOpenDone') : t('scheduler.pausedDone', { until: format.dateTime(until) }),
      });
    return {
      forHour: () => pause(Date.now() + HOUR),
      untilTomorrow: () => pause(tomorrow(Date.now())),
      untilResumed: () => pause(null),
      resume: () => void run(() => client.ask('schedule.resume'), { done: t('scheduler.resumedDone') }),
    };
  }, [t, format, client, run]);
}
