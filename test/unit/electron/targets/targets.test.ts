// Targets over the real store: what is refused, what a copy takes along, and what a removal says beforehand.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import { createTargets, type Targets } from '../../../../electron/targets/targets.ts';
import { newTargetSpec, type TargetSpec } from '../../../../shared/domain/target.ts';
import { memorySecrets } from '../../../support/memory-secrets.ts';
import { openInProcess, storeDirectory } from '../../../support/store-in-process.ts';
import { sampleRun, sampleStrategy } from '../../../support/store-samples.ts';

const spec = (change: Partial<TargetSpec> = {}): TargetSpec => ({ ...newTargetSpec('simulated'), name: 'DEMO', ...change });
const withPassword: TargetSpec['login'] = { kind: 'password', username: 'sys', connectIdentifier: null, as: 'sysdba' };

let directory: ReturnType<typeof storeDirectory>;
let store: Store;
let secrets: ReturnType<typeof memorySecrets>;
let targets: Targets;
let changes: number;
let now: number;

beforeEach(() => {
  directory = storeDirectory();
  store = openInProcess(directory.file);
  secrets = memorySecrets();
  changes = 0;
  now = 1_800_000_000_000;
  targets = createTargets({
    store,
    secrets,
    launcher: { probe: async () => null, converse: () => { throw new Error('nobody is talked with here'); } },
    clock: { now: () => (now += 1000) },
    changed: () => (changes += 1),
  });
});
afterEach(async () => {
  await store.close();
  directory.remove();
});

const stored = async (id: string) => (await store.targets.get(id))!;

describe('saving', () => {
  test('keeps a new target enabled, at revision 1, and tells of it', async () => {
    const id = await targets.create(spec());
    expect(await stored(id)).toMatchObject({ enabled: true, revision: 1, spec: spec() });
    expect(changes).toBe(1);
  });

  test.each<[string, Partial<TargetSpec>]>([
    ['name', { name: 'A & B' }],
    ['notes', { notes: 'a\nb' }],
    ['runner.oracleHome', { runner: { kind: 'local', oracleHome: 'opt/oracle', oracleSid: 'ORCL', tnsAdmin: null } }],
    ['login.username', { login: { ...withPassword, username: 'sys/x' } }],
  ])('refuses a bad %s again in main, and saves nothing', async (path, change) => {
    await expect(targets.create(spec(change))).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path }] });
    expect(await store.targets.list()).toEqual([]);
    expect(changes).toBe(0);
  });

  test('refuses a name that is taken, beside the field', async () => {
    await targets.create(spec());
    await expect(targets.create(spec({ name: 'demo' }))).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path: 'name', code: 'name.taken' }],
    });
  });

  test('counts revisions and refuses a save over a newer one', async () => {
    const id = await targets.create(spec());
    await targets.update(id, 1, spec({ notes: 'first' }));
    await expect(targets.update(id, 1, spec({ notes: 'second' }))).rejects.toMatchObject({
      code: 'version.conflict',
      params: { current: 2 },
    });
    expect(await stored(id)).toMatchObject({ revision: 2, spec: { notes: 'first' } });
  });

  test('of a target that is gone says so', async () => {
    const id = await targets.create(spec());
    await targets.remove(id);
    await expect(targets.update(id, 1, spec())).rejects.toMatchObject({ code: 'target.missing' });
    await expect(targets.clone(id)).rejects.toMatchObject({ code: 'target.missing' });
    await expect(targets.setEnabled(id, false)).rejects.toMatchObject({ code: 'target.missing' });
    await expect(targets.setPassword(id, 'x', false)).rejects.toMatchObject({ code: 'target.missing' });
    await expect(targets.deletionEffect(id)).rejects.toMatchObject({ code: 'target.missing' });
  });
});

describe('a copy', () => {
  test('has all settings and a free name, but no password', async () => {
    const id = await targets.create(spec({ login: withPassword, notes: 'production' }));
    await targets.setPassword(id, 'secret', false);
    const copy = await targets.clone(id);
    const third = await targets.clone(copy);
    expect((await stored(copy)).spec).toEqual(spec({ login: withPassword, notes: 'production', name: 'DEMO (2)' }));
    expect((await stored(third)).spec.name).toBe('DEMO (3)');
    expect([...secrets.kept.keys()]).toEqual([`target:${id}`]);
  });
});

describe('switching off', () => {
  test('keeps everything', async () => {
    const id = await targets.create(spec());
    await targets.setEnabled(id, false);
    expect(await stored(id)).toMatchObject({ enabled: false, spec: spec() });
    await targets.setEnabled(id, false);
    expect(changes).toBe(2);
  });
});

describe('a password', () => {
  test.each(['', 'a"b', 'a\nb', 'a&1', 'x'.repeat(129)])('like %j is refused beside its field', async (password) => {
    const id = await targets.create(spec({ login: withPassword }));
    await expect(targets.setPassword(id, password, false)).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path: 'password' }],
    });
    expect(secrets.kept.size).toBe(0);
  });

  test('is kept and forgotten', async () => {
    const id = await targets.create(spec({ login: withPassword }));
    await targets.setPassword(id, "it's; fine & long", false);
    expect(secrets.kept.get(`target:${id}`)).toBe("it's; fine & long");
    await targets.forgetPassword(id);
    expect(secrets.kept.size).toBe(0);
  });

  test('is never in the refusal', async () => {
    const id = await targets.create(spec({ login: withPassword }));
    const error = await targets.setPassword(id, 'hun"ter2', false).catch((reason: unknown) => reason);
    expect(JSON.stringify(error)).not.toContain('ter2');
    expect(String(error)).not.toContain('ter2');
  });
});

describe('removing', () => {
  test('says beforehand what goes and what stays', async () => {
    const id = await targets.create(spec({ login: withPassword }));
    await targets.setPassword(id, 'secret', false);
    const target = await stored(id);
    const weekly = sampleStrategy(target, 'Weekly');
    await store.strategies.save(weekly, null);
    await store.strategies.save({ ...weekly, version: 2 }, 1);
    await store.strategies.save(sampleStrategy(target, 'Daily'), null);
    await store.runs.insert(sampleRun({ targetId: id }));
    expect(await targets.deletionEffect(id)).toEqual({ strategies: 2, runsKept: 1, versionsLost: 3, secretLost: true });
  });

  test('is refused while a run waits or is under way, and done afterwards', async () => {
    const id = await targets.create(spec());
    const run = sampleRun({ targetId: id });
    await store.runs.insert(run);
    await expect(targets.remove(id)).rejects.toMatchObject({ code: 'target.busy', params: { target: 'DEMO' } });
    await store.runs.move(run.run.id, 'queued', 'cancelled', now, {});
    await targets.remove(id);
    expect(await store.targets.list()).toEqual([]);
    expect(await store.runs.get(run.run.id)).not.toBeNull();
  });
});
