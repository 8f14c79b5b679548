// kill -9 between an occurrence's row and its run, and right after both: the next start goes on, and it runs once.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { isSettled } from '../../../shared/domain/occurrence.ts';
import type { HostOrders } from '../../support/runs-host.ts';
import { startHost, storeWorkerFile, type Host } from '../../support/runs-host-process.ts';
import { GOOD_SESSION, prints, saveTarget, standIn, temporaryProfile, type Profile } from '../../support/runs-fixture.ts';
import { edit, onceAt, rowsOf, rowWhen, secondAfter } from '../../support/scheduler-fixture.ts';

let profile: Profile;
let store: Store;
let hosts: Host[];

beforeEach(async () => {
  profile = temporaryProfile();
  mkdirSync(profile.paths.profile, { recursive: true });
  store = await openStore({ path: profile.paths.database, now: Date.now, workerFile: storeWorkerFile });
  hosts = [];
});
afterEach(async () => {
  for (const host of hosts) {
    await host.kill();
    expect(host.exceptions).toEqual([]);
  }
  await store.close();
  profile.remove();
});

async function host(dies: NonNullable<HostOrders['scheduler']>['dies']): Promise<Host> {
  const started = join(profile.paths.profile, 'started');
  const simulator = standIn(profile, `echo $$ >>'${started}'\n${prints(GOOD_SESSION)}`);
  const orders = { paths: profile.paths, workerFile: storeWorkerFile, simulator, start: [], dieAt: null };
  const begun = await startHost({ ...orders, scheduler: { dies } });
  hosts.push(begun);
  return begun;
}

test('a scheduled run outlives the application, whenever that dies', async () => {
  const { strategy } = await saveTarget(store, 'DEMO');
  const instant = secondAfter(1000);
  await edit(store, strategy, { schedule: onceAt(instant) });

  expect(await (await host('before-begin')).gone).toBe('SIGKILL');
  const planned = await rowWhen(store, strategy.id, instant, () => true);
  expect(planned).toMatchObject({ state: 'planned', attempts: 0 });
  expect(await store.runs.active()).toEqual([]);

  expect(await (await host('after-begin')).gone).toBe('SIGKILL');
  expect(await store.occurrences.get(planned.id)).toMatchObject({ state: 'queued', attempts: 1 });
  expect(await store.runs.active()).toHaveLength(1);

  await host('never');
  const row = await rowWhen(store, strategy.id, instant, ({ state }) => isSettled(state));
  expect(row).toMatchObject({ id: planned.id, state: 'succeeded', attempts: 1 });
  expect(await rowsOf(store, strategy.id)).toHaveLength(1);
  expect(readFileSync(join(profile.paths.profile, 'started'), 'utf8').trim().split('\n')).toHaveLength(1);
});
