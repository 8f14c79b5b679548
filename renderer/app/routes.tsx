// Which component shows which page. With `other-pages.ts`, the only place where features are registered.
import { lazy, type ComponentType } from 'react';
import { FirstRunPage } from '../features/first-run/first-run-page.tsx';
import { OverviewPage } from '../features/overview/overview-page.tsx';
import type { Page } from '../navigation/route.ts';
import { useSlice } from '../state/window-parts.tsx';
import type * as otherPages from './other-pages.ts';

type ShownPage = ComponentType<{ id: string | null }>;
type OtherPages = typeof otherPages;

/** Loads what the first page can do without; asked for early, no later page has to be waited for. */
export const loadOtherPages = (): Promise<OtherPages> => import('./other-pages.ts');

const other = (name: keyof OtherPages): ShownPage =>
  lazy(async () => ({ default: (await loadOtherPages())[name] as ShownPage }));

/** Pages that show one thing are mounted anew for each; they get its id, others `null`. */
export const pages: Record<Page, ShownPage> = {
  overview: OverviewOrFirstRun,
  targets: other('TargetsPage'),
  target: other('TargetPage'),
  database: other('DatabasePage'),
  strategies: other('StrategiesPage'),
  strategy: other('StrategyPage'),
  runs: other('RunsPage'),
  run: other('RunPage'),
  calendar: other('CalendarPage'),
  readiness: other('ReadinessPage'),
  log: other('ExplainPage'),
  settings: other('SettingsPage'),
};

function OverviewOrFirstRun() {
  return useSlice('targets').length === 0 ? <FirstRunPage /> : <OverviewPage />;
}
