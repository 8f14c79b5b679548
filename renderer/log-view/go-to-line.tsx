// Asks for the number of a line.
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/inputs.tsx';

/** `onGo` gets the number counted from 0. */
export function GoToLine({ total, onGo, onClose }: { total: number; onGo(line: number): void; onClose(): void }) {
  const { t, format } = useText();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const number = Number(typed.replace(/[\s.,']/g, ''));
  const fits = typed !== '' && Number.isInteger(number) && number >= 1 && number <= total;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!fits) return;
    onClose();
    onGo(number - 1);
  };
  return (
    <Dialog title={t('log.goToLine')} onClose={onClose}>
      <form className="log-go-to" onSubmit={submit}>
        <TextField
          label={t('log.goToLabel', { total: format.number(total) })}
          value={typed}
          onChange={setTyped}
          mono
          inputRef={field}
          problem={tried && !fits ? t('log.goToProblem', { total: format.number(total) }) : undefined}
        />
        <Button tone="primary" type="submit">
          {t('log.go')}
        </Button>
      </form>
    </Dialog>
  );
}
