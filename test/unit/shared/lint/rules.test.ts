// Per rule: a set that has it, sets beside it that do not, and what its repairs come to.
import { describe, expect, it } from 'vitest';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { newDataPumpScope } from '../../../../shared/domain/strategy/data-pump.ts';
import { findingWords, type LintedStrategy } from '../../../../shared/lint/lint.ts';
import { RULES } from '../../../../shared/lint/rules.ts';
import { repairText } from '../../../../shared/lint/repairs.ts';
import {
  after, afterwards, allLogs, daily, files, hourly, judge, linted, monthly, rulesOf, sundays, wellKept,
  type Circumstances,
} from '../../../support/lint-sets.ts';

type Case = {
  rule: string;
  /** Has it; `repairs` says how many choices there are. */
  fires: LintedStrategy[];
  /** The same a little better. */
  quiet: LintedStrategy[];
  in?: Circumstances;
  quietIn?: Circumstances;
  severity: 'serious' | 'caution' | 'hint';
  repairs: string[];
};

/** The well kept database with one strategy in place of another, or added. */
const kept = (...changed: LintedStrategy[]): LintedStrategy[] => {
  const ids = new Set(changed.map(({ id }) => id));
  return [...wellKept().filter(({ id }) => !ids.has(id)), ...changed];
};
const without = (...ids: string[]): LintedStrategy[] => wellKept().filter(({ id }) => !ids.includes(id));

const disk = { format: '/backup/%d_%U' } as const;
const obsolete = (deleteObsolete: Parameters<typeof afterwards>[0]['deleteObsolete']) =>
  ({ afterwards: afterwards({ restoreValidate: true, deleteObsolete: deleteObsolete ?? null }) });
const window14 = obsolete({ kind: 'window', days: 14 });
const weekly = (change = {}) => linted('weekly', { ...disk, schedule: sundays('01:00'), ...window14, ...change });
const level1 = (change = {}) => linted('daily', { scope: files('level-1-differential'), ...disk, schedule: daily('03:00'), ...change });
const copy = (id: string, change = {}) =>
  linted(id, { scope: files('updated-copy', false), compression: 'none', tag: 'COPY', format: '/backup/%U', schedule: daily('04:00'), ...change });
const script = (text: string) =>
  linted('script', { scope: { kind: 'custom-script', text }, compression: 'none', schedule: daily('06:00') });

const exported = { scope: newDataPumpScope(), compression: 'none', schedule: daily('06:30') } as const;

const CASES: Case[] = [
  { rule: 'noarchivelog-open', fires: wellKept(), quiet: wellKept(), in: { facts: { archivelog: false } }, severity: 'serious', repairs: [] },
  { rule: 'no-full-backup', fires: without('weekly', 'daily'), quiet: wellKept(), severity: 'serious', repairs: [] },
  { rule: 'data-pump-only', fires: [linted('export', exported)], quiet: kept(linted('export', exported)), severity: 'serious', repairs: [] },
  {
    rule: 'level-1-without-level-0', fires: kept(weekly({ scope: files('full') })), quiet: wellKept(), severity: 'serious',
    repairs: ['Make it a level 0', 'Make it a level 0'],
  },
  { rule: 'level-1-without-level-0', fires: kept({ ...weekly(), enabled: false }), quiet: wellKept(), severity: 'serious', repairs: ['Make it a level 0'] },
  { rule: 'level-1-without-level-0', fires: kept(weekly({ schedule: null })), quiet: wellKept(), severity: 'serious', repairs: ['Make it a level 0'] },
  { rule: 'level-0-seldom', fires: kept(weekly({ schedule: { ...monthly(1), rule: { kind: 'cron', expression: '0 1 1 1,4,7,10 *' } } })), quiet: kept(weekly({ schedule: monthly(1) })), severity: 'caution', repairs: ['Make it cumulative'] },
  {
    rule: 'no-control-file',
    fires: [linted('users', { scope: { kind: 'tablespaces', tablespaces: ['USERS'], mode: 'full', plusArchivedLogs: true } })],
    quiet: [linted('users', { scope: { kind: 'tablespaces', tablespaces: ['USERS'], mode: 'full', plusArchivedLogs: true }, controlFile: { kind: 'in-backup' } })],
    in: { facts: { configured: null } }, severity: 'serious',
    repairs: ['Switch autobackup on', 'Put the control file into the backup'],
  },
  {
    rule: 'autobackup-off', fires: wellKept(), quiet: wellKept(), severity: 'caution', repairs: ['Switch autobackup on'],
    in: { facts: { configured: { retention: { kind: 'window', days: 14 }, autobackup: false, encryption: false } } },
  },
  {
    rule: 'logs-never', fires: [weekly({ scope: files('level-0', false) })], quiet: [weekly()], severity: 'serious',
    repairs: ['Back up archived logs with it'],
  },
  { rule: 'logs-seldom', fires: [weekly()], quiet: [weekly(), linted('logs', { scope: allLogs, schedule: daily('06:00') })], severity: 'caution', repairs: [] },
  {
    rule: 'logs-deleted-early', fires: kept(linted('logs', { scope: { ...allLogs, deleteInput: 'all-input' }, ...disk, schedule: hourly })), quiet: wellKept(),
    severity: 'caution', repairs: ['Delete only after 2 backups', 'Do not delete them here'],
  },
  { rule: 'logs-deleted-early', fires: kept(weekly({ deleteArchivedLogsBackedUp: 1 })), quiet: kept(weekly({ deleteArchivedLogsBackedUp: 2 })), severity: 'hint', repairs: ['Delete only after 2 backups'] },
  {
    rule: 'logs-never-deleted',
    fires: [weekly({ scope: files('level-0', false) }), linted('logs', { scope: { ...allLogs, notBackedUpTimes: 1 }, ...disk, schedule: hourly, deleteArchivedLogsBackedUp: 3 })],
    quiet: [weekly({ scope: files('level-0', false) }), linted('logs', { scope: { ...allLogs, notBackedUpTimes: 3 }, ...disk, schedule: hourly, deleteArchivedLogsBackedUp: 3 })],
    severity: 'caution', repairs: ['Back each log up 3 times'],
  },
  {
    rule: 'redundancy-one', fires: kept(weekly(obsolete({ kind: 'redundancy', copies: 1 }))), quiet: kept(weekly(obsolete({ kind: 'redundancy', copies: 2 }))),
    severity: 'caution', repairs: ['Use a recovery window of 7 days', 'Keep 2 copies'],
  },
  {
    rule: 'redundancy-one', fires: kept(weekly(obsolete({ kind: 'configured' }))), quiet: kept(weekly(obsolete({ kind: 'configured' }))),
    in: { facts: { configured: { retention: { kind: 'redundancy', copies: 1 }, autobackup: true, encryption: false } } },
    severity: 'caution', repairs: ['Use a recovery window of 7 days', 'Keep 2 copies'],
  },
  {
    rule: 'redundancy-shared', fires: kept(weekly(obsolete({ kind: 'redundancy', copies: 5 })), linted('monthly', { scope: files('full'), ...disk, schedule: monthly(1) })),
    quiet: kept(weekly(), linted('monthly', { scope: files('full'), ...disk, schedule: monthly(1) })), severity: 'caution', repairs: ['Use a recovery window of 7 days'],
  },
  {
    rule: 'redundancy-increments', fires: kept(weekly(obsolete({ kind: 'redundancy', copies: 2 }))), quiet: without('daily').map((one) => (one.id === 'weekly' ? weekly(obsolete({ kind: 'redundancy', copies: 2 })) : one)),
    severity: 'hint', repairs: ['Use a recovery window of 14 days'],
  },
  {
    rule: 'retention-below-gap', fires: kept(weekly(obsolete({ kind: 'window', days: 3 }))), quiet: kept(weekly(obsolete({ kind: 'window', days: 7 }))),
    severity: 'caution', repairs: ['Use a recovery window of 7 days'],
  },
  {
    rule: 'retention-none', fires: kept(weekly(obsolete({ kind: 'configured' }))), quiet: kept(weekly(obsolete({ kind: 'configured' }))),
    in: { facts: { configured: { retention: { kind: 'none' }, autobackup: true, encryption: false } } }, severity: 'caution',
    repairs: ['Use a recovery window of 14 days'],
  },
  {
    rule: 'nothing-deleted', fires: kept(weekly(obsolete(null))), quiet: kept(weekly({ ...obsolete(null), format: null })), severity: 'hint',
    repairs: ['Use a recovery window of 14 days'],
  },
  { rule: 'on-database-disk', fires: kept(weekly({ format: '/u02/backup/%d_%U' })), quiet: kept(weekly({ format: '/u09/backup/%d_%U' })), severity: 'caution', repairs: [] },
  { rule: 'on-database-disk', fires: kept(weekly({ format: '/u02/oradata/PROD/%d_%U' })), quiet: wellKept(), severity: 'serious', repairs: [] },
  {
    rule: 'on-database-disk', fires: kept(weekly({ format: '+data/%d_%U' })), quiet: kept(weekly({ format: '+FRA/%d_%U' })),
    in: { facts: { dataFiles: ['+DATA/PROD/DATAFILE/system.259.1'] } }, quietIn: { facts: { dataFiles: ['+DATA/PROD/DATAFILE/system.259.1'] } },
    severity: 'serious', repairs: [],
  },
  { rule: 'one-place', fires: without('away'), quiet: wellKept(), severity: 'caution', repairs: [] },
  { rule: 'same-minute', fires: kept(linted('second', { ...disk, schedule: daily('03:00') })), quiet: kept(linted('second', { ...disk, schedule: daily('03:05') })), severity: 'hint', repairs: ['Start it at 03:15'] },
  {
    rule: 'edition-option', fires: kept(weekly({ compression: 'high' })), quiet: kept(weekly({ compression: 'basic' })), severity: 'serious',
    in: { facts: { edition: { name: 'Standard Edition 2' } } }, repairs: ['Use BASIC, which is free'],
  },
  {
    rule: 'edition-option', fires: kept(weekly({ channels: 4 })), quiet: kept(weekly({ channels: 4 })), severity: 'hint',
    in: { facts: { edition: { name: null } } }, repairs: ['Use one channel'],
  },
  { rule: 'edition-option', fires: kept(weekly({ compression: 'low' })), quiet: wellKept(), severity: 'hint', repairs: ['Use BASIC, which is free'] },
  { rule: 'password-only', fires: kept(weekly({ encryption: { kind: 'password', algorithm: null } })), quiet: kept(weekly({ encryption: { kind: 'dual', algorithm: null } })), severity: 'caution', repairs: [] },
  { rule: 'unencrypted-shared', fires: kept(weekly({ format: '/mnt/nas/%d_%U' })), quiet: kept(weekly({ format: '/mnt/nas/%d_%U', encryption: { kind: 'transparent', algorithm: null } })), severity: 'hint', repairs: [] },
  { rule: 'never-validated', fires: kept(weekly({ afterwards: afterwards({ deleteObsolete: { kind: 'window', days: 14 } }) })), quiet: wellKept(), severity: 'hint', repairs: ['Check a restore after each run'] },
  {
    rule: 'copies-pile-up', fires: kept(linted('copies', { scope: files('image-copy', false), compression: 'none', format: '/backup/%U', schedule: daily('06:00') })),
    quiet: kept(copy('copies')), severity: 'hint', repairs: ['Update one copy instead'],
  },
  {
    rule: 'duration-fails', fires: kept(level1({ scope: files('level-1-differential', false), duration: { minutes: 90, partial: false, minimise: 'none' } })),
    quiet: kept(level1({ scope: files('level-1-differential', false), duration: { minutes: 90, partial: true, minimise: 'none' } })), severity: 'caution', repairs: ['End quietly when the time is up'],
  },
  { rule: 'tag-collision', fires: kept(copy('copy one'), copy('copy two', { schedule: daily('06:00') })), quiet: kept(copy('copy one'), copy('copy two', { tag: 'OTHER', schedule: daily('06:00') })), severity: 'serious', repairs: ['Change the tag to COPY_2'] },
  { rule: 'script-format', fires: kept(script("BACKUP FORMAT '/backup/%d_%T' DATABASE;")), quiet: kept(script("BACKUP FORMAT '/backup/%d_%U' DATABASE;")), severity: 'caution', repairs: [] },
  {
    rule: 'keep-forever', fires: kept(linted('archive', { ...disk, keep: { until: { kind: 'forever' }, restorePoint: null }, schedule: monthly(1) })),
    quiet: kept(linted('archive', { ...disk, keep: { until: { kind: 'days', days: 3650 }, restorePoint: null }, schedule: monthly(1) })), severity: 'serious', repairs: ['Keep it for 3650 days', 'Keep it for 365 days'],
  },
  { rule: 'no-schedule', fires: kept(linted('by hand', { ...disk, schedule: null })), quiet: kept(linted('by hand', { ...disk, schedule: null }, false)), severity: 'caution', repairs: [] },
  { rule: 'alerts-nowhere', fires: kept(weekly({ notifications: { recipients: null, on: ['success'] } })), quiet: wellKept(), severity: 'caution', repairs: ['Tell as the settings say'] },
  {
    rule: 'alerts-nowhere', fires: wellKept(), quiet: wellKept(), severity: 'caution', repairs: [],
    in: { roads: { desktop: [], webhook: null, mail: { on: ['failure'], recipients: 0 } } }, quietIn: { roads: null },
  },
  { rule: 'files-skipped', fires: kept(weekly({ skip: ['offline', 'readonly'] })), quiet: kept(weekly({ skip: ['readonly'] })), severity: 'caution', repairs: ['Leave nothing out'] },
  {
    rule: 'expired-deleted', fires: kept(weekly({ afterwards: { ...window14.afterwards, crosscheck: true, deleteExpired: true } })),
    quiet: kept(weekly({ afterwards: { ...window14.afterwards, crosscheck: true } })), severity: 'hint', repairs: ['Only crosscheck'],
  },
  { rule: 'missed-skipped', fires: kept(weekly({ missed: { kind: 'skip' } })), quiet: kept(weekly({ missed: { kind: 'if-less-late', hours: 12 } })), severity: 'hint', repairs: ['Run it as soon as possible'] },
  {
    rule: 'standby-logs', fires: wellKept(), quiet: wellKept(), severity: 'caution', repairs: ['Leave the logs to others'],
    in: { facts: { role: 'PHYSICAL STANDBY' } }, quietIn: { facts: { role: 'PHYSICAL STANDBY', login: 'password' } },
  },
  { rule: 'tablespaces-excluded', fires: wellKept(), quiet: wellKept(), severity: 'caution', repairs: [], in: { facts: { excluded: ['ARCHIVE_2019'] } } },
];

describe.each(CASES.map((one, index) => ({ ...one, title: `${index} ${one.rule}` })))('$title', (one) => {
  const found = judge(one.fires, one.in).filter(({ rule }) => rule === one.rule);

  it('is found, and is as bad as that', () => {
    expect(found[0]?.severity).toBe(one.severity);
  });

  it('is not found where it is not so', () => {
    expect(rulesOf(judge(one.quiet, one.quietIn))).not.toContain(one.rule);
  });

  it('offers its repairs, each of which makes it vanish and comes to a good strategy', () => {
    const [finding] = found;
    expect(finding?.repairs.map((repair) => repairText(repair, 'en'))).toEqual(one.repairs);
    for (const repair of finding?.repairs ?? []) {
      const mended = after(one.fires, repair);
      const spec = mended.find(({ id }) => id === repair.strategyId)?.spec;
      expect(strategySpecSchema.safeParse(spec).error).toBeUndefined();
      const left = judge(mended, one.in).filter(
        ({ rule, strategies, severity }) =>
          rule === one.rule && strategies[0] === finding?.strategies[0] && severity === finding?.severity,
      );
      expect(left, repair.choice).toEqual([]);
    }
  });

  it.each(['en', 'es'] as const)('says everything in %s', (language) => {
    const words = findingWords(found[0]!, language);
    for (const text of Object.values(words)) {
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b|Infinity/);
      // Oracle's own words are in capitals.
      if (language === 'es') expect(text).not.toMatch(/\b(?:the|of|and|with|channels|days|hours)\b/);
    }
  });
});

it('no rule is without a case', () => {
  expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ name }) => name)));
});
