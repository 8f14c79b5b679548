// The first-run page.
import { useText } from '../../i18n/text-provider.tsx';
import { PageFrame } from '../../ui/layout.tsx';

export function FirstRunPage() {
  const { t } = useText();
  return <PageFrame title={t('firstRun.title')}>{null}</PageFrame>;
}
