// The fields of a strategy, group by group.
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { NumberField, RadioGroup, Select, Switch, TextField } from '../../ui/inputs.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FormJumps } from './form-jumps.tsx';
import { MissedFields } from './schedule/missed-fields.tsx';
import { NotificationFields } from './schedule/notification-fields.tsx';
import { ScheduleFields } from './schedule/schedule-fields.tsx';
import { choiceOf, scopeChoices, scopeFor } from './scope-choice.ts';
import type { StrategyDraft } from './strategy-page.tsx';

type Part = {
  spec: StrategySpec;
  change(part: Partial<StrategySpec>): void;
  problem(path: string): string | undefined;
};

export function StrategyFields({ form }: { form: Form<StrategyDraft> }) {
  const { value, problem } = form;
  const part: Part = {
    spec: value.spec,
    change: (changed) => form.change({ ...value, spec: { ...value.spec, ...changed } }),
    problem: (path) => problem(`spec.${path}`),
  };
  return (
    <>
      <FormJumps form={form} />
      <Identity form={form} part={part} />
      <ScopeFields {...part} />
      <WhereFields {...part} />
      <HowFields {...part} />
      <DeletionFields {...part} />
      <AutomationFields targetId={value.targetId} part={part} />
    </>
  );
}

/** What it does by itself: when, what after a miss or a failure, whom it tells. */
function AutomationFields({ targetId, part: { spec, change, problem } }: { targetId: string; part: Part }) {
  const target = useSlice('targets').find((one) => one.id === targetId);
  const everywhere = useSlice('settings').blackouts;
  const blackouts = [target?.spec.blackouts ?? null, everywhere].filter((one) => one !== null);
  return (
    <>
      <ScheduleFields
        schedule={spec.schedule}
        blackouts={blackouts}
        problem={(path) => problem(`schedule.${path}`)}
        onChange={(schedule) => change({ schedule })}
      />
      <MissedFields missed={spec.missed} retries={spec.retries} problem={problem} onChange={change} />
      <NotificationFields
        notifications={spec.notifications}
        problem={(path) => problem(`notifications.${path}`)}
        onChange={(notifications) => change({ notifications })}
      />
    </>
  );
}

function Identity({ form, part: { spec, change, problem } }: { form: Form<StrategyDraft>; part: Part }) {
  const { t } = useText();
  const targets = useSlice('targets');
  const { value } = form;
  const choices = targets.map((target) => ({ value: target.id, label: target.spec.name }));
  return (
    <FieldGroup title={t('strategies.identity')}>
      <TextField
        label={t('strategies.name')}
        hint={t('strategies.nameHint')}
        value={spec.name}
        problem={problem('name')}
        onChange={(name) => change({ name })}
      />
      <Select
        label={t('strategies.database')}
        value={value.targetId}
        problem={form.problem('targetId') && t('strategies.databaseNone')}
        choices={value.targetId === '' ? [{ value: '', label: t('strategies.databaseChoose') }, ...choices] : choices}
        onChange={(targetId) => form.change({ ...value, targetId })}
      />
      <TextField
        optional
        label={t('strategies.notes')}
        value={spec.notes}
        problem={problem('notes')}
        onChange={(notes) => change({ notes })}
      />
    </FieldGroup>
  );
}

function ScopeFields({ spec: { scope }, change, problem }: Part) {
  const { t } = useText();
  const choice = choiceOf(scope);
  return (
    <FieldGroup title={t('strategies.scopeGroup')}>
      <RadioGroup
        legend={t('strategies.scope')}
        value={choice}
        onChange={(next) => change({ scope: scopeFor(next, scope) })}
        choices={scopeChoices.map((value) => ({
          value,
          label: t(`strategies.${value}`),
          hint: t(`strategies.${value}Hint`),
        }))}
      />
      {choice.startsWith('level-1') && <p className="field-hint">{t('strategies.noParent')}</p>}
      {scope.kind === 'database' ? (
        <Switch
          label={t('strategies.plusLogs')}
          hint={t('strategies.plusLogsHint')}
          checked={scope.plusArchivedLogs}
          onChange={(plusArchivedLogs) => change({ scope: { ...scope, plusArchivedLogs } })}
        />
      ) : (
        <TimesSwitch
          label={t('strategies.skipBackedUp')}
          timesLabel={t('strategies.skipTimes')}
          value={scope.notBackedUpTimes}
          problem={problem('scope.notBackedUpTimes')}
          onChange={(notBackedUpTimes) => change({ scope: { ...scope, notBackedUpTimes } })}
        />
      )}
    </FieldGroup>
  );
}

/** The elements of piece formats that are offered; `%U` first because it is always right. */
const ELEMENTS = ['U', 'd', 'I', 'T', 's', 'p', 't', 'u', 'c'] as const;
const FIRST_FORMAT = '/%d_%T_%U.bkp';

function WhereFields({ spec: { format }, change, problem }: Part) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const kept = useRef(format ?? FIRST_FORMAT);
  if (format !== null) kept.current = format;
  const insert = (element: string): void => {
    const field = input.current;
    const text = format ?? '';
    const from = field?.selectionStart ?? text.length;
    const until = field?.selectionEnd ?? from;
    change({ format: `${text.slice(0, from)}${element}${text.slice(until)}` });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + element.length, from + element.length);
    });
  };
  return (
    <FieldGroup title={t('strategies.whereGroup')}>
      <RadioGroup
        legend={t('strategies.where')}
        value={format === null ? 'default' : 'format'}
        onChange={(next) => change({ format: next === 'default' ? null : kept.current })}
        choices={[
          { value: 'default', label: t('strategies.whereDefault'), hint: t('strategies.whereDefaultHint') },
          { value: 'format', label: t('strategies.whereFormat'), hint: t('strategies.whereFormatHint') },
        ]}
      />
      {format !== null && (
        <TextField
          mono
          inputRef={input}
          label={t('strategies.format')}
          hint={t('strategies.formatHint')}
          value={format}
          problem={problem('format')}
          onChange={(next) => change({ format: next })}
          beside={
            <Menu
              items={ELEMENTS.map((letter) => ({
                label: (
                  <>
                    <code>%{letter}</code> {t(`strategies.element-${letter}`)}
                  </>
                ),
                onSelect: () => insert(`%${letter}`),
              }))}
            >
              {(button) => (
                <Button icon={Plus} {...button}>
                  {t('strategies.formatInsert')}
                </Button>
              )}
            </Menu>
          }
        />
      )}
    </FieldGroup>
  );
}

const LICENSED = new Set(['low', 'medium', 'high']);

function HowFields({ spec, change, problem }: Part) {
  const { t } = useText();
  return (
    <FieldGroup title={t('strategies.howGroup')}>
      <NumberField
        label={t('strategies.channels')}
        hint={t('strategies.channelsHint')}
        min={1}
        max={32}
        value={spec.channels}
        problem={problem('channels')}
        onChange={(channels) => change({ channels })}
      />
      <RadioGroup
        legend={t('strategies.compression')}
        value={spec.compression}
        problem={problem('compression')}
        onChange={(compression) => change({ compression })}
        choices={(['none', 'basic', 'low', 'medium', 'high'] as const).map((value) => ({
          value,
          label: t(`strategies.compression-${value}`),
          hint: t(`strategies.compression-${value}Hint`),
          ...(LICENSED.has(value) ? { tag: t('strategies.licence') } : {}),
        }))}
      />
      <TextField
        mono
        optional
        label={t('strategies.tag')}
        hint={t('strategies.tagHint')}
        value={spec.tag ?? ''}
        problem={problem('tag')}
        onChange={(tag) => change({ tag: tag === '' ? null : tag.toUpperCase() })}
      />
    </FieldGroup>
  );
}

function DeletionFields({ spec, change, problem }: Part) {
  const { t } = useText();
  return (
    <FieldGroup title={t('strategies.deleteGroup')}>
      <TimesSwitch
        label={t('strategies.deleteLogs')}
        hint={t('strategies.deleteLogsHint')}
        timesLabel={t('strategies.deleteTimes')}
        value={spec.deleteArchivedLogsBackedUp}
        problem={problem('deleteArchivedLogsBackedUp')}
        onChange={(deleteArchivedLogsBackedUp) => change({ deleteArchivedLogsBackedUp })}
      />
    </FieldGroup>
  );
}

type TimesProps = {
  label: string;
  hint?: string;
  timesLabel: string;
  value: number | null;
  problem: string | undefined;
  onChange(value: number | null): void;
};

/** A switch that, when on, asks how many backups. */
function TimesSwitch({ label, hint, timesLabel, value, problem, onChange }: TimesProps) {
  const { t } = useText();
  return (
    <>
      <Switch label={label} hint={hint} checked={value !== null} onChange={(on) => onChange(on ? 1 : null)} />
      {value !== null && (
        <div className="indented">
          <NumberField
            label={timesLabel}
            unit={t('strategies.times')}
            min={1}
            max={9}
            value={value}
            problem={problem}
            onChange={onChange}
          />
        </div>
      )}
    </>
  );
}
