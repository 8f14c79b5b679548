// The facts of a run: what ran, when, for how long, how the process ended.
import type { RunDetail } from '../../../shared/domain/history.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useSlice } from '../../state/window-parts.tsx';
import { Fact, Facts } from '../../ui/layout.tsx';
import { Bytes, Duration } from '../../ui/words.tsx';
import { WitnessFact } from '../../verdict/witness.tsx';
import { VerdictFacts } from '../../verdict/verdict-facts.tsx';

export function RunFacts({ run, detail }: { run: Run; detail: RunDetail }) {
  const { t } = useText();
  const { verdict, commandLine, logPath, witness } = detail;
  const { startedAt, endedAt, bytes } = run;
  return (
    <Facts>
      <WhatRan run={run} />
      <Fact term={t('run.queued')}>
        <Instant at={run.queuedAt} />
      </Fact>
      {startedAt !== null && (
        <Fact term={t('run.started')}>
          <Instant at={startedAt} />
        </Fact>
      )}
      {endedAt !== null && (
        <Fact term={t('run.ended')}>
          <Instant at={endedAt} />
        </Fact>
      )}
      {startedAt !== null && (
        <Fact term={t('run.duration')}>
          <Duration from={startedAt} until={endedAt} />
        </Fact>
      )}
      <ExitFact run={run} />
      {verdict && <VerdictFacts verdict={verdict} />}
      {witness && <WitnessFact witness={witness} />}
      {bytes !== null && (
        <Fact term={t('run.size')}>
          <Bytes count={bytes} />
        </Fact>
      )}
      {commandLine && (
        <Fact term={t('run.command')}>
          <code>{commandLine}</code>
        </Fact>
      )}
      {logPath && (
        <Fact term={t('run.spool')}>
          <code>{logPath}</code>
        </Fact>
      )}
      <Fact term={t('run.id')}>
        <code>{run.id}</code>
      </Fact>
    </Facts>
  );
}

/** Strategy and database, as links while they still exist. */
function WhatRan({ run }: { run: Run }) {
  const { t } = useText();
  const strategyStands = useSlice('strategies').some((strategy) => strategy.id === run.strategyId);
  const targetStands = useSlice('targets').some((target) => target.id === run.targetId);
  const version = run.trigger === 'external' ? run.strategyName : t('run.version', { name: run.strategyName, version: run.strategyVersion });
  return (
    <>
      <Fact term={t('run.strategy')}>
        {strategyStands ? <Link to={route('strategy', run.strategyId)}>{version}</Link> : version}
      </Fact>
      <Fact term={t('run.database')}>
        {targetStands ? <Link to={route('target', run.targetId)}>{run.targetName}</Link> : run.targetName}
      </Fact>
      <Fact term={t('run.trigger')}>{t(`ui.trigger-${run.trigger}`)}</Fact>
    </>
  );
}

function ExitFact({ run: { exitCode, signal } }: { run: Run }) {
  const { t } = useText();
  if (exitCode === null && signal === null) return null;
  const parts = [
    exitCode === null ? null : t('run.exitCode', { code: exitCode }),
    signal === null ? null : t('run.exitSignal', { signal }),
  ];
  return <Fact term={t('run.exit')}>{parts.filter(Boolean).join(', ')}</Fact>;
}

function Instant({ at }: { at: number }) {
  const { format } = useText();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.precise(at)}>
      {format.dateTime(at)}
    </time>
  );
}
