// Runs that are not over, above the list: how far the running ones are, and the queue behind them.
import type { ActiveRun } from '../../../shared/domain/run.ts';
import { estimateOf } from '../../../shared/domain/estimate.ts';
import { EstimateText } from '../../activity/run-progress.tsx';
import { isStalled } from '../../activity/stalled.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useNow } from '../../state/window-parts.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { Duration } from '../../ui/words.tsx';
import { Queue } from './queue.tsx';

export function ActiveRuns({ active }: { active: readonly ActiveRun[] }) {
  const { t } = useText();
  const running = active.filter(({ run }) => run.state !== 'queued');
  const waiting = active.filter(({ run }) => run.state === 'queued');
  if (active.length === 0) return null;
  return (
    <div className="active">
      {running.length > 0 && (
        <ul className="active-runs" aria-label={t('runs.underWay')}>
          {running.map((entry) => (
            <RunningRow key={entry.run.id} active={entry} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && <Queue waiting={waiting} />}
    </div>
  );
}

function RunningRow({ active: { run, progress } }: { active: ActiveRun }) {
  const { t } = useText();
  const now = useNow(10_000);
  const stalled = run.state === 'running' && isStalled(progress, now);
  const estimate = estimateOf(run, progress?.usualMs ?? null, now);
  return (
    <li>
      <StatusBadge standing={stalled ? 'stalled' : standingOf(run)} />
      <span className="active-name">
        <Link to={route('run', run.id)}>{run.strategyName}</Link> <span className="muted">{run.targetName}</span>
      </span>
      <span>
        {progress &&
          [
            progress.step ?? t('activity.stepNone'),
            t('activity.lines', { count: progress.lines }),
            t('activity.pieces', { count: progress.pieces }),
            ...(progress.errors > 0 ? [t('activity.errors', { count: progress.errors })] : []),
          ].join(' · ')}
      </span>
      <span className="active-time">
        <Progress
          share={estimate.kind === 'left' ? estimate.share : null}
          label={t('activity.progressOf', { name: run.strategyName })}
        />
        <span className="muted">
          <Duration from={run.startedAt ?? run.queuedAt} until={null} />
          {' · '}
          <EstimateText run={run} progress={progress} brief />
        </span>
      </span>
    </li>
  );
}
