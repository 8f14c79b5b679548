// What the database records of its backups: RMAN's configuration, jobs and pieces.
import type { BackupJob, Configuration, KnownJob, RecordedPiece } from '../../../shared/domain/catalogue/backups.ts';
import { isRunning } from '../../../shared/domain/catalogue/backups.ts';
import type { T } from '../../i18n/languages.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { StatusBadge, type Standing } from '../../ui/status-badge.tsx';
import { Bytes, Duration, RelativeTime } from '../../ui/words.tsx';
import { configurationText } from './configuration-words.ts';
import { Cut, Judged } from './health-tab.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { usePanel } from './use-panel.ts';

type TabProps = { targetId: string; round: number };

export function ConfigurationTab({ targetId, round }: TabProps) {
  const { t } = useText();
  const columns: Column<Configuration>[] = [
    { id: 'name', title: t('database.setting'), width: '45%', cell: ({ name, value }) => <code className="breakable">{`CONFIGURE ${name} ${value}`}</code> },
    { id: 'meaning', title: t('database.meaning'), cell: ({ name, value }) => configurationText(name, value, t) },
  ];
  return (
    <PanelFrame title={t('database.configuration')} panel={usePanel(targetId, 'configuration', round)}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{t('database.allDefaults')}</p>
        ) : (
          <>
            <p className="muted">{t('database.configurationAbout')}</p>
            <DataTable label={t('database.configuration')} columns={columns} rows={items} keyOf={(one) => String(one.number)} scroll="page" />
          </>
        )
      }
    </PanelFrame>
  );
}

/** How a job stands in the words of a run; what is unknown is not called good. */
function standing({ status }: BackupJob): Standing {
  if (status === 'COMPLETED') return 'succeeded';
  if (status === 'COMPLETED WITH WARNINGS') return 'warning';
  if (isRunning(status)) return 'running';
  return status === 'UNKNOWN' ? 'lost' : 'failed';
}

export function JobsTab({ targetId, round }: TabProps) {
  const { t, format } = useText();
  const columns: Column<KnownJob>[] = [
    {
      id: 'status',
      title: t('database.status'),
      width: '190px',
      cell: (job) => (
        <>
          <StatusBadge standing={standing(job)} quiet={job.status === 'COMPLETED'} />
          <div className="muted">{job.status}</div>
        </>
      ),
    },
    { id: 'type', title: t('database.jobType'), width: '120px', cell: ({ inputType }) => inputType },
    {
      id: 'run',
      title: t('database.startedBy'),
      cell: ({ runId, commandId }) =>
        runId === null ? (
          <span className="muted">{commandId === null ? t('database.startedElsewhere') : t('database.commandId', { id: commandId })}</span>
        ) : (
          <Link to={route('run', runId)}>{t('database.ourRun')}</Link>
        ),
    },
    {
      id: 'started',
      title: t('database.started'),
      width: '160px',
      cell: ({ startedAt }) => (
        <time className="nowrap" dateTime={new Date(startedAt).toISOString()} title={format.precise(startedAt)}>
          {format.dateTime(startedAt)}
        </time>
      ),
    },
    { id: 'duration', title: t('database.duration'), width: '96px', align: 'end', dispensable: true, cell: ({ startedAt, endedAt }) => endedAt !== null && <Duration from={startedAt} until={endedAt} /> },
    { id: 'input', title: t('database.read'), width: '90px', align: 'end', dispensable: true, cell: ({ inputBytes }) => inputBytes !== null && <Bytes count={inputBytes} /> },
    { id: 'output', title: t('database.written'), width: '90px', align: 'end', cell: ({ outputBytes }) => outputBytes !== null && <Bytes count={outputBytes} /> },
  ];
  return (
    <PanelFrame title={t('database.jobs')} panel={usePanel(targetId, 'jobs', round)} beside={({ items }) => format.number(items.length)}>
      {({ items, cut }) =>
        items.length === 0 ? (
          <p className="muted">{t('database.noJobs')}</p>
        ) : (
          <>
            <DataTable label={t('database.jobs')} columns={columns} rows={items} keyOf={(one) => `${one.sessionRecid}/${one.sessionStamp}`} scroll="page" />
            {cut && <Cut />}
          </>
        )
      }
    </PanelFrame>
  );
}

const PIECE_STATES = ['A', 'X', 'D', 'U'] as const;

export function PiecesTab({ targetId, round }: TabProps) {
  const { t, format } = useText();
  const columns: Column<RecordedPiece>[] = [
    {
      id: 'handle',
      title: t('database.piece'),
      cell: ({ handle, tag }) => (
        <>
          {handle === null ? (
            <span className="muted">{t('database.noHandle')}</span>
          ) : (
            <span className="mono breakable">{handle}</span>
          )}
          <div className="muted">{tag}</div>
        </>
      ),
    },
    { id: 'holds', title: t('database.holds'), width: '170px', cell: (piece) => <Holds piece={piece} /> },
    {
      id: 'state',
      title: t('database.status'),
      width: '120px',
      cell: ({ status }) => {
        const known = PIECE_STATES.find((state) => state === status);
        const words = known ? t(`database.piece-${known}`) : status;
        if (status === 'D') return <span className="muted">{words}</span>;
        return status === 'A' ? words : <Judged good={false}>{words}</Judged>;
      },
    },
    { id: 'completed', title: t('database.completed'), width: '130px', cell: ({ completedAt }) => completedAt !== null && <RelativeTime at={completedAt} /> },
    { id: 'bytes', title: t('database.size'), width: '100px', align: 'end', cell: ({ bytes }) => bytes !== null && <Bytes count={bytes} /> },
  ];
  return (
    <PanelFrame
      title={t('database.pieces')}
      panel={usePanel(targetId, 'pieces', round)}
      beside={({ items }) =>
        `${format.number(items.length)} · ${t('database.availableBytes', { bytes: format.bytes(availableBytes(items)) })}`
      }
    >
      {({ items, cut }) =>
        items.length === 0 ? (
          <p className="muted">{t('database.noPieces')}</p>
        ) : (
          <>
            <DataTable label={t('database.pieces')} columns={columns} rows={items} keyOf={(one) => `${one.handle}/${one.completedAt}/${one.tag}`} scroll="page" />
            {cut && <Cut />}
          </>
        )
      }
    </PanelFrame>
  );
}

/** What a restore could still read. */
const availableBytes = (pieces: readonly RecordedPiece[]): number =>
  pieces.reduce((sum, { status, bytes }) => (status === 'A' ? sum + (bytes ?? 0) : sum), 0);

/** The name that %F gives, or the folder of the recovery area: such a piece holds no data file. */
const AUTOBACKUP = /(^|[\\/])c-\d+-\d{8}-[\da-f]{2}|[\\/]autobackup[\\/]/i;

function kindOf({ type, level, handle }: RecordedPiece, t: T): string {
  if (type === 'L') return t('database.holdsLogs');
  if (handle !== null && AUTOBACKUP.test(handle)) return t('database.holdsAutobackup');
  return level === null ? t('database.holdsFiles') : t('database.holdsLevel', { level });
}

function Holds({ piece }: { piece: RecordedPiece }) {
  const { withControlFile, keep, compressed, encrypted, device } = piece;
  const { t } = useText();
  const more = [
    withControlFile && t('database.withControlFile'),
    keep && 'KEEP',
    compressed && t('database.compressed'),
    encrypted && t('database.encrypted'),
    device !== 'DISK' && device,
  ].filter((part) => part !== false);
  return (
    <>
      {kindOf(piece, t)}
      {more.length > 0 && <div className="muted">{more.join(', ')}</div>}
    </>
  );
}
