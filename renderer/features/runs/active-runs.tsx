// Runs that are not over, above the list: how far they are, or what they wait for.
import type { ActiveRun } from '../../../shared/domain/run.ts';
import { EstimateText } from '../../activity/run-progress.tsx';
import { isStalled } from '../../activity/stalled.ts';
import { waitText } from '../../activity/wait-text.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useNow } from '../../state/window-parts.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { Duration, RelativeTime } from '../../ui/words.tsx';

export function ActiveRuns({ active }: { active: readonly ActiveRun[] }) {
  const { t } = useText();
  if (active.length === 0) return null;
  return (
    <ul className="active-runs" aria-label={t('runs.underWay')}>
      {active.map((entry) => (
        <ActiveRow key={entry.run.id} active={entry} />
      ))}
    </ul>
  );
}

function ActiveRow({ active: { run, waitsFor, progress } }: { active: ActiveRun }) {
  const { t } = useText();
  const now = useNow(10_000);
  const stalled = run.state === 'running' && isStalled(progress, now);
  return (
    <li>
      <StatusBadge standing={stalled ? 'stalled' : standingOf(run)} />
      <span className="active-name">
        <Link to={route('run', run.id)}>{run.strategyName}</Link> <span className="muted">{run.targetName}</span>
      </span>
      {run.state === 'queued' ? (
        <>
          <span>{waitText(waitsFor, t)}</span>
          <span className="muted">
            <RelativeTime at={run.queuedAt} />
          </span>
        </>
      ) : (
        <>
          <span>
            {progress && [
              progress.step ?? t('activity.stepNone'),
              t('activity.lines', { count: progress.lines }),
              t('activity.pieces', { count: progress.pieces }),
              ...(progress.errors > 0 ? [t('activity.errors', { count: progress.errors })] : []),
            ].join(' · ')}
          </span>
          <span className="muted">
            <Duration from={run.startedAt ?? run.queuedAt} until={null} />
            {' · '}
            <EstimateText run={run} progress={progress} brief />
          </span>
        </>
      )}
    </li>
  );
}
