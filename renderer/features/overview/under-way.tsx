// Runs that are not over: how far the running ones have come, and what the others wait for.
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ActiveRun, WaitReason } from '../../../shared/domain/run.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { TextTools } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useAction, useClient, useNow, useSlice } from '../../state/window-parts.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { Duration, RelativeTime } from '../../ui/words.tsx';
import { isStalled } from './stalled.ts';

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

function RunningRow({ active }: { active: ActiveRun }) {
  const { t, format } = useText();
  const now = useNow(1000);
  const { run, progress } = active;
  const elapsed = Math.max(0, now - (run.startedAt ?? run.queuedAt));
  const usual = progress?.usualMs ?? null;
  const silentMs = isStalled(progress, now) ? now - (progress?.lastOutputAt ?? now) : null;
  return (
    <li>
      <StatusBadge standing={silentMs !== null ? 'stalled' : standingOf(run)} />
      <div className="under-way-name">
        <Link to={route('run', run.id)}>{run.strategyName}</Link>
        <span className="muted">{run.targetName}</span>
      </div>
      <div className="under-way-time">
        <p>
          <Duration from={run.startedAt ?? run.queuedAt} until={null} />
          <span className="muted">
            {' · '}
            {usual === null
              ? t('overview.noUsual')
              : elapsed > usual
                ? t('overview.longer', { duration: format.duration(elapsed - usual) })
                : t('overview.usual', { duration: format.duration(usual) })}
          </span>
        </p>
        <Progress
          share={usual === null || elapsed > usual ? null : elapsed / usual}
          label={t('overview.progressOf', { name: run.strategyName })}
        />
      </div>
      <div className="under-way-counts muted">
        <p>{progress?.step ? t('overview.step', { step: progress.step }) : t('overview.stepNone')}</p>
        <p>
          {silentMs !== null
            ? t('overview.silent', { duration: format.duration(silentMs) })
            : [
                t('overview.lines', { count: progress?.lines ?? 0 }),
                t('overview.pieces', { count: progress?.pieces ?? 0 }),
                ...(progress && progress.errors > 0 ? [t('overview.errors', { count: progress.errors })] : []),
              ].join(' · ')}
        </p>
      </div>
      <CancelButton active={active} />
    </li>
  );
}

function QueuedRow({ active }: { active: ActiveRun }) {
  const { t } = useText();
  const { run, waitsFor } = active;
  return (
    <li>
      <StatusBadge standing={standingOf(run)} />
      <div className="under-way-name">
        <Link to={route('run', run.id)}>{run.strategyName}</Link>
        <span className="muted">{run.targetName}</span>
      </div>
      <p className="under-way-reason">{waitText(waitsFor, t)}</p>
      <p className="under-way-counts muted">
        <RelativeTime at={run.queuedAt} />
      </p>
      <CancelButton active={active} />
    </li>
  );
}

function waitText(reason: WaitReason | null, t: TextTools['t']): string {
  if (reason?.kind === 'lane') return t('overview.waitsLane', { name: reason.strategyName });
  if (reason?.kind === 'cap') return t('overview.waitsCap', { count: reason.runsAtOnce });
  return t('overview.waitsNext');
}

function CancelButton({ active: { run } }: { active: ActiveRun }) {
  const { t } = useText();
  const client = useClient();
  const action = useAction();
  const [asking, setAsking] = useState(false);
  const cancel = async (): Promise<void> => {
    await action.run(() => client.ask('runs.cancel', { runId: run.id }), {
      done: t('overview.cancelRequested', { name: run.strategyName }),
    });
    setAsking(false);
  };
  return (
    <div className="under-way-do">
      <IconButton
        icon={X}
        label={t('overview.cancel')}
        disabled={run.cancelRequestedAt !== null}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <ConfirmDialog
          title={t('overview.cancelTitle', { name: run.strategyName })}
          confirm={t('overview.cancel')}
          danger
          busy={action.busy}
          onConfirm={() => void cancel()}
          onClose={() => setAsking(false)}
        >
          <p>{t(run.state === 'queued' ? 'overview.cancelQueued' : 'overview.cancelText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
