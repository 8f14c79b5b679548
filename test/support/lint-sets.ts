// Databases for tests of the linter: one that is well kept, and strategies to spoil it with.
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import { NO_FACTS, type TargetFacts } from '../../shared/lint/facts.ts';
import { lint, type AlertRoads, type LintedStrategy } from '../../shared/lint/lint.ts';
import type { Finding } from '../../shared/lint/finding.ts';
import { plainSchedule, type Schedule } from '../../shared/schedule/schedule.ts';
import { strategySpec } from './strategy-specs.ts';

/** A Monday. */
export const NOW = Date.UTC(2026, 5, 15, 12);

export const daily = (...times: string[]): Schedule => plainSchedule({ kind: 'daily', times }, 'Europe/Madrid');
export const sundays = (time: string): Schedule => plainSchedule({ kind: 'weekly', days: ['sun'], times: [time] }, 'Europe/Madrid');
export const monthly = (...days: number[]): Schedule =>
  plainSchedule({ kind: 'monthly', days, shortMonths: 'last-day', times: ['01:30'] }, 'Europe/Madrid');
export const hourly: Schedule = plainSchedule({ kind: 'every', count: 1, unit: 'hours', anchor: '2026-01-01T00:15' }, 'Europe/Madrid');

export const linted = (id: string, change: Partial<StrategySpec> = {}, enabled = true): LintedStrategy => ({
  id,
  enabled,
  spec: strategySpec({ name: id, schedule: daily('02:00'), ...change }),
});

export const files = (mode: 'full' | 'level-0' | 'level-1-differential' | 'level-1-cumulative' | 'image-copy' | 'updated-copy', plusArchivedLogs = true) =>
  ({ kind: 'database', mode, plusArchivedLogs }) as const;
export const allLogs = { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: 2, deleteInput: 'keep' } as const;

export const afterwards = (change: Partial<StrategySpec['afterwards']>): StrategySpec['afterwards'] => ({
  ...strategySpec().afterwards,
  ...change,
});

/** Nothing to say about these: weekly level 0 elsewhere and on tape, daily level 1, hourly logs. */
export const wellKept = (): LintedStrategy[] => [
  linted('weekly', {
    format: '/backup/%d_%U',
    schedule: sundays('01:00'),
    afterwards: afterwards({ restoreValidate: true, deleteObsolete: { kind: 'window', days: 14 } }),
  }),
  linted('daily', { scope: files('level-1-differential'), format: '/backup/%d_%U', schedule: daily('03:00') }),
  linted('logs', { scope: allLogs, format: '/backup/%d_%U', schedule: hourly }),
  linted('away', { scope: { kind: 'recovery-area', destination: '/second/copies' }, compression: 'none', schedule: daily('05:00') }),
];

export const ROADS: AlertRoads = { desktop: ['failure'], webhook: null, mail: null };

export const FACTS: TargetFacts = {
  ...NO_FACTS,
  login: 'os', release: '19.21.0.0.0', archivelog: true, role: 'PRIMARY', edition: { name: 'Enterprise Edition' },
  dataFiles: ['/u02/oradata/PROD/system01.dbf', '/u02/oradata/PROD/users01.dbf'],
  recoveryArea: { path: '/u03/fra' }, excluded: [],
  configured: { retention: { kind: 'window', days: 14 }, autobackup: true, encryption: false },
};

export type Circumstances = { facts?: Partial<TargetFacts>; roads?: AlertRoads | null };

export function judge(strategies: readonly LintedStrategy[], within: Circumstances = {}): Finding[] {
  const { facts = {}, roads = ROADS } = within;
  return lint({ facts: { ...FACTS, ...facts }, strategies, roads, now: NOW });
}

export const rulesOf = (findings: readonly Pick<Finding, 'rule'>[]): string[] => findings.map(({ rule }) => rule);

/** The set with one of its strategies changed by a repair. */
export const after = (strategies: readonly LintedStrategy[], { strategyId, patch }: Finding['repairs'][number]): LintedStrategy[] =>
  strategies.map((one) => (one.id === strategyId ? { ...one, spec: { ...one.spec, ...patch } } : one));

