// The versions of a strategy, and what each changed in the script.
import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import type { Answer } from '../../ipc/client.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useClient, useFailureText, useParts } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeLines } from '../../ui/code-block.tsx';
import { Problem } from '../../ui/field.tsx';
import { RelativeTime } from '../../ui/words.tsx';
import { lineDiff } from './line-diff.ts';
import { scriptOf } from './script-text.ts';

type Version = Answer<'strategies.versions'>[number];

type PaneProps = { strategy: StrategyOverview | null; onUse(spec: StrategySpec): void };

export function VersionsPane({ strategy, onUse }: PaneProps) {
  const { t } = useText();
  const { versions, problem } = useVersions(strategy);
  const [chosen, setChosen] = useState<number | null>(null);
  if (!strategy) return <p className="script-pane muted">{t('strategies.versionsNone')}</p>;
  if (problem) return <Problem text={problem} />;
  if (!versions) return <p className="script-pane muted">{t('ui.loading')}</p>;
  const at = Math.max(0, versions.findIndex((one) => one.version === chosen));
  const shown = versions[at];
  return (
    <div className="script-pane">
      <ol className="version-list">
        {versions.map((one) => (
          <li key={one.version}>
            <button type="button" aria-pressed={one === shown} onClick={() => setChosen(one.version)}>
              <span>{t('strategies.version', { version: one.version })}</span>
              {one.version === strategy.version && <span className="muted">{t('strategies.versionCurrent')}</span>}
              <span className="muted">
                <RelativeTime at={one.savedAt} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {shown && <Change version={shown} before={versions[at + 1]} current={strategy.version} onUse={onUse} />}
    </div>
  );
}

type ChangeProps = { version: Version; before: Version | undefined; current: number; onUse(spec: StrategySpec): void };

function Change({ version, before, current, onUse }: ChangeProps) {
  const { t } = useText();
  const { toasts } = useParts();
  const script = scriptOf(version.spec, version.version) ?? '';
  // The same version number on both sides: its own line is no change of the strategy.
  const earlier = before && (scriptOf(before.spec, version.version) ?? '');
  const use = (): void => {
    onUse(version.spec);
    toasts.show({ tone: 'plain', text: t('strategies.versionUsed', { version: version.version }) });
  };
  const label = before
    ? t('strategies.versionDiff', { from: before.version, to: version.version })
    : t('strategies.versionFirst');
  return (
    <>
      <div className="side-head">
        <p className="muted">{earlier === script ? t('strategies.versionSame') : label}</p>
        {version.version !== current && (
          <Button needs="strategies.update" icon={Undo2} onClick={use}>
            {t('strategies.versionUse')}
          </Button>
        )}
      </div>
      <CodeLines
        lines={earlier === undefined ? script.trimEnd().split('\n').map((text) => ({ text })) : lineDiff(earlier, script)}
        label={label}
      />
    </>
  );
}

/** The versions, newest first; asked again whenever the strategy has a new one. */
export function useVersions(strategy: StrategyOverview | null) {
  const client = useClient();
  const failureText = useFailureText();
  const [versions, setVersions] = useState<Version[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = strategy?.id;
  const newest = strategy?.version;
  useEffect(() => {
    if (id === undefined) return;
    let left = false;
    client.ask('strategies.versions', { id }).then(
      (answer) => left || setVersions(answer.toSorted((a, b) => b.version - a.version)),
      (error: unknown) => void failureText(error).then((text) => left || setProblem(text)),
    );
    return () => {
      left = true;
    };
  }, [client, failureText, id, newest]);
  return { versions, problem };
}
