// When a strategy runs next, or what its open occurrence waits for; the same in every list.
import { AlarmClockOff, Hourglass } from 'lucide-react';
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import type { StrategyOverview } from '../../shared/ipc/slices.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useNow, useSlice } from '../state/window-parts.tsx';
import { openText, standingIn } from './standings.ts';
import { briefMomentIn, hereZone, momentIn, offsetText } from './zone-clock.ts';
import './next-run.css';

export const useStanding = (strategyId: string) => standingIn(useSlice('schedule').standings, strategyId);

/** `off`: nothing is expected of it, itself or its database being disabled. */
export function NextRun({ strategy, off }: { strategy: StrategyOverview; off: boolean }) {
  const { t } = useText();
  const standing = useStanding(strategy.id);
  const { schedule } = strategy.spec;
  if (standing === null || (standing.next === null && standing.open === null)) {
    const text = schedule === null ? 'standing.byHand' : off ? 'standing.off' : 'standing.nextNone';
    return <span className="muted">{t(text)}</span>;
  }
  return (
    <span className="next-run">
      {standing.open && <OpenState open={standing.open} />}
      {standing.next !== null && <Upcoming at={standing.next} zone={schedule?.zone ?? 'UTC'} />}
    </span>
  );
}

/** `in 5 hours`, and below it the moment on the clock of `zone`, with its offset; all of it in the title. */
export function Upcoming({ at, zone }: { at: number; zone: string }) {
  const { t, format, language } = useText();
  const now = useNow(10_000);
  const moment = `${momentIn(zone, at, language, now) ?? format.dateTime(at)} ${offsetText(zone, at) ?? ''}`;
  return (
    <time className="upcoming" dateTime={new Date(at).toISOString()} title={`${moment} · ${zone}`}>
      {at > now ? format.ago(at, now) : t('standing.due')}
      <span className="muted nowrap"> {briefMomentIn(zone, at, language, now)}</span>
    </time>
  );
}

/** What an open occurrence waits for; counts down to a further attempt. */
export function OpenState({ open }: { open: Occurrence }) {
  const now = useNow(open.reason?.kind === 'retry' ? 1000 : 60_000);
  const { t, language, format } = useText();
  const moment = (at: number): string => briefMomentIn(hereZone(), at, language, now) ?? format.dateTime(at);
  const said = openText(open, { t, language, nowMs: now, moment, duration: format.duration });
  if (said === null) return null;
  const code = open.reason?.kind === 'retry' ? open.reason.rootCode : null;
  return (
    <span className="open-state">
      <Hourglass aria-hidden="true" size={13} />
      <span>
        {said.text}
        {code !== null && <code> {code}</code>}
      </span>
    </span>
  );
}

/** Says that a good run is overdue, since when; nothing when it is not. */
export function OverdueBadge({ since }: { since: number | null }) {
  const { t, format } = useText();
  const now = useNow(60_000);
  if (since === null) return null;
  return (
    <span className="status status-bad" title={format.precise(since)}>
      <AlarmClockOff aria-hidden="true" size={14} />
      {t('standing.overdueFor', { time: format.duration(now - since) })}
    </span>
  );
}
