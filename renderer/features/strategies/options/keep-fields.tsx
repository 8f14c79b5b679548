// How long a backup is kept: by the retention rule, or as an archive outside it.
import { applies } from '../../../../shared/domain/strategy/applies.ts';
import type { Keep } from '../../../../shared/domain/strategy/keeping.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup, Problem } from '../../../ui/field.tsx';
import { NumberField, Select, Switch, TextField } from '../../../ui/inputs.tsx';
import { OptionalText } from './fields.tsx';
import type { OptionPart } from './option-part.ts';

const FIRST: { [Kind in Keep['until']['kind']]: Keep['until'] } = {
  days: { kind: 'days', days: 365 },
  date: { kind: 'date', date: '' },
  forever: { kind: 'forever' },
};

export function KeepFields({ spec, change, problem }: OptionPart) {
  const { t } = useText();
  if (!applies('keep', spec.scope)) return null;
  const { keep } = spec;
  const wrong = problem('keep');
  return (
    <FieldGroup title={t('options.keepGroup')}>
      <Switch
        label={t('options.keep')}
        hint={t('options.keepHint')}
        checked={keep !== null}
        onChange={(on) => change({ keep: on ? { until: FIRST.days, restorePoint: null } : null })}
      />
      {wrong && <Problem text={wrong} />}
      {keep && (
        <div className="indented">
          <div className="field-columns">
            <Select
              label={t('options.keepUntil')}
              value={keep.until.kind}
              onChange={(kind) => change({ keep: { ...keep, until: FIRST[kind] } })}
              choices={(['days', 'date', 'forever'] as const).map((value) => ({
                value,
                label: t(`options.keep-${value}`),
                ...(value === 'forever' ? { tag: t('options.catalogue') } : {}),
              }))}
            />
            <UntilField keep={keep} problem={problem} onChange={(until) => change({ keep: { ...keep, until } })} />
          </div>
          <OptionalText
            capitals
            label={t('options.restorePoint')}
            hint={t('options.restorePointHint')}
            value={keep.restorePoint}
            problem={problem('keep.restorePoint')}
            onChange={(restorePoint) => change({ keep: { ...keep, restorePoint } })}
          />
        </div>
      )}
    </FieldGroup>
  );
}

type UntilProps = { keep: Keep; problem: OptionPart['problem']; onChange(until: Keep['until']): void };

function UntilField({ keep: { until }, problem, onChange }: UntilProps) {
  const { t } = useText();
  if (until.kind === 'days') {
    return (
      <NumberField
        label={t('options.keepDays')}
        unit={t('options.days')}
        min={1}
        max={36_500}
        value={until.days}
        problem={problem('keep.until.days')}
        onChange={(days) => onChange({ ...until, days })}
      />
    );
  }
  if (until.kind === 'forever') return null;
  return (
    <TextField
      type="date"
      label={t('options.keepDate')}
      value={until.date}
      problem={problem('keep.until.date')}
      onChange={(date) => onChange({ ...until, date })}
    />
  );
}
