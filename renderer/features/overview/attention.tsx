// Strategies that need somebody: overdue first, then those whose last attempt failed; what happened in plain words, how
// old the last good backup is, the next step.
import { AlarmClockOff, CircleX, Play } from 'lucide-react';
import type { Run } from '../../../shared/domain/run.ts';
import type { Language } from '../../../shared/domain/settings.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { OpenState, OverdueBadge, useStanding } from '../../schedule-parts/next-run.tsx';
import { useStartRun } from '../../state/start-run.ts';
import { useNow, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useExplain, type Explain } from '../../verdict/use-explain.ts';
import { goodAt, type StrategyRow } from './standing.ts';

/** More than these would push everything else out of sight; the table below has them all. */
const SHOWN = 5;

export function Attention({ rows }: { rows: readonly StrategyRow[] }) {
  const { t } = useText();
  if (rows.length === 0) return null;
  return (
    <section className="overview-section" aria-labelledby="overview-attention">
      <h2 id="overview-attention">{t('overview.attention')}</h2>
      <ul className="attention">
        {rows.slice(0, SHOWN).map((row) => (
          <AttentionRow key={row.strategy.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function AttentionRow({ row }: { row: StrategyRow }) {
  const { strategy, health, overdueSince } = row;
  const run = health === 'failing' ? strategy.lastAttempt : null;
  const Icon = overdueSince === null ? CircleX : AlarmClockOff;
  return (
    <li>
      <Icon aria-hidden="true" size={18} />
      <What row={row} run={run} />
      <When row={row} run={run} />
      <Steps row={row} run={run} />
    </li>
  );
}

/** `run` is the attempt that failed; `null` for a strategy that is overdue without one. */
type PartProps = { row: StrategyRow; run: Run | null };

function What({ row: { strategy, target, overdueSince }, run }: PartProps) {
  const { t, language } = useText();
  const explain = useExplain();
  const standing = useStanding(strategy.id);
  const cause = run && causeOf(run, language, explain);
  const untold = t(run?.state === 'lost' ? 'overview.lostTitle' : 'overview.unknownCause');
  return (
    <div className="attention-what">
      <p className="attention-cause">
        {overdueSince !== null && <OverdueBadge since={overdueSince} />}
        <span>{cause ? (cause.title ?? untold) : t('standing.overdueTitle')}</span>
      </p>
      <p>
        <Link to={route('strategy', strategy.id)}>{strategy.spec.name}</Link> · {target.spec.name}
        {run?.rootCode && <code className="attention-code">{run.rootCode}</code>}
      </p>
      {cause?.next && (
        <p className="muted">
          {t('overview.nextStep')}: {cause.next}
        </p>
      )}
      {!cause && <p className="muted">{t('standing.overdueWhy')}</p>}
      {standing?.open && <OpenState open={standing.open} />}
    </div>
  );
}

function When({ row: { strategy }, run }: PartProps) {
  const { t, format } = useText();
  const now = useNow(10_000);
  return (
    <div className="attention-when">
      {run && (
        <p>
          {t(run.state === 'lost' ? 'overview.lostAgo' : 'overview.failedAgo', { ago: format.ago(goodAt(run), now) })}
        </p>
      )}
      <p className="muted">
        {strategy.lastGood
          ? t('overview.lastGoodAgo', { ago: format.ago(goodAt(strategy.lastGood), now) })
          : t('overview.noGoodYet')}
      </p>
    </div>
  );
}

function Steps({ row: { strategy }, run }: PartProps) {
  const { t } = useText();
  const { start, busy } = useStartRun();
  const waiting = useSlice('activity').some((active) => active.run.strategyId === strategy.id);
  return (
    <div className="attention-do">
      <Link className="button" to={run ? route('run', run.id) : route('strategy', strategy.id)}>
        {t(run ? 'overview.openRun' : 'standing.openStrategy')}
      </Link>
      {waiting ? (
        <StatusBadge standing="queued" />
      ) : (
        <Button needs="runs.start" icon={Play} busy={busy} onClick={() => void start(strategy)}>
          {t(run ? 'overview.runAgain' : 'standing.runNow')}
        </Button>
      )}
    </div>
  );
}

/** What went wrong in plain words, and the first thing to do about it. */
function causeOf(
  run: Run,
  language: Language,
  explain: Explain | null,
): { title: string | null; next: string | null } {
  if (run.failure) return { title: errorText(run.failure.code, run.failure.params, language), next: null };
  const explained = run.rootCode === null ? null : (explain?.cause(run.rootCode, language) ?? null);
  if (explained) return { title: explained.title, next: explained.todo[0] ?? null };
  return { title: run.rootText, next: null };
}
