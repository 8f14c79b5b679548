// Starting a strategy from anywhere in the window: asks main, says so, and offers the way to the run.
import { useCallback, useMemo } from 'react';
import type { Strategy } from '../../shared/domain/strategy.ts';
import { useText } from '../i18n/text-provider.tsx';
import { hashOf, route } from '../navigation/route.ts';
import { useAction, useClient } from './window-parts.tsx';

/**
 * `start` gives the run's id, or `undefined` when it was refused. The user is told either way; `quiet` leaves out the
 * good news where the caller shows the run itself.
 */
export function useStartRun() {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const start = useCallback(
    async ({ id, spec }: Pick<Strategy, 'id' | 'spec'>, quiet = false): Promise<string | undefined> => {
      const good = {
        done: t('app.runStarted', { name: spec.name }),
        link: ({ runId }: { runId: string }) => ({ label: t('app.openIt'), hash: hashOf(route('run', runId)) }),
      };
      const started = await run(() => client.ask('runs.start', { strategyId: id }), quiet ? {} : good);
      return started?.runId;
    },
    [client, run, t],
  );
  return useMemo(() => ({ start, busy }), [start, busy]);
}
