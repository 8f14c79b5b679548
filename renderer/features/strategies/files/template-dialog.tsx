// New strategies from a template: which set, for which database, to which place; what would be created is listed first.
import { useEffect, useMemo, useState } from 'react';
import { nameKey } from '../../../../shared/domain/name-key.ts';
import { isEnterprise } from '../../../../shared/domain/strategy/edition.ts';
import { strategySpecSchema, type StrategySpec } from '../../../../shared/domain/strategy.ts';
import {
  isPossible, suggestedTemplate, TEMPLATE_KINDS, templateStrategies, type TemplateKind,
} from '../../../../shared/domain/strategy/templates.ts';
import { fieldProblemText, problemsOf } from '../../../../shared/errors/field-problem.ts';
import { NO_FACTS, type TargetFacts } from '../../../../shared/lint/facts.ts';
import { nextOccurrences } from '../../../../shared/schedule/occurrences.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { briefMomentIn, hereZone } from '../../../schedule-parts/zone-clock.ts';
import { useAction, useClient, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, RadioGroup, Segmented, Select, TextField } from '../../../ui/inputs.tsx';
import { kindText } from '../kind-text.ts';
import './files.css';

const TEXTS = {
  'small-oltp': { name: 'strategyFiles.templateSmallOltp', text: 'strategyFiles.templateSmallOltpText' },
  warehouse: { name: 'strategyFiles.templateWarehouse', text: 'strategyFiles.templateWarehouseText' },
  standby: { name: 'strategyFiles.templateStandby', text: 'strategyFiles.templateStandbyText' },
  'container-lab': { name: 'strategyFiles.templateContainerLab', text: 'strategyFiles.templateContainerLabText' },
} as const satisfies Record<TemplateKind, object>;

type Place = 'area' | 'directory';

export function TemplateDialog({ preferred, onClose }: { preferred: string | null; onClose(): void }) {
  const { t, language } = useText();
  const targets = useSlice('targets');
  const [targetId, setTargetId] = useState(preferred ?? targets[0]?.id ?? '');
  const facts = useFacts(targetId);
  const [asked, setKind] = useState<TemplateKind | null>(null);
  const kind = asked ?? suggestedTemplate({ role: facts.role, bytes: null, containers: false });
  const [place, setPlace] = useState<Place>('area');
  const [directory, setDirectory] = useState('');
  const [second, setSecond] = useState('');
  const [enterprise, setEnterprise] = useState<boolean | null>(null);
  const withEnterprise = enterprise ?? isEnterprise(facts.edition?.name ?? null);
  const specs = useMemo(
    () =>
      templateStrategies(kind, {
        directory: place === 'area' ? null : directory.trim(),
        second: place === 'area' && second.trim() !== '' ? second.trim() : null,
        release: facts.release,
        enterprise: withEnterprise,
        zone: hereZone(),
        language,
      }),
    [kind, place, directory, second, facts.release, withEnterprise, language],
  );
  const { rows, wanted } = useSet(targetId, specs);
  const problem = (path: string): string | undefined => {
    const found = specs.flatMap((spec) => problemsOf(strategySpecSchema, spec)).find((one) => one.path === path);
    return found && fieldProblemText(found, language);
  };
  const isGood = specs.every((spec) => problemsOf(strategySpecSchema, spec).length === 0) && isPossible(kind, facts);
  const { create, busy } = useCreate(targetId, wanted, onClose);
  return (
    <Dialog
      title={t('strategyFiles.templateTitle')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" busy={busy} disabled={!isGood || wanted.length === 0} onClick={() => void create()}>
            {t('strategyFiles.templateCreate', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="muted">{t('strategyFiles.templateAbout')}</p>
        <Select
          label={t('strategies.database')}
          value={targetId}
          choices={targets.map(({ id, spec }) => ({ value: id, label: spec.name }))}
          onChange={setTargetId}
        />
        <RadioGroup<TemplateKind>
          legend={t('strategyFiles.templateKind')}
          value={kind}
          choices={TEMPLATE_KINDS.map((value) => ({
            value,
            label: t(TEXTS[value].name),
            hint: t(TEXTS[value].text),
            ...(isPossible(value, facts) ? {} : { tag: t('strategyFiles.templateNeeds') }),
          }))}
          onChange={setKind}
        />
        <Segmented<Place>
          legend={t('strategyFiles.templatePlace')}
          value={place}
          choices={[
            { value: 'area', label: t('strategyFiles.templatePlaceArea') },
            { value: 'directory', label: t('strategyFiles.templatePlaceDirectory') },
          ]}
          onChange={setPlace}
        />
        {place === 'directory' ? (
          <TextField
            mono
            label={t('strategyFiles.templateDirectory')}
            hint={t('strategyFiles.templateDirectoryHint')}
            value={directory}
            problem={directory === '' ? undefined : problem('format')}
            onChange={setDirectory}
          />
        ) : (
          <TextField
            mono
            label={t('strategyFiles.templateSecond')}
            hint={t('strategyFiles.templateSecondHint')}
            value={second}
            problem={second.trim() === '' ? undefined : problem('scope.destination')}
            onChange={setSecond}
          />
        )}
        {(kind === 'warehouse' || kind === 'standby') && (
          <Checkbox label={t('strategyFiles.templateEnterprise')} checked={withEnterprise} onChange={setEnterprise} />
        )}
        <SetList rows={rows} />
      </div>
    </Dialog>
  );
}

type SetRow = { spec: StrategySpec; isTaken: boolean };

function SetList({ rows }: { rows: readonly SetRow[] }) {
  const { t, language } = useText();
  const now = Date.now();
  return (
    <ul className="template-set" aria-label={t('strategyFiles.templateSet')}>
      {rows.map(({ spec, isTaken }) => (
        <li key={spec.name} className={isTaken ? 'muted' : undefined}>
          <strong>{spec.name}</strong>
          <span>{kindText(spec.scope, t)}</span>
          <span className="muted">
            {isTaken ? t('strategyFiles.templateTaken') : `${t('strategyFiles.templateNextRun')} ${firstRun(spec, language, now)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function firstRun({ schedule }: StrategySpec, language: 'en' | 'es', now: number): string {
  const next = schedule && nextOccurrences(schedule, now, 1)[0];
  return next ? (briefMomentIn(schedule.zone, next.at, language, now) ?? '') : '';
}

/** The set beside what the database has: a name that is taken is left alone. */
function useSet(targetId: string, specs: readonly StrategySpec[]) {
  const strategies = useSlice('strategies');
  const taken = new Set(strategies.filter((one) => one.targetId === targetId).map(({ spec }) => nameKey(spec.name)));
  const rows = specs.map((spec) => ({ spec, isTaken: taken.has(nameKey(spec.name)) }));
  return { rows, wanted: rows.flatMap(({ spec, isTaken }) => (isTaken ? [] : [spec])) };
}

function useCreate(targetId: string, specs: readonly StrategySpec[], onDone: () => void) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const create = async (): Promise<void> => {
    const done = await run(
      async () => {
        for (const spec of specs) await client.ask('strategies.create', { targetId, spec });
        return specs.length;
      },
      { done: t('strategyFiles.templateDone', { count: specs.length }) },
    );
    if (done !== undefined) onDone();
  };
  return { create, busy };
}

/** What is known of the database; nothing while it is asked, or when it does not answer. */
function useFacts(targetId: string): TargetFacts {
  const client = useClient();
  const [found, setFound] = useState<{ targetId: string; facts: TargetFacts } | null>(null);
  useEffect(() => {
    if (targetId === '') return;
    let left = false;
    client.ask('lint.facts', { targetId }).then(
      (facts) => left || setFound({ targetId, facts }),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [client, targetId]);
  return found !== null && found.targetId === targetId ? found.facts : NO_FACTS;
}
