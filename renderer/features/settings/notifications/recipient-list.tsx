// The addresses that emails go to, one field each, with its problem beside it.
import { Plus, X } from 'lucide-react';
import { useText } from '../../../i18n/text-provider.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';

type RecipientListProps = {
  recipients: readonly string[];
  /** `path` below the list: the index. */
  problem(path: string): string | undefined;
  onChange(recipients: string[]): void;
};

export function RecipientList({ recipients, problem, onChange }: RecipientListProps) {
  const { t } = useText();
  return (
    <fieldset className="field choice-group">
      <legend>{t('notify.recipients')}</legend>
      <div className="recipients">
        {recipients.map((address, index) => (
          <TextField
            key={index}
            label={<span className="visually-hidden">{t('notify.recipient', { count: index + 1 })}</span>}
            mono
            value={address}
            problem={problem(String(index))}
            beside={
              <IconButton
                icon={X}
                label={t('notify.recipientRemove', { count: index + 1 })}
                onClick={() => onChange(recipients.filter((_, at) => at !== index))}
              />
            }
            onChange={(typed) => onChange(recipients.map((one, at) => (at === index ? typed.trim() : one)))}
          />
        ))}
        {recipients.length === 0 && <p className="field-hint">{t('notify.recipientsNone')}</p>}
        <Button icon={Plus} onClick={() => onChange([...recipients, ''])}>
          {t('notify.recipientAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
