// The audit: every change of a person has exactly one entry, true before and after, in the change's own transaction;
// and nobody can take one away.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActing } from '../../../../electron/app/acting.ts';
import type { Store } from '../../../../electron/app/store-port.ts';
import { bindingForOldRuntime } from '../../../../electron/store/native-binding.ts';
import { everyAuditEntry, type Actor, type AuditEntry } from '../../../../shared/domain/audit.ts';
import { newId } from '../../../../shared/domain/id.ts';
import { defaultSettings } from '../../../../shared/domain/settings.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';
import { openInProcess, storeDirectory, type StoreDirectory } from '../../../support/store-in-process.ts';

const ana: Actor = { userId: newId(1), name: 'Ana', osUser: 'oracle', origin: 'window', host: 'ws1' };
const T = 1_800_000_000_000;
let directory: StoreDirectory;
let store: Store;
const open = (): Store => openInProcess(directory.file, undefined, () => ({ by: ana, at: T }));
beforeEach(() => {
  directory = storeDirectory();
  store = open();
});
afterEach(async () => {
  await store.close();
  directory.remove();
});

const entries = async (): Promise<AuditEntry[]> =>
  (await store.audit.page(everyAuditEntry, null, 200)).entries.toReversed();
const told = async (): Promise<string[]> => (await entries()).map(({ action, subject }) => `${action} ${subject.name ?? '-'}`);

describe('one entry for each', () => {
  test('targets and strategies, with what goes with a deletion', async () => {
    const target = sampleTarget('PROD');
    expect(await store.audit.newest()).toBe(0);
    await store.targets.save(target, null);
    expect(await store.audit.newest()).toBe(1);
    await store.targets.save({ ...target, revision: 2, enabled: false }, 1);
    await store.targets.save({ ...target, revision: 3, enabled: false, spec: { ...target.spec, notes: 'x' } }, 2);
    const strategy = sampleStrategy(target, 'Weekly');
    await store.strategies.save(strategy, null);
    await store.strategies.setEnabled(strategy.id, false, T);
    await store.targets.remove(target.id);
    await store.targets.remove(target.id);
    expect(await told()).toEqual([
      'target.create PROD', 'target.disable PROD', 'target.update PROD', 'strategy.create Weekly', 'strategy.disable Weekly',
      'target.remove PROD',
    ]);
    const [created, , updated, , , removed] = await entries();
    expect(created).toMatchObject({ actor: ana, at: T, before: null, after: { enabled: true, spec: { name: 'PROD' } } });
    expect(updated).toMatchObject({ before: { spec: { notes: '' } }, after: { spec: { notes: 'x' } } });
    expect(removed).toMatchObject({ before: { strategies: ['Weekly'], passwordStored: false }, after: null });
  });

  test('what people do to runs, and not what the application does by itself', async () => {
    const byHand = sampleRun({ trigger: 'manual', queuedAt: T });
    const planned = sampleRun({ trigger: 'schedule', queuedAt: T + 1 });
    const occurrence = (run: typeof byHand, at: number) => ({
      id: newId(at), strategyId: run.run.strategyId, targetId: 'T1', strategyName: 'Weekly', targetName: 'DEMO', instant: at,
      trigger: run.run.trigger, state: 'queued' as const, reason: null, runId: null, attempts: 0, updatedAt: at,
    });
    await store.occurrences.begin([
      { occurrence: occurrence(byHand, T), from: null, run: byHand },
      { occurrence: occurrence(planned, T + 1), from: null, run: planned },
    ]);
    await store.runs.order([planned.run.id, byHand.run.id]);
    await store.runs.order([planned.run.id, byHand.run.id]);
    await store.runs.move(byHand.run.id, 'queued', 'cancelled', T, { cancelRequestedAt: T, endedAt: T });
    await store.runs.move(byHand.run.id, 'queued', 'cancelled', T, { cancelRequestedAt: T, endedAt: T });
    await store.runs.move(planned.run.id, 'queued', 'preparing', T, {});
    await store.runs.change(planned.run.id, { lines: 3 });
    await store.runs.change(planned.run.id, { cancelRequestedAt: T });
    expect(await told()).toEqual(['run.start Weekly', 'queue.move -', 'run.cancel Weekly', 'run.cancel Weekly']);
  });

  test('settings and the pause when they change, passwords whenever they are stored', async () => {
    const target = sampleTarget('PROD');
    await store.targets.save(target, null);
    await store.settings.save(defaultSettings);
    await store.settings.save({ ...defaultSettings, runsAtOnce: 4 });
    await store.pause.save({ since: T, until: null });
    await store.pause.save(null);
    await store.pause.save(null);
    await store.secrets.put(`target:${target.id}`, new Uint8Array([1]));
    await store.secrets.put(`target:${target.id}`, new Uint8Array([2]));
    await store.secrets.remove(`target:${target.id}`);
    await store.secrets.remove(`target:${target.id}`);
    expect((await told()).slice(1)).toEqual([
      'settings.save -', 'schedule.pause -', 'schedule.resume -', 'password.store PROD', 'password.store PROD',
      'password.forget PROD',
    ]);
  });

  test('a change that fails leaves no entry', async () => {
    await store.targets.save(sampleTarget('PROD'), null);
    await expect(store.targets.save(sampleTarget('prod'), null)).rejects.toThrow();
    await expect(store.users.create({ id: newId(1), name: 'Eva', role: 'viewer', passwordHash: 'h', at: T })).rejects.toThrow();
    expect(await told()).toEqual(['target.create PROD']);
  });
});

test('secrets never get in: no hash, no path of an address, nothing that a text gives away', async () => {
  const settings = {
    ...defaultSettings,
    webhook: { url: 'https://hooks.example.com/services/T0/B0/sesame', style: 'slack' as const, on: [] },
    heartbeat: { url: 'https://hc.example.com/ping/sesame' },
  };
  await store.settings.save(settings);
  await store.settings.save({ ...settings, heartbeat: { url: 'https://hc.example.com/ping/sesame2' } });
  const target = sampleTarget('PROD');
  await store.targets.save({ ...target, spec: { ...target.spec, notes: 'connect target sys/sesame@prod' } }, null);
  await store.users.create({ id: newId(1), name: 'Ana', role: 'administrator', passwordHash: '$scrypt$sesame', at: T });
  await store.users.setPassword((await store.users.list())[0]!.id, '$scrypt$sesame-too', T);
  await store.secrets.put('mail', new TextEncoder().encode('sesame'));
  const all = await entries();
  expect(JSON.stringify(all)).not.toContain('sesame');
  expect(JSON.stringify(all)).toContain('https://hooks.example.com/… (');
  expect(all[1]?.before, 'that the address is another one shows').not.toEqual(all[1]?.after);
  expect(JSON.stringify(await store.users.list())).not.toContain('scrypt');
});

test('whatever is done to whom, the entries tell it without a gap: each begins where the one before ended', async () => {
  const ids = [newId(1), newId(2)];
  const command = fc.record({ what: fc.constantFrom('save', 'switch', 'remove', 'pause', 'settings', 'role'), who: fc.nat(1), value: fc.nat(3) });
  const admin = newId(3);
  await store.users.create({ id: admin, name: 'Root', role: 'administrator', passwordHash: 'h', at: T });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 12 }), async (commands) => {
      for (const { what, who, value } of commands) {
        const count = (await entriesOf()).length;
        const before = await world();
        await carryOut(what, ids[who]!, value).catch(() => {});
        const changed = JSON.stringify(before) !== JSON.stringify(await world());
        expect((await entriesOf()).length - count, `${what} ${value}`).toBe(changed ? 1 : 0);
      }
      const last = new Map<string, unknown>();
      for (const { subject, before, after } of await entriesOf()) {
        const key = `${subject.kind} ${subject.id}`;
        if (last.has(key) && subject.kind !== 'target') expect(before).toEqual(last.get(key));
        last.set(key, after);
      }
      expect(last.get('scheduler null') ?? null).toEqual(await store.pause.load());
      for (const target of await store.targets.list()) {
        expect(last.get(`target ${target.id}`)).toMatchObject({ enabled: target.enabled, revision: target.revision });
      }
    }),
    { numRuns: 25 },
  );

  async function entriesOf(): Promise<AuditEntry[]> {
    const all: AuditEntry[] = [];
    let from: number | null = null;
    do {
      const page: { entries: AuditEntry[]; next: number | null } = await store.audit.page(everyAuditEntry, from, 200);
      all.push(...page.entries);
      from = page.next;
    } while (from !== null);
    return all.toReversed();
  }
  async function world(): Promise<unknown> {
    const { targets, pause, settings, users } = store;
    return [await targets.list(), await pause.load(), await settings.load(), await users.list()];
  }
  async function carryOut(what: string, id: string, value: number): Promise<void> {
    const target = await store.targets.get(id);
    if (what === 'pause') return store.pause.save(value === 0 ? null : { since: T, until: value });
    if (what === 'settings') return store.settings.save({ ...defaultSettings, runsAtOnce: value + 1 });
    if (what === 'role') return store.users.setRole(admin, value === 0 ? 'viewer' : 'administrator', (await store.users.list())[0]!.updatedAt);
    if (what === 'remove') return store.targets.remove(id);
    const fresh = sampleTarget(`DB${ids.indexOf(id)}`, { id });
    if (!target) return store.targets.save(fresh, null);
    const enabled = what === 'switch' ? !target.enabled : target.enabled;
    const spec = { ...target.spec, notes: String(value) };
    return store.targets.save({ ...target, enabled, revision: target.revision + 1, spec }, target.revision);
  }
});

test('an entry can be neither changed, deleted nor replaced', async () => {
  await store.targets.save(sampleTarget('PROD'), null);
  await store.close();
  const nativeBinding = bindingForOldRuntime();
  const raw = new Database(directory.file, nativeBinding === undefined ? {} : { nativeBinding });
  const [row] = raw.prepare('SELECT * FROM audit').all() as Record<string, string | number | null>[];
  for (const statement of ["UPDATE audit SET user_name = 'nobody'", 'DELETE FROM audit']) {
    expect(() => raw.exec(statement)).toThrow('only added to');
  }
  const columns = Object.keys(row!);
  const values = columns.map((column) => (column === 'user_name' ? 'nobody' : row![column]!));
  const replace = raw.prepare(`INSERT OR REPLACE INTO audit (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  expect(() => replace.run(...values)).toThrow('only added to');
  expect(raw.prepare('SELECT user_name FROM audit').pluck().all()).toEqual(['Ana']);
  raw.close();
  store = open();
});

test('pages are newest first, filtered by who, what and when', async () => {
  const target = sampleTarget('PROD');
  await store.targets.save(target, null);
  for (let at = 1; at <= 5; at += 1) await store.targets.save({ ...target, revision: at + 1 }, at);
  const first = await store.audit.page(everyAuditEntry, null, 4);
  const second = await store.audit.page(everyAuditEntry, first.next, 4);
  expect([first.entries.length, second.entries.length, second.next]).toEqual([4, 2, null]);
  expect(second.entries.at(-1)?.action).toBe('target.create');
  const of = async (filter: Partial<typeof everyAuditEntry>): Promise<number> =>
    (await store.audit.page({ ...everyAuditEntry, ...filter }, null, 50)).entries.length;
  expect(await of({ who: 'ANA' })).toBe(6);
  expect(await of({ who: 'Eva' })).toBe(0);
  expect(await of({ actions: ['target.create'] })).toBe(1);
  expect([await of({ from: T }), await of({ from: T + 1 }), await of({ until: T })]).toEqual([6, 0, 0]);
  expect(await store.audit.names()).toEqual(['Ana']);
});

test('who acts follows a call through everything that it leads to, and no further', async () => {
  const acting = createActing({ ...ana, name: 'itself' });
  const seen: string[] = [];
  const later = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    seen.push(acting.current().name);
  };
  await Promise.all([acting.as({ ...ana, name: 'A' }, later), acting.as({ ...ana, name: 'B' }, later), later()]);
  expect(seen.toSorted()).toEqual(['A', 'B', 'itself']);
});
