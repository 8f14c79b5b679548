// Which component shows which page. The only place where features are registered.
import type { FunctionComponent } from 'react';
import { ExplainPage } from '../features/explain/explain-page.tsx';
import { FirstRunPage } from '../features/first-run/first-run-page.tsx';
import { OverviewPage } from '../features/overview/overview-page.tsx';
import { RunPage } from '../features/run/run-page.tsx';
import { RunsPage } from '../features/runs/runs-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { StrategiesPage } from '../features/strategies/strategies-page.tsx';
import { StrategyPage } from '../features/strategies/strategy-page.tsx';
import { TargetPage } from '../features/targets/target-page.tsx';
import { TargetsPage } from '../features/targets/targets-page.tsx';
import type { Page } from '../navigation/route.ts';
import { useSlice } from '../state/window-parts.tsx';

/** Pages that show one thing are mounted anew for each; they get its id, others `null`. */
export const pages: Record<Page, FunctionComponent<{ id: string | null }>> = {
  overview: OverviewOrFirstRun,
  targets: TargetsPage,
  target: TargetPage,
  strategies: StrategiesPage,
  strategy: StrategyPage,
  runs: RunsPage,
  run: RunPage,
  log: ExplainPage,
  settings: SettingsPage,
};

function OverviewOrFirstRun() {
  return useSlice('targets').length === 0 ? <FirstRunPage /> : <OverviewPage />;
}
