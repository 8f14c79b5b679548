// Asks why a finding is known and may stay.
import { useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/inputs.tsx';

export function AcceptPart({ onAccept, onCancel }: { onAccept(reason: string): void; onCancel(): void }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <div className="finding-accept">
      <TextField label={t('lint.reason')} hint={t('lint.acceptAbout')} value={reason} onChange={setReason} />
      <div className="button-row">
        <Button aria-disabled={given === '' || undefined} onClick={() => given !== '' && onAccept(given)}>
          {t('lint.acceptDo')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {t('lint.cancel')}
        </Button>
      </div>
    </div>
  );
}
