// The page of one database as it describes itself. Each tab asks only for its own panels: costly views are not read
// before somebody looks at them.
import { Database, Plug, RotateCw, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { addressText } from '../../../shared/domain/sql-connection.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { useRoute, useRouter, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ConfigurationTab, JobsTab, PiecesTab } from './backups-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { HealthTab } from './health-tab.tsx';
import './database.css';

const tabIds = ['health', 'files', 'configuration', 'jobs', 'pieces'] as const;
type TabId = (typeof tabIds)[number];

const BODIES = {
  health: HealthTab,
  files: FilesTab,
  configuration: ConfigurationTab,
  jobs: JobsTab,
  pieces: PiecesTab,
};

export function DatabasePage({ id }: { id: string | null }) {
  const { t } = useText();
  const router = useRouter();
  const target = useSlice('targets').find((one) => one.id === id);
  if (!target) {
    const back = <Button onClick={() => router.go(route('targets'))}>{t('targets.toList')}</Button>;
    return (
      <PageFrame title={t('targets.title')}>
        <Empty icon={Database} title={t('targets.missing')} actions={back} />
      </PageFrame>
    );
  }
  return target.spec.sql === null ? <WithoutConnection target={target} /> : <Connected target={target} />;
}

/** Says what would be here, and leads to where it is set up. */
function WithoutConnection({ target }: { target: TargetOverview }) {
  const { t } = useText();
  const router = useRouter();
  const simulated = target.spec.runner.kind === 'simulated';
  const edit = (
    <Button tone="primary" icon={Plug} onClick={() => router.go(route('target', target.id))}>
      {t('database.toConnection')}
    </Button>
  );
  return (
    <PageFrame title={target.spec.name}>
      <Empty icon={Database} title={t(simulated ? 'database.simulatedTitle' : 'database.noConnectionTitle')} actions={edit}>
        {t(simulated ? 'database.simulatedText' : 'database.noConnectionText')}
      </Empty>
    </PageFrame>
  );
}

function Connected({ target }: { target: TargetOverview }) {
  const { t } = useText();
  const router = useRouter();
  const { query } = useRoute();
  const [round, setRound] = useState(0);
  const tab: TabId = tabIds.find((one) => one === query['tab']) ?? 'health';
  const Body = BODIES[tab];
  const { sql } = target.spec;
  return (
    <PageFrame
      title={target.spec.name}
      about={
        <>
          {sql && t('database.asks', { user: sql.user, address: addressText(sql.address) })}
          {target.spec.runner.kind === 'simulated' && ` · ${t('database.simulatedBeside')}`}
        </>
      }
      actions={
        <>
          <Button icon={RotateCw} onClick={() => setRound((count) => count + 1)}>
            {t('database.askAll')}
          </Button>
          <Button icon={Settings2} onClick={() => router.go(route('target', target.id))}>
            {t('database.edit')}
          </Button>
        </>
      }
    >
      <Tabs
        label={t('database.tabs')}
        tabs={tabIds.map((one) => ({ id: one, label: t(`database.tab-${one}`) }))}
        current={tab}
        onChange={(next) => router.replace(route('database', target.id, next === 'health' ? {} : { tab: next }))}
      >
        <div className="database-tab">
          <Body targetId={target.id} round={round} />
        </div>
      </Tabs>
    </PageFrame>
  );
}
