// The log database's service with the real driver against the stand-in: its state, its refusals, sessions for writers.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../electron/app/clock.ts';
import type { Oracle } from '../../../electron/app/oracle-ports.ts';
import { createLogDatabase, type LogDatabase } from '../../../electron/log-database/log-database.ts';
import { createOracle } from '../../../electron/oracle/driver.ts';
import { logTableVersions, versionsOf } from '../../../electron/oracle/log-tables/versions.ts';
import { newLogDatabaseSettings, type LogDatabaseSettings } from '../../../shared/domain/log-database.ts';
import { scriptOfNextVersion } from '../../support/log-tables/next-version.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';

const GRANTS = ['CREATE SESSION', 'CREATE TABLE', 'CREATE VIEW', 'UNLIMITED TABLESPACE'];

let server: StandIn;
let oracle: Oracle;
let stored: LogDatabaseSettings | null = null;
let changes = 0;
let passwords = 0;

const settings = (): LogDatabaseSettings => {
  const fresh = newLogDatabaseSettings();
  const address = { kind: 'easy' as const, protocol: 'tcp' as const, host: '127.0.0.1', port: server.port, service: 'ORCL' };
  return { ...fresh, connection: { ...fresh.connection, address, user: 'backups' } };
};

const service = (versions = logTableVersions()): LogDatabase =>
  createLogDatabase({
    settings: () => stored,
    saveSettings: (next) => {
      stored = next;
      return Promise.resolve();
    },
    secrets,
    clock: systemClock,
    logger: { info: () => {}, exception: () => '' },
    connect: oracle.open,
    changed: () => (changes += 1),
    passwordChanged: () => (passwords += 1),
    versions,
  });

let secrets = memorySecrets();

beforeEach(async () => {
  server = await startOracle({ users: { BACKUPS: { password: 'tiger', grants: GRANTS } } });
  oracle = createOracle({ clock: systemClock });
  secrets = memorySecrets();
  stored = null;
});

afterEach(async () => {
  await oracle.close(1_000);
  await server.stop();
});

test('from nothing set up to a session for a writer', async () => {
  const log = service();
  expect((await log.state()).status).toEqual({ kind: 'not-configured' });
  await expect(log.look()).rejects.toMatchObject({ code: 'log-database.none' });
  await log.save(settings());
  expect((await log.state()).status).toEqual({ kind: 'unknown' });
  await expect(log.look()).rejects.toMatchObject({ code: 'secret.missing' });
  await log.setPassword('tiger', true);
  await expect(log.open()).rejects.toMatchObject({ code: 'log-tables.not-installed' });
  const preview = await log.preview(true);
  expect(preview.tables).toMatchObject({ standing: 'absent' });
  const report = await log.install();
  // The preview said exactly what was run.
  expect(report.steps.map(({ text }) => text)).toEqual(preview.statements.map(({ text }) => text));
  expect(await log.state()).toMatchObject({
    hasPassword: true,
    status: { kind: 'seen', tables: { standing: 'ready' } },
    installing: null,
  });
  const session = await log.open();
  await session.close();
  expect(changes).toBeGreaterThan(report.steps.length);
});

test('what is found out about other settings is not said of these', async () => {
  const log = service();
  await log.save(settings());
  await log.setPassword('tiger', true);
  await log.look();
  expect((await log.state()).status.kind).toBe('seen');
  await log.save({ ...settings(), enabled: false });
  expect((await log.state()).status).toEqual({ kind: 'disabled' });
});

test('a wrong password and a database that is down are said as they are', async () => {
  const log = service();
  await log.save(settings());
  await log.setPassword('lion', true);
  await expect(log.look()).rejects.toMatchObject({ params: { code: 'ORA-01017' } });
  expect((await log.state()).status).toMatchObject({ kind: 'unreachable', error: { params: { code: 'ORA-01017' } } });
  await server.down();
  await expect(log.look()).rejects.toMatchObject({ code: expect.stringMatching(/^oracle\./) });
  await server.up();
});

test('a workstation notices at the next session that another one has upgraded', async () => {
  const log = service();
  const scripts = logTableVersions().map(({ script }) => script);
  const newer = service(versionsOf([...scripts, scriptOfNextVersion(scripts.length + 1)]));
  await log.save(settings());
  await log.setPassword('tiger', true);
  await log.install();
  await (await log.open()).close();
  await newer.install();
  await expect(log.open()).rejects.toMatchObject({ code: 'log-tables.newer' });
  expect((await log.state()).status).toMatchObject({ kind: 'seen', tables: { standing: 'newer' } });
  await (await newer.open()).close();
});

test('settings may be tried before they are stored, and forgetting takes the password along', async () => {
  const log = service();
  expect(await log.test(settings(), 'tiger')).toMatchObject({ standing: 'absent', user: 'BACKUPS' });
  expect((await log.state()).status).toEqual({ kind: 'not-configured' });
  await log.save(settings());
  await log.setPassword('tiger', true);
  await log.save(null);
  expect(await log.state()).toMatchObject({ hasPassword: false, status: { kind: 'not-configured' } });
});

test('says that another password is known, so that what was refused is tried again', async () => {
  const before = passwords;
  await service().setPassword('tiger', true);
  expect(passwords).toBe(before + 1);
});
