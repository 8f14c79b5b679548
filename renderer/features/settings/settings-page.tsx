// The settings page.
import { useText } from '../../i18n/text-provider.tsx';
import { PageFrame } from '../../ui/layout.tsx';

export function SettingsPage() {
  const { t } = useText();
  return <PageFrame title={t('settings.title')}>{null}</PageFrame>;
}
