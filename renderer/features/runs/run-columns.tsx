// The columns of the list of runs.
import { Monitor } from 'lucide-react';
import { useMemo } from 'react';
import type { RunSort } from '../../../shared/domain/history.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import type { Column } from '../../ui/data-table.tsx';
import { aroundMark, markedStretches } from '../../ui/marks.ts';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { Bytes, Duration } from '../../ui/words.tsx';
import type { RunRow } from './use-run-list.ts';

type RunColumn = Column<RunRow> & { id: RunSort['by'] | 'result' };

/** `words` are marked where a search hit. */
export function useRunColumns(words: readonly string[]): readonly Column<RunRow>[] {
  const { t, format } = useText();
  return useMemo(
    (): readonly RunColumn[] => [
      {
        id: 'state',
        title: t('runs.state'),
        width: '140px',
        sortable: true,
        cell: (run) => <StatusBadge standing={standingOf(run)} quiet={run.state === 'succeeded'} />,
      },
      {
        id: 'strategyName',
        title: t('runs.strategy'),
        width: '18%',
        sortable: true,
        cell: (run) => (
          <>
            <Link to={route('run', run.id)}>{run.strategyName}</Link>
            <span className="muted run-target">{run.targetName}</span>
            {run.workstation && (
              <span className="run-workstation" title={t('team.ofAnother', { name: run.workstation.name })}>
                <Monitor aria-hidden="true" size={12} /> {run.workstation.name}
              </span>
            )}
          </>
        ),
      },
      {
        id: 'targetName',
        title: t('runs.database'),
        width: '11%',
        sortable: true,
        dispensable: true,
        cell: (run) => run.targetName,
      },
      {
        id: 'queuedAt',
        title: t('runs.queued'),
        width: '150px',
        sortable: true,
        cell: (run) => (
          <time className="nowrap" dateTime={new Date(run.queuedAt).toISOString()} title={format.precise(run.queuedAt)}>
            {format.dateTime(run.queuedAt)}
          </time>
        ),
      },
      {
        id: 'duration',
        title: t('runs.duration'),
        width: '96px',
        align: 'end',
        sortable: true,
        dispensable: true,
        cell: (run) => (run.startedAt === null ? null : <Duration from={run.startedAt} until={run.endedAt} />),
      },
      {
        id: 'bytes',
        title: t('runs.size'),
        width: '84px',
        align: 'end',
        sortable: true,
        dispensable: true,
        cell: (run) => (run.bytes === null ? null : <Bytes count={run.bytes} />),
      },
      { id: 'result', title: t('runs.result'), cell: (run) => <Result run={run} words={words} /> },
    ],
    [t, format, words],
  );
}

/** What a run came to in a few words, and the line in which a search hit. */
function Result({ run, words }: { run: RunRow; words: readonly string[] }) {
  const { t, format } = useText();
  return (
    <div className="run-result">
      {run.hit?.text !== run.rootText && <ResultText run={run} words={words} />}
      {run.hit && (
        <Link
          className="run-hit"
          to={route('run', run.id, { line: String(run.hit.line + 1), find: wordIn(run.hit.text, words) })}
          aria-label={t('runs.openHit', { line: format.number(run.hit.line + 1), text: run.hit.text })}
        >
          <span className="muted">{format.number(run.hit.line + 1)}</span>
          <code>
            <Marked text={aroundMark(run.hit.text, words)} words={words} />
          </code>
        </Link>
      )}
    </div>
  );
}

function ResultText({ run, words }: { run: RunRow; words: readonly string[] }) {
  const { t } = useText();
  if (run.rootText !== null || run.rootCode !== null) {
    return (
      <span className="run-cause mono" title={run.rootText ?? undefined}>
        <Marked text={run.rootText?.includes(run.rootCode ?? '') ? run.rootText : `${run.rootCode} ${run.rootText ?? ''}`} words={words} />
      </span>
    );
  }
  if (run.failure !== null) return <span>{t('runs.notStarted')}</span>;
  if (run.nothingToDo) return <span className="muted">{t('runs.nothingToDo')}</span>;
  const parts = [
    run.pieces > 0 ? t('verdict.pieces', { count: run.pieces }) : null,
    run.warnings > 0 ? t('runs.warnings', { count: run.warnings }) : null,
  ].filter((part) => part !== null);
  return <span className="muted">{parts.join(', ')}</span>;
}

/** The word of the search to look for in the log itself: the line may hold only some of them. */
const wordIn = (line: string, words: readonly string[]): string =>
  words.find((word) => line.toLowerCase().includes(word.toLowerCase())) ?? '';

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return markedStretches(text, words).map((stretch, index) =>
    stretch.marked ? <mark key={index}>{stretch.text}</mark> : stretch.text,
  );
}
