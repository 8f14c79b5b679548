// The page of a log file that is none of our runs: read once, judged and shown like one, and not stored.
import { FileSearch, FileX, FolderOpen, RotateCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionVerdict } from '../../../shared/domain/verdict.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { createFileSource } from '../../log-view/file-source.ts';
import { LogView, type LogTarget } from '../../log-view/log-view.tsx';
import { useOpenLog, type OpenedLog } from '../../state/opened-log.ts';
import { useParts } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { errorLines } from '../../verdict/error-lines.ts';
import { Report, type ReportTab } from '../../verdict/report.tsx';
import { ExplainedOutcome } from './explained-outcome.tsx';
import type { Judged, ReadSoFar } from './judge-file.ts';
import { LARGEST, type Refusal } from './refusal.ts';
import { useJudgement } from './use-judgement.ts';
import './explain.css';

export function ExplainPage() {
  const { t } = useText();
  const opened = useStore(useParts().openedLog);
  const { choose } = useOpenLog();
  if (opened) return <OpenedPage key={opened.number} opened={opened} />;
  return (
    <PageFrame title={t('explain.title')}>
      <Empty
        icon={FileSearch}
        title={t('explain.emptyTitle')}
        actions={
          <Button tone="primary" icon={FolderOpen} onClick={choose}>
            {t('explain.choose')}
          </Button>
        }
      >
        {t('explain.emptyText')}
      </Empty>
    </PageFrame>
  );
}

function OpenedPage({ opened }: { opened: OpenedLog }) {
  const { t, format } = useText();
  const judgement = useJudgement(opened);
  const { choose } = useOpenLog();
  const { file, more } = opened;
  if (judgement.stage === 'judged') return <JudgedPage opened={opened} judged={judgement.judged} />;
  const about = [t('explain.notStored', { size: format.bytes(file.size) }), more > 0 && t('explain.more', { count: more })];
  return (
    <PageFrame
      title={file.name}
      about={judgement.stage === 'refused' ? undefined : about.filter(Boolean).join(' ')}
    >
      {judgement.stage === 'refused' ? (
        <Empty
          icon={FileX}
          title={t('explain.refusedTitle', { name: file.name })}
          actions={
            <Button icon={FolderOpen} onClick={choose}>
              {t('explain.chooseOther')}
            </Button>
          }
        >
          <RefusalText refusal={judgement.refusal} />
        </Empty>
      ) : (
        <Reading file={file} read={judgement.read} />
      )}
    </PageFrame>
  );
}

function Reading({ file, read }: { file: File; read: ReadSoFar | null }) {
  const { t, format } = useText();
  return (
    <div className="explain-reading">
      <Progress share={read && file.size > 0 ? read.done / file.size : null} label={t('explain.reading', { name: file.name })} />
      {read && (
        <p className="muted">
          {[
            t('explain.readSoFar', { done: format.bytes(read.done), size: format.bytes(file.size) }),
            t('explain.lines', { count: read.progress.lines }),
            t('explain.pieces', { count: read.progress.pieces }),
            t('explain.errors', { count: read.progress.errors }),
          ].join(' · ')}
        </p>
      )}
    </div>
  );
}

function RefusalText({ refusal }: { refusal: Refusal }) {
  const { t, format } = useText();
  switch (refusal.why) {
    case 'too-large':
      return t('explain.refused-too-large', { size: format.bytes(refusal.size), most: format.bytes(LARGEST) });
    case 'binary':
      return t('explain.refused-binary', { kind: t(`explain.kind-${refusal.kind}`) });
    case 'unreadable':
      return t('explain.refused-unreadable', { reason: refusal.reason });
    case 'folder':
    case 'empty':
      return t(`explain.refused-${refusal.why}`);
  }
}

/** Where a verdict is best looked at: its cause, else its beginning. */
const lineOf = (verdict: SessionVerdict): LogTarget => ({
  line: (verdict.rootCause?.lineNumber ?? verdict.firstLine) - 1,
});

function JudgedPage({ opened, judged }: { opened: OpenedLog; judged: Judged }) {
  const { t, format } = useText();
  const { choose, open } = useOpenLog();
  const { file, more } = opened;
  const { verdict, index } = judged;
  const { sessions } = verdict;
  const [session, setSession] = useState<number | null>(null);
  const shown: SessionVerdict = (session === null ? undefined : sessions[session]) ?? verdict;
  const [tab, setTab] = useState<ReportTab>('log');
  const [target, setTarget] = useState<LogTarget | null>(verdict.rootCause ? lineOf(verdict) : null);
  const source = useMemo(() => createFileSource(file, index), [file, index]);
  const errors = useMemo(() => errorLines(verdict), [verdict]);
  const onLine = (line: number): void => {
    setTab('log');
    setTarget({ line: line - 1 });
  };
  const about = [t('explain.notStored', { size: format.bytes(file.size) }), more > 0 && t('explain.more', { count: more })];
  return (
    <PageFrame
      fixed
      title={
        <span className="explain-title">
          {file.name} <StatusBadge standing={shown.outcome} />
        </span>
      }
      about={about.filter(Boolean).join(' ')}
      actions={
        <>
          <Button icon={RotateCw} onClick={() => open({ file, folder: false, more: 0 })}>
            {t('explain.again')}
          </Button>
          <Button icon={FolderOpen} onClick={choose}>
            {t('explain.chooseOther')}
          </Button>
        </>
      }
    >
      <Report
        aside={
          <ExplainedOutcome
            verdict={verdict}
            session={session}
            onSession={(chosen) => {
              setSession(chosen);
              setTarget(lineOf((chosen === null ? undefined : sessions[chosen]) ?? verdict));
            }}
            onLine={onLine}
            onFindings={() => setTab('findings')}
          />
        }
        tab={tab}
        onTab={setTab}
        onLine={onLine}
        log={<LogView source={source} errors={errors} target={target} />}
        verdict={shown}
        pending={null}
        found={[]}
        onShow={null}
      />
    </PageFrame>
  );
}
