// Time window, restart, skipping and checks of a backup: folded, since most strategies leave them alone.
import { applies } from '../../../../shared/domain/strategy/applies.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { Problem } from '../../../ui/field.tsx';
import { Checkbox, NumberField, Select, Switch } from '../../../ui/inputs.tsx';
import { Fold, OptionalNumber } from './fields.tsx';
import type { OptionPart } from './option-part.ts';

const KEYS = ['duration', 'notBackedUpSinceHours', 'skip', 'checkLogical', 'validateOnly'] as const;

export function WindowFields(part: OptionPart) {
  const { spec, change, problem } = part;
  const { t } = useText();
  const offered = KEYS.filter((key) => applies(key, spec.scope));
  if (offered.length === 0) return null;
  const set =
    spec.duration !== null ||
    spec.notBackedUpSinceHours !== null ||
    spec.skip.length > 0 ||
    spec.checkLogical ||
    spec.validateOnly ||
    KEYS.some((key) => problem(key) !== undefined);
  return (
    <section className="field-group">
      <Fold title={t('options.windowGroup')} open={set}>
        {applies('duration', spec.scope) && <DurationFields {...part} />}
        {applies('notBackedUpSinceHours', spec.scope) && (
          <OptionalNumber
            label={t('options.restartable')}
            hint={t('options.restartableHint')}
            numberLabel={t('options.restartableHours')}
            unit={t('options.hours')}
            first={24}
            min={1}
            max={8760}
            value={spec.notBackedUpSinceHours}
            problem={problem('notBackedUpSinceHours')}
            onChange={(notBackedUpSinceHours) => change({ notBackedUpSinceHours })}
          />
        )}
        <SkipFields {...part} />
        {applies('checkLogical', spec.scope) && (
          <Switch
            label={t('options.checkLogical')}
            hint={t('options.checkLogicalHint')}
            checked={spec.checkLogical}
            onChange={(checkLogical) => change({ checkLogical })}
          />
        )}
        {applies('validateOnly', spec.scope) && (
          <Switch
            label={t('options.validateOnly')}
            hint={t('options.validateOnlyHint')}
            checked={spec.validateOnly}
            onChange={(validateOnly) => change({ validateOnly })}
          />
        )}
      </Fold>
    </section>
  );
}

function SkipFields({ spec: { scope, skip }, change, problem }: OptionPart) {
  const { t } = useText();
  const kinds = scope.kind === 'archived-logs' ? (['inaccessible'] as const) : (['offline', 'readonly', 'inaccessible'] as const);
  const wrong = problem('skip');
  return (
    <fieldset className="field choice-group">
      <legend>{t('options.skip')}</legend>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`options.skip-${kind}`)}
          checked={skip.includes(kind)}
          onChange={(on) => change({ skip: on ? [...skip, kind] : skip.filter((one) => one !== kind) })}
        />
      ))}
      {wrong && <Problem text={wrong} />}
      <p className="field-hint">{t('options.skipHint')}</p>
    </fieldset>
  );
}

function DurationFields({ spec: { duration }, change, problem }: OptionPart) {
  const { t } = useText();
  const wrong = problem('duration');
  return (
    <>
      <Switch
        label={t('options.duration')}
        hint={t('options.durationHint')}
        checked={duration !== null}
        onChange={(on) => change({ duration: on ? { minutes: 240, partial: true, minimise: 'none' } : null })}
      />
      {wrong && <Problem text={wrong} />}
      {duration && (
        <div className="indented">
          <div className="field-columns">
            <NumberField
              label={t('options.durationMinutes')}
              unit={t('options.minutes')}
              min={1}
              max={5999}
              value={duration.minutes}
              problem={problem('duration.minutes')}
              onChange={(minutes) => change({ duration: { ...duration, minutes } })}
            />
            <Select
              label={t('options.minimise')}
              value={duration.minimise}
              onChange={(minimise) => change({ duration: { ...duration, minimise } })}
              choices={(['none', 'time', 'load'] as const).map((value) => ({ value, label: t(`options.minimise-${value}`) }))}
            />
          </div>
          <Switch
            label={t('options.partial')}
            hint={t('options.partialHint')}
            checked={duration.partial}
            onChange={(partial) => change({ duration: { ...duration, partial } })}
          />
        </div>
      )}
    </>
  );
}
