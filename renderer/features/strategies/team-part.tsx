// What a strategy shares with other workstations: the switch, and a conflict with both versions compared.
import { useMemo, useState } from 'react';
import type { VersionConflict } from '../../../shared/domain/team.ts';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAnswer } from '../../state/answer.ts';
import { useAction, useClient, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Checkbox } from '../../ui/inputs.tsx';
import { lineDiff } from './line-diff.ts';

/** Nothing at all while there is no log database: there is no team then. */
export function TeamPart({ strategy }: { strategy: StrategyOverview | null }) {
  const { activity } = useSlice('sync');
  return strategy && activity !== 'off' ? <Sharing strategy={strategy} /> : null;
}

function Sharing({ strategy: { id, version } }: { strategy: StrategyOverview }) {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  const { changes } = useSlice('history');
  const [asked, setAsked] = useState(0);
  const { answer } = useAnswer(() => client.ask('team.shared'), `${id} ${version} ${changes} ${asked}`);
  if (answer === null) return null;
  const conflict = answer.conflicts.find((one) => one.strategyId === id);
  const after = async (act: () => Promise<unknown>): Promise<void> => {
    await run(act);
    setAsked((times) => times + 1);
  };
  return (
    <section className="team-part" aria-label={t('team.share')}>
      <Checkbox
        label={t('team.share')}
        needs="team.share"
        checked={answer.ids.includes(id)}
        onChange={(shared) => void after(() => client.ask('team.share', { id, shared }))}
      />
      <p className="field-hint">{t('team.shareHint')}</p>
      {conflict && (
        <Conflict
          conflict={conflict}
          onKeep={(keep) => void after(() => client.ask('team.settle', { id, theirs: conflict.theirs.hash, keep }))}
        />
      )}
    </section>
  );
}

function Conflict({ conflict, onKeep }: { conflict: VersionConflict; onKeep(keep: 'mine' | 'theirs'): void }) {
  const { t, format } = useText();
  const { mine, theirs } = conflict;
  const difference = useMemo(() => differenceOf(theirs.spec, mine.spec), [theirs.spec, mine.spec]);
  return (
    <div className="team-conflict" role="alert">
      <p>
        {t('team.conflict', {
          name: theirs.workstation, version: theirs.version, when: format.dateTime(theirs.savedAt), mine: mine.version,
        })}
      </p>
      <CodeBlock text={difference} label={t('team.difference')} />
      <div className="team-choice">
        <Button needs="team.settle" onClick={() => onKeep('mine')}>{t('team.keepMine')}</Button>
        <Button needs="team.settle" onClick={() => onKeep('theirs')}>{t('team.takeTheirs')}</Button>
      </div>
    </div>
  );
}

/** The lines of both that are not the same. */
function differenceOf(theirs: string, mine: string): string {
  const lines = (text: string): string => JSON.stringify(JSON.parse(text), null, 1);
  return lineDiff(lines(theirs), lines(mine))
    .flatMap(({ change, text }) => (change ? [`${change === 'added' ? '+' : '−'} ${text.trim()}`] : []))
    .join('\n');
}
