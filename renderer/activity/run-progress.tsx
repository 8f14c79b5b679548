// How far a run under way has come: counts from its own output, and how long it may still take where that is known.
import { TriangleAlert } from 'lucide-react';
import type { ActiveRun, RunProgress } from '../../shared/domain/run.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useNow } from '../state/window-parts.tsx';
import { Progress } from '../ui/progress.tsx';
import { estimateOf, type EstimatedRun } from '../../shared/domain/estimate.ts';
import { DatabaseProgressLines, useDatabaseProgress } from './database-progress.tsx';
import { isStalled } from './stalled.ts';
import './run-progress.css';

/** Less than this before the usual end, a number of seconds would be a guess. */
const SOON_MS = 10_000;

export function RunProgressBlock({ active: { run, progress } }: { active: ActiveRun }) {
  const { t, format } = useText();
  const now = useNow(1000);
  const estimate = estimateOf(run, progress?.usualMs ?? null, now);
  const stalled = isStalled(progress, now);
  const database = useDatabaseProgress(run.id);
  return (
    <div className="run-progress">
      <Progress
        // What the database measures is worth more than what the last run took.
        share={database?.share ?? (estimate.kind === 'left' ? estimate.share : null)}
        label={t('activity.progressOf', { name: run.strategyName })}
      />
      <p>{run.state === 'preparing' ? t('activity.preparing') : <EstimateText run={run} progress={progress} />}</p>
      {progress && <Counts progress={progress} />}
      <DatabaseProgressLines progress={database} />
      {stalled && progress?.lastOutputAt != null && (
        <p className="run-progress-silent">
          <TriangleAlert aria-hidden="true" size={14} />
          <span>{t('activity.silent', { duration: format.duration(now - progress.lastOutputAt) })}</span>
        </p>
      )}
    </div>
  );
}

type EstimateProps = {
  run: EstimatedRun;
  progress: RunProgress | null;
  /** Leaves out what the estimate goes by. */
  brief?: boolean;
};

/** What can be said about the time that is left. */
export function EstimateText({ run, progress, brief = false }: EstimateProps) {
  const { t, format } = useText();
  const now = useNow(1000);
  const estimate = estimateOf(run, progress?.usualMs ?? null, now);
  if (estimate.kind === 'unknown') return t(brief ? 'activity.noUsualBrief' : 'activity.noUsual');
  if (estimate.kind === 'ending') return t('activity.ending');
  if (brief && estimate.kind === 'left' && estimate.leftMs >= SOON_MS) {
    return t('activity.leftBrief', { duration: format.duration(coarse(estimate.leftMs)) });
  }
  const usual = format.duration(estimate.usualMs);
  if (estimate.kind === 'longer') return t('activity.longer', { duration: format.duration(estimate.overMs), usual });
  if (estimate.leftMs < SOON_MS) return t('activity.soon', { usual });
  return t('activity.left', { duration: format.duration(coarse(estimate.leftMs)), usual });
}

/** Whole minutes once there are several: an estimate must not look like a measurement. */
const coarse = (ms: number): number => (ms > 120_000 ? Math.round(ms / 60_000) * 60_000 : Math.round(ms / 5000) * 5000);

function Counts({ progress }: { progress: RunProgress }) {
  const { t, format } = useText();
  const now = useNow(1000);
  const counts = [
    t('activity.lines', { count: progress.lines }),
    t('activity.files', { count: progress.files }),
    t('activity.sets', { count: progress.sets }),
    t('activity.pieces', { count: progress.pieces }),
  ];
  return (
    <>
      <p>{progress.step ? t('activity.step', { step: progress.step }) : t('activity.stepNone')}</p>
      <p className="muted">
        {counts.join(' · ')}
        {progress.lastOutputAt !== null && ` · ${t('activity.lastOutput', { ago: format.ago(progress.lastOutputAt, now) })}`}
      </p>
      {progress.errors > 0 && (
        <p className="run-progress-errors" role="status">
          <TriangleAlert aria-hidden="true" size={14} />
          <span>{t('activity.errors', { count: progress.errors })}</span>
        </p>
      )}
    </>
  );
}
