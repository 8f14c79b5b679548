// What the script of a form can be compared with: the versions of its strategy and the script of its last run.
import { useEffect, useState } from 'react';
import type { StrategySpec } from '../../../../shared/domain/strategy.ts';
import type { StrategyOverview } from '../../../../shared/ipc/slices.ts';
import { RUN_ID_PLACEHOLDER } from '../../../../shared/rman/render-script.ts';
import { useClient } from '../../../state/window-parts.tsx';
import { scriptOf } from '../script-text.ts';
import { useVersions } from '../versions-pane.tsx';

/** One side of a comparison. `script` has the placeholder where a run has its id. */
export type Compared = { spec: StrategySpec | null; script: string };
/** `version 7` by its number, `run` for the last one. */
export type CompareWith = 'none' | 'run' | `version-${number}`;

/** The numbers of the versions, newest first, the one that ran last, and the chosen side; `null` while it is read. */
export function useComparison(strategy: StrategyOverview | null, chosen: CompareWith) {
  const { versions } = useVersions(strategy);
  const run = strategy?.lastAttempt ?? null;
  const ran = useRunScript(chosen === 'run' ? (run?.id ?? null) : null);
  const numbers = (versions ?? []).map(({ version }) => version);
  const specOf = (version: number | undefined): StrategySpec | null =>
    versions?.find((one) => one.version === version)?.spec ?? null;

  let compared: Compared | null = null;
  if (chosen === 'run') {
    if (ran !== null) compared = { spec: specOf(run?.strategyVersion), script: withoutRunId(ran) };
  } else if (chosen !== 'none') {
    const version = Number(chosen.slice('version-'.length));
    const spec = specOf(version);
    if (spec) compared = { spec, script: scriptOf(spec, version) ?? '' };
  }
  return { numbers, runVersion: run?.strategyVersion ?? null, compared };
}

/** The id of the run is the one thing that always differs. */
const withoutRunId = (script: string): string =>
  script.replace(/^(SET COMMAND ID TO ')[^']*(';)$/m, (_all, head: string, tail: string) => `${head}${RUN_ID_PLACEHOLDER}${tail}`);

function useRunScript(runId: string | null): string | null {
  const client = useClient();
  const [found, setFound] = useState<{ runId: string; script: string } | null>(null);
  useEffect(() => {
    if (runId === null) return;
    let left = false;
    client.ask('runs.detail', { runId }).then(
      ({ script }) => left || setFound({ runId, script }),
      // A run that is gone leaves nothing to compare with.
      () => left || setFound({ runId, script: '' }),
    );
    return () => {
      left = true;
    };
  }, [client, runId]);
  return found !== null && found.runId === runId ? found.script : null;
}
