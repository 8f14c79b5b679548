// The settings of this workstation; each takes effect at once. Below them what one needs to know when asking for help.
import { CircleCheck, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { settingsSchema, type Settings } from '../../../shared/domain/settings.ts';
import { fieldProblemText, problemsOf } from '../../../shared/errors/field-problem.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo, useSlice } from '../../state/window-parts.tsx';
import { IconButton } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { NumberField, Segmented } from '../../ui/inputs.tsx';
import { Callout, Fact, Facts, PageFrame } from '../../ui/layout.tsx';
import './settings.css';

export function SettingsPage() {
  const { t } = useText();
  return (
    <PageFrame title={t('settings.title')}>
      <div className="settings">
        <Appearance />
        <Runs />
        <FieldGroup title={t('settings.secrets')}>
          <Keychain />
        </FieldGroup>
        <About />
      </div>
    </PageFrame>
  );
}

function useSave() {
  const client = useClient();
  const settings = useSlice('settings');
  const { run } = useAction();
  return (change: Partial<Settings>, done?: string): void =>
    void run(() => client.ask('settings.save', { ...settings, ...change }), done ? { done } : {});
}

function Appearance() {
  const { t } = useText();
  const { language, theme } = useSlice('settings');
  const save = useSave();
  return (
    <FieldGroup title={t('settings.appearance')}>
      <Segmented
        legend={t('settings.language')}
        value={language ?? 'system'}
        onChange={(next) => save({ language: next === 'system' ? null : next })}
        choices={[
          { value: 'system', label: t('settings.languageSystem') },
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
      />
      <Segmented
        legend={t('settings.theme')}
        value={theme}
        onChange={(next) => save({ theme: next })}
        choices={[
          { value: 'system', label: t('settings.themeSystem') },
          { value: 'light', label: t('settings.themeLight') },
          { value: 'dark', label: t('settings.themeDark') },
        ]}
      />
    </FieldGroup>
  );
}

function Runs() {
  const { t } = useText();
  return (
    <FieldGroup title={t('settings.runs')}>
      <SettledNumber
        field="runsAtOnce"
        label={t('settings.runsAtOnce')}
        hint={t('settings.runsAtOnceHint')}
        unit={t('settings.runsUnit')}
        max={16}
      />
      <SettledNumber
        field="cancelGraceSeconds"
        label={t('settings.cancelGrace')}
        hint={t('settings.cancelGraceHint')}
        unit={t('settings.secondsUnit')}
        max={600}
      />
    </FieldGroup>
  );
}

type SettledProps = { field: 'runsAtOnce' | 'cancelGraceSeconds'; label: string; hint: string; unit: string; max: number };

/** A number that is saved when the field is left: the `1` on the way to `16` must not take effect. */
function SettledNumber({ field, label, hint, unit, max }: SettledProps) {
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

function Keychain() {
  const { t } = useText();
  const { keychain } = useInfo();
  const tone = { available: 'good', 'plain-text': 'warning', unavailable: 'bad' } as const;
  return (
    <Callout tone={tone[keychain]} icon={keychain === 'available' ? CircleCheck : TriangleAlert}>
      {t(`settings.keychain-${keychain}`)}
    </Callout>
  );
}

function About() {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  const { version, runtime, platform, profile } = useInfo();
  return (
    <FieldGroup title={t('settings.about')}>
      <Facts>
        <Fact term={t('settings.version')}>Respaldo {version}</Fact>
        <Fact term={t('settings.runtime')}>{runtime}</Fact>
        <Fact term={t('settings.platform')}>{platform}</Fact>
        <Fact term={t('settings.profile')}>
          <span className="settings-path">
            <code>{profile}</code>
            <IconButton
              icon={Copy}
              label={t('settings.copyPath')}
              onClick={() => void run(() => client.ask('app.copyText', { text: profile }), { done: t('settings.copied') })}
            />
          </span>
        </Fact>
      </Facts>
    </FieldGroup>
  );
}
