// Runs that are not over: how far the running ones have come, and what the others wait for.
import { X } from 'lucide-react';
import type { ActiveRun, Run } from '../../../shared/domain/run.ts';
import { estimateOf } from '../../../shared/domain/estimate.ts';
import { EstimateText } from '../../activity/run-progress.tsx';
import { isStalled } from '../../activity/stalled.ts';
import { useCancelRun } from '../../activity/use-cancel-run.tsx';
import { waitText } from '../../activity/wait-text.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useNow, useSlice } from '../../state/window-parts.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { Duration, RelativeTime } from '../../ui/words.tsx';

export function UnderWay() {
  const { t } = useText();
  const activity = useSlice('activity');
  const running = activity.filter((active) => active.run.state !== 'queued');
  const queued = activity.filter((active) => active.run.state === 'queued');
  return (
    <>
      {running.length > 0 && (
        <section className="overview-section" aria-labelledby="overview-running">
          <h2 id="overview-running">{t('overview.underWay')}</h2>
          <ul className="under-way">
            {running.map((active) => (
              <RunningRow key={active.run.id} active={active} />
            ))}
          </ul>
        </section>
      )}
      {queued.length > 0 && (
        <section className="overview-section" aria-labelledby="overview-queue">
          <h2 id="overview-queue">{t('overview.queue')}</h2>
          <ol className="under-way">
            {queued.map((active) => (
              <QueuedRow key={active.run.id} active={active} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function RunningRow({ active: { run, progress } }: { active: ActiveRun }) {
  const { t, format } = useText();
  const now = useNow(1000);
  const estimate = estimateOf(run, progress?.usualMs ?? null, now);
  const silentMs = isStalled(progress, now) ? now - (progress?.lastOutputAt ?? now) : null;
  const counts = [
    t('activity.lines', { count: progress?.lines ?? 0 }),
    t('activity.pieces', { count: progress?.pieces ?? 0 }),
    ...(progress && progress.errors > 0 ? [t('activity.errors', { count: progress.errors })] : []),
  ];
  return (
    <li>
      <StatusBadge standing={silentMs !== null && run.cancelRequestedAt === null ? 'stalled' : standingOf(run)} />
      <Name run={run} />
      <div className="under-way-time">
        <p>
          <Duration from={run.startedAt ?? run.queuedAt} until={null} />
          <span className="muted">
            {' · '}
            <EstimateText run={run} progress={progress} brief />
          </span>
        </p>
        <Progress
          share={estimate.kind === 'left' ? estimate.share : null}
          label={t('activity.progressOf', { name: run.strategyName })}
        />
      </div>
      <div className="under-way-counts muted">
        <p>{progress?.step ? t('activity.step', { step: progress.step }) : t('activity.stepNone')}</p>
        <p>{silentMs === null ? counts.join(' · ') : t('activity.silent', { duration: format.duration(silentMs) })}</p>
      </div>
      <CancelButton run={run} />
    </li>
  );
}

function QueuedRow({ active: { run, waitsFor } }: { active: ActiveRun }) {
  const { t } = useText();
  return (
    <li>
      <StatusBadge standing={standingOf(run)} />
      <Name run={run} />
      <p className="under-way-reason">{waitText(waitsFor, t)}</p>
      <p className="under-way-counts muted">
        <RelativeTime at={run.queuedAt} />
      </p>
      <CancelButton run={run} />
    </li>
  );
}

function Name({ run }: { run: Run }) {
  return (
    <div className="under-way-name">
      <Link to={route('run', run.id)}>{run.strategyName}</Link>
      <span className="muted">{run.targetName}</span>
    </div>
  );
}

function CancelButton({ run }: { run: Run }) {
  const { t } = useText();
  const { ask, dialog } = useCancelRun(run);
  return (
    <div className="under-way-do">
      <IconButton needs="runs.cancel" icon={X} label={t('activity.cancel')} disabled={run.cancelRequestedAt !== null} onClick={ask} />
      {dialog}
    </div>
  );
}
