// How the scheduler stands, at the foot of the rail: paused, or what it starts next; and the ways to pause and resume.
import { CalendarClock, CirclePause } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { usePause } from '../state/pause.ts';
import { useNow, useSlice } from '../state/window-parts.tsx';
import { Menu } from '../ui/menu.tsx';

export function SchedulerState() {
  const { t } = useText();
  const { pause } = useSlice('schedule');
  const pausing = usePause();
  const { said, beside } = useStanding();
  const Icon = pause ? CirclePause : CalendarClock;
  const items = [
    ...(pause ? [{ label: t('scheduler.resume'), needs: 'schedule.resume' as const, onSelect: pausing.resume }] : []),
    { label: t('scheduler.pauseHour'), needs: 'schedule.pause' as const, onSelect: pausing.forHour },
    { label: t('scheduler.pauseTomorrow'), needs: 'schedule.pause' as const, onSelect: pausing.untilTomorrow },
    { label: t('scheduler.pauseOpen'), needs: 'schedule.pause' as const, onSelect: pausing.untilResumed },
  ];
  return (
    <Menu items={items}>
      {(button) => (
        <button
          type="button"
          className={pause ? 'rail-scheduler rail-scheduler-paused' : 'rail-scheduler'}
          title={`${[said, beside].filter(Boolean).join(', ')}. ${t('scheduler.menu')}`}
          {...button}
        >
          <Icon aria-hidden="true" size={16} />
          <span className="rail-word">
            <span>{said}</span>
            {beside && <span className="muted">{beside}</span>}
          </span>
        </button>
      )}
    </Menu>
  );
}

function useStanding(): { said: string; beside: string } {
  const { t, format } = useText();
  const { pause, standings } = useSlice('schedule');
  const strategies = useSlice('strategies');
  const now = useNow(10_000);
  if (pause) {
    const until = pause.until === null ? t('scheduler.pausedOpen') : t('scheduler.pausedUntil', { until: format.dateTime(pause.until) });
    return { said: until, beside: '' };
  }
  const planned = standings.flatMap(({ strategyId, next }) => (next === null ? [] : [{ strategyId, next }]));
  const [first, ...others] = planned;
  if (!first) return { said: t('scheduler.nextNone'), beside: '' };
  const soonest = others.reduce((best, one) => (one.next < best.next ? one : best), first);
  const name = strategies.find((one) => one.id === soonest.strategyId)?.spec.name ?? '';
  return { said: t('scheduler.next', { name }), beside: format.ago(Math.max(soonest.next, now), now) };
}
