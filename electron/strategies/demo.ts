// The demonstration's content: the simulated target DEMO and the strategies a DBA would start with. Saves nothing.
import { win32 } from 'node:path';
import type { Language } from '../../shared/domain/settings.ts';
import { newStrategySpec, type StrategySpec } from '../../shared/domain/strategy.ts';
import { newTargetSpec, type TargetSpec } from '../../shared/domain/target.ts';
import { isHostile } from '../../shared/domain/safe-text.ts';
import { formatProblems } from '../../shared/rman/format-string.ts';
import { plainSchedule, type ScheduleRule } from '../../shared/schedule/schedule.ts';
import { MINUTE, wallText } from '../../shared/schedule/wall-time.ts';
import { zoneNamed } from '../../shared/schedule/zone.ts';

const TEXT = {
  en: {
    target: 'Simulated database: RMAN is played by a program of ours, no Oracle is needed.',
    weekly: 'Weekly level 0',
    daily: 'Daily level 1',
    hourly: 'Hourly archived logs',
    users: 'USERS, tried out daily',
  },
  es: {
    target: 'Base de datos simulada: un programa propio hace de RMAN, no hace falta Oracle.',
    weekly: 'Semanal nivel 0',
    daily: 'Diaria nivel 1',
    hourly: 'Archived logs cada hora',
    users: 'USERS, probada a diario',
  },
} as const;

/** The simulated database DEMO, release 19. */
export function demoTarget(language: Language): TargetSpec {
  return { ...newTargetSpec('simulated'), name: 'DEMO', notes: TEXT[language].target };
}

/** Whose clock the schedules mean, and when the demonstration is made. */
export type DemoMoment = { zone: string; now: number };

/**
 * Weekly level 0, daily level 1, hourly archived logs, one tablespace with steps afterwards, each with its schedule;
 * pieces go to `piecesDirectory`, which must exist. The hours are counted from now: nothing starts by itself while the
 * user is shown around.
 */
export function demoStrategies(piecesDirectory: string, language: Language, moment: DemoMoment): StrategySpec[] {
  const text = TEXT[language];
  const zone = zoneNamed(moment.zone) === null ? 'UTC' : moment.zone;
  const at = (rule: ScheduleRule) => plainSchedule(rule, zone);
  const common = { ...newStrategySpec(), format: demoFormat(piecesDirectory) };
  const database = { kind: 'database', plusArchivedLogs: true } as const;
  return [
    { ...common, name: text.weekly, scope: { ...database, mode: 'level-0' }, channels: 2, tag: 'WEEKLY_L0',
      schedule: at({ kind: 'weekly', days: ['sun'], times: ['02:00'] }) },
    { ...common, name: text.daily, scope: { ...database, mode: 'level-1-differential' }, tag: 'DAILY_L1',
      schedule: at({ kind: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], times: ['02:00'] }) },
    {
      ...common,
      name: text.hourly,
      scope: { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: 1, deleteInput: 'keep' },
      tag: 'HOURLY_LOGS',
      deleteArchivedLogsBackedUp: 2,
      schedule: at({ kind: 'every', count: 1, unit: 'hours', anchor: wallNow(zone, moment.now) }),
    },
    {
      ...common,
      name: text.users,
      scope: { kind: 'tablespaces', tablespaces: ['USERS'], mode: 'full', plusArchivedLogs: false },
      tag: 'USERS_DAILY',
      afterwards: { ...common.afterwards, restoreValidate: true, crosscheck: true, report: true },
      schedule: at({ kind: 'daily', times: ['04:00'] }),
    },
  ];
}

/** The minute that the zone's clock shows. */
function wallNow(zone: string, now: number): string {
  const wall = now + (zoneNamed(zone)?.offsetAt(now) ?? 0);
  return wallText(Math.floor(wall / MINUTE) * MINUTE).slice(0, 16);
}

/** `null`, so the recovery area, for a directory whose name RMAN could not take (a quote in a user's name, say). */
function demoFormat(directory: string): string | null {
  const separator = win32.isAbsolute(directory) && !directory.startsWith('/') ? '\\' : '/';
  const format = `${directory.replaceAll('%', '%%')}${separator}%d_%T_%U.bkp`;
  return isHostile(format) || formatProblems(format).length > 0 ? null : format;
}
