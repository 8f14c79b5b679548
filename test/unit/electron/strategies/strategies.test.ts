// Strategies over the real store: versions, copies, removals, and what is refused.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import { encryptionSecretOf, sqlSecretNameOf } from '../../../../electron/app/secret-names.ts';
import { createStrategies, type Strategies } from '../../../../electron/strategies/strategies.ts';
import type { Target } from '../../../../shared/domain/target.ts';
import { openInProcess, storeDirectory } from '../../../support/store-in-process.ts';
import { sampleRun, sampleTarget } from '../../../support/store-samples.ts';
import { strategySpec } from '../../../support/strategy-specs.ts';

let directory: ReturnType<typeof storeDirectory>;
let store: Store;
let strategies: Strategies;
let target: Target;
let changes: number;
let now: number;

beforeEach(async () => {
  directory = storeDirectory();
  store = openInProcess(directory.file);
  target = sampleTarget('DEMO');
  await store.targets.save(target, null);
  changes = 0;
  now = 1_800_000_000_000;
  strategies = createStrategies({
    store,
    clock: { now: () => (now += 1000) },
    secrets: { has: async (name) => (await store.secrets.get(name)) !== null },
    changed: () => (changes += 1),
  });
});
afterEach(async () => {
  await store.close();
  directory.remove();
});

const stored = async (id: string) => (await store.strategies.get(id))!;

describe('saving', () => {
  test('starts at version 1, enabled', async () => {
    const id = await strategies.create(target.id, strategySpec());
    expect(await stored(id)).toMatchObject({ version: 1, enabled: true, targetId: target.id, spec: strategySpec() });
    expect(changes).toBe(1);
  });

  test.each(['x\nDELETE NOPROMPT BACKUP;', "it's", 'a;b', 'R&D', 'a\u0000'])('refuses the name %j in main too', async (name) => {
    await expect(strategies.create(target.id, strategySpec({ name }))).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path: 'name', code: 'text.forbidden' }],
    });
    expect(await store.strategies.list()).toEqual([]);
  });

  test('makes a new version of every change and keeps the old ones', async () => {
    const id = await strategies.create(target.id, strategySpec());
    await strategies.update(id, 1, target.id, strategySpec({ tag: 'WEEKLY' }));
    await strategies.update(id, 2, target.id, strategySpec({ tag: 'WEEKLY', channels: 4 }));
    const versions = await strategies.versions(id);
    expect(versions.map(({ version, spec }) => [version, spec.tag, spec.channels])).toEqual([
      [3, 'WEEKLY', 4],
      [2, 'WEEKLY', 1],
      [1, null, 1],
    ]);
    expect(await stored(id)).toMatchObject({ version: 3 });
  });

  test('makes no version when nothing changed, whatever the order of the keys', async () => {
    const id = await strategies.create(target.id, strategySpec());
    const { name, ...rest } = strategySpec();
    await strategies.update(id, 1, target.id, { ...rest, name });
    expect(await stored(id)).toMatchObject({ version: 1 });
    expect(changes).toBe(1);
  });

  test('refuses to go over a newer version, even with nothing changed', async () => {
    const id = await strategies.create(target.id, strategySpec());
    await strategies.update(id, 1, target.id, strategySpec({ channels: 2 }));
    for (const channels of [2, 3]) {
      await expect(strategies.update(id, 1, target.id, strategySpec({ channels }))).rejects.toMatchObject({
        code: 'version.conflict',
        params: { current: 2 },
      });
    }
  });

  test('moves a strategy to another target as a new version, but not under its own run', async () => {
    const other = sampleTarget('OTHER');
    await store.targets.save(other, null);
    const id = await strategies.create(target.id, strategySpec());
    const run = sampleRun({ strategyId: id, targetId: target.id });
    await store.runs.insert(run);
    await expect(strategies.update(id, 1, other.id, strategySpec())).rejects.toMatchObject({ code: 'strategy.busy' });
    await store.runs.move(run.run.id, 'queued', 'cancelled', now, {});
    await strategies.update(id, 1, other.id, strategySpec());
    expect(await stored(id)).toMatchObject({ targetId: other.id, version: 2 });
  });

  test('needs its target', async () => {
    await expect(strategies.create(sampleTarget('GONE').id, strategySpec())).rejects.toMatchObject({ code: 'target.missing' });
  });
});

describe('a copy', () => {
  test('lies beside the original under a free name, at version 1', async () => {
    const id = await strategies.create(target.id, strategySpec({ tag: 'WEEKLY' }));
    await strategies.update(id, 1, target.id, strategySpec({ tag: 'WEEKLY', channels: 3 }));
    const copy = await strategies.clone(id);
    expect(await stored(copy)).toMatchObject({
      version: 1,
      targetId: target.id,
      spec: strategySpec({ tag: 'WEEKLY', channels: 3, name: 'Weekly level 0 (2)' }),
    });
  });
});

describe('switching off', () => {
  test('keeps version and spec', async () => {
    const id = await strategies.create(target.id, strategySpec());
    await strategies.setEnabled(id, false);
    expect(await stored(id)).toMatchObject({ enabled: false, version: 1, spec: strategySpec() });
  });
});

describe('removing', () => {
  test('takes the password of its backups along; a database takes those of its strategies', async () => {
    const one = await strategies.create(target.id, strategySpec());
    const other = await strategies.create(target.id, strategySpec({ name: 'Another' }));
    for (const id of [one, other]) await store.secrets.put(encryptionSecretOf(id), new Uint8Array([1]));
    await store.secrets.put(sqlSecretNameOf(target.id, 'wallet'), new Uint8Array([2]));
    expect((await strategies.deletionEffect(one)).secretLost).toBe(true);
    await strategies.remove(one);
    expect(await store.secrets.get(encryptionSecretOf(one))).toBeNull();
    expect(await store.secrets.get(encryptionSecretOf(other))).not.toBeNull();
    await store.targets.remove(target.id);
    expect(await store.secrets.get(encryptionSecretOf(other))).toBeNull();
    expect(await store.secrets.get(sqlSecretNameOf(target.id, 'wallet'))).toBeNull();
  });

  test('says beforehand what goes, is refused under a run, and leaves the runs', async () => {
    const id = await strategies.create(target.id, strategySpec());
    await strategies.update(id, 1, target.id, strategySpec({ channels: 2 }));
    const run = sampleRun({ strategyId: id, targetId: target.id });
    await store.runs.insert(run);
    expect(await strategies.deletionEffect(id)).toEqual({
      strategies: 1,
      runsKept: 1,
      versionsLost: 2,
      secretLost: false,
    });
    await expect(strategies.remove(id)).rejects.toMatchObject({ code: 'strategy.busy' });
    await store.runs.move(run.run.id, 'queued', 'cancelled', now, {});
    await strategies.remove(id);
    await expect(strategies.versions(id)).rejects.toMatchObject({ code: 'strategy.missing' });
    expect(await store.runs.get(run.run.id)).not.toBeNull();
  });
});

describe('the check', () => {
  test('looks at the destination and refuses a bad strategy beside its field', async () => {
    const rows = await strategies.check(target.id, strategySpec({ format: '/no/such/place/%U' }));
    expect(rows).toMatchObject([{ what: 'destination', state: 'bad', problem: { code: 'destination.missing' } }]);
    await expect(strategies.check(target.id, strategySpec({ format: 'relative/%U' }))).rejects.toMatchObject({
      fields: [{ path: 'format', code: 'format.relative' }],
    });
  });
});
