// The check of a destination: real directories seen from here, every judgement, and the whole check before a run.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBeforeRun, checkDestination, judgeDestination } from '../../../../electron/strategies/check.ts';
import { lookAtDestination, type DestinationFacts } from '../../../../electron/strategies/destination.ts';
import type { CheckRow } from '../../../../shared/domain/check.ts';
import { newTargetSpec, type TargetSpec } from '../../../../shared/domain/target.ts';
import { sampleTarget } from '../../../support/store-samples.ts';
import { strategySpec } from '../../../support/strategy-specs.ts';

let root: string;
const here = (name: string): string => join(root, name);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'respaldo-destination-'));
  for (const name of ['pieces', '100%', 'owned', 'closed', 'open', 'home/bin']) mkdirSync(here(name), { recursive: true });
  writeFileSync(here('file'), '');
  writeFileSync(here('home/bin/oracle'), '');
  chmodSync(here('closed'), 0o500);
  chmodSync(here('open'), 0o777);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const simulated: TargetSpec = { ...newTargetSpec('simulated'), name: 'DEMO' };
const local = (login: TargetSpec['login'] = { kind: 'os', as: 'sysdba' }): TargetSpec => ({
  ...simulated,
  runner: { kind: 'local', oracleHome: here('home'), oracleSid: 'X', tnsAdmin: null },
  login,
});

describe('looking', () => {
  test('finds a directory that can be written, its room, and leaves nothing in it', async () => {
    const facts = await lookAtDestination(simulated, { format: here('pieces/%d_%U') });
    expect(facts).toMatchObject({ kind: 'directory', directory: here('pieces'), writable: 'yes' });
    expect((facts as { freeBytes: number }).freeBytes).toBeGreaterThan(0);
    expect(readdirSync(here('pieces'))).toEqual([]);
  });

  test.each<[string, DestinationFacts['kind']]>([
    ['none/%U', 'missing'],
    ['file/%U', 'not-directory'],
    ['%d/%U', 'elements'],
    ['100%%/%U', 'directory'],
  ])('says of %s: %s', async (format, kind) => {
    expect((await lookAtDestination(simulated, { format: here(format) })).kind).toBe(kind);
  });

  test.runIf(process.platform === 'linux')('finds that a place which is there cannot be written, even by root', async () => {
    // The kernel's own file system takes files from nobody.
    expect(await lookAtDestination(simulated, { format: '/proc/%U' })).toMatchObject({ kind: 'directory', writable: 'no' });
  });

  test('leaves the recovery area and disk groups to the database', async () => {
    expect(await lookAtDestination(simulated, { format: null })).toEqual({ kind: 'recovery-area' });
    for (const format of ['+FRA', '+FRA/demo/%U']) {
      expect((await lookAtDestination(local(), { format })).kind).toBe('disk-group');
    }
  });

  test('looks at no disk of ours for a database behind a net name', async () => {
    const logins: TargetSpec['login'][] = [
      { kind: 'wallet', alias: 'PROD', as: 'sysdba' },
      { kind: 'password', username: 'sys', connectIdentifier: 'PROD', as: 'sysdba' },
    ];
    for (const login of logins) {
      expect((await lookAtDestination(local(login), { format: here('none/%U') })).kind).toBe('on-server');
    }
    const beside = local({ kind: 'password', username: 'sys', connectIdentifier: null, as: 'sysdba' });
    expect((await lookAtDestination(beside, { format: here('none/%U') })).kind).toBe('missing');
  });

  const uid = process.getuid?.() ?? 0;
  const seenBy = async (directory: string, account: number | null, platform: NodeJS.Platform = 'linux') =>
    lookAtDestination(local(), { format: here(`${directory}/%U`) }, { platform, uid: account });

  test('judges for the account that owns bin/oracle, which is not always ours', async () => {
    // The home of this test belongs to `uid`; to anybody else Oracle is another account.
    expect(await seenBy('pieces', uid)).toMatchObject({ writable: 'yes' });
    expect(await seenBy('pieces', uid + 1)).toMatchObject({ writable: 'yes' });
    expect(await seenBy('closed', uid + 1)).toMatchObject({ writable: 'no' });
    expect(await seenBy('open', uid + 1)).toMatchObject({ writable: 'yes' });
    expect(await seenBy('pieces', null, 'win32')).toMatchObject({ writable: 'no-judge' });
  });
});

describe('judging', () => {
  const directory = '/b';
  const GB = 1_000_000_000;
  test.each<[DestinationFacts, (string | null)[][]]>([
    [{ kind: 'recovery-area' }, [['destination', 'unknown', 'destination.in-database']]],
    [{ kind: 'disk-group', directory: '+FRA' }, [['destination', 'unknown', 'destination.disk-group']]],
    [{ kind: 'on-server', directory }, [['destination', 'unknown', 'destination.on-server']]],
    [{ kind: 'elements', directory }, [['destination', 'unknown', 'destination.elements']]],
    [{ kind: 'missing', directory }, [['destination', 'bad', 'destination.missing']]],
    [{ kind: 'not-directory', directory }, [['destination', 'bad', 'destination.not-directory']]],
    [{ kind: 'directory', directory, writable: 'no', freeBytes: 5 * GB }, [['destination', 'bad', 'destination.unwritable']]],
    [
      { kind: 'directory', directory, writable: 'no-judge', freeBytes: null },
      [['destination', 'unknown', 'destination.other-account']],
    ],
    [
      { kind: 'directory', directory, writable: 'yes', freeBytes: 5 * GB },
      [
        ['destination', 'good', null],
        ['free-space', 'good', null],
      ],
    ],
    [
      { kind: 'directory', directory, writable: 'yes', freeBytes: GB - 1 },
      [
        ['destination', 'good', null],
        ['free-space', 'warning', 'destination.little-space'],
      ],
    ],
  ])('%j', (facts, rows) => {
    const judged = judgeDestination(facts);
    expect(judged.map(({ what, state, problem }) => [what, state, problem?.code ?? null])).toEqual(rows);
  });

  test('gives free space as a plain number of bytes', () => {
    const rows = judgeDestination({ kind: 'directory', directory, writable: 'yes', freeBytes: 123_456_789_012 });
    expect(rows[1]?.found).toBe('123456789012');
  });
});

test('before a run the target and the destination are both looked at', async () => {
  const target = sampleTarget('DEMO');
  const problem = { code: 'rman.home-missing' as const, params: {}, fields: [] };
  const home: CheckRow = { what: 'home', state: 'bad', found: '/x', problem };
  const spec = strategySpec({ format: here('none/%U') });
  const rows = await checkBeforeRun(target, spec, { checkTarget: async () => [home] });
  expect(rows).toEqual([home, ...(await checkDestination(target.spec, spec))]);
  expect(rows[1]).toMatchObject({ state: 'bad', problem: { code: 'destination.missing', params: { path: here('none') } } });
});

test('before a run it is said what the release of the RMAN client does not know', async () => {
  const client = (found: string): CheckRow => ({ what: 'version', state: 'good', found, problem: null });
  const pdbs = strategySpec({ scope: { kind: 'pdbs', pdbs: ['PDB1'], mode: 'full', plusArchivedLogs: false } });
  const codes = async (found: string) => {
    const rows = await checkBeforeRun(sampleTarget('OLD'), pdbs, { checkTarget: async () => [client(found)] });
    return rows.filter(({ what, state }) => what === 'version' && state === 'bad').map(({ problem }) => problem);
  };
  const params = { release: '11.2.0.4.0', needed: '12.1', options: 'scope.kind' };
  expect(await codes('11.2.0.4.0')).toMatchObject([{ code: 'strategy.newer-option', params, fields: [{ code: 'option.release' }] }]);
  expect(await codes('19.0.0.0.0')).toEqual([]);
  expect(await codes('a banner that nobody can read')).toEqual([]);
});
