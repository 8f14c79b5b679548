// The page of one run, in any state: what it came to or how far it is, its log, and the evidence.
import { CircleHelp, ClipboardCopy, FileClock, FileX, RotateCw, X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { isOver } from '../../../shared/domain/run.ts';
import { isStalled } from '../../activity/stalled.ts';
import { useCancelRun } from '../../activity/use-cancel-run.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import { LogView, type LogTarget } from '../../log-view/log-view.tsx';
import { createRunSource } from '../../log-view/run-source.ts';
import { hashOf, route } from '../../navigation/route.ts';
import { useAction, useClient, useNow, useRoute, useRouter } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Empty, PageFrame } from '../../ui/layout.tsx';
import { StatusBadge, standingOf, type Standing } from '../../ui/status-badge.tsx';
import { errorLines } from '../../verdict/error-lines.ts';
import { Report, reportTabOf, type ReportTab } from '../../verdict/report.tsx';
import { RecordedPieces } from './external-outcome.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunLife } from './run-life.tsx';
import { RunOutcome } from './run-outcome.tsx';
import { useRun, type KnownRun } from './use-run.ts';
import './run.css';

export function RunPage({ id }: { id: string | null }) {
  const { t } = useText();
  const router = useRouter();
  const { known, problem } = useRun(id ?? '');
  if (known) return <LoadedRun known={known} />;
  if (problem === null) {
    return (
      <PageFrame title={t('run.title')}>
        <p className="muted" role="status">
          {t('run.loading')}
        </p>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('run.title')}>
      <Empty
        icon={CircleHelp}
        title={t('run.missingTitle')}
        actions={<Button onClick={() => router.go(route('runs'))}>{t('run.toRuns')}</Button>}
      >
        {problem}
      </Empty>
    </PageFrame>
  );
}

function LoadedRun({ known }: { known: KnownRun }) {
  const { t } = useText();
  const { run, detail, active } = known;
  const { verdict } = detail;
  const client = useClient();
  const { run: act } = useAction();
  const { tab, target, find, onTab, onLine } = usePlace(run.id, verdict?.rootCause?.lineNumber ?? null);
  const [source] = useState(() =>
    createRunSource(client, { runId: run.id, live: !isOver(run.state), total: isOver(run.state) ? run.lines : 0 }),
  );
  const errors = useMemo(() => (verdict ? errorLines(verdict) : null), [verdict]);
  const onShow = useCallback(
    (handle: string) => void act(() => client.ask('runs.showPiece', { runId: run.id, handle })),
    [act, client, run.id],
  );
  const save = async (): Promise<void> => {
    const saved = await act(() => client.ask('runs.saveLog', { runId: run.id }), {
      done: (answer) => (answer ? t('run.saved', { path: answer.path }) : ''),
    });
    return void saved;
  };
  const external = run.trigger === 'external';
  const neverRan = external || (isOver(run.state) && run.startedAt === null && run.lines === 0);

  return (
    <PageFrame
      fixed
      title={
        <span className="run-title">
          {run.strategyName} <RunBadge known={known} />
        </span>
      }
      about={external ? run.targetName : t('run.about', { target: run.targetName, version: run.strategyVersion, trigger: t(`ui.trigger-${run.trigger}`) })}
      actions={<RunActions known={known} />}
    >
      <Report
        aside={
          <>
            <RunOutcome run={run} active={active} detail={detail} onLine={onLine} onFindings={() => onTab('findings')} />
            <RunFacts run={run} detail={detail} />
            {detail.witness && verdict === null && <RecordedPieces witness={detail.witness} />}
          </>
        }
        tab={tab}
        onTab={onTab}
        onLine={onLine}
        log={
          run.workstation ? (
            <Empty icon={FileX} title={t('team.logThere', { name: run.workstation.name })} />
          ) : neverRan ? (
            <Empty icon={FileX} title={t(external ? 'database.externalTitle' : 'run.neverRan')} />
          ) : (
            <LogView source={source} errors={errors} target={target} find={find} onSave={() => void save()} />
          )
        }
        verdict={verdict}
        pending={<Pending known={known} neverRan={neverRan} />}
        life={<RunLife transitions={detail.transitions} />}
        found={detail.found}
        {...(detail.witness && { recorded: detail.witness.pieces })}
        onShow={onShow}
        script={
          detail.script === '' ? (
            <Empty icon={FileX} title={t('run.scriptNone')} />
          ) : (
            <CodeBlock text={detail.script} label={t('ui.script')} />
          )
        }
      />
    </PageFrame>
  );
}

/** Which tab is open and which line is shown, kept in the address so that Back and a copied link find it again. */
function usePlace(runId: string, causeLine: number | null) {
  const router = useRouter();
  const { query } = useRoute();
  const tab = reportTabOf(query['tab']);
  const [target, setTarget] = useState<LogTarget | null>(() => {
    const asked = Number(query['line'] ?? Number.NaN);
    const line = Number.isInteger(asked) && asked >= 1 ? asked : causeLine;
    return line === null ? null : { line: line - 1 };
  });
  const [find] = useState(query['find'] ?? '');
  const onTab = useCallback(
    (next: ReportTab): void => {
      const { tab: _tab, ...rest } = router.store.getState().route.query;
      router.replace(route('run', runId, next === 'log' ? rest : { ...rest, tab: next }));
    },
    [router, runId],
  );
  const onLine = useCallback(
    (line: number): void => {
      setTarget({ line: line - 1 });
      router.replace(route('run', runId, { line: String(line) }));
    },
    [router, runId],
  );
  return { tab, target, find, onTab, onLine };
}

function RunBadge({ known: { run, active } }: { known: KnownRun }) {
  const now = useNow(10_000);
  const stalled = active && run.state === 'running' && run.cancelRequestedAt === null && isStalled(active.progress, now);
  const standing: Standing = stalled ? 'stalled' : standingOf(run);
  return <StatusBadge standing={standing} />;
}

function RunActions({ known: { run, detail } }: { known: KnownRun }) {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const copy = useAction();
  const again = useAction();
  const cancel = useCancelRun(run);
  const runAgain = async (): Promise<void> => {
    const started = await again.run(() => client.ask('runs.again', { runId: run.id }), {
      done: t('app.runStarted', { name: run.strategyName }),
      link: ({ runId }) => ({ label: t('app.openIt'), hash: hashOf(route('run', runId)) }),
    });
    if (started) router.go(route('run', started.runId));
  };
  return (
    <>
      {detail.script !== '' && (
        <Button
          icon={ClipboardCopy}
          onClick={() => void copy.run(() => client.ask('app.copyText', { text: detail.script }), { done: t('run.scriptCopied') })}
        >
          {t('run.copyScript')}
        </Button>
      )}
      {run.trigger === 'external' || run.workstation ? null : isOver(run.state) ? (
        <Button needs="runs.again" icon={RotateCw} tone={run.state === 'failed' || run.state === 'lost' ? 'primary' : 'plain'} busy={again.busy} onClick={() => void runAgain()}>
          {t('run.again')}
        </Button>
      ) : (
        <Button needs="runs.cancel" icon={X} tone="danger" disabled={run.cancelRequestedAt !== null} onClick={cancel.ask}>
          {t('activity.cancel')}
        </Button>
      )}
      {cancel.dialog}
    </>
  );
}

function Pending({ known: { run, active }, neverRan }: { known: KnownRun; neverRan: boolean }) {
  const { t } = useText();
  const external = run.trigger === 'external';
  if (neverRan) return <Empty icon={FileX} title={t(external ? 'database.externalTitle' : 'run.neverRan')} />;
  const pieces = active?.progress?.pieces ?? 0;
  return (
    <Empty icon={FileClock} title={t('run.pendingTitle')}>
      {t('run.pendingText')} {pieces > 0 && t('run.pendingPieces', { count: pieces })}
    </Empty>
  );
}
