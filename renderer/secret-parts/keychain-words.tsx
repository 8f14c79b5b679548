// What a page says of the keychain: that it cannot be opened, or that there is none and what storing then means.
import { TriangleAlert } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { useInfo } from '../state/window-parts.tsx';
import { Checkbox } from '../ui/inputs.tsx';
import { Callout } from '../ui/layout.tsx';

/** Shows nothing while passwords can be stored. `instead`: what to do without one. */
export function KeychainClosed({ instead }: { instead?: string }) {
  const { t } = useText();
  if (useInfo().keychain !== 'unavailable') return null;
  return (
    <Callout tone="bad" icon={TriangleAlert}>
      {t('secret.unavailable')} {instead}
    </Callout>
  );
}

/** What it means where there is no keychain, and the user's own decision. */
export function PlainTextWarning({ accepted, onChange }: { accepted: boolean; onChange(accepted: boolean): void }) {
  const { t } = useText();
  return (
    <Callout tone="warning" icon={TriangleAlert}>
      <strong>{t('secret.plainTitle')}</strong>
      <p>{t('secret.plainText')}</p>
      <Checkbox label={t('secret.plainAccept')} checked={accepted} onChange={onChange} />
    </Callout>
  );
}
