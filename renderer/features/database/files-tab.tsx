// What the database consists of: pluggable databases, tablespaces, data files.
import type { DataFile, Pluggable, Tablespace } from '../../../shared/domain/catalogue/files.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Bytes, RelativeTime } from '../../ui/words.tsx';
import { Cut, Judged } from './health-tab.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { usePanel } from './use-panel.ts';

type TabProps = { targetId: string; round: number };

const total = (rows: readonly { bytes: number | null }[]): number =>
  rows.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);

export function FilesTab(props: TabProps) {
  return (
    <>
      <PluggablesPanel {...props} />
      <TablespacesPanel {...props} />
      <DataFilesPanel {...props} />
    </>
  );
}

function PluggablesPanel({ targetId, round }: TabProps) {
  const { t, format } = useText();
  const columns: Column<Pluggable>[] = [
    { id: 'name', title: t('database.name'), cell: ({ name }) => name },
    { id: 'open', title: t('database.openMode'), width: '230px', cell: ({ openMode, restricted }) => (restricted ? `${openMode}, RESTRICTED` : openMode) },
    { id: 'bytes', title: t('database.size'), width: '100px', align: 'end', cell: ({ bytes }) => <PluggableSize bytes={bytes} /> },
  ];
  return (
    <PanelFrame
      title={t('database.pluggables')}
      panel={usePanel(targetId, 'pluggables', round)}
      beside={({ items }) => format.number(items.length)}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{t('database.noPluggables')}</p>
        ) : (
          <DataTable label={t('database.pluggables')} columns={columns} rows={items} keyOf={(one) => String(one.number)} scroll="page" />
        )
      }
    </PanelFrame>
  );
}

/** Of a closed PDB the view tells 0 or nothing, which is no size. */
function PluggableSize({ bytes }: Pick<Pluggable, 'bytes'>) {
  const { t } = useText();
  return bytes === null || bytes === 0 ? <span className="muted">{t('database.sizeUnknown')}</span> : <Bytes count={bytes} />;
}

function TablespacesPanel({ targetId, round }: TabProps) {
  const { t, format } = useText();
  const columns: Column<Tablespace>[] = [
    { id: 'container', title: t('database.container'), width: '18%', cell: ({ container }) => container ?? '' },
    {
      id: 'name',
      title: t('database.tablespace'),
      cell: ({ name, excluded }) => (
        <>
          {name}
          {excluded && (
            <div>
              <Judged good={false}>{t('database.excluded')}</Judged>
            </div>
          )}
        </>
      ),
    },
    { id: 'bigfile', title: 'Bigfile', width: '90px', dispensable: true, cell: ({ bigfile }) => (bigfile ? t('database.yes') : '') },
    { id: 'files', title: t('database.files'), width: '90px', align: 'end', cell: ({ files }) => format.number(files) },
    { id: 'bytes', title: t('database.size'), width: '100px', align: 'end', cell: ({ bytes }) => <Bytes count={bytes} /> },
  ];
  return (
    <PanelFrame
      title={t('database.tablespaces')}
      panel={usePanel(targetId, 'tablespaces', round)}
      beside={({ items }) => `${format.number(items.length)} · ${format.bytes(total(items))}`}
    >
      {({ items, cut }) => (
        <>
          <DataTable label={t('database.tablespaces')} columns={columns} rows={items} keyOf={(one) => `${one.container}/${one.name}`} scroll="page" />
          {cut && <Cut />}
        </>
      )}
    </PanelFrame>
  );
}

function DataFilesPanel({ targetId, round }: TabProps) {
  const { t, format } = useText();
  const columns: Column<DataFile>[] = [
    { id: 'number', title: t('database.number'), width: '60px', align: 'end', cell: ({ number }) => String(number) },
    { id: 'name', title: t('database.dataFile'), cell: ({ name }) => <span className="mono breakable">{name}</span> },
    { id: 'tablespace', title: t('database.tablespace'), width: '20%', cell: (file) => <Home file={file} /> },
    { id: 'status', title: t('database.status'), width: '110px', cell: (file) => <FileState file={file} /> },
    {
      id: 'unrecoverable',
      title: t('database.unrecoverable'),
      width: '130px',
      dispensable: true,
      cell: ({ unrecoverableAt }) => unrecoverableAt !== null && <RelativeTime at={unrecoverableAt} />,
    },
    { id: 'bytes', title: t('database.size'), width: '100px', align: 'end', cell: ({ bytes }) => <Bytes count={bytes} /> },
  ];
  return (
    <PanelFrame
      title={t('database.dataFiles')}
      panel={usePanel(targetId, 'data-files', round)}
      beside={({ items }) => `${format.number(items.length)} · ${format.bytes(total(items))}`}
    >
      {({ items, cut }) => (
        <>
          <DataTable label={t('database.dataFiles')} columns={columns} rows={items} keyOf={(one) => String(one.number)} scroll="page" />
          {cut && <Cut />}
        </>
      )}
    </PanelFrame>
  );
}

/** A file that is not online, or waits for recovery, is what somebody has to see. */
function FileState({ file: { status, enabled } }: { file: DataFile }) {
  return (
    <>
      {status === 'ONLINE' || status === 'SYSTEM' ? status : <Judged good={false}>{status}</Judged>}
      {enabled !== 'READ WRITE' && <div className="muted">{enabled}</div>}
    </>
  );
}

/** The tablespace, and below it whose it is. */
function Home({ file: { container, tablespace } }: { file: DataFile }) {
  return (
    <>
      <span className="breakable">{tablespace}</span>
      {container !== null && <div className="muted breakable">{container}</div>}
    </>
  );
}
