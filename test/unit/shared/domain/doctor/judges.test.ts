// What the doctor makes of facts, row by row: good, yellow, red, and unknown with the grant that is missing.
import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../../../shared/domain/catalogue/identity.ts';
import type { RecoveryArea } from '../../../../../shared/domain/catalogue/storage.ts';
import { worstOf, type CheckRow } from '../../../../../shared/domain/check.ts';
import {
  autobackupRow, clockRow, databaseRows, recoveryAreaRow, releaseRow, type DatabaseFacts,
} from '../../../../../shared/domain/doctor/judge-database.ts';
import { judgeLogIn, sameDatabase } from '../../../../../shared/domain/doctor/judge-log-in.ts';
import { environmentRow, keychainRow } from '../../../../../shared/domain/doctor/judge-machine.ts';
import { editionRows, roomRows } from '../../../../../shared/domain/doctor/judge-strategy.ts';
import { good, sizeText, type Asked } from '../../../../../shared/domain/doctor/row.ts';
import type { StrategySpec } from '../../../../../shared/domain/strategy.ts';
import { strategySpec } from '../../../../support/strategy-specs.ts';

const identity = (change: Partial<Identity> = {}): Identity => ({
  dbid: 1, name: 'VENTAS', uniqueName: 'VENTAS', isContainer: false, logMode: 'ARCHIVELOG', openMode: 'READ WRITE',
  role: 'PRIMARY', flashback: 'NO', forceLogging: 'NO', createdAt: 1, resetlogsAt: 1, platform: null, instance: 'ventas',
  host: 'db1', version: '19.20.0.0.0', edition: 'Enterprise', banner: '', startedAt: 1, ...change,
});
const area = (change: Partial<RecoveryArea> = {}): RecoveryArea =>
  ({ name: '/fra', limitBytes: 100e9, usedBytes: 50e9, reclaimableBytes: 10e9, files: 1, usage: [], ...change });
const ok = <Value>(value: Value): Asked<Value> => ({ state: 'ok', value, askedAt: 1 });
const facts = (change: Partial<DatabaseFacts> = {}): DatabaseFacts => ({
  identity: ok(identity()), recoveryArea: ok(area()), configuration: ok({ items: [] }),
  changeTracking: ok({ enabled: false, file: null, bytes: null }), ...change,
});
const codes = (rows: readonly CheckRow[]): (string | null)[] => rows.map(({ problem }) => problem?.code ?? null);
const level1: StrategySpec = strategySpec({
  scope: { kind: 'database', mode: 'level-1-differential', plusArchivedLogs: true },
});

describe('the database', () => {
  test('is good when everything is', () => {
    const rows = databaseRows(facts(), [strategySpec({ format: '/b/%U' })], '19.20.0.0.0');
    expect(rows.map(({ what, state }) => [what, state])).toEqual([
      ['release', 'good'], ['log-mode', 'good'], ['recovery-area', 'good'], ['autobackup', 'good'],
    ]);
  });

  test('is unknown, never good, without an answer, and says which grant is missing', () => {
    const grants = ['GRANT SELECT ON sys.v_$database TO MON'];
    const rows = databaseRows(facts({ identity: { state: 'denied', code: 'ORA-00942', grants }, recoveryArea: null }), [], null);
    expect(rows.slice(0, 3).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(rows[0]).toMatchObject({ problem: { code: 'doctor.grant-missing' }, grants });
    expect(rows[2]).toMatchObject({ problem: { code: 'doctor.sql-needed' } });
    const error = { code: 'oracle.failed' as const, params: {}, fields: [] };
    expect(databaseRows(facts({ configuration: { state: 'failed', error } }), [], null)[3])
      .toMatchObject({ state: 'unknown', problem: error });
  });

  test('client and database of one release', () => {
    const of = (client: string | null, version: string): string | null =>
      codes([releaseRow(client, identity({ version }))])[0]!;
    expect(of('19.3.0.0.0', '19.20.0.0.0')).toBeNull();
    expect(of('12.1.0.2.0', '12.2.0.1.0')).toBe('doctor.client-older');
    expect(of('11.2.0.4.0', '19.3.0.0.0')).toBe('doctor.client-older');
    expect(of('23.4.0.0.0', '19.3.0.0.0')).toBe('doctor.client-newer');
    expect(of(null, '19.3.0.0.0')).toBeNull();
  });

  test('NOARCHIVELOG is red', () => {
    const rows = databaseRows(facts({ identity: ok(identity({ logMode: 'NOARCHIVELOG' })) }), [], null);
    expect(rows[1]).toMatchObject({ what: 'log-mode', state: 'bad', problem: { code: 'doctor.no-archivelog' } });
  });

  test('the recovery area by what Oracle cannot give back', () => {
    const of = (change: Partial<RecoveryArea>, specs: StrategySpec[] = []): [string, string | null] => {
      const row = recoveryAreaRow(area(change), specs);
      return [row.state, row.problem?.code ?? null];
    };
    expect(of({ usedBytes: 99e9, reclaimableBytes: 60e9 })).toEqual(['good', null]);
    expect(of({ usedBytes: 90e9, reclaimableBytes: 0 })).toEqual(['warning', 'doctor.area-nearly-full']);
    expect(of({ usedBytes: 99e9, reclaimableBytes: 0 })).toEqual(['bad', 'doctor.area-full']);
    expect(of({ name: null, limitBytes: 0 }, [strategySpec({ format: null })])).toEqual(['warning', 'doctor.area-none']);
    expect(of({ name: null, limitBytes: 0 }, [strategySpec({ format: '/b/%U' })])).toEqual(['good', null]);
  });

  test('autobackup by configuration, by the default of the release, and by what the strategies do themselves', () => {
    const of = (value: string | null, version: string, spec = strategySpec()): string => {
      const items = value === null ? [] : [{ number: 1, name: 'CONTROLFILE AUTOBACKUP', value }];
      return autobackupRow(items, ok(identity({ version })), [spec]).state;
    };
    expect(of(null, '12.2.0.1.0')).toBe('good');
    expect(of(null, '12.1.0.2.0')).toBe('warning');
    expect(of('ON', '11.2.0.4.0')).toBe('good');
    expect(of('OFF', '19.0.0.0.0')).toBe('warning');
    expect(of('OFF', '19.0.0.0.0', strategySpec({ controlFile: { kind: 'in-backup' } }))).toBe('good');
    expect(autobackupRow([], null, []).state).toBe('unknown');
  });

  test('change tracking matters where changes are read, in an edition that has it', () => {
    const of = (specs: StrategySpec[], edition: string): (string | null)[] =>
      codes(databaseRows(facts({ identity: ok(identity({ edition })) }), specs, null)).slice(4);
    expect(of([level1], 'Enterprise')).toEqual(['doctor.no-change-tracking']);
    expect(of([level1], 'Standard 2')).toEqual([]);
    expect(of([strategySpec()], 'Enterprise')).toEqual([]);
  });

  test('clocks', () => {
    expect(clockRow('db1', 1000).state).toBe('good');
    expect(clockRow('db1', -45_000)).toMatchObject({ state: 'warning', found: 'db1 −45 s' });
    expect(clockRow('db1', 3_600_000).state).toBe('bad');
  });
});

describe('a strategy', () => {
  const rich = strategySpec({ channels: 4, compression: 'high', encryption: { kind: 'transparent', algorithm: null } });

  test('against the edition', () => {
    const of = (edition: string | null, spec = rich): (string | null)[] =>
      codes(editionRows(spec, ok(identity({ edition }))));
    expect(of('Standard 2')).toEqual(['doctor.edition-serial', 'doctor.edition', 'doctor.edition']);
    expect(of(null)).toEqual(['doctor.edition-serial', 'doctor.edition', 'doctor.edition']);
    expect(of('Enterprise')).toEqual(['doctor.licence', 'doctor.licence']);
    expect(of('Standard 2', strategySpec())).toEqual([]);
    expect(editionRows(rich, null)).toMatchObject([{ state: 'unknown', strategy: rich.name }]);
    // A licence that nobody can see is no green row.
    expect(editionRows(rich, ok(identity())).map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  });

  test('against the room of its destination', () => {
    const rows = [good('destination', '/b'), good('free-space', '50000000000')];
    const of = (needed: number | null): (string | null)[] => codes(roomRows(rich, rows, null, needed));
    expect(of(null)).toEqual([null, null]);
    expect(of(20e9)).toEqual([null, null]);
    expect(of(30e9)).toEqual([null, 'doctor.tight-room']);
    expect(of(51e9)).toEqual([null, 'doctor.too-little-room']);
  });

  test('in the recovery area the room is what Oracle can give back too', () => {
    const unseen: CheckRow = {
      what: 'destination', state: 'unknown', found: '', problem: { code: 'destination.in-database', params: {}, fields: [] },
    };
    expect(roomRows(rich, [unseen], ok(area()), 70e9)).toMatchObject([
      { what: 'destination', state: 'good', found: '/fra' },
      { what: 'free-space', state: 'bad', found: '60000000000' },
    ]);
    expect(roomRows(rich, [unseen], null, 70e9)).toMatchObject([{ state: 'unknown', strategy: rich.name }]);
  });
});

describe('a log-in', () => {
  const of = (...lines: string[]) => judgeLogIn({ output: ['', 'Recovery Manager: Release 19.0.0.0.0', ...lines].join('\n') }, 30);

  test('says whom RMAN reached', () => {
    expect(of('connected to target database: ORCL (DBID=1604279435)')).toMatchObject({ row: { state: 'good' }, dbid: 1604279435 });
    expect(of('connected to target database: XE (DBID=3092654103, not open)')).toMatchObject({ row: { state: 'good' }, dbid: 3092654103 });
    expect(of('connected to target database (not started)')).toMatchObject({ row: { state: 'bad', problem: { code: 'doctor.not-mounted' } } });
    expect(of('connected to target database: CDB1 (not mounted)')).toMatchObject({ row: { state: 'bad' }, dbid: null });
  });

  test("names Oracle's own cause, not RMAN's wrapper", () => {
    const { row } = of(
      'RMAN-00571: ===========================================================',
      'RMAN-00554: initialization of internal recovery manager package failed',
      'RMAN-04005: error from target database: ', 'ORA-01017: invalid username/password; logon denied',
    );
    expect(row).toMatchObject({ state: 'bad', found: 'ORA-01017', problem: { code: 'doctor.log-in-refused' } });
    expect(judgeLogIn(null, 30).row).toMatchObject({ state: 'bad', problem: { code: 'doctor.log-in-silent' } });
    expect(of('something else').row).toMatchObject({ state: 'bad', problem: { params: { detail: 'something else' } } });
  });

  test('and SQL must mean the same database', () => {
    const row = good('connection', 'ORCL (DBID=7)');
    expect(sameDatabase(row, 7, 7)).toBe(row);
    expect(sameDatabase(row, 7, null)).toBe(row);
    expect(sameDatabase(row, 7, 8)).toMatchObject({ state: 'bad', problem: { code: 'doctor.two-databases' } });
  });
});

test('this machine: what RMAN is told, and where passwords lie', () => {
  expect(environmentRow({ PATH: '/bin', ORACLE_SID: 'ORCL', NLS_LANG: 'AMERICAN' }).found).toBe('ORACLE_SID=ORCL  NLS_LANG=AMERICAN');
  expect(keychainRow('unavailable', false)).toEqual([]);
  expect([...keychainRow('available', true), ...keychainRow('plain-text', true), ...keychainRow('unavailable', true)]
    .map(({ state }) => state)).toEqual(['good', 'warning', 'bad']);
});

test('the worst row speaks for all', () => {
  expect(worstOf([{ state: 'good' }, { state: 'unknown' }])).toBe('unknown');
  expect(worstOf([{ state: 'unknown' }, { state: 'warning' }, { state: 'bad' }])).toBe('bad');
  expect(worstOf([])).toBe('unknown');
});

test('sizes', () => {
  expect([sizeText(640e6), sizeText(1.25e9), sizeText(12.9e9), sizeText(3e12)]).toEqual(['640 MB', '1.2 GB', '12 GB', '3 TB']);
});
