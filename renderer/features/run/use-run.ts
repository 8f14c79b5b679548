// One run as main knows it: its detail, asked again whenever something happened to it, over the live state of activity.
import { useEffect, useState } from 'react';
import type { RunDetail } from '../../../shared/domain/history.ts';
import { isOver, type ActiveRun, type Run } from '../../../shared/domain/run.ts';
import { useClient, useFailureText, useSlice } from '../../state/window-parts.tsx';

export type KnownRun = { run: Run; detail: RunDetail; active: ActiveRun | null };

export function useRun(runId: string): { known: KnownRun | null; problem: string | null } {
  const client = useClient();
  const failureText = useFailureText();
  const active = useSlice('activity').find((entry) => entry.run.id === runId) ?? null;
  const { changes } = useSlice('history');
  const state = active?.run.state;
  const [detail, setDetail] = useState<RunDetail | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let left = false;
    client.ask('runs.detail', { runId }).then(
      (answer) => {
        if (left) return;
        setDetail(answer);
        setProblem(null);
      },
      (error: unknown) => void failureText(error).then((text) => left || setProblem(text)),
    );
    return () => {
      left = true;
    };
  }, [client, failureText, runId, state, changes]);

  if (!detail) return { known: null, problem };
  // What was asked last may be older than what was published, and the other way round: over is over.
  const run = active && !isOver(detail.run.state) ? active.run : detail.run;
  return { known: { run, detail, active }, problem };
}
