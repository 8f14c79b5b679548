// When a window that has users asks for a password again.
import { defaultLocking } from '../../../../shared/domain/user.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useSlice } from '../../../state/window-parts.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { NumberField, Switch } from '../../../ui/inputs.tsx';
import { useSave } from '../use-save.ts';

const LONGEST_MINUTES = 480;

export function LockingFields() {
  const { t } = useText();
  const { locking } = useSlice('settings');
  const save = useSave();
  const change = (part: Partial<typeof locking>): void => save({ locking: { ...locking, ...part } });
  return (
    <FieldGroup title={t('users.locking')}>
      <Switch
        label={t('users.lockIdle')}
        checked={locking.idleMinutes !== null}
        onChange={(on) => change({ idleMinutes: on ? defaultLocking.idleMinutes : null })}
      />
      {locking.idleMinutes !== null && (
        <NumberField
          label={t('users.lockIdleAfter')}
          unit={t('users.minutes')}
          hint={t('users.lockAway')}
          min={1}
          max={LONGEST_MINUTES}
          value={locking.idleMinutes}
          onChange={(minutes) => {
            const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MINUTES;
            if (fits) change({ idleMinutes: minutes });
          }}
        />
      )}
      <Switch
        label={t('users.lockAtStart')}
        hint={t('users.lockAtStartHint')}
        checked={locking.atStart}
        onChange={(atStart) => change({ atStart })}
      />
    </FieldGroup>
  );
}
