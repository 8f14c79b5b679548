// How a run stands, always as icon, word and colour together.
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePlay,
  CirclePause,
  CircleX,
  Hourglass,
  LoaderCircle,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { Run, RunState } from '../../shared/domain/run.ts';
import { isOver } from '../../shared/domain/run-state.ts';
import { useText } from '../i18n/text-provider.tsx';
import './status-badge.css';

/** A run's state as shown: also the ways in which a run under way can be in trouble, and no run at all. */
export type Standing = RunState | 'never' | 'cancelling' | 'stalled';

const LOOKS: Record<Standing, { icon: LucideIcon; tone: string }> = {
  queued: { icon: Hourglass, tone: 'idle' },
  preparing: { icon: LoaderCircle, tone: 'active' },
  running: { icon: CirclePlay, tone: 'active' },
  cancelling: { icon: CirclePause, tone: 'warning' },
  stalled: { icon: TriangleAlert, tone: 'warning' },
  succeeded: { icon: CircleCheck, tone: 'good' },
  warning: { icon: TriangleAlert, tone: 'warning' },
  failed: { icon: CircleX, tone: 'bad' },
  cancelled: { icon: Ban, tone: 'idle' },
  lost: { icon: CircleHelp, tone: 'lost' },
  never: { icon: CircleDashed, tone: 'idle' },
};

/** How a run stands for the eye; `null` stands for no run. */
export function standingOf(run: Run | null): Standing {
  if (!run) return 'never';
  return run.cancelRequestedAt !== null && !isOver(run.state) ? 'cancelling' : run.state;
}

export function StatusBadge({ standing, quiet = false }: { standing: Standing; quiet?: boolean }) {
  const { t } = useText();
  const { icon: Icon, tone } = LOOKS[standing];
  return (
    <span className={`status status-${tone}${quiet ? ' status-quiet' : ''}`}>
      <Icon aria-hidden="true" size={14} />
      {t(`ui.state-${standing}`)}
    </span>
  );
}
