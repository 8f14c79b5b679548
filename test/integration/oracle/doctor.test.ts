// The doctor over real parts: the simulated RMAN logs in as a process, the driver asks a database over TCP.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../electron/app/clock.ts';
import { composeDoctor } from '../../../electron/app/compose-doctor.ts';
import type { Logger } from '../../../electron/app/ports.ts';
import { sqlSecretNameOf } from '../../../electron/app/secret-names.ts';
import type { Store } from '../../../electron/app/store-port.ts';
import { createCatalogue } from '../../../electron/catalogue/catalogue.ts';
import { createDatabases } from '../../../electron/databases/databases.ts';
import { createOracle } from '../../../electron/oracle/driver.ts';
import { createLauncher } from '../../../electron/rman/launcher.ts';
import { createTargets } from '../../../electron/targets/targets.ts';
import type { CheckRow } from '../../../shared/domain/check.ts';
import { newId } from '../../../shared/domain/id.ts';
import { newSqlConnection } from '../../../shared/domain/sql-connection.ts';
import { newTargetSpec, type Target } from '../../../shared/domain/target.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { defineBackedUpDatabase } from '../../support/oracle/backed-up-database.ts';
import { startOracle } from '../../support/oracle/index.ts';
import { buildSimulator } from '../../support/rman-simulator.ts';
import { openInProcess, storeDirectory } from '../../support/store-in-process.ts';
import { strategySpec } from '../../support/strategy-specs.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});
const silent: Logger = { info: () => undefined, warn: () => undefined, exception: () => 'X' };

type Wanted = { grants?: string[]; failure?: string; withSql?: boolean };

async function examined({ grants, failure, withSql = true }: Wanted): Promise<CheckRow[]> {
  const server = await startOracle({
    version: '19.20.0.0.0',
    users: { MONITOR: { password: 'correct-horse-9', grants: grants ?? ['CREATE SESSION', 'SELECT_CATALOG_ROLE'] } },
  });
  ending.push(() => server.stop());
  server.clock.set(Date.now() + 90_000);
  defineBackedUpDatabase(server, { release: 1920, isContainer: false });
  const profile = mkdtempSync(join(tmpdir(), 'respaldo-doctor-test-'));
  ending.push(() => rmSync(profile, { recursive: true, force: true }));
  const files = storeDirectory();
  ending.push(() => files.remove());
  const store: Store = openInProcess(files.file);
  ending.push(() => store.close());
  const secrets = memorySecrets();
  const oracle = createOracle({ clock: systemClock });
  ending.push(() => oracle.close(1000));

  const address = { kind: 'easy', protocol: 'tcp', host: '127.0.0.1', port: server.port, service: 'ORCL' } as const;
  const sql = withSql ? { ...newSqlConnection(), address, user: 'monitor' } : null;
  const simulated = { kind: 'simulated' as const, version: '19' as const, seconds: 0, failure: failure ?? null };
  const spec = { ...newTargetSpec('simulated'), name: 'VENTAS', runner: simulated, sql };
  const target: Target = { id: newId(1), enabled: true, revision: 1, createdAt: 1, updatedAt: 1, spec };
  await store.targets.save(target, null);
  await secrets.write(sqlSecretNameOf(target.id, 'user'), 'correct-horse-9', false);
  const strategy = strategySpec({ name: 'Nightly', format: join(profile, '%U'), channels: 2 });
  await store.strategies.save(
    { id: newId(2), targetId: target.id, enabled: true, version: 1, createdAt: 1, updatedAt: 1, spec: strategy }, null,
  );

  const launcher = createLauncher();
  const changed = (): void => undefined;
  const sessions = createDatabases({ store, secrets, oracle, clock: systemClock, logger: silent, changed });
  ending.push(() => sessions.end());
  const ports = {
    store, secrets, launcher, clock: systemClock,
    simulator: { file: process.execPath, args: [await buildSimulator()], env: {} },
    paths: { profile, database: files.file, runs: join(profile, 'runs'), logs: join(profile, 'logs') },
  };
  const doctor = composeDoctor({
    ports: ports as never,
    targets: createTargets({ store, secrets, launcher, clock: systemClock, changed }),
    catalogue: createCatalogue({ store, clock: systemClock, sessions }),
    checkDeletions: () => Promise.resolve([]),
  });
  const rows: CheckRow[] = [];
  for await (const row of doctor.examine(spec, target.id, new AbortController().signal)) rows.push(row);
  return rows;
}

const rowOf = (rows: readonly CheckRow[], what: CheckRow['what']): CheckRow | undefined => rows.find((row) => row.what === what);

test('looks at RMAN, at the database and at every strategy', async () => {
  const rows = await examined({});
  expect(rowOf(rows, 'environment')).toMatchObject({ state: 'good', found: expect.stringContaining('NLS_LANG=AMERICAN_AMERICA') });
  expect(rowOf(rows, 'sql')).toMatchObject({ state: 'good', found: 'VENTAS_MAD · PRIMARY' });
  expect(rowOf(rows, 'release')).toMatchObject({ state: 'good' });
  expect(rowOf(rows, 'log-mode')).toMatchObject({ state: 'good', found: 'ARCHIVELOG' });
  expect(rowOf(rows, 'clock')).toMatchObject({ state: 'warning', problem: { code: 'doctor.clock-apart' } });
  expect(rowOf(rows, 'destination')).toMatchObject({ state: 'good', strategy: 'Nightly' });
  // The simulated RMAN knows a database of its own, and the doctor sees that it is not the one that SQL reaches.
  expect(rowOf(rows, 'connection')).toMatchObject({ state: 'bad', problem: { code: 'doctor.two-databases' } });
});

test('says which grants are missing, and calls nothing good that it could not see', async () => {
  const rows = await examined({ grants: ['CREATE SESSION', 'SELECT ON V_$DATABASE', 'SELECT ON V_$INSTANCE'] });
  expect(rowOf(rows, 'log-mode')?.state).toBe('good');
  expect(rowOf(rows, 'recovery-area')).toMatchObject({
    state: 'unknown', problem: { code: 'doctor.grant-missing' }, grants: expect.arrayContaining([expect.stringMatching(/^GRANT SELECT ON sys\.v_\$recovery/)]),
  });
  expect(rowOf(rows, 'autobackup')?.state).toBe('unknown');
});

test('without a SQL connection RMAN is still asked; a refused log-in names the cause', async () => {
  const rows = await examined({ withSql: false });
  expect(rowOf(rows, 'connection')).toMatchObject({ state: 'good', found: expect.stringContaining('DBID=') });
  expect(rowOf(rows, 'sql')).toMatchObject({ state: 'unknown', problem: { code: 'oracle.no-connection' } });
  expect(rowOf(rows, 'log-mode')?.state).toBe('unknown');
  const refused = await examined({ withSql: false, failure: 'bad-password' });
  expect(rowOf(refused, 'connection')).toMatchObject({ state: 'bad', found: 'ORA-01017', problem: { code: 'doctor.log-in-refused' } });
});
