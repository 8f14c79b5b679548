// Installation and upgrade of the log tables with the real driver, over TCP, against the stand-in for Oracle.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../electron/app/clock.ts';
import type { Oracle, SqlSession } from '../../../electron/app/oracle-ports.ts';
import { createOracle } from '../../../electron/oracle/driver.ts';
import { useSchemaOf } from '../../../electron/oracle/log-tables/current-schema.ts';
import { grantsOf } from '../../../electron/oracle/log-tables/grants.ts';
import { installLogTables, surveySchema } from '../../../electron/oracle/log-tables/install.ts';
import { logTableVersions, versionsOf } from '../../../electron/oracle/log-tables/versions.ts';
import { newSqlConnection, type SqlConnection } from '../../../shared/domain/sql-connection.ts';
import { scriptOfNextVersion } from '../../support/log-tables/next-version.ts';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';

const versions = logTableVersions();
const upgraded = versionsOf([...versions.map(({ script }) => script), scriptOfNextVersion(versions.length + 1)]);
const whole = versions.flatMap(({ statements }) => statements);

const OWNER_GRANTS = ['CREATE SESSION', 'CREATE TABLE', 'CREATE VIEW', 'UNLIMITED TABLESPACE'];

let server: StandIn;
let oracle: Oracle;

beforeEach(async () => {
  server = await startOracle({ users: { BACKUPS: { password: 'tiger', grants: OWNER_GRANTS } } });
  oracle = createOracle({ clock: systemClock });
});

afterEach(async () => {
  await oracle.close(1_000);
  await server.stop();
  expect(server.bugs).toEqual([]);
});

const connection = (user: string): SqlConnection => ({
  ...newSqlConnection(),
  address: { kind: 'easy', protocol: 'tcp', host: '127.0.0.1', port: server.port, service: 'ORCL' },
  user,
});

async function as<T>(user: string, work: (session: SqlSession) => Promise<T>): Promise<T> {
  const session = await oracle.open(connection(user), { password: 'tiger', walletPassword: null });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

const install = (known = versions, owner: string | null = null) =>
  as('backups', (session) => installLogTables(session, owner, undefined, known));
const survey = (user = 'backups', owner: string | null = null, known = versions) =>
  as(user, async (session) => {
    await useSchemaOf(session, owner);
    return (await surveySchema(session, owner, known)).tables;
  });

describe('installing the log tables', () => {
  test('from nothing, then there is nothing to do, and doing it again changes nothing', async () => {
    expect(await survey()).toMatchObject({ standing: 'absent', user: 'BACKUPS', owner: 'BACKUPS', missingPrivileges: [] });
    const told: number[] = [];
    const report = await as('backups', (session) => installLogTables(session, null, (done) => told.push(done)));
    expect(report.steps.map(({ outcome }) => outcome)).toEqual(whole.map(() => 'done'));
    expect(report.steps.map(({ text }) => text)).toEqual(whole.map(({ text }) => text));
    expect(report.tables).toMatchObject({ standing: 'ready', installed: versions.length, statements: 0 });
    expect(told).toEqual(whole.map((_, place) => place + 1));
    const again = await install();
    expect(again).toMatchObject({ steps: [], tables: { standing: 'ready' } });
    expect(server.rows('BACKUPS.RESPALDO_SCHEMA_VERSION')).toMatchObject(
      versions.map(({ number }) => ({ version_no: number, installed_by: 'BACKUPS' })));
  });

  test('lost at any statement, before or after it was carried out, the next one continues', async () => {
    // Statements of every kind: each table and index, some comments, each view, the row of the version.
    const firstCommit = whole.findIndex(({ deed }) => deed.kind === 'commit');
    const places = whole.flatMap(({ deed }, place) =>
      (deed.kind === 'comment' && place % 40 !== 0) || (deed.kind === 'commit' && place > firstCommit) ? [] : [place]);
    const moments = ['before', 'after'] as const;
    for (const [nth, place] of places.entries()) {
      server.sql('CREATE USER trial IDENTIFIED BY "tiger"');
      server.users.grant('TRIAL', ...OWNER_GRANTS);
      const statement = whole[place]!;
      const sql = new RegExp(`^${statement.text.slice(0, 60).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
      const at = statement.deed.kind === 'commit' ? { at: 'commit' as const } : { at: 'execute' as const, sql };
      server.faults.add({ ...at, harm: { do: 'drop', moment: moments[nth % 2]! }, user: 'TRIAL' });
      const first = await as('trial', (session) => installLogTables(session, null));
      server.faults.clear();
      expect(first.steps.findIndex(({ outcome }) => outcome === 'failed'), statement.text).toBe(place);
      expect(first.tables).toBeNull();
      const second = await as('trial', (session) => installLogTables(session, null));
      expect(second.steps.filter(({ outcome }) => outcome !== 'done'), statement.text).toEqual([]);
      expect(second.tables?.standing, statement.text).toBe('ready');
      expect(server.rows('TRIAL.RESPALDO_SCHEMA_VERSION')).toHaveLength(versions.length);
      server.sql('DROP USER trial CASCADE');
    }
  }, 240_000);

  test('two workstations at once harm nobody', async () => {
    const reports = await Promise.all([install(), install()]);
    for (const { steps, tables } of reports) {
      expect(steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(tables?.standing).toBe('ready');
    }
    expect(server.rows('BACKUPS.RESPALDO_SCHEMA_VERSION')).toHaveLength(versions.length);
  });

  test('an upgrade from version 1 keeps its rows, and goes on where it was interrupted', async () => {
    const first = versions.slice(0, 1);
    const steps = versions[1]!.statements;
    await install(first);
    server.sql(`INSERT INTO backups.respaldo_workstations (workstation_id, name) VALUES ('W1', 'dba-1')`);
    const places = steps.flatMap(({ deed }, place) => (deed.kind === 'comment' && place % 5 !== 0 ? [] : [place]));
    for (const [nth, place] of places.entries()) {
      const { text, deed } = steps[place]!;
      const sql = new RegExp(`^${text.slice(0, 70).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
      const at = deed.kind === 'commit' ? { at: 'commit' as const } : { at: 'execute' as const, sql };
      server.faults.add({ ...at, harm: { do: 'drop', moment: nth % 2 === 0 ? 'before' : 'after' }, user: 'BACKUPS' });
      const lost = await install();
      server.faults.clear();
      expect(lost.steps.some(({ outcome }) => outcome === 'failed'), text).toBe(true);
    }
    expect((await install()).tables).toMatchObject({ standing: 'ready', installed: versions.length });
    expect((await install()).steps).toEqual([]);
    expect(server.rows('BACKUPS.RESPALDO_WORKSTATIONS')).toMatchObject([{ workstation_id: 'W1', batch_no: 0 }]);
    const again = (id: string): string => `INSERT INTO backups.respaldo_occurrences (occurrence_id, workstation_id,
      strategy_id, strategy_name, target_id, target_name, planned_at, trigger_kind, state, settled, attempts, updated_at,
      row_version) VALUES ('${id}', '${id}', 'S', 'S', 'T', 'T', TIMESTAMP '2027-01-01 00:00:00 +00:00', 'schedule',
      'planned', 'N', 0, SYSTIMESTAMP, 1)`;
    // Two ledgers, one instant.
    server.sql(again('A'));
    server.sql(again('B'));
  });

  test('an upgrade runs the steps of the new version alone', async () => {
    await install();
    server.sql("INSERT INTO backups.respaldo_workstations (workstation_id, name) VALUES ('W1', 'dba-1')");
    expect(await survey('backups', null, upgraded)).toMatchObject({ standing: 'old', installed: versions.length, known: upgraded.length });
    const report = await install(upgraded);
    expect(report.steps.map(({ text }) => text)).toEqual(upgraded.at(-1)?.statements.map(({ text }) => text));
    expect(report.tables).toMatchObject({ standing: 'ready', installed: upgraded.length });
    expect(server.rows('BACKUPS.RESPALDO_WORKSTATIONS')).toMatchObject([{ workstation_id: 'W1', site: 'here' }]);
  });

  test('an upgrade that was lost in the middle continues', async () => {
    await install();
    server.faults.add({ at: 'execute', sql: /^CREATE OR REPLACE VIEW respaldo_v_occurrences/, harm: { do: 'drop', moment: 'before' } });
    const lost = await install(upgraded);
    expect(lost.steps.at(-1)?.outcome).toBe('open');
    expect(await survey('backups', null, upgraded)).toMatchObject({ standing: 'old', installed: versions.length });
    expect((await install(upgraded)).tables).toMatchObject({ standing: 'ready', installed: upgraded.length });
  });

  test('a newer schema is refused', async () => {
    await install(upgraded);
    expect(await survey()).toMatchObject({
      standing: 'newer', installed: upgraded.length, known: versions.length, statements: 0,
    });
    await expect(install()).rejects.toMatchObject({ code: 'log-tables.newer', params: { installed: upgraded.length, known: versions.length } });
  });

  test('a table of somebody else is refused before anything is run', async () => {
    server.sql('CREATE TABLE backups.respaldo_runs (run_id NUMBER, notes VARCHAR2(10))');
    await expect(install()).rejects.toMatchObject({ code: 'log-tables.foreign', params: { table: 'BACKUPS.RESPALDO_RUNS' } });
    expect(await survey()).toMatchObject({ standing: 'foreign', statements: 0 });
  });

  test('what was dropped later is made again', async () => {
    await install();
    await as('backups', (session) => session.execute('DROP VIEW respaldo_v_runs'));
    expect(await survey()).toMatchObject({ standing: 'damaged', statements: 2 });
    expect((await install()).tables?.standing).toBe('ready');
  });
});

describe('what may not be done', () => {
  test('a missing privilege is seen before, stops at its statement, and is explained with its grant', async () => {
    server.users.revoke('BACKUPS', 'CREATE VIEW');
    expect(await survey()).toMatchObject({ missingPrivileges: ['CREATE VIEW'] });
    const { steps, tables } = await install();
    const failed = steps.find(({ outcome }) => outcome === 'failed');
    expect(failed?.text).toMatch(/^CREATE OR REPLACE VIEW/);
    expect(failed?.error).toMatchObject({
      code: 'log-tables.privilege',
      params: { code: 'ORA-01031', user: 'BACKUPS', privilege: 'CREATE VIEW' },
    });
    expect(tables?.standing).toBe('partial');
    server.users.grant('BACKUPS', 'CREATE VIEW');
    expect((await install()).tables?.standing).toBe('ready');
  });

  test.each([
    [1950, 'log-tables.quota'],
    [1536, 'log-tables.quota'],
    [1653, 'log-tables.full'],
    [54, 'log-tables.in-use'],
  ])('ORA-%i is explained', async (code, explained) => {
    server.faults.add({ at: 'execute', sql: /^CREATE TABLE respaldo_runs/, harm: { do: 'error', code } });
    const { steps } = await install();
    expect(steps.find(({ outcome }) => outcome === 'failed')?.error).toMatchObject({
      code: explained,
      params: { code: `ORA-${String(code).padStart(5, '0')}` },
    });
    expect((await install()).tables?.standing).toBe('ready');
  });

  test('somebody who is not the owner cannot install, and says so', async () => {
    server.users.add('OTHER', { password: 'tiger', grants: ['CREATE SESSION'] });
    await expect(
      as('other', (session) => installLogTables(session, 'backups')),
    ).rejects.toMatchObject({ code: 'log-tables.not-owner', params: { user: 'OTHER', owner: 'BACKUPS' } });
    expect(await survey('other', 'BACKUPS')).toMatchObject({ standing: 'absent', user: 'OTHER', owner: 'BACKUPS' });
  });
});

describe('the grants for a colleague', () => {
  beforeEach(async () => {
    await install();
    const { parts } = grantsOf({ owner: 'backups', writer: 'app', reader: 'reports', tablespace: 'users' });
    for (const { part, statements } of parts) {
      if (part === 'owner') continue;
      for (const statement of statements) server.sql(statement.replace('<password>', 'tiger'));
    }
  });

  test('the writer sees complete tables, with the schema or by its synonyms', async () => {
    expect(await survey('app', 'BACKUPS')).toMatchObject({ standing: 'ready', user: 'APP', owner: 'BACKUPS' });
    const rows = await as('app', (session) => session.query('SELECT version_no FROM respaldo_schema_version'));
    expect(rows).toEqual(versions.map(({ number }) => ({ version_no: number })));
  });

  test('it adds to the audit and cannot change it', async () => {
    const row = "VALUES ('A1', 'W1', SYSTIMESTAMP, 'ana', 'window', 'run.start')";
    const insert = `INSERT INTO respaldo_audit (audit_id, workstation_id, happened_at, user_name, origin, action) ${row}`;
    await as('app', async (session) => {
      await session.execute(insert);
      await session.commit();
      await expect(session.execute("UPDATE respaldo_audit SET user_name = 'x'")).rejects.toMatchObject({ params: { code: 'ORA-01031' } });
      await expect(session.execute('DELETE FROM respaldo_audit')).rejects.toMatchObject({ params: { code: 'ORA-01031' } });
      await expect(session.execute('DELETE FROM respaldo_runs')).rejects.toMatchObject({ params: { code: 'ORA-01031' } });
    });
    expect(server.rows('BACKUPS.RESPALDO_AUDIT')).toHaveLength(1);
  });

  test('who has the role reads the views and not the tables', async () => {
    server.users.add('ANA', { password: 'tiger', grants: ['CREATE SESSION'] });
    server.sql('GRANT reports TO ana');
    await as('ana', async (session) => {
      expect(await session.query('SELECT * FROM backups.respaldo_v_runs')).toEqual([]);
      await expect(session.query('SELECT * FROM backups.respaldo_runs')).rejects.toMatchObject({ params: { code: 'ORA-00942' } });
    });
  });
});

describe('the views for reports', () => {
  const at = (text: string): string => `TIMESTAMP '${text}'`;

  beforeEach(async () => {
    await install();
    server.clock.set(Date.parse('2026-10-05T12:00:00Z'));
    const common = 'created_at, updated_at, row_version';
    const moment = `${at('2026-10-01 00:00:00 +00:00')}, ${at('2026-10-01 00:00:00 +00:00')}, 1`;
    server.sql("INSERT INTO backups.respaldo_workstations (workstation_id, name) VALUES ('W1', 'dba-1')");
    server.sql(`INSERT INTO backups.respaldo_targets (target_id, workstation_id, name, enabled, spec, ${common})
      VALUES ('T1', 'W1', 'ORCL', 'Y', '{}', ${moment})`);
    for (const [id, name] of [['S1', 'Nightly'], ['S2', 'Never run']]) {
      server.sql(`INSERT INTO backups.respaldo_strategies
        (strategy_id, workstation_id, target_id, name, enabled, owner_workstation_id, version_no, ${common})
        VALUES ('${id}', 'W1', 'T1', '${name}', 'Y', 'W1', 1, ${moment})`);
    }
    const run = (id: string, state: string, day: string, minutes: number, more = 'NULL, NULL, NULL'): void => {
      server.sql(`INSERT INTO backups.respaldo_runs (run_id, workstation_id, strategy_id, strategy_name, target_id, target_name,
          trigger_kind, state, queued_at, started_at, ended_at, row_version, bytes, pieces, root_code, root_text, failure_code)
        VALUES ('${id}', 'W1', 'S1', 'Nightly', 'T1', 'ORCL', 'schedule', '${state}', ${at(`${day} 01:00:00 +02:00`)},
          ${at(`${day} 01:00:00 +02:00`)}, ${at(`${day} 01:${String(minutes).padStart(2, '0')}:30 +02:00`)}, 1, 1000, 2, ${more})`);
    };
    run('R1', 'succeeded', '2026-10-04', 10);
    run('R2', 'warning', '2026-10-05', 20);
    run('R3', 'failed', '2026-10-05', 30, "'ORA-19809', 'limit exceeded', NULL");
    server.sql(`INSERT INTO backups.respaldo_run_errors
        (run_id, error_no, workstation_id, queued_at, severity, is_root, code, error_text, channel)
      VALUES ('R3', 1, 'W1', ${at('2026-10-05 01:00:00 +02:00')}, 'error', 'Y', 'ORA-19809', 'limit exceeded for recovery files', 'c1')`);
    server.sql(`INSERT INTO backups.respaldo_logs (run_id, workstation_id, queued_at, chunks, lines)
      VALUES ('R1', 'W1', ${at('2026-10-04 01:00:00 +02:00')}, 2, 1500)`);
    server.sql(`INSERT INTO backups.respaldo_log_chunks
        (run_id, chunk_no, workstation_id, queued_at, first_line, line_count, text_bytes, content)
      VALUES ('R1', 1, 'W1', ${at('2026-10-04 01:00:00 +02:00')}, 1, 1000, 64000, HEXTORAW('1F8B'))`);
    server.sql(`INSERT INTO backups.respaldo_occurrences (occurrence_id, workstation_id, strategy_id, strategy_name, target_id,
        target_name, planned_at, trigger_kind, state, settled, attempts, updated_at, row_version)
      VALUES ('O1', 'W1', 'S1', 'Nightly', 'T1', 'ORCL', ${at('2026-10-03 01:00:00 +02:00')}, 'schedule', 'missed', 'Y', 0,
        ${at('2026-10-03 02:00:00 +02:00')}, 1)`);
  });

  const ask = (sql: string) => as('backups', (session) => session.query(sql));

  test('runs with their names and how long they took', async () => {
    expect(await ask('SELECT run_id, good, duration_seconds, workstation_name FROM respaldo_v_runs ORDER BY run_id')).toEqual([
      { run_id: 'R1', good: 'Y', duration_seconds: 630, workstation_name: 'dba-1' },
      { run_id: 'R2', good: 'Y', duration_seconds: 1230, workstation_name: 'dba-1' },
      { run_id: 'R3', good: 'N', duration_seconds: 1830, workstation_name: 'dba-1' },
    ]);
  });

  test('last attempt and last good run are two things, and never is not zero', async () => {
    const rows = await ask('SELECT * FROM respaldo_v_last_good ORDER BY strategy_id');
    expect(rows).toMatchObject([
      {
        strategy_name: 'Nightly',
        target_name: 'ORCL',
        last_attempt_at: new Date('2026-10-04T23:30:30Z'),
        last_good_at: new Date('2026-10-04T23:20:30Z'),
        hours_since_good: 12.7,
        good_runs: 2,
        bad_runs: 1,
      },
      { strategy_name: 'Never run', last_good_at: null, hours_since_good: null, good_runs: 0, bad_runs: 0 },
    ]);
  });

  test('failures with their root cause', async () => {
    expect(await ask('SELECT run_id, root_code, root_text, channel FROM respaldo_v_failures')).toEqual([
      { run_id: 'R3', root_code: 'ORA-19809', root_text: 'limit exceeded for recovery files', channel: 'c1' },
    ]);
  });

  test('logs with what has arrived', async () => {
    expect(await ask('SELECT run_id, lines, chunks, complete, chunks_here, lines_here FROM respaldo_v_logs')).toEqual([
      { run_id: 'R1', lines: 1500, chunks: 2, complete: 'N', chunks_here: 1, lines_here: 1000 },
    ]);
  });

  test('storage by day in UTC, and planned instants that were missed', async () => {
    const days = await ask(`SELECT TO_CHAR(day_utc, 'YYYY-MM-DD') AS day_text, runs, good_runs, pieces, bytes
      FROM respaldo_v_storage_by_day ORDER BY day_utc`);
    // One o'clock in Madrid is eleven in the evening before.
    expect(days).toEqual([
      { day_text: '2026-10-03', runs: 1, good_runs: 1, pieces: 2, bytes: 1000 },
      { day_text: '2026-10-04', runs: 2, good_runs: 1, pieces: 4, bytes: 2000 },
    ]);
    expect(await ask('SELECT occurrence_id, state, run_id FROM respaldo_v_occurrences')).toEqual([
      { occurrence_id: 'O1', state: 'missed', run_id: null },
    ]);
  });

  test('one instant of a strategy has one row in a ledger, whatever zone it is written in', () => {
    const twin = `INSERT INTO backups.respaldo_occurrences (occurrence_id, workstation_id, strategy_id, strategy_name, target_id,
        target_name, planned_at, trigger_kind, state, settled, attempts, updated_at, row_version)
      VALUES ('O2', 'W1', 'S1', 'Nightly', 'T1', 'ORCL', ${at('2026-10-02 23:00:00 +00:00')}, 'schedule', 'queued', 'N', 0,
        ${at('2026-10-03 02:00:00 +02:00')}, 1)`;
    expect(() => server.sql(twin)).toThrow(/unique constraint/);
  });

  test('nobody writes through a view', () => {
    expect(() => server.sql('DELETE FROM backups.respaldo_v_failures')).toThrow();
  });
});
