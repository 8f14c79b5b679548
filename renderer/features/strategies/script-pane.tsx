// The script that the form makes, renewed on every keystroke; compared with what was saved or ran, saved, opened.
import { FileDown, FilePenLine, Info } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAction, useClient } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Select } from '../../ui/inputs.tsx';
import { Callout } from '../../ui/layout.tsx';
import { Comparison } from './files/comparison.tsx';
import { useComparison, type CompareWith } from './files/use-comparison.ts';
import { ReleaseNote } from './release-note.tsx';
import { scriptOf } from './script-text.ts';

/** `version` is `null` while the form differs from what is saved. */
type PaneProps = { strategy: StrategyOverview | null; targetId: string; spec: StrategySpec; version: number | null };

export function ScriptPane({ strategy, targetId, spec, version }: PaneProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<CompareWith>('none');
  const { numbers, runVersion, compared } = useComparison(strategy, chosen);
  const script = useMemo(() => scriptOf(spec, version), [spec, version]);
  const [lastGood, setLastGood] = useState<string | null>(null);
  useEffect(() => {
    if (script !== null) setLastGood(script);
  }, [script]);
  const shown = script ?? lastGood;
  const isExport = spec.scope.kind === 'data-pump';
  return (
    <div className="script-pane">
      <ReleaseNote targetId={targetId} spec={spec} />
      {script === null ? (
        <Callout tone="idle" icon={Info}>
          {t(lastGood === null ? 'strategies.scriptNone' : 'strategies.scriptOld')}
        </Callout>
      ) : (
        <p className="muted">{t(isExport ? 'exports.parfileAbout' : 'strategies.scriptAbout')}</p>
      )}
      <ScriptActions spec={spec} version={version} ready={script !== null}>
        {strategy && (
          <CompareChoice {...{ strategy, numbers, runVersion, chosen }} onChoose={setChosen} />
        )}
      </ScriptActions>
      {chosen !== 'none' && compared === null && <p className="muted">{t('strategyFiles.compareLoading')}</p>}
      {shown !== null && (
        <div className={script === null ? 'script-old' : undefined}>
          {compared ? (
            <Comparison before={compared} after={{ spec, script: withHeadOf(shown, compared.script) }} />
          ) : (
            <CodeBlock text={shown} label={t(isExport ? 'exports.parfile' : 'ui.script')} />
          )}
        </div>
      )}
    </div>
  );
}

/** The number of the version in the head as the other script has it, so that only the strategy itself is compared. */
function withHeadOf(script: string, other: string): string {
  const state = /\((version \d+|not saved yet)\)$/m;
  const theirs = state.exec(other.split('\n')[0] ?? '')?.[0];
  return theirs === undefined ? script : script.replace(state, theirs);
}

type ChoiceProps = {
  strategy: StrategyOverview;
  numbers: readonly number[];
  runVersion: number | null;
  chosen: CompareWith;
  onChoose(chosen: CompareWith): void;
};

function CompareChoice({ strategy, numbers, runVersion, chosen, onChoose }: ChoiceProps) {
  const { t } = useText();
  const labelOf = (version: number): string => {
    if (version === strategy.version) return t('strategyFiles.compareSaved', { version });
    return t(version === numbers[1] ? 'strategyFiles.comparePrevious' : 'strategyFiles.compareVersion', { version });
  };
  const choices: { value: CompareWith; label: string }[] = [
    { value: 'none', label: t('strategyFiles.compareNone') },
    ...(runVersion === null ? [] : [{ value: 'run' as const, label: t('strategyFiles.compareRun', { version: runVersion }) }]),
    ...numbers.map((version) => ({ value: `version-${version}` as const, label: labelOf(version) })),
  ];
  return <Select label={t('strategyFiles.compare')} value={chosen} choices={choices} onChange={onChoose} />;
}

type ActionsProps = { spec: StrategySpec; version: number | null; ready: boolean; children: ReactNode };

function ScriptActions({ spec, version, ready, children }: ActionsProps) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const source = { of: 'strategy' as const, spec, version };
  const save = (): Promise<unknown> =>
    run(() => client.ask('strategyFiles.saveScript', source), {
      done: (written) => (written ? t('strategyFiles.written', { path: written.path }) : ''),
    });
  const open = (): Promise<unknown> =>
    run(() => client.ask('strategyFiles.openScript', source), { done: t('strategyFiles.scriptOpened') });
  return (
    <div className="script-actions">
      {children}
      <Button icon={FileDown} busy={busy} disabled={!ready} onClick={() => void save()}>
        {t('strategyFiles.scriptSave')}
      </Button>
      <Button icon={FilePenLine} busy={busy} disabled={!ready} onClick={() => void open()}>
        {t('strategyFiles.scriptOpen')}
      </Button>
    </div>
  );
}
