// One row per strategy, grouped by database: last attempt and last good beside each other.
import { Play } from 'lucide-react';
import { useMemo } from 'react';
import type { Run } from '../../../shared/domain/run.ts';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { NextRun } from '../../schedule-parts/next-run.tsx';
import { Strip } from '../../schedule-parts/strip.tsx';
import { useStrips } from '../../schedule-parts/use-strips.ts';
import { useStartRun } from '../../state/start-run.ts';
import { useRouter, useSlice } from '../../state/window-parts.tsx';
import { IconButton } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { Bytes, RelativeTime } from '../../ui/words.tsx';
import { goodAt, type StrategyRow } from './standing.ts';

const keyOf = (row: StrategyRow): string => row.strategy.id;
const rowClass = (row: StrategyRow): string | undefined => (row.health === 'off' ? 'row-off' : undefined);

export function StrategyTable({ rows }: { rows: readonly StrategyRow[] }) {
  const { t } = useText();
  const router = useRouter();
  const columns = useColumns();
  const groups = useMemo(
    () => ({
      keyOf: (row: StrategyRow) => row.target.id,
      heading: ({ target }: StrategyRow) => (
        <>
          <Link to={route('target', target.id)}>{target.spec.name}</Link>
          {!target.enabled && <span className="muted"> · {t('overview.databaseOff')}</span>}
        </>
      ),
    }),
    [t],
  );
  return (
    <section aria-labelledby="overview-strategies">
      <h2 id="overview-strategies">{t('overview.strategiesByDatabase')}</h2>
      <DataTable
        label={t('overview.strategiesByDatabase')}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        groups={groups}
        rowClass={rowClass}
        scroll="page"
        onOpen={(row) => router.go(route('strategy', row.strategy.id))}
      />
    </section>
  );
}

function useColumns(): Column<StrategyRow>[] {
  const { t } = useText();
  const strips = useStrips();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('overview.strategy'),
        cell: ({ strategy }) => <Link to={route('strategy', strategy.id)}>{strategy.spec.name}</Link>,
      },
      { id: 'attempt', title: t('overview.lastAttempt'), width: '22%', cell: (row) => <LastAttempt row={row} /> },
      { id: 'good', title: t('overview.lastGood'), width: '14%', cell: (row) => <LastGood row={row} /> },
      {
        id: 'next',
        title: t('standing.next'),
        width: '19%',
        cell: ({ strategy, health }) => <NextRun strategy={strategy} off={health === 'off'} />,
      },
      {
        id: 'strip',
        title: t('standing.strip'),
        width: '246px',
        dispensable: true,
        cell: ({ strategy: { id, spec } }) => (
          <Strip strategyId={id} name={spec.name} days={strips.days} states={strips.of(id)} />
        ),
      },
      {
        id: 'actions',
        title: t('overview.actions'),
        bareTitle: true,
        width: '44px',
        align: 'end',
        cell: (row) => <RunNow strategy={row.strategy} off={row.health === 'off'} />,
      },
    ],
    [t, strips],
  );
}

function LastAttempt({ row: { strategy, health } }: { row: StrategyRow }) {
  const { t } = useText();
  const { lastAttempt } = strategy;
  return (
    <>
      <span className="badge-and-time">
        <StatusBadge standing={standingOf(lastAttempt)} />
        {lastAttempt && (
          <Link to={route('run', lastAttempt.id)}>
            <RelativeTime at={goodAt(lastAttempt)} />
          </Link>
        )}
        {health === 'off' && <span className="muted">{t('overview.off')}</span>}
      </span>
      <Result run={lastAttempt} />
    </>
  );
}

function LastGood({ row: { strategy, health, overdueSince } }: { row: StrategyRow }) {
  const { t } = useText();
  const { lastGood } = strategy;
  const worrying = health === 'old' || health === 'failing' || overdueSince !== null;
  return (
    <>
      {lastGood ? (
        <Link to={route('run', lastGood.id)} className={worrying ? 'good-old' : undefined}>
          <RelativeTime at={goodAt(lastGood)} />
        </Link>
      ) : (
        <span className={health === 'off' ? 'muted' : 'no-good'}>{t('overview.never')}</span>
      )}
      {overdueSince !== null && <span className="overdue-word">{t('standing.overdue')}</span>}
    </>
  );
}

function Result({ run }: { run: Run | null }) {
  const { t } = useText();
  if (!run) return null;
  if (run.rootCode) return <code className="result">{run.rootCode}</code>;
  if (run.nothingToDo) return <span className="muted result">{t('overview.nothingToDo')}</span>;
  if (run.pieces === 0) return null;
  return (
    <span className="muted result">
      {t('overview.pieces', { count: run.pieces })}
      {run.bytes !== null && (
        <>
          {' · '}
          <Bytes count={run.bytes} />
        </>
      )}
    </span>
  );
}

function RunNow({ strategy, off }: { strategy: StrategyOverview; off: boolean }) {
  const { t } = useText();
  const { start, busy } = useStartRun();
  const waiting = useSlice('activity').some((active) => active.run.strategyId === strategy.id);
  return (
    <IconButton
      needs="runs.start"
      icon={Play}
      label={t('overview.runName', { name: strategy.spec.name })}
      disabled={off || busy || waiting}
      onClick={() => void start(strategy)}
    />
  );
}
