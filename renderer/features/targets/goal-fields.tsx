// How far back a database must stay restorable, whatever its strategies delete.
import type { TargetSpec } from '../../../shared/domain/target.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { NumberField, Switch } from '../../ui/inputs.tsx';

/** What a person most often wants: a week. */
const FIRST = 7;

export function GoalFields({ form: { value, change, problem } }: { form: Form<TargetSpec> }) {
  const { t } = useText();
  const days = value.recoveryGoalDays;
  const set = (recoveryGoalDays: number | null): void => change({ ...value, recoveryGoalDays });
  return (
    <FieldGroup title={t('targets.goalGroup')}>
      <Switch
        label={t('targets.goal')}
        hint={t('targets.goalHint')}
        checked={days !== null}
        onChange={(on) => set(on ? FIRST : null)}
      />
      {days !== null && (
        <div className="indented">
          <NumberField
            label={t('targets.goalDays')}
            unit={t('targets.days')}
            min={1}
            max={3650}
            value={days}
            problem={problem('recoveryGoalDays')}
            onChange={set}
          />
        </div>
      )}
    </FieldGroup>
  );
}
