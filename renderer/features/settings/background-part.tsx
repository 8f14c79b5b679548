// Settings › Background: how Respaldo stays at work without a window, and when nothing may start on any database.
import { TriangleAlert } from 'lucide-react';
import { settingsSchema, type Settings } from '../../../shared/domain/settings.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { BlackoutFields } from '../../schedule-parts/blackout-fields.tsx';
import { useForm } from '../../state/form.ts';
import { useAction, useClient, useSlice } from '../../state/window-parts.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { FormBar } from '../../ui/form-bar.tsx';
import { Switch } from '../../ui/inputs.tsx';
import { Callout } from '../../ui/layout.tsx';
import { Permitted } from '../../ui/permitted.tsx';
import { useSave } from './use-save.ts';

export function BackgroundPart() {
  const { t } = useText();
  return (
    <>
      <FieldGroup title={t('settings.staying')}>
        <NoTray />
        <Permitted needs="settings.save">
          <StayingSwitches />
        </Permitted>
      </FieldGroup>
      <FieldGroup title={t('settings.blackouts')}>
        <Permitted needs="settings.save">
          <Blackouts />
        </Permitted>
      </FieldGroup>
    </>
  );
}

function NoTray() {
  const { language } = useText();
  const notice = useSlice('notices').find(({ code }) => code === 'desktop.no-tray');
  if (!notice) return null;
  return (
    <Callout tone="warning" icon={TriangleAlert}>
      {errorText(notice.code, notice.params, language)}
    </Callout>
  );
}

function StayingSwitches() {
  const { t } = useText();
  const { background } = useSlice('settings');
  const save = useSave();
  const turn = (name: keyof Settings['background']) => (on: boolean) => save({ background: { ...background, [name]: on } });
  return (
    <>
      <Switch
        label={t('settings.startAtLogin')}
        hint={t('settings.startAtLoginHint')}
        checked={background.startAtLogin}
        onChange={turn('startAtLogin')}
      />
      <Switch label={t('settings.startHidden')} checked={background.startHidden} onChange={turn('startHidden')} />
      <Switch
        label={t('settings.keepInTray')}
        hint={background.keepInTray ? undefined : t('settings.keepInTrayOff')}
        checked={background.keepInTray}
        onChange={turn('keepInTray')}
      />
      <Switch
        label={t('settings.holdOnBattery')}
        hint={t('settings.holdOnBatteryHint')}
        checked={background.holdOnBattery}
        onChange={turn('holdOnBattery')}
      />
    </>
  );
}

const schema = settingsSchema.pick({ blackouts: true });

function Blackouts() {
  const { t } = useText();
  const client = useClient();
  const settings = useSlice('settings');
  const { run, busy } = useAction();
  const form = useForm<Pick<Settings, 'blackouts'>>({
    key: 'settings/blackouts',
    saved: { blackouts: settings.blackouts },
    base: 1,
    schema,
  });
  const save = async (): Promise<void> => {
    if (!form.attempt()) return;
    const saved = await run(() => client.ask('settings.save', { ...settings, ...form.value }).then(() => true), {
      done: t('settings.blackoutsSaved'),
      onError: form.refuse,
    });
    if (saved) form.settle();
  };
  return (
    <form
      ref={form.element}
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BlackoutFields
        value={form.value.blackouts}
        hint={t('settings.blackoutsHint')}
        problem={(path) => form.problem(`blackouts.${path}`)}
        onChange={(blackouts) => form.change({ blackouts })}
      />
      <FormBar dirty={form.dirty} isNew={false} busy={busy} onSave={() => void save()} onDiscard={form.discard} />
    </form>
  );
}
