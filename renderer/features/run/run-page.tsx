// The run page.
import { useText } from '../../i18n/text-provider.tsx';
import { PageFrame } from '../../ui/layout.tsx';

export function RunPage() {
  const { t } = useText();
  return <PageFrame title={t('run.title')}>{null}</PageFrame>;
}
