// The list of strategies: what each does, how it stands, on or off, run now.
import { Ellipsis, ListChecks, Play, Plus, X } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { StrategyOverview, TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { SeriousMark } from '../../lint-parts/serious-mark.tsx';
import { useSerious } from '../../lint-parts/use-serious.ts';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { NextRun, useStanding } from '../../schedule-parts/next-run.tsx';
import { PausedBanner } from '../../schedule-parts/paused-banner.tsx';
import { Strip } from '../../schedule-parts/strip.tsx';
import { useStrips } from '../../schedule-parts/use-strips.ts';
import { useStartRun } from '../../state/start-run.ts';
import { useAction, useClient, useRoute, useRouter, useShortcut, useSlice } from '../../state/window-parts.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataTable, type Column, type TableSort } from '../../ui/data-table.tsx';
import { Switch } from '../../ui/inputs.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { Menu } from '../../ui/menu.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { RelativeTime } from '../../ui/words.tsx';
import { EmptyActions, FileActions } from './files/file-actions.tsx';
import { kindText } from './kind-text.ts';
import { sortedRows, type StrategyRow } from './list-order.ts';
import { useStrategyActions } from './strategy-actions.tsx';
import { TeamList } from './team-list.tsx';
import { TeamMark, useTeamMarks } from './team-mark.tsx';
import './strategies.css';

const keyOf = (row: StrategyRow): string => row.strategy.id;
const isOff = ({ strategy, target }: StrategyRow): boolean => !strategy.enabled || !target.enabled;
const rowClass = (row: StrategyRow): string | undefined => (isOff(row) ? 'row-off' : undefined);

export function StrategiesPage() {
  const { t } = useText();
  const router = useRouter();
  const { query } = useRoute();
  const strategies = useSlice('strategies');
  const targets = useSlice('targets');
  const [sort, setSort] = useState<TableSort>({ by: 'name', descending: false });
  const typed = useDeferredValue(query['find'] ?? '');
  const columns = useColumns();
  const only = targets.find((target) => target.id === query['target']);
  const rows = useMemo(
    () => sortedRows(strategies, targets, { typed, targetId: only?.id ?? null }, sort),
    [strategies, targets, typed, only, sort],
  );
  const create = (): void => router.go(route('strategy', 'new', only ? { target: only.id } : {}));
  useShortcut('n', t('strategies.create'), create);

  if (targets.length === 0) return <NeedsTarget />;
  return (
    <PageFrame
      title={t('strategies.title')}
      actions={
        <>
          <Button needs="strategies.create" tone="primary" icon={Plus} onClick={create}>
            {t('strategies.create')}
          </Button>
          <FileActions shown={rows.map(({ strategy }) => strategy)} preferred={only?.id ?? null} />
        </>
      }
    >
      {strategies.length === 0 ? (
        <Empty icon={ListChecks} title={t('strategies.empty')} actions={<EmptyActions preferred={only?.id ?? null} />}>
          {t('strategies.emptyText')}
        </Empty>
      ) : (
        <>
          <PausedBanner />
          <Filter only={only} count={rows.length} />
          {rows.length === 0 ? (
            <Empty
              icon={ListChecks}
              title={t('strategies.filterNone')}
              actions={<Button onClick={() => router.replace(route('strategies'))}>{t('strategies.filterClear')}</Button>}
            />
          ) : (
            <DataTable
              label={t('strategies.title')}
              columns={columns}
              rows={rows}
              keyOf={keyOf}
              rowClass={rowClass}
              sort={sort}
              onSort={setSort}
              scroll="page"
              onOpen={(row) => router.go(route('strategy', row.strategy.id))}
            />
          )}
        </>
      )}
      <TeamList />
    </PageFrame>
  );
}

function NeedsTarget() {
  const { t } = useText();
  const router = useRouter();
  return (
    <PageFrame title={t('strategies.title')}>
      <Empty
        icon={ListChecks}
        title={t('strategies.noTargets')}
        actions={
          <Button needs="targets.create" tone="primary" onClick={() => router.go(route('target', 'new'))}>
            {t('strategies.addTarget')}
          </Button>
        }
      >
        {t('strategies.noTargetsText')}
      </Empty>
    </PageFrame>
  );
}

function Filter({ only, count }: { only: TargetOverview | undefined; count: number }) {
  const { t } = useText();
  const router = useRouter();
  const { query } = useRoute();
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', t('strategies.filter'), () => input.current?.focus());
  const { target: _target, ...withoutTarget } = query;
  const find = (text: string): void => {
    const { find: _find, ...rest } = query;
    router.replace(route('strategies', null, text === '' ? rest : { ...rest, find: text }));
  };
  return (
    <div className="strategies-filter">
      <input
        ref={input}
        type="search"
        className="input"
        aria-label={t('strategies.filter')}
        placeholder={t('strategies.filterHint')}
        value={query['find'] ?? ''}
        onChange={(event) => find(event.target.value)}
      />
      {only && (
        <Button icon={X} onClick={() => router.replace(route('strategies', null, withoutTarget))}>
          {t('strategies.onlyOf', { name: only.spec.name })}
        </Button>
      )}
      <span className="muted" role="status">
        {t('strategies.found', { count })}
      </span>
    </div>
  );
}

function useColumns(): Column<StrategyRow>[] {
  const { t } = useText();
  const strips = useStrips();
  const serious = useSerious();
  const team = useTeamMarks();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('strategies.name'),
        sortable: true,
        cell: ({ strategy }) => (
          <>
            <Link to={route('strategy', strategy.id)}>{strategy.spec.name}</Link>
            <div className="muted">{kindText(strategy.spec.scope, t)}</div>
            <TeamMark strategyId={strategy.id} marks={team} />
            <SeriousMark strategyId={strategy.id} count={serious.ofStrategy.get(strategy.id) ?? 0} />
          </>
        ),
      },
      {
        id: 'database',
        title: t('strategies.database'),
        width: '10%',
        sortable: true,
        cell: ({ target }) => (
          <>
            {target.spec.name}
            {!target.enabled && <div className="muted">{t('strategies.databaseOff')}</div>}
          </>
        ),
      },
      {
        id: 'attempt',
        title: t('strategies.lastAttempt'),
        width: '17%',
        sortable: true,
        cell: ({ strategy }) => <LastAttempt strategy={strategy} />,
      },
      {
        id: 'good',
        title: t('strategies.lastGood'),
        width: '11%',
        sortable: true,
        cell: ({ strategy }) => <LastGood strategy={strategy} />,
      },
      {
        id: 'next',
        title: t('standing.tab'),
        width: '15%',
        cell: (row) => <NextRun strategy={row.strategy} off={isOff(row)} />,
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
        id: 'enabled',
        title: t('strategies.enabled'),
        bareTitle: true,
        width: '50px',
        cell: ({ strategy }) => <EnabledSwitch strategy={strategy} />,
      },
      {
        id: 'actions',
        title: t('strategies.actionsTitle'),
        bareTitle: true,
        width: '74px',
        align: 'end',
        cell: (row) => <RowActions row={row} />,
      },
    ],
    [t, strips, serious, team],
  );
}

/** The run under way when there is one: it is the newest attempt. */
function LastAttempt({ strategy: { id, lastAttempt } }: { strategy: StrategyOverview }) {
  const underWay = useSlice('activity').find((active) => active.run.strategyId === id)?.run;
  const run = underWay ?? lastAttempt;
  return (
    <span className="badge-and-time">
      <StatusBadge standing={standingOf(run)} />
      {run && (
        <Link to={route('run', run.id)}>
          <RelativeTime at={run.endedAt ?? run.startedAt ?? run.queuedAt} />
        </Link>
      )}
    </span>
  );
}

function LastGood({ strategy: { id, lastGood } }: { strategy: StrategyOverview }) {
  const { t } = useText();
  const overdueSince = useStanding(id)?.overdueSince ?? null;
  return (
    <>
      {lastGood ? (
        <Link to={route('run', lastGood.id)}>
          <RelativeTime at={lastGood.endedAt ?? lastGood.queuedAt} />
        </Link>
      ) : (
        <span>{t('strategies.never')}</span>
      )}
      {overdueSince !== null && <div className="overdue-word">{t('standing.overdue')}</div>}
    </>
  );
}

function EnabledSwitch({ strategy: { id, enabled, spec } }: { strategy: StrategyOverview }) {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  return (
    <Switch
      bare
      label={t('strategies.enableName', { name: spec.name })}
      needs="strategies.setEnabled"
      checked={enabled}
      onChange={(next) => void run(() => client.ask('strategies.setEnabled', { id, enabled: next }))}
    />
  );
}

function RowActions({ row }: { row: StrategyRow }) {
  const { t } = useText();
  const { strategy } = row;
  const { items, dialog } = useStrategyActions(strategy);
  const { start, busy } = useStartRun();
  const waiting = useSlice('activity').some((active) => active.run.strategyId === strategy.id);
  return (
    <span className="nowrap">
      <IconButton
        needs="runs.start"
        icon={Play}
        label={t('strategies.runName', { name: strategy.spec.name })}
        disabled={isOff(row) || busy || waiting}
        onClick={() => void start(strategy)}
      />
      <Menu items={items}>
        {(button) => <IconButton icon={Ellipsis} label={t('strategies.actions', { name: strategy.spec.name })} {...button} />}
      </Menu>
      {dialog}
    </span>
  );
}
