// Every page but the first, loaded together once that one stands: they bring the forms, and with these zod and its
// schemas.
import '../without-eval.ts';

export { CalendarPage } from '../features/calendar/calendar-page.tsx';
export { DatabasePage } from '../features/database/database-page.tsx';
export { ExplainPage } from '../features/explain/explain-page.tsx';
export { ReadinessPage } from '../features/readiness/readiness-page.tsx';
export { RunPage } from '../features/run/run-page.tsx';
export { RunsPage } from '../features/runs/runs-page.tsx';
export { SettingsPage } from '../features/settings/settings-page.tsx';
export { StrategiesPage } from '../features/strategies/strategies-page.tsx';
export { StrategyPage } from '../features/strategies/strategy-page.tsx';
export { TargetPage } from '../features/targets/target-page.tsx';
export { TargetsPage } from '../features/targets/targets-page.tsx';
