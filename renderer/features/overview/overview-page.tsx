// The overview page.
import { useText } from '../../i18n/text-provider.tsx';
import { PageFrame } from '../../ui/layout.tsx';

export function OverviewPage() {
  const { t } = useText();
  return <PageFrame title={t('overview.title')}>{null}</PageFrame>;
}
