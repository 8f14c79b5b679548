// The overview: one line that judges the whole, what needs attention, what is under way, every strategy worst first.
import { CircleCheck, ListChecks, Plus, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { PausedBanner } from '../../schedule-parts/paused-banner.tsx';
import { useNow, useRouter, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { Attention } from './attention.tsx';
import { troubledDatabases } from './concerns-order.ts';
import { DatabaseConcernRows } from './database-concerns.tsx';
import { needingAttention, summaryOf, worstFirst, type Summary } from './standing.ts';
import { StrategyTable } from './strategy-table.tsx';
import { UnderWay } from './under-way.tsx';
import './overview.css';

/** Judging strategies takes more code than the rest of the first page: it comes after that is shown. */
const SeriousRows = lazy(async () => ({ default: (await import('../../lint-parts/serious-rows.tsx')).SeriousRows }));

export function OverviewPage() {
  const { t } = useText();
  const router = useRouter();
  const strategies = useSlice('strategies');
  const targets = useSlice('targets');
  const { standings } = useSlice('schedule');
  const now = useNow(60_000);
  const rows = useMemo(
    () => worstFirst(strategies, targets, standings, now),
    [strategies, targets, standings, now],
  );
  const { concerns: told } = useSlice('catalogue');
  const concerns = useMemo(() => troubledDatabases(told, targets), [told, targets]);
  const create = (
    <Button needs="strategies.create" icon={Plus} onClick={() => router.go(route('strategy', 'new'))}>
      {t('overview.newStrategy')}
    </Button>
  );
  if (rows.length === 0) {
    return (
      <PageFrame title={t('overview.title')}>
        <PausedBanner />
        <DatabaseConcernRows />
        <Empty icon={ListChecks} title={t('overview.noStrategies')} actions={create}>
          {t('overview.noStrategiesText')}
        </Empty>
      </PageFrame>
    );
  }
  const summary = summaryOf(rows, now);
  return (
    <PageFrame
      title={<Verdict summary={summary} concerns={concerns} />}
      about={<Shortfalls summary={summary} concerns={concerns} />}
      actions={create}
    >
      <PausedBanner />
      <Attention rows={needingAttention(rows)} />
      <DatabaseConcernRows />
      <Suspense fallback={null}>
        <SeriousRows />
      </Suspense>
      <UnderWay />
      <StrategyTable rows={rows} />
    </PageFrame>
  );
}

/** `concerns`: databases that say something bad of themselves. */
type WholeProps = { summary: Summary; concerns: number };

function Verdict({ summary: { expected, recent, failing, overdue }, concerns }: WholeProps) {
  const { t } = useText();
  const well = expected > 0 && recent === expected && failing + overdue + concerns === 0;
  const Icon = well ? CircleCheck : TriangleAlert;
  const text =
    expected === 0
      ? t('overview.verdictNone')
      : recent === expected
        ? t('overview.verdictAll', { count: expected })
        : t('overview.verdict', { count: expected, recent });
  return (
    <span className={well ? 'verdict verdict-good' : 'verdict verdict-bad'}>
      <Icon aria-hidden="true" size={22} />
      <span>{text}</span>
    </span>
  );
}

function Shortfalls({ summary: { overdue, failing, unprotected, old }, concerns }: WholeProps) {
  const { t } = useText();
  const parts = [
    overdue > 0 ? t('standing.overdueCount', { count: overdue }) : '',
    concerns > 0 ? t('overview.concerns', { count: concerns }) : '',
    failing > 0 ? t('overview.failing', { count: failing }) : '',
    unprotected > 0 ? t('overview.unprotected', { count: unprotected }) : '',
    old > 0 ? t('overview.old', { count: old }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? <p className="verdict-parts">{parts.join(' · ')}</p> : null;
}
