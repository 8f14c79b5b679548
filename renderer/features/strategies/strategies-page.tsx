// The strategies page.
import { useText } from '../../i18n/text-provider.tsx';
import { PageFrame } from '../../ui/layout.tsx';

export function StrategiesPage() {
  const { t } = useText();
  return <PageFrame title={t('strategies.title')}>{null}</PageFrame>;
}
