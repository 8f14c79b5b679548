// Following the log of a run that is being written, by the product's own path: the launcher's child writes the spool,
// the run's follower judges it, a tail reads it, the router checks it, the pump sends it as the window gives credit.
// Beside it a loop that reads the same growing file and counts line ends, and does nothing else.
import { openGate } from '../support/open-gate.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRouter } from '../../electron/ipc/router.ts';
import { pumpStream } from '../../electron/ipc/stream-pump.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { RespaldoHandlers, RespaldoStreams } from '../../shared/ipc/contract.ts';
import type { StreamFrame } from '../../shared/ipc/wire.ts';
import { builtApplication } from '../support/built-application.ts';
import { eventually, runsOver, saveTarget, temporaryProfile, type Profile } from '../support/runs-fixture.ts';
import { rmanLog } from './rman-log.ts';
import { mebibytes, times, type Row } from './row.ts';

/** More than the budget, so that a follower that is always up to date shows more than the budget. */
const WRITTEN_PER_SECOND = 55_000;
const BUDGET_PER_SECOND = 50_000;
/** The writer goes on a little longer than is measured. */
const WRITING_SECONDS = 14;
const WARM_UP_MS = 5_000;
const MEASURED_MS = 7_000;
const FRAME_MS = 16;
const DELAY_MS = 20;
/** What the verdict keeps of the pieces that were printed meanwhile, and what the heap has not given back. */
const FLAT_BYTES = 16 * 2 ** 20;
const LOG_LINES = 100_000;
const writer = fileURLToPath(new URL('./log-writer.mjs', import.meta.url));

type Following = {
  perSecond: number;
  /** Milliseconds that 99 % of the timers were late. */
  delay: number;
  /** Bytes. */
  grown: number;
  /** Of one processor. */
  cpu: number;
};

export async function measure(): Promise<Row[]> {
  const { dist } = await builtApplication();
  const profile = temporaryProfile();
  try {
    const log = join(profile.paths.profile, 'printed.log');
    writeFileSync(log, `${rmanLog(LOG_LINES).slice(0, -1).join('\n')}\n`);
    const bare = await bareLoop(profile, log);
    const own = await product(profile, log, join(dist, 'electron/store-worker.cjs'));
    return rows(own, bare);
  } finally {
    profile.remove();
  }
}

function rows(own: Following, bare: Following): Row[] {
  const rate = (following: Following): string => `${(following.perSecond / 1000).toFixed(1)} k lines/s`;
  const cpu = (following: Following): string => `${Math.round(following.cpu * 100)} % of a processor`;
  const from = 'fs.read loop';
  return [
    {
      what: `following a log that grows by ${WRITTEN_PER_SECOND / 1000} k lines/s`,
      measured: `${rate(own)}, ${cpu(own)}`,
      baseline: `${from} ${rate(bare)}, ${cpu(bare)} (${times(own.cpu / bare.cpu)})`,
      budget: `≥ ${BUDGET_PER_SECOND / 1000} k lines/s`,
      ok: own.perSecond >= BUDGET_PER_SECOND,
    },
    {
      what: 'event-loop delay meanwhile, p99',
      measured: `${own.delay.toFixed(1)} ms`,
      baseline: `${from} ${bare.delay.toFixed(1)} ms`,
      budget: `< ${DELAY_MS} ms`,
      ok: own.delay < DELAY_MS,
    },
    {
      what: `memory meanwhile, over ${MEASURED_MS / 1000} s`,
      measured: `${own.grown < 0 ? '−' : '+'}${mebibytes(Math.abs(own.grown))}`,
      baseline: `${from} ${bare.grown < 0 ? '−' : '+'}${mebibytes(Math.abs(bare.grown))}`,
      budget: `< +${mebibytes(FLAT_BYTES)}`,
      ok: own.grown < FLAT_BYTES,
    },
  ];
}

async function product(profile: Profile, log: string, workerFile: string): Promise<Following> {
  const store = await openStore({ path: profile.paths.database, now: Date.now, workerFile });
  const words = [process.execPath, ...writing(log)].map((word) => `'${word}'`).join(' ');
  const { runs, logger } = runsOver(store, profile, `exec ${words}`);
  // Of the router only the way of a stream is walked.
  const streams = {
    'runs.tail': ({ runId, from }: { runId: string; from: number }, signal: AbortSignal) => runs.tail(runId, from, signal),
  } as RespaldoStreams;
  const router = createRouter({} as RespaldoHandlers, streams, logger, openGate);
  await runs.begin();
  const { strategy } = await saveTarget(store, 'NOMINA');
  const { runId } = await runs.start(strategy.id, 'manual');
  await eventually(async () => (await store.runs.get(runId))?.run.state === 'running');
  const abort = new AbortController();
  const opened = router.openStream({ ownMainFrame: true, ownOrigin: true }, 'runs.tail', { runId, from: 0 }, abort.signal);
  if (!opened.ok) throw new Error(`the tail was refused: ${opened.error.code}`);
  let painted = 0;
  const following = whileWriting(() => painted);
  const pump = pumpStream(opened.chunks, paint, (error) => error, abort.signal);

  function paint(frame: StreamFrame): void {
    if (!('chunk' in frame)) return;
    // What crosses to another process is copied once on this side.
    const chunk = structuredClone(frame.chunk) as { lines: string[] };
    setTimeout(() => {
      painted += chunk.lines.length;
      pump.credit(1);
    }, FRAME_MS);
  }

  const measured = await following;
  abort.abort();
  await pump.finished;
  await runs.cancel(runId).catch(() => {});
  await runs.shutdown();
  await store.close();
  if (logger.exceptions.length > 0) throw logger.exceptions[0];
  return measured;
}

const writing = (log: string): string[] => [writer, String(WRITTEN_PER_SECOND), String(WRITING_SECONDS), log];

/** Measures this process while it follows; `lines` tells how many it has seen so far. */
async function whileWriting(lines: () => number): Promise<Following> {
  while (lines() === 0) await pause(5);
  await pause(WARM_UP_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = snapshot(lines);
  delay.enable();
  await pause(MEASURED_MS);
  delay.disable();
  const after = snapshot(lines);
  const passed = after.at - before.at;
  return {
    perSecond: ((after.lines - before.lines) / passed) * 1000,
    delay: delay.percentile(99) / 1e6,
    grown: after.memory - before.memory,
    cpu: (after.cpu - before.cpu) / passed,
  };
}

/** Without its garbage, which would make memory a matter of chance. */
function snapshot(lines: () => number) {
  const { user, system } = process.cpuUsage();
  const found = { at: performance.now(), lines: lines(), cpu: (user + system) / 1000 };
  globalThis.gc?.();
  return { ...found, memory: process.memoryUsage.rss() };
}

/** The least that can be done about a growing file, at the product's own rhythm. */
async function bareLoop(profile: Profile, log: string): Promise<Following> {
  const path = join(profile.paths.profile, 'bare.log');
  const output = openSync(path, 'a');
  const child = spawn(process.execPath, writing(log), { stdio: ['ignore', output, 'inherit'] });
  closeSync(output);
  const ended = once(child, 'exit');
  const file = await open(path, 'r');
  const buffer = Buffer.alloc(64 * 1024);
  let lines = 0;
  let over = false;
  const following = whileWriting(() => lines).finally(() => (over = true));
  for (let offset = 0; !over; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
    for (let at = buffer.indexOf(10); at >= 0 && at < bytesRead; at = buffer.indexOf(10, at + 1)) lines += 1;
    offset += bytesRead;
    if (bytesRead === 0) await pause(50);
  }
  await file.close();
  child.kill();
  await ended;
  return following;
}
