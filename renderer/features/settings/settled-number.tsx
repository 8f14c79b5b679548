// A number among the settings that is saved when its field is left.
import { useEffect, useState } from 'react';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import { fieldProblemText, problemsOf } from '../../../shared/errors/field-problem.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useSlice } from '../../state/window-parts.tsx';
import { NumberField } from '../../ui/inputs.tsx';
import { useSave } from './use-save.ts';

type SettledProps = { field: 'runsAtOnce' | 'cancelGraceSeconds'; label: string; hint: string; unit: string; max: number };

/** A number that is saved when the field is left: the `1` on the way to `16` must not take effect. */
export function SettledNumber({ field, label, hint, unit, max }: SettledProps) {
  const { t, language } = useText();
  const settings = useSlice('settings');
  const save = useSave();
  const saved = settings[field];
  const [value, setValue] = useState(saved);
  useEffect(() => setValue(saved), [saved]);
  const problem = problemsOf(settingsSchema, { ...settings, [field]: value }).find((one) => one.path === field);
  const settle = (): void => {
    if (!problem && value !== saved) save({ [field]: value }, t('settings.saved'));
  };
  return (
    <div onBlur={settle} onKeyDown={(event) => event.key === 'Enter' && settle()}>
      <NumberField
        label={label}
        hint={hint}
        unit={unit}
        min={1}
        max={max}
        value={value}
        problem={problem && fieldProblemText(problem, language)}
        onChange={setValue}
      />
    </div>
  );
}
