// Settings › General: how the window looks, how runs are stopped, where passwords are; and what help will ask for.
import { CircleCheck, Copy, TriangleAlert } from 'lucide-react';
import type { Settings } from '../../../shared/domain/settings.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo, useSlice } from '../../state/window-parts.tsx';
import { IconButton } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Segmented } from '../../ui/inputs.tsx';
import { Callout, Fact, Facts } from '../../ui/layout.tsx';
import { Permitted } from '../../ui/permitted.tsx';
import { SettledNumber } from './settled-number.tsx';

export function GeneralPart() {
  const { t } = useText();
  return (
    <>
      <Appearance />
      <FieldGroup title={t('settings.runs')}>
        <Permitted needs="settings.save">
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
        </Permitted>
      </FieldGroup>
      <FieldGroup title={t('settings.secrets')}>
        <Keychain />
      </FieldGroup>
      <About />
    </>
  );
}

function Appearance() {
  const { t } = useText();
  const { language, theme } = useSlice('settings');
  const client = useClient();
  const { run } = useAction();
  // Everybody's own business, so it goes its own way: the other settings are an administrator's.
  const save = (change: Partial<Pick<Settings, 'language' | 'theme'>>): void =>
    void run(() => client.ask('settings.setAppearance', { language, theme, ...change }));
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
