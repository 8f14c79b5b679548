// Who opens a spool lets go of it again, however readers and the conductor of its run come upon each other: a follower
// that nobody knows any more would keep a command from ending.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../electron/app/clock.ts';
import type { Clock } from '../../../electron/app/ports.ts';
import type { Store } from '../../../electron/app/store-port.ts';
import { runFiles } from '../../../electron/rman/run-files.ts';
import { createLogs, type Logs } from '../../../electron/runs/logs.ts';
import { sampleRun } from '../../support/store-samples.ts';
import { storeInProcess } from '../../support/store-in-process.ts';

let directory: string;
let store: Store;
let logs: Logs;
let asleep: Set<() => void>;

/** The real clock, and who sleeps on it. */
const counting: Clock = {
  now: systemClock.now,
  after(ms, act) {
    const cancel = systemClock.after(ms, () => {
      asleep.delete(cancel);
      act();
    });
    asleep.add(cancel);
    return () => {
      asleep.delete(cancel);
      cancel();
    };
  },
};

const run = sampleRun();
const id = run.run.id;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'respaldo-logs-'));
  asleep = new Set();
  store = storeInProcess();
  await store.runs.insert(run);
  await store.runs.move(id, 'queued', 'preparing', 1, {});
  const { spool } = runFiles(directory, id);
  mkdirSync(dirname(spool), { recursive: true });
  writeFileSync(spool, 'Recovery Manager\n');
  logs = createLogs({ store, clock: counting, runsDirectory: directory });
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

test.each([0, 1, 2, 3, 5, 8])('a reader that looks while a run is taken over leaves nothing behind (%s turns later)', async (turns) => {
  const seen: string[] = [];
  await logs.find(id);
  const conducted = logs.conduct(id, (bytes) => seen.push(Buffer.from(bytes).toString()));
  for (let index = 0; index < turns; index += 1) await turn();
  const readers = [logs.find(id), logs.find(id)];
  await Promise.all([conducted, ...readers]);
  await (await conducted).follower.caughtUp();
  expect(seen.join('')).toBe('Recovery Manager\n');
  // Whoever looks from now on shares what the conductor has.
  expect(await logs.find(id)).toMatchObject({ kind: 'spool', log: { conducted: true } });
  await logs.closeAll();
  for (let index = 0; index < 20; index += 1) await turn();
  expect(asleep.size).toBe(0);
});
