// What a database says about itself, over the real driver: every panel for every release, a panel whose view may not be
// read, and a view that never answers.
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../electron/app/clock.ts';
import type { Logger } from '../../../electron/app/ports.ts';
import { sqlSecretNameOf } from '../../../electron/app/secret-names.ts';
import { createCatalogue, type Catalogue } from '../../../electron/catalogue/catalogue.ts';
import { testimonyOf } from '../../../electron/catalogue/testimony.ts';
import { createDatabases } from '../../../electron/databases/databases.ts';
import { createOracle } from '../../../electron/oracle/driver.ts';
import { panelNames, type PanelName, type PanelValue } from '../../../shared/domain/catalogue/catalogue.ts';
import { newId } from '../../../shared/domain/id.ts';
import { newSqlConnection } from '../../../shared/domain/sql-connection.ts';
import { newTargetSpec, type Target } from '../../../shared/domain/target.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { defineBackedUpDatabase } from '../../support/oracle/backed-up-database.ts';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';

const PASSWORD = 'correct-horse-9';
const HOUR = 3_600_000;
const GIB = 1024 ** 3;
/** This computer stands where summer time ended between the oldest fact and now; the server's clock is two hours on. */
const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
process.env['TZ'] = 'Europe/Madrid';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const silent: Logger = { info: () => undefined, warn: () => undefined, exception: () => 'X' };
const OUR_RUN = newId(7);

type World = { server: StandIn; catalogue: Catalogue; id: string };
type Wanted = { version?: string; isContainer?: boolean; grants?: string[]; callSeconds?: number };

async function world({ version = '19.20.0.0.0', isContainer = false, grants, callSeconds = 5 }: Wanted): Promise<World> {
  const server = await startOracle({
    version,
    users: { MONITOR: { password: PASSWORD, grants: grants ?? ['CREATE SESSION', 'SELECT_CATALOG_ROLE'] } },
  });
  ending.push(() => server.stop());
  server.clock.set(NOW + 2 * HOUR);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  defineBackedUpDatabase(server, { release: major * 100 + minor, isContainer, commandId: OUR_RUN });
  const oracle = createOracle({ clock: systemClock });
  ending.push(() => oracle.close(1000));
  const address = { kind: 'easy', protocol: 'tcp', host: '127.0.0.1', port: server.port, service: 'ORCL' } as const;
  const sql = { ...newSqlConnection(), address, user: 'monitor', connectSeconds: 5, callSeconds };
  const id = newId(1);
  const spec = { ...newTargetSpec('simulated'), name: 'VENTAS', sql };
  const target: Target = { id, enabled: true, revision: 1, createdAt: 1, updatedAt: 1, spec };
  const secrets = memorySecrets();
  await secrets.write(sqlSecretNameOf(id, 'user'), PASSWORD, false);
  const store = {
    targets: { list: async () => [target], get: async () => target },
    witnesses: { known: async (ids: string[]) => ids.filter((one) => one === OUR_RUN) },
  } as never;
  const sessions = createDatabases({
    store, secrets, oracle, clock: systemClock, logger: silent, changed: () => undefined,
  });
  ending.push(() => sessions.end());
  return { server, id, catalogue: createCatalogue({ store, clock: { ...systemClock, now: () => NOW }, sessions }) };
}

async function answered<Name extends PanelName>({ catalogue, id }: World, name: Name): Promise<PanelValue<Name>> {
  const { result } = await catalogue.panel(id, name, true);
  if (result.state !== 'ok') throw new Error(`${name}: ${JSON.stringify(result)}`);
  expect(result.askedAt).toBe(NOW);
  return result.value as PanelValue<Name>;
}

const RELEASES = [
  { version: '11.2.0.4.0', isContainer: false },
  { version: '12.2.0.1.0', isContainer: true },
  { version: '12.2.0.1.0', isContainer: false },
  { version: '19.20.0.0.0', isContainer: true },
  { version: '19.20.0.0.0', isContainer: false },
  { version: '23.4.0.0.0', isContainer: true },
] as const;

const BANNERS: Record<string, string> = {
  '11': 'Oracle Database 11g Enterprise Edition Release 11.2.0.4.0 - 64bit Production',
  '12': 'Oracle Database 12c Enterprise Edition Release 12.2.0.1.0 - 64bit Production',
  '19': 'Oracle Database 19c Enterprise Edition Release 19.0.0.0.0 - Production',
  '23': 'Oracle Database 23ai Enterprise Edition Release 23.0.0.0.0 - Production',
};

describe.each(RELEASES)('release $version, containers: $isContainer', ({ version, isContainer }) => {
  const is11 = version.startsWith('11');
  const pdb = isContainer ? 'TIENDA' : null;

  test('tells who it is', async () => {
    const place = await world({ version, isContainer });
    expect(await answered(place, 'identity')).toEqual({
      dbid: 1604312345, name: 'VENTAS', uniqueName: 'VENTAS_MAD', isContainer: is11 ? null : isContainer,
      logMode: 'ARCHIVELOG', openMode: 'READ WRITE', role: 'PRIMARY', flashback: 'NO', forceLogging: 'YES',
      createdAt: NOW - 400 * 24 * HOUR, resetlogsAt: NOW - 90 * 24 * HOUR, startedAt: NOW - 12 * 24 * HOUR,
      platform: 'Linux x86 64-bit', instance: 'ventas1', host: 'db1.example.com', version, edition: 'Enterprise',
      banner: BANNERS[version.slice(0, 2)],
    });
    expect(place.server.bugs).toEqual([]);
  });

  test('tells what recovery rests on', async () => {
    const place = await world({ version, isContainer });
    const area = await answered(place, 'recovery-area');
    expect(area).toMatchObject({
      name: '/u03/fra', limitBytes: 100 * GIB, usedBytes: 95 * GIB, reclaimableBytes: 5 * GIB, files: 310,
    });
    expect(area.usage).toHaveLength(8);
    expect(area.usage).toContainEqual({ type: 'ARCHIVED LOG', usedPercent: 61.25, reclaimablePercent: 5, files: 240 });
    expect(await answered(place, 'change-tracking')).toEqual({
      enabled: true, file: '/u02/oradata/VENTAS/bct.f', bytes: 11 * 1024 ** 2,
    });
    expect((await answered(place, 'corruption')).items).toEqual([
      {
        where: 'data-file', fileNumber: 12, fileName: '/u02/oradata/VENTAS/tienda/ventas_datos01.dbf',
        firstBlock: 4711, blocks: 3, type: 'FRACTURED',
      },
      expect.objectContaining({ where: 'backup', fileNumber: 13, firstBlock: 99, blocks: 1, type: 'CHECKSUM' }),
    ]);
    const { items } = await answered(place, 'archive-destinations');
    expect(items.map(({ id, status, failedAt }) => [id, status, failedAt])).toEqual([
      [1, 'VALID', null], [2, 'ERROR', NOW - 3 * HOUR],
    ]);
    expect(items[1]?.error).toMatch(/^ORA-12541/);
  });

  test('tells what it consists of', async () => {
    const place = await world({ version, isContainer });
    const tablespaces = (await answered(place, 'tablespaces')).items;
    expect(tablespaces.map(({ name }) => name).sort()).toEqual([
      'HISTORICO', 'SYSAUX', 'SYSTEM', 'UNDOTBS1', 'VENTAS_DATOS',
    ]);
    expect(tablespaces.find(({ name }) => name === 'HISTORICO')).toEqual({
      container: pdb, name: 'HISTORICO', bigfile: false, excluded: true, files: 2, bytes: 8 * GIB,
    });
    const files = (await answered(place, 'data-files')).items;
    expect(files.map(({ number }) => number)).toEqual([1, 3, 4, 12, 13, 14]);
    expect(files.find(({ number }) => number === 12)).toMatchObject({
      container: pdb, tablespace: 'VENTAS_DATOS', bytes: 30 * GIB, enabled: 'READ WRITE', status: 'ONLINE',
      unrecoverableAt: NOW - 30 * HOUR,
    });
    const { result } = await place.catalogue.panel(place.id, 'pluggables', true);
    if (is11) return void expect(result).toEqual({ state: 'unsupported', since: '12.1' });
    expect((await answered(place, 'pluggables')).items.map(({ name, restricted }) => [name, restricted])).toEqual(
      isContainer ? [['PDB$SEED', false], ['TIENDA', true], ['PRUEBAS', null]] : [],
    );
    return undefined;
  });

  test('tells of its backups', async () => {
    const place = await world({ version, isContainer });
    const configuration = (await answered(place, 'configuration')).items;
    expect(configuration.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(configuration[0]).toMatchObject({ name: 'RETENTION POLICY', value: 'TO RECOVERY WINDOW OF 14 DAYS' });
    const jobs = (await answered(place, 'jobs')).items;
    expect(jobs.map(({ sessionRecid, status, runId }) => [sessionRecid, status, runId])).toEqual([
      [510, 'RUNNING', null],
      [500, 'COMPLETED', OUR_RUN],
      [490, 'COMPLETED WITH WARNINGS', null],
      [480, 'FAILED', null],
    ]);
    expect(jobs[1]).toMatchObject({
      commandId: OUR_RUN, startedAt: NOW - 8 * HOUR, endedAt: NOW - 7.5 * HOUR, inputBytes: 38 * GIB,
      outputBytes: 9 * GIB, device: 'DISK', autobackup: true,
    });
    const pieces = (await answered(place, 'pieces')).items;
    expect(pieces.map(({ tag, level, sessionRecid, status }) => [tag, level, sessionRecid, status])).toEqual([
      ['LOGS', null, 500, 'D'], ['TAG20261124T030110', null, 500, 'A'], ['DIARIO', 1, 500, 'A'], ['ANUAL', 0, null, 'X'],
    ]);
    expect(pieces[3]).toMatchObject({ keep: true, encrypted: true, device: 'SBT_TAPE', bytes: 31 * GIB });
  });

  test('bears witness to a run by its COMMAND ID', async () => {
    const { catalogue, id } = await world({ version, isContainer });
    const ours = await catalogue.withSession(id, (asking) => testimonyOf(OUR_RUN, asking));
    expect(ours).toMatchObject({
      askedAt: NOW, status: 'COMPLETED', inputType: 'DB INCR', outputBytes: 9 * GIB, failedOperations: [],
    });
    expect(ours?.pieces.map(({ tag }) => tag)).toEqual(['DIARIO', 'TAG20261124T030110', 'LOGS']);
    const bad = await catalogue.withSession(id, (asking) => testimonyOf('2026-11-22T03:00', asking));
    expect(bad).toMatchObject({ status: 'FAILED', failedOperations: ['BACKUP'] });
    const none = await catalogue.withSession(id, (asking) => testimonyOf(newId(9), asking));
    expect(none).toMatchObject({ status: null, pieces: [] });
  });
});

/** The views of each panel, by the names under which they are granted, on 12.1 and later. */
const VIEWS: Record<PanelName, string[]> = {
  identity: ['v_$database', 'v_$instance'],
  'recovery-area': ['v_$recovery_file_dest', 'v_$recovery_area_usage'],
  'change-tracking': ['v_$block_change_tracking'],
  corruption: ['v_$database_block_corruption', 'v_$backup_corruption', 'v_$datafile'],
  configuration: ['v_$rman_configuration'],
  tablespaces: ['v_$tablespace', 'v_$datafile', 'v_$containers'],
  'data-files': ['v_$datafile', 'v_$tablespace', 'v_$containers'],
  pluggables: ['v_$pdbs'],
  'archive-destinations': ['v_$archive_dest'],
  jobs: ['v_$rman_backup_job_details'],
  pieces: ['v_$backup_piece', 'v_$backup_set', 'v_$rman_status'],
};
const allViews = [...new Set(Object.values(VIEWS).flat())];

describe('a view that may not be read', () => {
  test.each(allViews)('%s degrades only the panels that need it, and its grant mends them', async (view) => {
    const grants = allViews.filter((one) => one !== view).map((one) => `SELECT ON ${one.toUpperCase()}`);
    const { server, catalogue, id } = await world({ isContainer: true, grants: ['CREATE SESSION', ...grants] });
    const panels = await Promise.all(panelNames.map((name) => catalogue.panel(id, name, true)));
    for (const { name, result } of panels) {
      if (!VIEWS[name].includes(view)) expect(result, name).toMatchObject({ state: 'ok' });
      else {
        const grant = `GRANT SELECT ON sys.${view} TO MONITOR`;
        expect(result, name).toEqual({ state: 'denied', code: 'ORA-00942', grants: [grant] });
      }
    }
    server.sql(`GRANT SELECT ON sys.${view} TO MONITOR`);
    for (const name of panelNames) expect((await catalogue.panel(id, name, false)).result.state, name).toBe('ok');
  });

  test('without any grant every panel names all of its own', async () => {
    const { catalogue, id } = await world({ grants: ['CREATE SESSION'] });
    for (const name of panelNames) {
      const { result } = await catalogue.panel(id, name, true);
      const grants = VIEWS[name].map((view) => `GRANT SELECT ON sys.${view} TO MONITOR`);
      expect(result, name).toEqual({ state: 'denied', code: 'ORA-00942', grants });
    }
  });

  test('a session that is lost while the grant is looked for is no missing grant', async () => {
    const { server, catalogue, id } = await world({ grants: ['CREATE SESSION'] });
    server.faults.add({ at: 'execute', sql: /1 = 0/, harm: { do: 'drop', moment: 'before' } });
    const { result } = await catalogue.panel(id, 'identity', true);
    expect(result).toMatchObject({ state: 'failed', error: { params: { lost: 1 } } });
  });
});

describe('a view that does not answer', () => {
  test('holds up no other panel, and ends in its own time', async () => {
    const { server, catalogue, id } = await world({ callSeconds: 3 });
    server.faults.add({ at: 'execute', sql: /v\$rman_backup_job_details/, harm: { do: 'hang', moment: 'before' } });
    let hanging = true;
    const hung = catalogue.panel(id, 'jobs', true).finally(() => (hanging = false));
    const others = panelNames.filter((name) => name !== 'jobs');
    const panels = await Promise.all(others.map((name) => catalogue.panel(id, name, true)));
    expect(hanging).toBe(true);
    expect(panels.map(({ result }) => result.state)).toEqual(others.map(() => 'ok'));
    const { result } = await hung;
    expect(result).toMatchObject({ state: 'failed', error: { code: expect.stringMatching(/^oracle\./) } });
    expect((await catalogue.panel(id, 'jobs', false)).result.state).toBe('ok');
    expect(server.bugs).toEqual([]);
  });

  test('as many as there are sessions, and the answer about the others says so', async () => {
    const { server, catalogue, id } = await world({ callSeconds: 2 });
    const slow = ['jobs', 'pieces', 'tablespaces', 'data-files'] as const;
    server.faults.add({ at: 'execute', sql: /v\$(rman_backup_job|backup_piece|tablespace)/, harm: { do: 'hang', moment: 'before' }, times: 4 });
    const hung = slow.map((name) => catalogue.panel(id, name, true));
    const waiting = catalogue.panel(id, 'identity', true);
    expect((await waiting).result.state).toBe('ok');
    for (const panel of await Promise.all(hung)) expect(panel.result.state).toBe('failed');
  });
});
