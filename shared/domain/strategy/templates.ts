// Sets of strategies to begin with: small OLTP, warehouse, Data Guard standby, container lab. Each set is complete by
// itself (data files, archived logs, control file, retention, a proof that it can be read) and fits the database that
// it is made for. Pure; saves nothing.
import { plainSchedule, type ScheduleRule } from '../../schedule/schedule.ts';
import type { Language } from '../settings.ts';
import { newStrategySpec, type StrategySpec } from '../strategy.ts';
import type { Afterwards } from './keeping.ts';
import type { FileMode } from './scope.ts';

export const TEMPLATE_KINDS = ['small-oltp', 'warehouse', 'standby', 'container-lab'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What a set is fitted to. */
export type TemplateFit = {
  /** A directory on the database server or `+DISKGROUP`; `null`: the fast recovery area. */
  directory: string | null;
  /** A second place, for a copy that is not lost with the first; `null`: there is none. */
  second: string | null;
  /** `11.2`, `19.0.0.0.0`; `null`: not known. */
  release: string | null;
  /** Several channels run side by side in Enterprise Edition only (reference §2.9). */
  enterprise: boolean;
  zone: string;
  language: Language;
};

/** Containers came with 12.1. */
export const isPossible = (kind: TemplateKind, { release }: Pick<TemplateFit, 'release'>): boolean =>
  kind !== 'container-lab' || release === null || Number.parseInt(release, 10) >= 12;

export type KnownOfDatabase = { role: string | null; bytes: number | null; containers: boolean };

/** The set that fits a database best by what is known of it. */
export function suggestedTemplate(known: KnownOfDatabase): TemplateKind {
  if (known.role !== null && /STANDBY/i.test(known.role)) return 'standby';
  if (known.bytes !== null && known.bytes >= LARGE) return 'warehouse';
  return known.containers && known.bytes !== null && known.bytes < SMALL ? 'container-lab' : 'small-oltp';
}
const LARGE = 1_000_000_000_000;
const SMALL = 20_000_000_000;

/** The strategies of a set, in the order in which they are listed. */
export function templateStrategies(kind: TemplateKind, fit: TemplateFit): StrategySpec[] {
  return SETS[kind](fit);
}

const NAMES = {
  en: {
    level0: 'Weekly level 0', level1: 'Daily level 1', cumulative: 'Daily level 1, cumulative', full: 'Daily level 0',
    logs: 'Archived logs', second: 'Second copy of the recovery area', proof: 'Weekly proof of restore',
  },
  es: {
    level0: 'Nivel 0 semanal', level1: 'Nivel 1 diaria', cumulative: 'Nivel 1 acumulativa diaria', full: 'Nivel 0 diaria',
    logs: 'Archived logs', second: 'Segunda copia del área de recuperación', proof: 'Prueba de restauración semanal',
  },
} as const;

const SETS: Readonly<Record<TemplateKind, (fit: TemplateFit) => StrategySpec[]>> = {
  // A week of increments on one level 0, logs every hour: at most an hour of work is lost with the machine.
  'small-oltp': (fit) => [
    files(fit, 'level0', 'level-0', 'OLTP_L0', weekly(['sun'], '01:30'), { afterwards: upkeep({ days: 14 }) }),
    files(fit, 'level1', 'level-1-differential', 'OLTP_L1', weekly(WORKDAYS_AND_SATURDAY, '01:30')),
    logs(fit, 'OLTP_LOGS', { kind: 'cron', expression: '10 * * * *' }),
    proof(fit, weekly(['sat'], '12:00')),
    ...second(fit),
  ],
  // Large files in sections, read by several channels; cumulative increments, so that a restore reads one of them.
  warehouse: (fit) => [
    files(fit, 'level0', 'level-0', 'DW_L0', weekly(['sat'], '20:30'), {
      channels: channels(fit), sectionSize: '32G', afterwards: upkeep({ days: 21 }),
    }),
    files(fit, 'cumulative', 'level-1-cumulative', 'DW_L1', weekly(['sun', 'mon', 'tue', 'wed', 'thu', 'fri'], '20:30'), {
      channels: channels(fit),
    }),
    logs(fit, 'DW_LOGS', { kind: 'cron', expression: '40 */4 * * *' }),
    proof(fit, weekly(['wed'], '10:00'), { channels: channels(fit) }),
    ...second(fit),
  ],
  // The standby carries the load of the backups. Its logs are deleted by nobody here: the database's own deletion
  // policy knows what has been applied (reference §8.5). Nothing is CONFIGUREd either: a standby's control file takes
  // no such change (RMAN-05021).
  standby: (fit) => [
    files(fit, 'level0', 'level-0', 'STBY_L0', weekly(['sun'], '02:30'), {
      channels: fit.enterprise ? 2 : 1, controlFile: { kind: 'in-backup' }, afterwards: upkeep({ days: 14 }),
    }, false),
    files(fit, 'level1', 'level-1-differential', 'STBY_L1', weekly(WORKDAYS_AND_SATURDAY, '02:30'), {
      channels: fit.enterprise ? 2 : 1, controlFile: { kind: 'in-backup' },
    }, false),
    logs(fit, 'STBY_LOGS', { kind: 'cron', expression: '10 * * * *' }, {
      deleteArchivedLogsBackedUp: null, controlFile: { kind: 'as-configured' },
    }),
    proof(fit, weekly(['sat'], '12:00')),
    ...second(fit),
  ],
  // A whole backup each day, two kept: simple to restore, little to look after.
  'container-lab': (fit) => [
    files(fit, 'full', 'level-0', 'LAB_L0', { kind: 'daily', times: ['03:30'] }, { afterwards: upkeep({ days: 3 }) }),
    logs(fit, 'LAB_LOGS', { kind: 'cron', expression: '10 */6 * * *' }),
    proof(fit, weekly(['sat'], '13:00')),
    ...second(fit),
  ],
};

const WORKDAYS_AND_SATURDAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
type Days = Extract<ScheduleRule, { kind: 'weekly' }>['days'];
const weekly = (days: readonly Days[number][], time: string): ScheduleRule => ({ kind: 'weekly', days: [...days], times: [time] });

const channels = ({ enterprise }: TemplateFit): number => (enterprise ? 4 : 1);

/** What keeps a place in order, behind a backup that succeeded and could be read. */
const upkeep = ({ days }: { days: number }): Afterwards => ({
  restoreValidate: false,
  crosscheck: true,
  deleteExpired: true,
  deleteObsolete: { kind: 'window', days },
  report: true,
});

function common(fit: TemplateFit, name: keyof typeof NAMES.en, tag: string, rule: ScheduleRule): StrategySpec {
  return {
    ...newStrategySpec(),
    name: NAMES[fit.language][name],
    tag,
    format: formatIn(fit.directory),
    controlFile: { kind: 'autobackup', configure: true, format: autobackupIn(fit.directory) },
    schedule: plainSchedule(rule, fit.zone),
  };
}

function files(
  fit: TemplateFit,
  name: keyof typeof NAMES.en,
  mode: FileMode,
  tag: string,
  rule: ScheduleRule,
  change: Partial<StrategySpec> = {},
  plusArchivedLogs = true,
): StrategySpec {
  return { ...common(fit, name, tag, rule), scope: { kind: 'database', mode, plusArchivedLogs }, ...change };
}

function logs(fit: TemplateFit, tag: string, rule: ScheduleRule, change: Partial<StrategySpec> = {}): StrategySpec {
  return {
    ...common(fit, 'logs', tag, rule),
    scope: { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: 2, deleteInput: 'keep' },
    deleteArchivedLogsBackedUp: 2,
    ...change,
  };
}

/** The database and its backups read whole once a week, nothing written: a backup nobody ever read is a hope. */
function proof(fit: TemplateFit, rule: ScheduleRule, change: Partial<StrategySpec> = {}): StrategySpec {
  return {
    ...newStrategySpec(),
    name: NAMES[fit.language].proof,
    scope: { kind: 'database', mode: 'full', plusArchivedLogs: false },
    compression: 'none',
    validateOnly: true,
    checkLogical: true,
    schedule: plainSchedule(rule, fit.zone),
    ...change,
    afterwards: { ...newStrategySpec().afterwards, restoreValidate: true },
  };
}

/** The recovery area copied to a second place, where there is one. */
function second(fit: TemplateFit): StrategySpec[] {
  if (fit.second === null || fit.directory !== null) return [];
  const { format: _format, tag: _tag, ...rest } = common(fit, 'second', '', { kind: 'daily', times: ['06:30'] });
  return [
    {
      ...rest, tag: null, format: null, compression: 'none',
      scope: { kind: 'recovery-area', destination: fit.second },
      controlFile: { kind: 'as-configured' },
    },
  ];
}

function separatorOf(directory: string): string {
  return /^[A-Za-z]:|^\\\\/.test(directory) ? '\\' : '/';
}

function inDirectory(directory: string, name: string): string {
  const separator = separatorOf(directory);
  const escaped = directory.replaceAll('%', '%%');
  return escaped.endsWith(separator) ? `${escaped}${name}` : `${escaped}${separator}${name}`;
}

/** A bare disk group names its files itself. */
const formatIn = (directory: string | null): string | null =>
  directory === null || directory.startsWith('+') ? directory : inDirectory(directory, '%d_%T_%U.bkp');
const autobackupIn = (directory: string | null): string | null =>
  directory === null || directory.startsWith('+') ? directory : inDirectory(directory, 'cf_%F');
