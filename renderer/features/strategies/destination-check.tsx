// Looks at the destination of the strategy in the form, as seen from its database.
import { Stethoscope } from 'lucide-react';
import { useState } from 'react';
import type { CheckRow } from '../../../shared/domain/check.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { useAction, useClient } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckReport } from '../../ui/check-report.tsx';
import type { StrategyDraft } from './strategy-page.tsx';

export function DestinationCheck({ form }: { form: Form<StrategyDraft> }) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const [found, setFound] = useState<{ rows: CheckRow[]; of: StrategyDraft } | null>(null);
  const check = async (): Promise<void> => {
    if (!form.attempt()) return;
    const of = form.value;
    const rows = await run(() => client.ask('strategies.check', of));
    if (rows) setFound({ rows, of });
  };
  return (
    <div className="script-pane">
      <p className="muted">{t('strategies.checkAbout')}</p>
      <div>
        <Button needs="strategies.check" icon={Stethoscope} busy={busy} onClick={() => void check()}>
          {t('strategies.check')}
        </Button>
      </div>
      {/* What was found for other values than those in the form would mislead. */}
      {found && found.of === form.value && <CheckReport rows={found.rows} />}
    </div>
  );
}
