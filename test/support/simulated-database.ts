// Questions to the simulation for tests and benchmarks: a database with nothing behind it, and usual strategies.
import type { BackupScope, StrategySpec } from '../../shared/domain/strategy.ts';
import type { ScheduleRule } from '../../shared/schedule/schedule.ts';
import { plainSchedule } from '../../shared/schedule/schedule.ts';
import { assumedFigures } from '../../shared/simulation/figures.ts';
import { RECOVERY_AREA } from '../../shared/simulation/place.ts';
import type { Question } from '../../shared/simulation/simulate.ts';
import { strategySpec } from './strategy-specs.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** A Monday. */
export const START = Date.UTC(2026, 5, 15);

export type TestStrategy = Question['strategies'][number];

export const at = (rule: ScheduleRule) => plainSchedule(rule, 'UTC');
export const daily = (time = '02:00') => at({ kind: 'daily', times: [time] });
export const sundays = (time = '01:00') => at({ kind: 'weekly', days: ['sun'], times: [time] });
export const every = (count: number, unit: 'minutes' | 'hours') =>
  at({ kind: 'every', count, unit, anchor: '2026-06-15T00:00' });

export const testStrategy = (id: string, change: Partial<StrategySpec>): TestStrategy => ({
  id,
  enabled: true,
  spec: strategySpec({ name: id, ...change }),
});

export const database = (
  mode: Extract<BackupScope, { kind: 'database' }>['mode'],
  plusArchivedLogs = true,
): BackupScope => ({ kind: 'database', mode, plusArchivedLogs });

export const logs = (change: Partial<Extract<BackupScope, { kind: 'archived-logs' }>> = {}): BackupScope => ({
  kind: 'archived-logs',
  range: { by: 'all' },
  notBackedUpTimes: 1,
  deleteInput: 'keep',
  ...change,
});

export const obsolete = (wanted: StrategySpec['afterwards']['deleteObsolete']): Pick<StrategySpec, 'afterwards'> => ({
  afterwards: { ...strategySpec().afterwards, deleteObsolete: wanted },
});

export const question = (strategies: TestStrategy[], change: Partial<Question> = {}, days = 60): Question => ({
  now: START,
  midnights: Array.from({ length: days }, (_, index) => START + (index + 1) * DAY),
  strategies,
  blackouts: [],
  figures: assumedFigures(),
  start: { backups: [], logsOnDisk: [], archivedUntil: START, coveredUntil: null },
  observed: {},
  missed: [],
  logsPlace: RECOVERY_AREA,
  ...change,
});

/** Weekly level 0, daily level 1, logs every quarter of an hour, a window of 14 days. */
export const usualWeek = (): TestStrategy[] => [
  testStrategy('weekly', {
    scope: database('level-0'), schedule: sundays(), ...obsolete({ kind: 'window', days: 14 }),
  }),
  testStrategy('nightly', {
    scope: database('level-1-differential'),
    schedule: at({ kind: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], times: ['01:00'] }),
  }),
  testStrategy('logs', { scope: logs({ deleteInput: 'input' }), schedule: every(15, 'minutes'), compression: 'none' }),
];
