// What a run came to, or how far it is, in plain words: the first thing to read on its page.
import { Hourglass, Monitor, TriangleAlert } from 'lucide-react';
import type { RunDetail } from '../../../shared/domain/history.ts';
import { isOver, type ActiveRun, type Run } from '../../../shared/domain/run.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import { RunProgressBlock } from '../../activity/run-progress.tsx';
import { waitText } from '../../activity/wait-text.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { Callout } from '../../ui/layout.tsx';
import { RelativeTime } from '../../ui/words.tsx';
import { Cause } from '../../verdict/cause.tsx';
import { ExternalOutcome } from './external-outcome.tsx';
import type { OnLine } from '../../verdict/line-link.tsx';
import { VerdictNotes } from '../../verdict/verdict-notes.tsx';
import { WarningDigest } from '../../verdict/warning-digest.tsx';

type OutcomeProps = { run: Run; active: ActiveRun | null; detail: RunDetail; onLine: OnLine; onFindings(): void };

export function RunOutcome({ run, active, detail, onLine, onFindings }: OutcomeProps) {
  const { t } = useText();
  const { verdict } = detail;
  if (active && !isOver(run.state)) return <UnderWay active={active} />;
  const cause = verdict?.rootCause ?? null;
  if (run.trigger === 'external') return <ExternalOutcome />;
  return (
    <>
      {run.workstation && (
        <Callout tone="idle" icon={Monitor}>
          <p>{t('team.ofAnother', { name: run.workstation.name })}</p>
        </Callout>
      )}
      {run.failure ? <Failure run={run} /> : <Headline run={run} detail={detail} />}
      {cause && <Cause cause={cause} onLine={onLine} />}
      {verdict && <VerdictNotes verdict={verdict} />}
      {verdict && <WarningDigest verdict={verdict} onLine={onLine} onAll={onFindings} />}
    </>
  );
}

function UnderWay({ active }: { active: ActiveRun }) {
  const { t, format } = useText();
  const { run, waitsFor } = active;
  return (
    <>
      {run.cancelRequestedAt !== null && (
        <Callout tone="warning" icon={TriangleAlert}>
          <h2>{t('run.cancelling')}</h2>
          <p>{t('activity.cancelling', { ago: format.ago(run.cancelRequestedAt, Date.now()) })}</p>
        </Callout>
      )}
      {run.state === 'queued' ? (
        <Callout tone="idle" icon={Hourglass}>
          <h2>{t('run.waiting')}</h2>
          <p>
            {waitText(waitsFor, t)} · <RelativeTime at={run.queuedAt} />
          </p>
          {waitsFor?.kind === 'lane' && (
            <p>
              <Link to={route('run', waitsFor.runId)}>{t('app.openIt')}</Link>
            </p>
          )}
        </Callout>
      ) : (
        <RunProgressBlock active={active} />
      )}
    </>
  );
}

/** The sentence of a run whose outcome RMAN itself decided; a failed one says it with its cause. */
function Headline({ run, detail: { verdict } }: { run: Run; detail: RunDetail }) {
  const { t, format } = useText();
  if (run.state === 'failed') return verdict?.rootCause ? null : <h2>{t('run.failedUnknown')}</h2>;
  if (run.state === 'lost') {
    return (
      <div className="report-headline">
        <h2>{t('run.lost')}</h2>
        {!verdict?.rootCause && <p>{t('run.lostText')}</p>}
      </div>
    );
  }
  if (run.state === 'cancelled') return <h2>{t(run.startedAt === null ? 'run.cancelledQueued' : 'run.cancelled')}</h2>;
  if (run.nothingToDo) return <h2>{t('run.succeededNothing')}</h2>;
  if (run.state === 'warning') return <h2>{t('run.warned')}</h2>;
  const made = [
    run.pieces > 0 ? t('verdict.pieces', { count: run.pieces }) : null,
    run.bytes === null || run.bytes === 0 ? null : format.bytes(run.bytes),
    run.startedAt === null || run.endedAt === null ? null : format.duration(run.endedAt - run.startedAt),
  ].filter((part) => part !== null);
  return <h2>{made.length > 0 ? t('run.succeededMade', { made: made.join(', ') }) : t('run.succeeded')}</h2>;
}

/** Something outside of RMAN kept the run from beginning or from being followed. */
function Failure({ run }: { run: Run }) {
  const { t, language } = useText();
  const { failure } = run;
  if (!failure) return null;
  const aboutStrategy = /^(destination|strategy|input)\./.test(failure.code);
  const aboutTarget = /^(rman|tns-admin|alias|secret|target)\./.test(failure.code);
  return (
    <Callout tone="bad" icon={TriangleAlert}>
      <h2>{t(run.startedAt === null ? 'run.notStarted' : 'run.notFollowed')}</h2>
      <p>{errorText(failure.code, failure.params, language)}</p>
      {aboutTarget && (
        <p>
          <Link to={route('target', run.targetId)}>{t('run.toTarget')}</Link>
        </p>
      )}
      {aboutStrategy && (
        <p>
          <Link to={route('strategy', run.strategyId)}>{t('run.toStrategy')}</Link>
        </p>
      )}
    </Callout>
  );
}
