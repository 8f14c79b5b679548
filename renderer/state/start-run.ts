// Starting a strategy from anywhere in the window: asks main, says so, and offers the way to the run.
import { useCallback, useMemo } from 'react';
import type { Strategy } from '../../shared/domain/strategy.ts';
import { useText } from '../i18n/text-provider.tsx';
import { hashOf, route } from '../navigation/route.ts';
import { useAction, useClient } from './window-parts.tsx';

/** `start` gives the run's id, or `undefined` when it was refused; the user has been told either way. */
export function useStartRun() {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const start = useCallback(
    async ({ id, spec }: Pick<Strategy, 'id' | 'spec'>): Promise<string | undefined> => {
      const started = await run(() => client.ask('runs.start', { strategyId: id }), {
        done: t('app.runStarted', { name: spec.name }),
        link: ({ runId }) => ({ label: t('app.openIt'), hash: hashOf(route('run', runId)) }),
      });
      return started?.runId;
    },
    [client, run, t],
  );
  return useMemo(() => ({ start, busy }), [start, busy]);
}
