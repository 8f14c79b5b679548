// What retention asks of a database, over the real driver: sets, copies and logs that are there, policies and standbys.
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../electron/app/clock.ts';
import { askRecorded, type Recorded } from '../../../electron/deletion/recorded.ts';
import { createDeletion } from '../../../electron/deletion/deletion.ts';
import { askBanner } from '../../../electron/oracle/catalogue/banner.ts';
import { createOracle } from '../../../electron/oracle/driver.ts';
import { newSqlConnection } from '../../../shared/domain/sql-connection.ts';
import { nothingAfterwards } from '../../../shared/domain/strategy/keeping.ts';
import { newTargetSpec, type Target } from '../../../shared/domain/target.ts';
import { defineBackedUpDatabase } from '../../support/oracle/backed-up-database.ts';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';
import { strategySpec } from '../../support/strategy-specs.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const DAY = 86_400_000;
type Wanted = { grants?: string[]; standby?: boolean; policy?: string };

async function recorded({ grants, standby = false, policy }: Wanted): Promise<{ now: number; found: Recorded }> {
  const server = await startOracle({
    version: '19.20.0.0.0',
    users: { MONITOR: { password: 'correct-horse-9', grants: grants ?? ['CREATE SESSION', 'SELECT_CATALOG_ROLE'] } },
  });
  ending.push(() => server.stop());
  const now = Date.now();
  server.clock.set(now);
  defineBackedUpDatabase(server, { release: 1920, isContainer: false });
  defineBackups(server, now, standby, policy);
  const oracle = createOracle({ clock: systemClock });
  ending.push(() => oracle.close(1000));
  const address = { kind: 'easy', protocol: 'tcp', host: '127.0.0.1', port: server.port, service: 'ORCL' } as const;
  const credentials = { password: 'correct-horse-9', walletPassword: null };
  const session = await oracle.open({ ...newSqlConnection(), address, user: 'monitor' }, credentials);
  ending.push(() => session.close());
  const banner = await askBanner(session);
  return { now, found: await askRecorded({ session, banner, asker: { user: 'monitor', now: () => now } }) };
}

/** Three full backups of one file, the oldest with a piece that is gone, a copy, and redo since the second. */
function defineBackups(server: StandIn, now: number, standby: boolean, policy: string | undefined): void {
  const at = (days: number): Date => new Date(now - days * DAY);
  const N = 'NUMBER';
  const full = (count: number, days: number) => [7, count, 1, 0, null, 1000 - days, at(days), at(days)];
  server.views.define('V$BACKUP_DATAFILE', [
    ['set_stamp', N], ['set_count', N], ['file#', N], ['incremental_level', N], ['incremental_change#', N],
    ['checkpoint_change#', N], ['checkpoint_time', 'DATE'], ['completion_time', 'DATE'],
  ], [full(1, 20), full(2, 10), full(3, 2), [7, 2, 0, null, null, 1, at(10), at(10)]]);
  server.views.define('V$BACKUP_SET', [
    ['set_stamp', N], ['set_count', N], ['keep', 'VARCHAR2(3)'], ['keep_until', 'DATE'],
  ], [1, 2, 3].map((count) => [7, count, 'NO', null]));
  server.views.define('V$BACKUP_PIECE', [['set_stamp', N], ['set_count', N], ['status', 'VARCHAR2(1)']],
    [[7, 1, 'X'], [7, 2, 'A'], [7, 3, 'A'], [7, 9, 'A']]);
  server.views.define('V$DATAFILE_COPY', [
    ['recid', N], ['stamp', N], ['file#', N], ['checkpoint_change#', N], ['checkpoint_time', 'DATE'],
    ['completion_time', 'DATE'], ['keep', 'VARCHAR2(3)'], ['keep_until', 'DATE'], ['status', 'VARCHAR2(1)'],
  ], [[1, 1, 1, 500, at(5), at(5), 'YES', null, 'A'], [2, 1, 1, 501, at(4), at(4), 'NO', null, 'D']]);
  server.views.define('V$BACKUP_REDOLOG', [
    ['set_stamp', N], ['set_count', N], ['thread#', N], ['sequence#', N], ['first_time', 'DATE'], ['next_time', 'DATE'],
  ], [[7, 9, 1, 11, at(10), at(6)]]);
  server.views.define('V$ARCHIVED_LOG', [
    ['thread#', N], ['sequence#', N], ['first_time', 'DATE'], ['next_time', 'DATE'], ['status', 'VARCHAR2(1)'],
    ['deleted', 'VARCHAR2(3)'], ['archived', 'VARCHAR2(3)'], ['standby_dest', 'VARCHAR2(3)'],
  ], [
    [1, 12, at(6), at(1), 'A', 'NO', 'YES', 'NO'], [1, 12, at(6), at(1), 'A', 'NO', 'YES', 'YES'],
    [1, 10, at(15), at(10), 'D', 'YES', 'YES', 'NO'],
  ]);
  server.views.define('V$DATAFILE', [['file#', N]], [[1]]);
  server.views.define('V$RMAN_CONFIGURATION', [['conf#', N], ['name', 'VARCHAR2(65)'], ['value', 'VARCHAR2(1025)']],
    policy === undefined ? [] : [[1, 'ARCHIVELOG DELETION POLICY', policy]]);
  server.views.define('V$ARCHIVE_DEST', [
    ['dest_id', N], ['dest_name', 'VARCHAR2(256)'], ['status', 'VARCHAR2(9)'], ['target', 'VARCHAR2(16)'],
    ['binding', 'VARCHAR2(9)'], ['destination', 'VARCHAR2(256)'], ['error', 'VARCHAR2(256)'], ['fail_date', 'DATE'],
  ], [
    [1, 'LOG_ARCHIVE_DEST_1', 'VALID', 'PRIMARY', 'MANDATORY', '/arch', null, null],
    ...(standby ? [[2, 'LOG_ARCHIVE_DEST_2', 'VALID', 'STANDBY', 'OPTIONAL', 'ventas_bcn', null, null]] : []),
  ]);
}

const target = (change: Partial<Target['spec']> = {}): Target => ({
  id: 'T1', enabled: true, revision: 1, createdAt: 1, updatedAt: 1,
  spec: { ...newTargetSpec('simulated'), name: 'VENTAS', sql: newSqlConnection(), recoveryGoalDays: 7, ...change },
});
const deleting = (copies: number) => strategySpec({
  afterwards: { ...nothingAfterwards, deleteObsolete: { kind: 'redundancy', copies } },
});

test('what is there is counted, what is gone is not, and the run’s own backup comes first', async () => {
  const { now, found } = await recorded({});
  expect(found.backups?.files).toEqual(['1']);
  expect(found.backups?.all.map(({ id, kind, keep }) => [id, kind, keep])).toEqual([
    ['set 7/2', 'full', null], ['set 7/3', 'full', null], ['copy 1/1', 'full', 'forever'],
    ['set 7/9 log 1/11', 'redo', null], ['log 1/12', 'redo', null],
  ]);
  expect(found.configured).toEqual({ kind: 'redundancy', copies: 1 });
  const service = createDeletion({ store: {} as never, now: () => now, recorded: () => Promise.resolve(found) });
  expect(await service.assessFor(target(), deleting(3))).toMatchObject({ basis: 'database', verdict: 'nothing' });
  const blocked = await service.assessFor(target(), deleting(2));
  expect(blocked).toMatchObject({ verdict: 'below-goal', goalDays: 7 });
  expect([Math.round(blocked.beforeDays!), Math.round(blocked.afterDays!)]).toEqual([10, 5]);
  // A goal of the strategy's own wins.
  expect(await service.assessFor(target(), { ...deleting(2), recoveryGoalDays: 4 })).toMatchObject({ verdict: 'safe' });
});

test('a standby without a policy that waits for it blocks what deletes logs', async () => {
  const unsafe = await recorded({ standby: true });
  expect(unsafe.found.standby).toEqual({ hasStandby: true, logsProtected: false });
  const safe = await recorded({ standby: true, policy: 'TO APPLIED ON ALL STANDBY' });
  expect(safe.found.standby).toEqual({ hasStandby: true, logsProtected: true });
  const rowsOf = (found: Recorded) =>
    createDeletion({ store: {} as never, now: Date.now, recorded: () => Promise.resolve(found) })
      .rows(target(), strategySpec({ deleteArchivedLogsBackedUp: 1 }));
  expect(await rowsOf(unsafe.found)).toMatchObject([{ state: 'bad', problem: { code: 'deletion.standby' } }]);
  expect(await rowsOf(safe.found)).toEqual([]);
});

test('a missing grant leaves the facts unknown, and the rest answered', async () => {
  const { found } = await recorded({ grants: ['CREATE SESSION', 'SELECT ON V_$RMAN_CONFIGURATION'] });
  expect(found).toEqual({ backups: null, configured: { kind: 'redundancy', copies: 1 }, standby: null });
});
