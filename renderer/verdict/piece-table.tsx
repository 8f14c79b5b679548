// The files a run wrote: what each holds, whether it was found on disk afterwards, and what the database has recorded.
import { CircleCheck, CircleHelp, CircleX, Database, FileBox, FolderOpen } from 'lucide-react';
import { useMemo } from 'react';
import type { RecordedPiece } from '../../shared/domain/catalogue/backups.ts';
import type { PieceFound } from '../../shared/domain/piece.ts';
import type { SessionVerdict } from '../../shared/domain/verdict.ts';
import { useText } from '../i18n/text-provider.tsx';
import { IconButton } from '../ui/button.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Empty } from '../ui/layout.tsx';
import { Bytes } from '../ui/words.tsx';
import { LineLink, type OnLine } from './line-link.tsx';
import { fileName, writtenFiles, type WrittenFile } from './written-files.ts';
import './verdict.css';

type PieceTableProps = {
  verdict: SessionVerdict;
  found: readonly PieceFound[];
  /** As the database has them. */
  recorded: readonly RecordedPiece[];
  onLine: OnLine;
  /** Opens the folder of a file that was found; `null` where nothing was looked for. */
  onShow: ((handle: string) => void) | null;
};

export function PieceTable({ verdict, found, recorded, onLine, onShow }: PieceTableProps) {
  const { t } = useText();
  const files = useMemo(() => writtenFiles(verdict, found, recorded), [verdict, found, recorded]);
  const columns = useColumns(onLine, onShow, recorded.length > 0);
  const more = verdict.omitted.pieces + verdict.omitted.copies;
  if (files.length === 0) {
    return (
      <Empty icon={FileBox} title={t('verdict.piecesNone')}>
        {t('verdict.piecesNoneText')}
      </Empty>
    );
  }
  return (
    <div className="tab-filled">
      <DataTable
        label={t('verdict.piecesTable')}
        columns={columns}
        rows={files}
        keyOf={(file) => `${file.handle} ${file.lineNumber}`}
        rowClass={(file) => (file.found && isGone(file.found) ? 'piece-gone' : undefined)}
      />
      {more > 0 && <p className="muted tab-note">{t('verdict.piecesMore', { count: more })}</p>}
    </div>
  );
}

const isGone = ({ exists, bytes }: PieceFound): boolean => !exists || bytes === 0;

function useColumns(
  onLine: OnLine,
  onShow: PieceTableProps['onShow'],
  isRecorded: boolean,
): readonly Column<WrittenFile>[] {
  const { t } = useText();
  return useMemo(() => {
    const looked: Column<WrittenFile>[] = onShow || isRecorded
      ? [
          {
            id: 'size',
            title: t('verdict.size'),
            width: '80px',
            align: 'end',
            cell: ({ bytes }) => (bytes === null ? null : <Bytes count={bytes} />),
          },
          { id: 'found', title: t('verdict.whereabouts'), width: '128px', cell: (file) => <Whereabouts file={file} /> },
        ]
      : [];
    const actions: Column<WrittenFile>[] = onShow
      ? [
          {
            id: 'show',
            title: t('verdict.actions'),
            bareTitle: true,
            width: '44px',
            cell: ({ handle, found }) =>
              found?.exists ? (
                <IconButton
                  icon={FolderOpen}
                  label={t('verdict.showInFolder', { name: fileName(handle) })}
                  onClick={() => onShow(handle)}
                />
              ) : null,
          },
        ]
      : [];
    return [
      {
        id: 'handle',
        title: t('verdict.handle'),
        cell: ({ handle, tag, channel, lineNumber }) => (
          <>
            <span className="mono">{handle}</span>
            <span className="piece-handle muted">
              {tag && <span>{tag}</span>}
              {channel && <span>{channel}</span>}
              {lineNumber !== null && <LineLink line={lineNumber} onLine={onLine} />}
            </span>
          </>
        ),
      },
      { id: 'kind', title: t('verdict.kind'), width: '132px', cell: (file) => <Held file={file} /> },
      ...looked,
      ...actions,
    ];
  }, [t, onLine, onShow, isRecorded]);
}

function Held({ file: { kind, level } }: { file: WrittenFile }) {
  const { t } = useText();
  return [t(`verdict.kind-${kind}`), level === null ? null : t('verdict.level', { level })].filter(Boolean).join(', ');
}

/** The disk is believed before the record; a record alone does not turn green, since nobody has seen the file. */
function Whereabouts({ file: { found, recorded } }: { file: WrittenFile }) {
  const { t } = useText();
  const [Icon, text, tone] = found
    ? !found.exists
      ? ([CircleX, t('verdict.missing'), 'bad'] as const)
      : found.bytes === 0
        ? ([CircleX, t('verdict.empty'), 'bad'] as const)
        : ([CircleCheck, t('verdict.found'), 'good'] as const)
    : recorded
      ? ([Database, t(`verdict.recorded-${recordedAs(recorded)}`), recorded.status === 'A' ? 'idle' : 'warning'] as const)
      : ([CircleHelp, t('verdict.notLooked'), 'idle'] as const);
  return (
    <span className={`status status-quiet status-${tone} piece-found`}>
      <Icon aria-hidden="true" size={14} />
      {text}
    </span>
  );
}

const RECORDED = { A: 'available', X: 'expired', D: 'deleted', U: 'unavailable' } as const;
const recordedAs = ({ status }: RecordedPiece) =>
  status in RECORDED ? RECORDED[status as keyof typeof RECORDED] : ('unavailable' as const);
