// What excludes what: each combination is refused beside its field, with a reason in both languages; what an earlier
// Respaldo stored is still a strategy and still gives the same script.
import { describe, expect, test } from 'vitest';
import { newStrategySpec, strategySpecSchema, type StrategySpec } from '../../../../shared/domain/strategy.ts';
import { releaseProblems } from '../../../../shared/domain/strategy/needs.ts';
import { storedStrategySpec } from '../../../../shared/domain/strategy/upgrade.ts';
import { fieldProblemText, problemsOf } from '../../../../shared/errors/field-problem.ts';
import { renderScript } from '../../../../shared/rman/render-script.ts';
import { strategySpec } from '../../../support/strategy-specs.ts';

const files = (mode: 'full' | 'level-1-differential' | 'image-copy' | 'updated-copy', plusArchivedLogs = false) =>
  ({ kind: 'database', mode, plusArchivedLogs }) as const;
const logs = { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'keep' } as const;
const tape = { kind: 'sbt', parms: 'SBT_LIBRARY=/x.so' } as const;
const keep = { until: { kind: 'days', days: 30 }, restorePoint: null } as const;
const afterwards = newStrategySpec().afterwards;

const REFUSED: [string, Partial<StrategySpec>, string, string][] = [
  ['compressed image copies', { scope: files('image-copy') }, 'compression', 'option.copies'],
  ['image copies on tape', { scope: files('image-copy'), compression: 'none', device: tape }, 'device.kind', 'copy.disk'],
  ['encrypted image copies', { scope: files('image-copy'), compression: 'none', encryption: { kind: 'transparent', algorithm: null } }, 'encryption', 'option.copies'],
  ['an updated copy without a tag', { scope: files('updated-copy'), compression: 'none' }, 'tag', 'copy.tag'],
  ['an updated copy of PDBs', { scope: { ...files('updated-copy'), kind: 'pdbs', pdbs: ['A'] }, compression: 'none', tag: 'T' }, 'scope.mode', 'copy.scope'],
  ['a plain copy that stays behind', { scope: files('image-copy'), compression: 'none', copyDaysBehind: 3 }, 'copyDaysBehind', 'copy.behind'],
  ['a section size with files per set', { scope: files('full'), sectionSize: '1G', filesPerSet: 2 }, 'filesPerSet', 'section.files-per-set'],
  ['a section size with a piece size', { scope: files('full'), sectionSize: '1G', maxPieceSize: '2G' }, 'maxPieceSize', 'section.piece-size'],
  ['a section size for archived logs', { scope: logs, sectionSize: '1G' }, 'sectionSize', 'option.logs'],
  ['KEEP in the recovery area', { scope: files('full'), keep }, 'format', 'keep.recovery-area'],
  ['KEEP of a level 1', { scope: files('level-1-differential'), format: '/k/%U', keep }, 'keep', 'keep.level'],
  ['KEEP of archived logs', { scope: logs, format: '/k/%U', keep }, 'keep', 'option.logs'],
  ['a window with PLUS ARCHIVELOG', { scope: files('full', true), duration: { minutes: 60, partial: true, minimise: 'none' } }, 'duration', 'duration.plus-logs'],
  ['skipping read-only archived logs', { scope: logs, skip: ['readonly'] }, 'skip', 'skip.logs'],
  ['the recovery area to disk without a place', { scope: { kind: 'recovery-area', destination: null }, compression: 'none' }, 'scope.destination', 'area.destination'],
  ['the recovery area to tape with a place', { scope: { kind: 'recovery-area', destination: '/x' }, compression: 'none', device: tape }, 'scope.destination', 'area.destination-tape'],
  ['a format beside that of a channel', { scope: files('full'), format: '/a/%U', perChannel: [{ format: '/b/%U', rate: null, connect: null }] }, 'perChannel.0.format', 'channel.format'],
  ['options of more channels than there are', { scope: files('full'), perChannel: [1, 2].map(() => ({ format: null, rate: '1M', connect: null })) }, 'channels', 'channels.fewer'],
  ['an autobackup without %F', { scope: files('full'), controlFile: { kind: 'autobackup', configure: false, format: '/b/cf_%d' } }, 'controlFile.format', 'format.autobackup'],
  ['the control file in image copies', { scope: files('image-copy'), compression: 'none', controlFile: { kind: 'in-backup' } }, 'controlFile.kind', 'control-file.sets'],
  ['deleting twice', { scope: { ...logs, deleteInput: 'input' }, deleteArchivedLogsBackedUp: 1 }, 'deleteArchivedLogsBackedUp', 'delete.twice'],
  ['deleting after only reading', { scope: files('full'), validateOnly: true, deleteArchivedLogsBackedUp: 1 }, 'deleteArchivedLogsBackedUp', 'validate.writes-nothing'],
  ['expired without a crosscheck', { scope: files('full'), afterwards: { ...afterwards, deleteExpired: true } }, 'afterwards.deleteExpired', 'expired.crosscheck'],
  ['trying a restore of the recovery area', { scope: { kind: 'recovery-area', destination: '/x' }, compression: 'none', afterwards: { ...afterwards, restoreValidate: true } }, 'afterwards.restoreValidate', 'restore.nothing'],
  ['a range without ends', { scope: { ...logs, range: { by: 'scn', from: null, until: null } } }, 'scope.range.from', 'range.empty'],
  ['a range that ends before it begins', { scope: { ...logs, range: { by: 'scn', from: 9, until: 3 } } }, 'scope.range.until', 'range.order'],
  ['a relative place on disk', { scope: files('full'), format: '%U' }, 'format', 'format.relative'],
  ['an option beside a script of the user', { scope: { kind: 'custom-script', text: 'BACKUP DATABASE;' }, compression: 'none', tag: 'X' }, 'tag', 'option.custom-script'],
];

describe('the rules refuse', () => {
  test.each(REFUSED)('%s', (_, change, path, code) => {
    const problems = problemsOf(strategySpecSchema, strategySpec(change));
    expect(problems.map((one) => [one.path, one.code])).toEqual([[path, code]]);
    const [problem] = problems;
    expect(fieldProblemText(problem!, 'es')).not.toBe(fieldProblemText(problem!, 'en'));
  });

  test('also while the name is still missing', () => {
    const spec = strategySpec({ name: '', scope: files('full'), sectionSize: '1G', filesPerSet: 2 });
    expect(problemsOf(strategySpecSchema, spec).map(({ path }) => path)).toEqual(['name', 'filesPerSet']);
  });

  test('nothing of names on tape that would be wrong on disk', () => {
    const spec = strategySpec({ scope: files('full'), device: tape, format: '%d_%U' });
    expect(problemsOf(strategySpecSchema, spec)).toEqual([]);
  });
});

test.each<[string, Partial<StrategySpec>, string[]]>([
  ['the root container', { scope: { ...files('full'), kind: 'root' } }, ['scope.kind']],
  ['a tablespace of a PDB', { scope: { ...files('full'), kind: 'tablespaces', tablespaces: ['A', 'P:B'] } }, ['scope.tablespaces']],
  ['a level 1 in sections', { scope: files('level-1-differential'), sectionSize: '1G' }, ['sectionSize']],
  ['a full backup in sections', { scope: files('full'), sectionSize: '1G' }, []],
])('%s needs its release', (_, change, paths) => {
  const spec = strategySpec(change);
  expect(releaseProblems(spec, '11.2').map(({ path, code }) => [path, code])).toEqual(paths.map((path) => [path, 'option.release']));
  expect(releaseProblems(spec, '12.2')).toEqual([]);
  expect(releaseProblems(spec, null)).toEqual([]);
});

describe('what an earlier Respaldo stored', () => {
  const automation = {
    schedule: null,
    missed: { kind: 'run-once' },
    retries: { count: 2, firstMinutes: 5, longestMinutes: 60 },
    notifications: { recipients: null, on: null },
  };
  const level0 = {
    name: 'Weekly level 0', notes: '', scope: { kind: 'database', mode: 'level-0', plusArchivedLogs: true }, channels: 2,
    compression: 'basic', format: '/b/%d_%U', tag: 'WEEKLY_L0', deleteArchivedLogsBackedUp: 2, ...automation,
  };
  const hourly = {
    name: 'Hourly', notes: '', scope: { kind: 'archived-logs', notBackedUpTimes: 1 }, channels: 1, compression: 'none',
    format: null, tag: null, deleteArchivedLogsBackedUp: null, ...automation,
  };

  test.each([level0, hourly])('$name is a strategy of today that says the same', (stored) => {
    const spec = storedStrategySpec(JSON.parse(JSON.stringify(stored)));
    expect(spec).toMatchObject(stored);
    expect(problemsOf(strategySpecSchema, spec)).toEqual([]);
  });

  test('gives the same commands', () => {
    const commands = (stored: unknown): string[] =>
      renderScript(storedStrategySpec(stored)!, { version: 1, commandId: 'X' }).text.split('\n').filter((line) => !line.startsWith('#'));
    expect(commands(hourly).join('\n')).toBe(
      "SET COMMAND ID TO 'X';\nRUN {\n  ALLOCATE CHANNEL c1 DEVICE TYPE DISK;\n  BACKUP\n    AS BACKUPSET\n    ARCHIVELOG ALL NOT BACKED UP 1 TIMES;\n}\n",
    );
  });

  test.each([null, 'text', [], {}, { ...level0, scope: { kind: 'other' } }, { ...level0, extra: 1 }])('%j is none', (value) => {
    expect(storedStrategySpec(value)).toBeNull();
  });
});
