// The overview: one line that judges the whole, what needs attention, what is under way, every strategy worst first.
import { CircleCheck, ListChecks, Plus, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { useNow, useRouter, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { Attention } from './attention.tsx';
import { summaryOf, worstFirst, type Summary } from './standing.ts';
import { StrategyTable } from './strategy-table.tsx';
import { UnderWay } from './under-way.tsx';
import './overview.css';

export function OverviewPage() {
  const { t } = useText();
  const router = useRouter();
  const strategies = useSlice('strategies');
  const targets = useSlice('targets');
  const now = useNow(60_000);
  const rows = useMemo(() => worstFirst(strategies, targets, now), [strategies, targets, now]);
  const create = (
    <Button icon={Plus} onClick={() => router.go(route('strategy', 'new'))}>
      {t('overview.newStrategy')}
    </Button>
  );
  if (rows.length === 0) {
    return (
      <PageFrame title={t('overview.title')}>
        <Empty icon={ListChecks} title={t('overview.noStrategies')} actions={create}>
          {t('overview.noStrategiesText')}
        </Empty>
      </PageFrame>
    );
  }
  const summary = summaryOf(rows, now);
  return (
    <PageFrame title={<Verdict summary={summary} />} about={<Shortfalls summary={summary} />} actions={create}>
      <Attention rows={rows.filter((row) => row.health === 'failing')} />
      <UnderWay />
      <StrategyTable rows={rows} />
    </PageFrame>
  );
}

function Verdict({ summary: { expected, recent, failing } }: { summary: Summary }) {
  const { t } = useText();
  const well = expected > 0 && recent === expected && failing === 0;
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

function Shortfalls({ summary: { failing, unprotected, old } }: { summary: Summary }) {
  const { t } = useText();
  const parts = [
    failing > 0 ? t('overview.failing', { count: failing }) : '',
    unprotected > 0 ? t('overview.unprotected', { count: unprotected }) : '',
    old > 0 ? t('overview.old', { count: old }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? <p className="verdict-parts">{parts.join(' · ')}</p> : null;
}
