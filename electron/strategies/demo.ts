// The demonstration's content: the simulated target DEMO and the strategies a DBA would start with. Saves nothing.
import { win32 } from 'node:path';
import type { Language } from '../../shared/domain/settings.ts';
import { newStrategySpec, strategySpecSchema, type StrategySpec } from '../../shared/domain/strategy.ts';
import { newTargetSpec, type TargetSpec } from '../../shared/domain/target.ts';

const TEXT = {
  en: {
    target: 'Simulated database: RMAN is played by a program of ours, no Oracle is needed.',
    weekly: 'Weekly level 0',
    daily: 'Daily level 1',
    hourly: 'Hourly archived logs',
  },
  es: {
    target: 'Base de datos simulada: un programa propio hace de RMAN, no hace falta Oracle.',
    weekly: 'Semanal nivel 0',
    daily: 'Diaria nivel 1',
    hourly: 'Archived logs cada hora',
  },
} as const;

/** The simulated database DEMO, release 19. */
export function demoTarget(language: Language): TargetSpec {
  return { ...newTargetSpec('simulated'), name: 'DEMO', notes: TEXT[language].target };
}

/** Weekly level 0, daily level 1, hourly archived logs; pieces go to `piecesDirectory`, which must exist. */
export function demoStrategies(piecesDirectory: string, language: Language): StrategySpec[] {
  const text = TEXT[language];
  const common = { ...newStrategySpec(), format: demoFormat(piecesDirectory) };
  const database = { kind: 'database', plusArchivedLogs: true } as const;
  return [
    { ...common, name: text.weekly, scope: { ...database, mode: 'level-0' }, channels: 2, tag: 'WEEKLY_L0' },
    { ...common, name: text.daily, scope: { ...database, mode: 'level-1-differential' }, tag: 'DAILY_L1' },
    {
      ...common,
      name: text.hourly,
      scope: { kind: 'archived-logs', notBackedUpTimes: 1 },
      tag: 'HOURLY_LOGS',
      deleteArchivedLogsBackedUp: 2,
    },
  ];
}

/** `null`, so the recovery area, for a directory whose name RMAN could not take (a quote in a user's name, say). */
function demoFormat(directory: string): string | null {
  const separator = win32.isAbsolute(directory) && !directory.startsWith('/') ? '\\' : '/';
  const format = `${directory.replaceAll('%', '%%')}${separator}%d_%T_%U.bkp`;
  return strategySpecSchema.shape.format.safeParse(format).success ? format : null;
}
