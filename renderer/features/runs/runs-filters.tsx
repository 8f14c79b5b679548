// The row of filters over the list of runs.
import { FilterX, Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { OWN_WORKSTATION } from '../../../shared/domain/history.ts';
import { runStates, triggerSchema } from '../../../shared/domain/run.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAnswer } from '../../state/answer.ts';
import { useClient, useShortcut, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { FilterChoice } from './filter-choice.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { everything, isFiltered, type RunsView } from './runs-filter.ts';

type RunsFiltersProps = { view: RunsView; onChange(change: Partial<RunsView>): void };

export function RunsFilters({ view, onChange }: RunsFiltersProps) {
  const { t } = useText();
  const targets = useSlice('targets');
  const strategies = useSlice('strategies');
  const nameOf = useMemo(() => new Map(targets.map((target) => [target.id, target.spec.name])), [targets]);
  const client = useClient();
  const { activity } = useSlice('sync');
  const { answer } = useAnswer(() => client.ask('team.status'), activity === 'off');
  const others = answer?.others ?? [];
  const offered = strategies.filter((one) => view.targetIds.length === 0 || view.targetIds.includes(one.targetId));
  return (
    <div className="runs-filters" role="search" aria-label={t('runs.filters')}>
      <SearchField text={view.text} onChange={(text) => onChange({ text })} />
      <FilterChoice
        label={t('runs.database')}
        options={targets.map((target) => ({ value: target.id, label: target.spec.name }))}
        chosen={view.targetIds}
        onChange={(targetIds) => onChange({ targetIds })}
      />
      <FilterChoice
        label={t('runs.strategy')}
        options={offered.map((one) => ({ value: one.id, label: one.spec.name, beside: nameOf.get(one.targetId) ?? '' }))}
        chosen={view.strategyIds}
        onChange={(strategyIds) => onChange({ strategyIds })}
      />
      <FilterChoice
        label={t('runs.state')}
        options={runStates.map((state) => ({ value: state, label: t(`ui.state-${state}`) }))}
        chosen={view.states}
        onChange={(states) => onChange({ states })}
      />
      <FilterChoice
        label={t('runs.trigger')}
        options={triggerSchema.options.map((trigger) => ({ value: trigger, label: t(`ui.trigger-${trigger}`) }))}
        chosen={view.triggers}
        onChange={(triggers) => onChange({ triggers })}
      />
      {others.length > 0 && (
        <FilterChoice
          label={t('team.workstation')}
          options={[
            { value: OWN_WORKSTATION, label: t('team.own') },
            ...others.map((one) => ({ value: one.id, label: one.name })),
          ]}
          chosen={view.workstationIds}
          onChange={(workstationIds) => onChange({ workstationIds })}
        />
      )}
      <PeriodChoice period={view.period} onChange={(period) => onChange({ period })} />
      {isFiltered(view) && (
        <Button tone="quiet" icon={FilterX} onClick={() => onChange({ ...everything, sort: view.sort })}>
          {t('runs.clear')}
        </Button>
      )}
    </div>
  );
}

const TYPING_MS = 250;

function SearchField({ text, onChange }: { text: string; onChange(text: string): void }) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  if (known !== text) {
    // Changed from elsewhere: Back, or the filters were cleared.
    setKnown(text);
    setTyped(text);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut('mod+f', t('runs.search'), () => field.current?.select());
  const say = (next: string): void => {
    setKnown(next);
    onChange(next);
  };
  return (
    <div className="runs-search">
      <Search aria-hidden="true" size={15} />
      <input
        ref={field}
        className="input"
        type="search"
        value={typed}
        maxLength={200}
        aria-label={t('runs.search')}
        placeholder={t('runs.search')}
        spellCheck={false}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => say(next), TYPING_MS);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          clearTimeout(timer.current);
          say(typed);
        }}
      />
    </div>
  );
}
