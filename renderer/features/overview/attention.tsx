// Strategies whose last attempt failed: what happened in plain words, how old the last good backup is, the next step.
import { CircleX, Play } from 'lucide-react';
import type { Run } from '../../../shared/domain/run.ts';
import type { Language } from '../../../shared/domain/settings.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
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

function AttentionRow({ row: { strategy, target } }: { row: StrategyRow }) {
  const { t, format, language } = useText();
  const now = useNow(10_000);
  const { start, busy } = useStartRun();
  const waiting = useSlice('activity').some((active) => active.run.strategyId === strategy.id);
  const run = strategy.lastAttempt;
  const explain = useExplain();
  if (!run) return null;
  const cause = causeOf(run, language, explain);
  const ago = format.ago(goodAt(run), now);
  return (
    <li>
      <CircleX aria-hidden="true" size={18} />
      <div className="attention-what">
        <p className="attention-cause">{cause.title ?? t(run.state === 'lost' ? 'overview.lostTitle' : 'overview.unknownCause')}</p>
        <p>
          <Link to={route('strategy', strategy.id)}>{strategy.spec.name}</Link> · {target.spec.name}
          {run.rootCode && <code className="attention-code">{run.rootCode}</code>}
        </p>
        {cause.next && (
          <p className="muted">
            {t('overview.nextStep')}: {cause.next}
          </p>
        )}
      </div>
      <div className="attention-when">
        <p>{t(run.state === 'lost' ? 'overview.lostAgo' : 'overview.failedAgo', { ago })}</p>
        <p className="muted">
          {strategy.lastGood
            ? t('overview.lastGoodAgo', { ago: format.ago(goodAt(strategy.lastGood), now) })
            : t('overview.noGoodYet')}
        </p>
      </div>
      <div className="attention-do">
        <Link className="button" to={route('run', run.id)}>
          {t('overview.openRun')}
        </Link>
        {waiting ? (
          <StatusBadge standing="queued" />
        ) : (
          <Button icon={Play} busy={busy} onClick={() => void start(strategy)}>
            {t('overview.runAgain')}
          </Button>
        )}
      </div>
    </li>
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
