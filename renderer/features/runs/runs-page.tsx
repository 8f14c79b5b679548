// The runs page.
import { useText } from '../../i18n/text-provider.tsx';
import { PageFrame } from '../../ui/layout.tsx';

export function RunsPage() {
  const { t } = useText();
  return <PageFrame title={t('runs.title')}>{null}</PageFrame>;
}
