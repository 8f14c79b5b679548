// The list of databases.
import { Database, Ellipsis, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useAction, useClient, useRouter, useShortcut, useSlice } from '../../state/window-parts.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataTable, type Column, type TableSort } from '../../ui/data-table.tsx';
import { Switch } from '../../ui/inputs.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useTargetActions } from './target-actions.tsx';
import { loginText, runnerText } from './words.ts';

type Row = { target: TargetOverview; strategies: number };
const keyOf = (row: Row): string => row.target.id;
const rowClass = (row: Row): string | undefined => (row.target.enabled ? undefined : 'row-off');

export function TargetsPage() {
  const { t } = useText();
  const router = useRouter();
  const targets = useSlice('targets');
  const strategies = useSlice('strategies');
  const [sort, setSort] = useState<TableSort>({ by: 'name', descending: false });
  const columns = useColumns();
  const create = (): void => router.go(route('target', 'new'));
  useShortcut('n', t('targets.create'), create);

  const rows = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { targetId } of strategies) counts.set(targetId, (counts.get(targetId) ?? 0) + 1);
    const all = targets.map((target) => ({ target, strategies: counts.get(target.id) ?? 0 }));
    const sign = sort.descending ? -1 : 1;
    return all.sort((a, b) => {
      const byCount = sort.by === 'strategies' ? a.strategies - b.strategies : 0;
      return sign * (byCount || a.target.spec.name.localeCompare(b.target.spec.name));
    });
  }, [targets, strategies, sort]);

  const newButton = (
    <Button needs="targets.create" tone="primary" icon={Plus} onClick={create}>
      {t('targets.create')}
    </Button>
  );
  return (
    <PageFrame title={t('targets.title')} actions={newButton}>
      {rows.length === 0 ? (
        <Empty icon={Database} title={t('targets.empty')}>
          {t('targets.emptyText')}
        </Empty>
      ) : (
        <DataTable
          label={t('targets.title')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          rowClass={rowClass}
          sort={sort}
          onSort={setSort}
          scroll="page"
          onOpen={(row) => router.go(route('target', row.target.id))}
        />
      )}
    </PageFrame>
  );
}

function useColumns(): Column<Row>[] {
  const { t, format } = useText();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('targets.name'),
        sortable: true,
        cell: ({ target }) => (
          <>
            <Link to={route('target', target.id)}>{target.spec.name}</Link>
            <div>
              <Link to={route('database', target.id)}>{t('database.open')}</Link>
            </div>
            {target.spec.notes && <div className="muted">{target.spec.notes}</div>}
          </>
        ),
      },
      {
        id: 'runner',
        title: t('targets.runner'),
        width: '30%',
        cell: ({ target }) => <span className="breakable">{runnerText(target.spec.runner, t)}</span>,
      },
      {
        id: 'login',
        title: t('targets.login'),
        width: '22%',
        dispensable: true,
        cell: ({ target }) => <span className="breakable">{loginText(target.spec.login, t)}</span>,
      },
      {
        id: 'strategies',
        title: t('targets.strategies'),
        width: '110px',
        align: 'end',
        sortable: true,
        cell: ({ target, strategies }) => (
          <Link to={route('strategies', null, { target: target.id })}>{format.number(strategies)}</Link>
        ),
      },
      { id: 'enabled', title: t('targets.enabled'), width: '96px', cell: ({ target }) => <EnabledSwitch target={target} /> },
      {
        id: 'actions',
        title: t('targets.actionsTitle'),
        bareTitle: true,
        width: '44px',
        align: 'end',
        cell: ({ target }) => <Actions target={target} />,
      },
    ],
    [t, format],
  );
}

function EnabledSwitch({ target: { id, enabled, spec } }: { target: TargetOverview }) {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  return (
    <Switch
      bare
      label={t('targets.enableName', { name: spec.name })}
      needs="targets.setEnabled"
      checked={enabled}
      onChange={(next) => void run(() => client.ask('targets.setEnabled', { id, enabled: next }))}
    />
  );
}

function Actions({ target }: { target: TargetOverview }) {
  const { t } = useText();
  const { items, dialog } = useTargetActions(target);
  return (
    <>
      <Menu items={items}>
        {(button) => <IconButton icon={Ellipsis} label={t('targets.actions', { name: target.spec.name })} {...button} />}
      </Menu>
      {dialog}
    </>
  );
}
