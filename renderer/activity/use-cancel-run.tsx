// The plain question before a run is cancelled, wherever the button for it stands.
import { useState, type ReactNode } from 'react';
import type { Run } from '../../shared/domain/run.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useAction, useClient } from '../state/window-parts.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';

/** `ask` opens the question; `dialog` is to be drawn while it stands. */
export function useCancelRun(run: Run): { ask(): void; dialog: ReactNode } {
  const { t } = useText();
  const client = useClient();
  const action = useAction();
  const [asking, setAsking] = useState(false);
  const cancel = async (): Promise<void> => {
    await action.run(() => client.ask('runs.cancel', { runId: run.id }), {
      done: t('activity.cancelRequested', { name: run.strategyName }),
    });
    setAsking(false);
  };
  return {
    ask: () => setAsking(true),
    dialog: asking ? (
      <ConfirmDialog
        title={t('activity.cancelTitle', { name: run.strategyName })}
        confirm={t('activity.cancel')}
        danger
        busy={action.busy}
        onConfirm={() => void cancel()}
        onClose={() => setAsking(false)}
      >
        <p>{t(run.state === 'queued' ? 'activity.cancelQueued' : 'activity.cancelText')}</p>
      </ConfirmDialog>
    ) : null,
  };
}
