// The Bitácora: every run, filtered, searched, sorted and exported; what is under way stands on top.
import { Download, FileSearch, History, ListChecks, SearchX } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { RunFilter } from '../../../shared/domain/history.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { useAction, useClient, useRoute, useRouter, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableSort } from '../../ui/data-table.tsx';
import { Problem } from '../../ui/field.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ActiveRuns } from './active-runs.tsx';
import { useRunColumns } from './run-columns.tsx';
import { activeThrough, everything, filterOf, isFiltered, queryOf, viewOf, termsOf, type RunsView } from './runs-filter.ts';
import { RunsFilters } from './runs-filters.tsx';
import { useRunList, type RunList, type RunRow } from './use-run-list.ts';
import './runs.css';

/** A list that is come back to is read again up to this many rows. */
const MOST_AGAIN = 2000;

export function RunsPage() {
  const { t } = useText();
  const router = useRouter();
  const { view, place, change } = useView();
  const filterAt = useCallback(() => filterOf(view, Date.now()), [view]);
  const { list, problem, more, again } = useRunList(filterAt, view.sort, place.rows);
  const activity = useSlice('activity');
  const active = useMemo(() => activeThrough(activity, filterAt()), [activity, filterAt]);
  const underWay = useMemo(() => new Set(activity.map(({ run }) => run.id)), [activity]);
  const rows = useMemo(() => (list?.rows ?? []).filter((run) => !underWay.has(run.id)), [list, underWay]);
  const words = useMemo(() => termsOf(view.text), [view.text]);
  const columns = useRunColumns(words);

  const open = (run: RunRow): void => {
    // So that Back finds this row again.
    router.replace(route('runs', null, { ...queryOf(view), at: run.id, rows: String(list?.rows.length ?? 0) }));
    router.go(route('run', run.id));
  };

  return (
    <PageFrame fixed title={t('runs.title')} about={<Count list={list} />} actions={<RunsActions filterAt={filterAt} some={rows.length > 0} />}>
      <RunsFilters view={view} onChange={change} />
      {problem !== null && (
        <div className="runs-problem">
          <Problem text={problem} />
          <Button onClick={() => void again()}>{t('runs.again')}</Button>
        </div>
      )}
      <ActiveRuns active={active} />
      {list !== null && rows.length === 0 ? (
        active.length === 0 && (
          <NoRuns filtered={isFiltered(view)} onClear={() => change({ ...everything, sort: view.sort })} />
        )
      ) : (
        <DataTable
          label={t('runs.title')}
          columns={columns}
          rows={rows}
          keyOf={(run) => run.id}
          sort={view.sort}
          onSort={(sort) => change({ sort: sortOf(sort) })}
          onOpen={open}
          onNearEnd={more}
          startAt={place.at}
          {...(list?.total == null ? {} : { total: list.total })}
        />
      )}
    </PageFrame>
  );
}

/** What is shown, kept in the address; and where in it the user was when a run was opened. */
function useView() {
  const router = useRouter();
  const { query } = useRoute();
  const address = JSON.stringify(query);
  const view = useMemo(() => viewOf(JSON.parse(address) as Record<string, string>), [address]);
  const text = JSON.stringify(view);
  // The same view is the same object, whatever else stands in the address: lists depend on it.
  const same = useMemo(() => JSON.parse(text) as RunsView, [text]);
  const change = useCallback(
    (part: Partial<RunsView>): void => {
      const now = viewOf(router.store.getState().route.query);
      router.replace(route('runs', null, queryOf({ ...now, ...part })));
    },
    [router],
  );
  const rows = Number(query['rows'] ?? 0);
  const place = { at: query['at'] ?? null, rows: Number.isInteger(rows) ? Math.min(MOST_AGAIN, Math.max(0, rows)) : 0 };
  return { view: same, place, change };
}

const sortOf = ({ by, descending }: TableSort): RunsView['sort'] => viewOf({ sort: `${descending ? '-' : ''}${by}` }).sort;

function Count({ list }: { list: RunList | null }) {
  const { t } = useText();
  if (!list) return <span role="status">{t('ui.loading')}</span>;
  return <span role="status">{list.total === null ? t('runs.countMany') : t('runs.count', { count: list.total })}</span>;
}

function RunsActions({ filterAt, some }: { filterAt(): RunFilter; some: boolean }) {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const { run, busy } = useAction();
  const write = (format: 'csv' | 'json'): void =>
    void run(() => client.ask('runs.export', { filter: filterAt(), format }), {
      done: (answer) => (answer ? t('runs.exported', { count: answer.count, path: answer.path }) : ''),
    });
  return (
    <>
      <Button icon={FileSearch} onClick={() => router.go(route('log'))}>
        {t('explain.command')}
      </Button>
      {some && (
        <Menu
          items={[
            { label: t('runs.exportCsv'), onSelect: () => write('csv') },
            { label: t('runs.exportJson'), onSelect: () => write('json') },
          ]}
        >
          {(button) => (
            <Button icon={Download} busy={busy} {...button}>
              {t('runs.export')}
            </Button>
          )}
        </Menu>
      )}
    </>
  );
}

function NoRuns({ filtered, onClear }: { filtered: boolean; onClear(): void }) {
  const { t } = useText();
  const router = useRouter();
  if (filtered) {
    return (
      <Empty icon={SearchX} title={t('runs.noneFiltered')} actions={<Button onClick={onClear}>{t('runs.clear')}</Button>}>
        {t('runs.noneFilteredText')}
      </Empty>
    );
  }
  return (
    <Empty
      icon={History}
      title={t('runs.none')}
      actions={
        <Button icon={ListChecks} tone="primary" onClick={() => router.go(route('strategies'))}>
          {t('runs.toStrategies')}
        </Button>
      }
    >
      {t('runs.noneText')}
    </Empty>
  );
}
