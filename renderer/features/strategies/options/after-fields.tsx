// The steps behind a good backup, in the order in which they run.
import { applies } from '../../../../shared/domain/strategy/applies.ts';
import type { Afterwards } from '../../../../shared/domain/strategy/keeping.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup, Problem } from '../../../ui/field.tsx';
import { NumberField, Select, Switch } from '../../../ui/inputs.tsx';
import { OptionalNumber } from './fields.tsx';
import type { OptionPart } from './option-part.ts';

type StepSwitch = 'restoreValidate' | 'crosscheck' | 'deleteExpired' | 'report';

export function AfterFields(part: OptionPart) {
  const { spec, change, problem } = part;
  const { t } = useText();
  if (!applies('afterwards', spec.scope)) return null;
  return (
    <FieldGroup title={t('options.afterGroup')}>
      <p className="field-hint">{t('options.afterHint')}</p>
      <Step name="restoreValidate" {...part} />
      <Step name="crosscheck" {...part} />
      <Step name="deleteExpired" {...part} />
      {applies('deleteArchivedLogsBackedUp', spec.scope) && (
        <OptionalNumber
          label={t('strategies.deleteLogs')}
          hint={t('strategies.deleteLogsHint')}
          numberLabel={t('strategies.deleteTimes')}
          unit={t('strategies.times')}
          first={1}
          min={1}
          max={9}
          value={spec.deleteArchivedLogsBackedUp}
          problem={problem('deleteArchivedLogsBackedUp')}
          onChange={(deleteArchivedLogsBackedUp) => change({ deleteArchivedLogsBackedUp })}
        />
      )}
      <ObsoleteFields {...part} />
      <GoalField {...part} />
      <Step name="report" {...part} />
    </FieldGroup>
  );
}

function Step({ name, spec: { afterwards }, change, problem }: OptionPart & { name: StepSwitch }) {
  const { t } = useText();
  const wrong = problem(`afterwards.${name}`);
  return (
    <>
      <Switch
        label={t(`options.${name}`)}
        hint={t(`options.${name}Hint`)}
        checked={afterwards[name]}
        onChange={(on) => change({ afterwards: { ...afterwards, [name]: on } })}
      />
      {wrong && <Problem text={wrong} />}
    </>
  );
}

/** Below it nothing is deleted. Without one of its own the strategy has the goal of its database. */
function GoalField({ spec: { recoveryGoalDays }, change, problem }: OptionPart) {
  const { t } = useText();
  return (
    <OptionalNumber
      label={t('options.goal')}
      hint={t('options.goalHint')}
      numberLabel={t('options.goalDays')}
      unit={t('options.days')}
      first={14}
      min={1}
      max={3650}
      value={recoveryGoalDays}
      problem={problem('recoveryGoalDays')}
      onChange={(days) => change({ recoveryGoalDays: days })}
    />
  );
}

type Policy = NonNullable<Afterwards['deleteObsolete']>;
const FIRST: { [Kind in Policy['kind'] | 'no']: Policy | null } = {
  no: null,
  configured: { kind: 'configured' },
  redundancy: { kind: 'redundancy', copies: 2 },
  window: { kind: 'window', days: 14 },
};

function ObsoleteFields({ spec: { afterwards }, change, problem }: OptionPart) {
  const { t } = useText();
  const policy = afterwards.deleteObsolete;
  const set = (deleteObsolete: Policy | null): void => change({ afterwards: { ...afterwards, deleteObsolete } });
  return (
    <div className="field-columns">
      <Select
        label={t('options.deleteObsolete')}
        hint={t('options.deleteObsoleteHint')}
        value={policy?.kind ?? 'no'}
        problem={problem('afterwards.deleteObsolete')}
        onChange={(kind) => set(FIRST[kind])}
        choices={(['no', 'configured', 'redundancy', 'window'] as const).map((value) => ({
          value,
          label: t(`options.obsolete-${value}`),
        }))}
      />
      {policy?.kind === 'redundancy' && (
        <NumberField
          label={t('options.obsoleteCopies')}
          unit={t('strategies.times')}
          min={1}
          max={100}
          value={policy.copies}
          problem={problem('afterwards.deleteObsolete.copies')}
          onChange={(copies) => set({ ...policy, copies })}
        />
      )}
      {policy?.kind === 'window' && (
        <NumberField
          label={t('options.obsoleteDays')}
          unit={t('options.days')}
          min={1}
          max={3650}
          value={policy.days}
          problem={problem('afterwards.deleteObsolete.days')}
          onChange={(days) => set({ ...policy, days })}
        />
      )}
    </div>
  );
}
