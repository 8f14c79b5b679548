// The commands around the scheduler, each a process of its own, on a profile with a schedule.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { newId } from '../../../shared/domain/id.ts';
import { plainSchedule } from '../../../shared/schedule/schedule.ts';
import { builtApplication, seededProfile } from '../../support/built-application.ts';
import { sampleRun } from '../../support/store-samples.ts';

type Answer = { code: number; out: string; err: string };
type Profile = Awaited<ReturnType<typeof seededProfile>>;

const HOUR = 3_600_000;
const scratch = mkdtempSync(join(tmpdir(), 'respaldo-cli-'));
let built: Awaited<ReturnType<typeof builtApplication>>;
let profile: Profile;

beforeAll(async () => {
  built = await builtApplication();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
beforeEach(async () => {
  profile = await seededProfile(scratch, { seconds: 0 });
});

async function respaldo(...words: string[]): Promise<Answer> {
  const env = { ...process.env, LANG: 'C', LC_ALL: '', TZ: 'UTC', RESPALDO_PROFILE: profile.directory };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [built.cli, ...words], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    // An exception of ours shows its stack there: let the failing test show it too.
    if (stderr.includes('    at ')) throw new Error(stderr);
    return { code, out: stdout, err: stderr };
  }
}
const json = async (...words: string[]) => JSON.parse((await respaldo(...words, '--json')).out);

async function withStore<T>(act: (store: Store) => Promise<T>): Promise<T> {
  const workerFile = join(built.dist, 'electron/store-worker.cjs');
  const store = await openStore({ path: join(profile.directory, 'respaldo.sqlite'), now: Date.now, workerFile });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

const scheduleNightly = (store: Store): Promise<void> => scheduled(store, '0 2 * * *');
async function scheduled(store: Store, expression: string): Promise<void> {
  const strategy = (await store.strategies.get(profile.strategyId))!;
  const schedule = plainSchedule({ kind: 'cron', expression }, 'Europe/Madrid');
  await store.strategies.save({ ...strategy, version: 2, spec: { ...strategy.spec, schedule } }, 1);
}

const insert = (store: Store, change: Parameters<typeof sampleRun>[0]): Promise<void> =>
  store.runs.insert(
    sampleRun({ strategyId: profile.strategyId, targetId: profile.targetId, strategyName: 'Full rehearsal', ...change }),
  );

describe('pause and resume', () => {
  test('write the pause into the profile, where the application finds it', async () => {
    const before = Date.now();
    const paused = await respaldo('pause', '--for', '2h', '--lang', 'es');
    expect([paused.code, paused.err]).toEqual([0, '']);
    expect(paused.out).toContain('en pausa hasta el');
    const kept = await withStore((store) => store.pause.load());
    expect(kept!.until! - kept!.since).toBe(2 * HOUR);
    expect(kept!.since).toBeGreaterThanOrEqual(before);

    expect(await json('pause')).toMatchObject({ respaldo: 'pause', schemaVersion: 1, paused: { until: null } });
    expect((await json('status')).paused).toMatchObject({ until: null });
    expect(await json('resume')).toEqual({ respaldo: 'resume', schemaVersion: 1, paused: null });
    expect(await withStore((store) => store.pause.load())).toBeNull();
  });

  test('refuse an end that is none, that is over, or two of them', async () => {
    for (const words of [['--for', 'long'], ['--for', '0h'], ['--until', '2020-01-01'], ['--until', 'x'], ['--for', '1h', '--until', '23:00']]) {
      expect((await respaldo('pause', ...words)).code).toBe(2);
    }
    expect(await withStore((store) => store.pause.load())).toBeNull();
    const { paused } = await json('pause', '--until', '00:00');
    expect(new Date(paused.until).getTime() % (24 * HOUR)).toBe(0);
  });
});

describe('schedule list', () => {
  test('says of each strategy when it starts next, or why it does not', async () => {
    expect((await respaldo('schedule', 'list')).out).toMatch(/^no schedule +REHEARSAL +Full rehearsal\n$/);
    await withStore(scheduleNightly);
    expect((await respaldo('schedule', 'list')).out).toMatch(/^\d{4}-\d\d-\d\dT0[23]:00:00\+0[12]:00  Europe\/Madrid  REHEARSAL  Full rehearsal/);
    await withStore((store) => store.strategies.setEnabled(profile.strategyId, false, Date.now()));
    expect((await respaldo('schedule', 'list', '--lang', 'es')).out).toMatch(/^deshabilitada/);
  });

  test('lists what is to come, without what the user skipped', async () => {
    await withStore(scheduleNightly);
    const week = await json('schedule', 'list', '--days', '7');
    expect(week).toMatchObject({ respaldo: 'schedule list', schemaVersion: 1, days: 7, cut: false });
    expect(week.occurrences).toHaveLength(7);
    expect(week.occurrences[0]).toMatchObject({ strategy: { name: 'Full rehearsal' }, target: { name: 'REHEARSAL' }, zone: 'Europe/Madrid', notes: [] });
    const instant = Date.parse(week.occurrences[0].at);
    await withStore((store) =>
      store.occurrences.cover(
        [{ strategyId: profile.strategyId, coveredUntil: Date.now(), since: Date.now(), schedule: null }],
        [
          {
            id: newId(Date.now()), strategyId: profile.strategyId, targetId: profile.targetId, strategyName: 'Full rehearsal', targetName: 'REHEARSAL',
            instant, trigger: 'schedule', state: 'skipped', reason: { kind: 'by-user' }, runId: null, attempts: 0, updatedAt: Date.now(),
          },
        ],
      ),
    );
    const later = (await json('schedule', 'list')).occurrences[0];
    expect(later.at).toBe(week.occurrences[1].at);
    expect((await json('schedule', 'list', '--days', '7')).occurrences).toHaveLength(6);
    expect((await respaldo('schedule', 'list', '--days', '0')).code).toBe(2);
    expect((await respaldo('schedule', 'list', '--target', 'nobody')).code).toBe(5);
  });
});

describe('queue', () => {
  test('shows the order in which runs wait and what for', async () => {
    expect((await respaldo('queue', '--lang', 'es')).out).toBe('La cola está vacía.\n');
    await withStore(async (store) => {
      await insert(store, { id: '1'.repeat(26), queuedAt: 1_700_000_000_000, trigger: 'schedule' });
      await insert(store, { id: '2'.repeat(26), queuedAt: 1_700_000_000_001, trigger: 'manual', strategyId: 'S2', strategyName: 'By hand' });
    });
    const { runs } = await json('queue');
    expect(runs.map((run: { id: string; waitsFor: object }) => [run.id[0], run.waitsFor])).toEqual([
      ['2', { kind: 'next' }],
      ['1', { kind: 'lane', runId: '2'.repeat(26), strategyName: 'By hand' }],
    ]);
    expect((await respaldo('queue')).out).toContain('waits for By hand on the same database');
  });
});

describe('status', () => {
  test('is calm, and says so, where nothing is to happen', async () => {
    const answer = await respaldo('status');
    expect([answer.code, answer.err]).toEqual([0, '']);
    expect(answer.out).toContain('Nothing needs a look.');
    expect(answer.out).toContain('No Respaldo is running');
    expect(await json('status')).toMatchObject({ supervised: false, paused: null, attention: [], active: [], waiting: [], outbox: { pending: 0, refused: 0 } });
  });

  test('asks for a look, with exit code 7, at what nobody starts and at what was not good', async () => {
    await withStore(async (store) => {
      await scheduleNightly(store);
      await insert(store, { state: 'succeeded', queuedAt: 1_700_000_000_000, endedAt: 1_700_000_100_000 });
      await insert(store, { state: 'failed', queuedAt: 1_700_000_200_000, endedAt: 1_700_000_300_000, rootCode: 'ORA-19809' });
    });
    const answer = await respaldo('status', '--lang', 'es');
    expect(answer.code).toBe(7);
    expect(answer.out).toContain('ORA-19809');
    const found = await json('status');
    expect(found.attention.map(({ kind }: { kind: string }) => kind)).toEqual(['unsupervised', 'not-good']);
    expect(found.strategies[0]).toMatchObject({ lastAttempt: { status: 'failed' }, lastGood: { status: 'succeeded' }, overdueSince: null });
    expect(Date.parse(found.strategies[0].next)).toBeGreaterThan(Date.now());
  });

  test('tells what is overdue, from when the scheduler has known the schedule', async () => {
    const since = Date.now() - 240 * HOUR;
    await withStore(async (store) => {
      await scheduleNightly(store);
      const { id: strategyId, spec } = (await store.strategies.get(profile.strategyId))!;
      const cursor = { strategyId, coveredUntil: since, since, schedule: spec.schedule };
      await store.occurrences.cover([cursor], []);
    });
    const found = await json('status');
    const overdue = found.attention.find(({ kind }: { kind: string }) => kind === 'overdue');
    expect(overdue).toMatchObject({ strategyId: profile.strategyId });
    const late = Date.parse(overdue.since) - since;
    // A night of 25 hours may lie ahead.
    expect(late).toBeGreaterThanOrEqual(30 * HOUR);
    expect(late).toBeLessThanOrEqual(31.25 * HOUR);
  });
});

describe('why', () => {
  test('shows each condition, and exit code 7 when one holds the strategy back', async () => {
    await withStore(scheduleNightly);
    const calm = await respaldo('why', 'full rehearsal');
    expect([calm.code, calm.out.split('\n').length]).toEqual([0, 11]);
    await respaldo('pause');
    const held = await respaldo('why', 'Full rehearsal', '--json', '--lang', 'es');
    expect(held.code).toBe(7);
    const rows = JSON.parse(held.out).requirements;
    expect(rows.find(({ kind }: { kind: string }) => kind === 'not-paused')).toMatchObject({ state: 'blocked', uncertain: false });
    expect(rows.find(({ kind }: { kind: string }) => kind === 'destination')).toMatchObject({ state: 'green', text: expect.stringContaining('Se puede escribir') });
    rmSync(profile.pieces, { recursive: true });
    await respaldo('resume');
    expect((await respaldo('why', 'Full rehearsal')).out).toMatch(/^blocked +Destination +.*pieces/m);
    expect((await respaldo('why', 'Nothing')).code).toBe(5);
  });
});

describe('outbox', () => {
  test('lists what is on its way', async () => {
    expect((await respaldo('outbox')).out).toBe('The outbox is empty.\n');
    await withStore((store) =>
      store.outbox.add(
        [{ id: newId(Date.now()), channel: 'mail', title: 'Nightly failed', to: 'dba@example.com', occurrenceId: null, runId: null, createdAt: Date.now(), fact: 'f', content: {} }],
        [],
      ),
    );
    expect((await respaldo('outbox', '--lang', 'es')).out).toMatch(/correo +pendiente +dba@example.com +Nightly failed/);
    expect(await json('outbox')).toMatchObject({ respaldo: 'outbox', pending: 1, refused: 0, messages: [{ channel: 'mail', state: 'pending', sentAt: null }] });
    expect((await respaldo('outbox', '--limit', '0')).code).toBe(2);
  });
});
