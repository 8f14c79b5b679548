// Who the database is and what recovery rests on: log mode, recovery area, archived logs, corruption, change tracking.
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { keepsRedo, type Identity } from '../../../shared/domain/catalogue/identity.ts';
import {
  firmShare, NEARLY_FULL, type ArchiveDestination, type CorruptStretch, type RecoveryArea,
} from '../../../shared/domain/catalogue/storage.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Fact, Facts } from '../../ui/layout.tsx';
import { Bytes, RelativeTime } from '../../ui/words.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { usePanel } from './use-panel.ts';

type TabProps = { targetId: string; round: number };

export function HealthTab(props: TabProps) {
  return (
    <div className="database-columns">
      <div>
        <IdentityPanel {...props} />
        <ChangeTrackingPanel {...props} />
      </div>
      <div>
        <RecoveryAreaPanel {...props} />
        <CorruptionPanel {...props} />
        <ArchivePanel {...props} />
      </div>
    </div>
  );
}

/** A word that is good or not, never by its colour alone. */
export function Judged({ good, children }: { good: boolean; children: ReactNode }) {
  const Icon = good ? CircleCheck : TriangleAlert;
  return (
    <span className={`status status-quiet status-${good ? 'good' : 'warning'}`}>
      <Icon aria-hidden="true" size={14} />
      {children}
    </span>
  );
}

function IdentityPanel({ targetId, round }: TabProps) {
  const { t } = useText();
  return (
    <PanelFrame title={t('database.identity')} panel={usePanel(targetId, 'identity', round)}>
      {(identity) => <IdentityFacts identity={identity} />}
    </PanelFrame>
  );
}

function IdentityFacts({ identity }: { identity: Identity }) {
  const { t } = useText();
  const { name, uniqueName, dbid, version, edition, host, instance } = identity;
  return (
    <Facts>
      <Fact term={t('database.name')}>{name === uniqueName ? name : `${name} (${uniqueName})`}</Fact>
      <Fact term="DBID">{String(dbid)}</Fact>
      <Fact term={t('database.release')}>
        {version}, {edition === null ? t('database.editionUnnamed') : edition}
      </Fact>
      <Fact term={t('database.instance')}>{host === '' ? instance : t('database.instanceOn', { instance, host })}</Fact>
      <Fact term={t('database.role')}>{identity.role}</Fact>
      <Fact term={t('database.openMode')}>{identity.openMode}</Fact>
      <Fact term={t('database.logMode')}>
        <Judged good={keepsRedo(identity)}>
          {identity.logMode}
          {!keepsRedo(identity) && `: ${t('database.noArchivelog')}`}
        </Judged>
      </Fact>
      <Fact term={t('database.forceLogging')}>{identity.forceLogging}</Fact>
      <Fact term="Flashback">{identity.flashback}</Fact>
      {identity.isContainer !== null && (
        <Fact term={t('database.containers')}>{t(identity.isContainer ? 'database.isContainer' : 'database.noContainer')}</Fact>
      )}
      {identity.platform !== null && <Fact term={t('database.platform')}>{identity.platform}</Fact>}
      {identity.startedAt !== null && (
        <Fact term={t('database.startedAt')}>
          <RelativeTime at={identity.startedAt} />
        </Fact>
      )}
      {identity.resetlogsAt !== null && (
        <Fact term="RESETLOGS">
          <RelativeTime at={identity.resetlogsAt} />
        </Fact>
      )}
    </Facts>
  );
}

function RecoveryAreaPanel({ targetId, round }: TabProps) {
  const { t } = useText();
  return (
    <PanelFrame title={t('database.recoveryArea')} panel={usePanel(targetId, 'recovery-area', round)}>
      {(area) => (area.name === null ? <p className="muted">{t('database.noRecoveryArea')}</p> : <AreaBar area={area} />)}
    </PanelFrame>
  );
}

function AreaBar({ area }: { area: RecoveryArea }) {
  const { t, format } = useText();
  const firm = firmShare(area) ?? 0;
  const reclaimable = area.limitBytes > 0 ? Math.min(1 - firm, area.reclaimableBytes / area.limitBytes) : 0;
  const percent = (share: number): string => format.number(Math.round(share * 100));
  const width = (share: number) => ({ width: `${share * 100}%` });
  const full = firm >= NEARLY_FULL;
  const words = t('database.areaWords', {
    used: format.bytes(Math.max(0, area.usedBytes - area.reclaimableBytes)),
    limit: format.bytes(area.limitBytes),
    percent: percent(firm),
    reclaimable: format.bytes(area.reclaimableBytes),
  });
  return (
    <>
      <p className="mono breakable">{area.name}</p>
      <div className="area-bar" role="img" aria-label={words}>
        <span className={full ? 'area-firm area-full' : 'area-firm'} style={width(firm)} />
        <span className="area-reclaimable" style={width(reclaimable)} />
      </div>
      <p>
        <Judged good={!full}>{words}</Judged>
      </p>
      {full && <p>{t('database.areaFull')}</p>}
      <ul className="area-kinds muted">
        {area.usage
          .filter(({ usedPercent }) => usedPercent > 0)
          .toSorted((a, b) => b.usedPercent - a.usedPercent)
          .map(({ type, usedPercent, files }) => (
            <li key={type}>
              {type}: {t('database.percent', { percent: format.number(usedPercent) })} ·{' '}
              {t('database.filesCount', { count: files })}
            </li>
          ))}
      </ul>
    </>
  );
}

function ChangeTrackingPanel({ targetId, round }: TabProps) {
  const { t } = useText();
  return (
    <PanelFrame title={t('database.changeTracking')} panel={usePanel(targetId, 'change-tracking', round)}>
      {({ enabled, file, bytes }) => (
        <>
          <p>{t(enabled ? 'database.trackingOn' : 'database.trackingOff')}</p>
          {file !== null && (
            <p className="muted">
              <span className="mono breakable">{file}</span> {bytes !== null && <Bytes count={bytes} />}
            </p>
          )}
        </>
      )}
    </PanelFrame>
  );
}

function CorruptionPanel({ targetId, round }: TabProps) {
  const { t } = useText();
  const columns: Column<CorruptStretch>[] = [
    { id: 'where', title: t('database.corruptWhere'), width: '110px', cell: ({ where }) => t(`database.corrupt-${where}`) },
    {
      id: 'file',
      title: t('database.dataFile'),
      cell: ({ fileNumber, fileName }) => (
        <span className="breakable">
          {fileNumber} <span className="mono">{fileName}</span>
        </span>
      ),
    },
    { id: 'blocks', title: t('database.blocks'), width: '130px', cell: ({ firstBlock, blocks }) => t('database.blocksFrom', { count: blocks, first: firstBlock }) },
    { id: 'type', title: t('database.corruptType'), width: '110px', cell: ({ type }) => type },
  ];
  return (
    <PanelFrame title={t('database.corruption')} panel={usePanel(targetId, 'corruption', round)}>
      {({ items, cut }) =>
        items.length === 0 ? (
          <p>
            <Judged good>{t('database.noCorruption')}</Judged>
          </p>
        ) : (
          <>
            <p>{t('database.corruptionNext')}</p>
            <DataTable
              label={t('database.corruption')}
              columns={columns}
              rows={items}
              keyOf={(one) => `${one.where}/${one.fileNumber}/${one.firstBlock}`}
              scroll="page"
            />
            {cut && <Cut />}
          </>
        )
      }
    </PanelFrame>
  );
}

function ArchivePanel({ targetId, round }: TabProps) {
  const { t } = useText();
  const columns: Column<ArchiveDestination>[] = [
    { id: 'id', title: t('database.destinationNumber'), width: '60px', cell: ({ id }) => String(id) },
    {
      id: 'destination',
      title: t('database.destination'),
      cell: ({ destination, error, name }) => (
        <>
          <span className="mono breakable">{destination ?? name}</span>
          {error !== null && <div>{error}</div>}
        </>
      ),
    },
    { id: 'status', title: t('database.status'), width: '120px', cell: ({ status }) => <Judged good={status === 'VALID' || status === 'DEFERRED'}>{status}</Judged> },
    { id: 'binding', title: t('database.binding'), width: '110px', dispensable: true, cell: ({ binding }) => binding },
  ];
  return (
    <PanelFrame title={t('database.archiveDestinations')} panel={usePanel(targetId, 'archive-destinations', round)}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{t('database.noDestinations')}</p>
        ) : (
          <DataTable label={t('database.archiveDestinations')} columns={columns} rows={items} keyOf={(one) => String(one.id)} scroll="page" />
        )
      }
    </PanelFrame>
  );
}

export function Cut() {
  const { t } = useText();
  return <p className="muted">{t('database.cut')}</p>;
}
