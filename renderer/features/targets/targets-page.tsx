// The targets page.
import { useText } from '../../i18n/text-provider.tsx';
import { PageFrame } from '../../ui/layout.tsx';

export function TargetsPage() {
  const { t } = useText();
  return <PageFrame title={t('targets.title')}>{null}</PageFrame>;
}
