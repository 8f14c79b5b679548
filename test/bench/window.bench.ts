// From the start of the process to a window that can be used, and the memory of the application at rest, beside an
// empty Electron window on the same runtime.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtApplication, seededProfile } from '../support/built-application.ts';
import { emptyApplication, startMeasured, type Started, type Subject } from './measured-electron.ts';
import { mebibytes, median, ms, times, type Row } from './row.ts';

const STARTS = 5;
const START_BUDGET = 1.3;
const MEMORY_BUDGET = 1.2;
/** Then the first garbage collections are over and nothing is drawn any more. */
const REST_MS = 8_000;

type Findings = { painted: number; memory: number };

export async function measure(): Promise<Row[]> {
  const { root } = await builtApplication();
  const parent = mkdtempSync(join(tmpdir(), 'respaldo-bench-'));
  try {
    const { directory } = await seededProfile(parent, { seconds: 1 });
    const respaldo = { folder: root, args: [`--profile=${directory}`, '--lang=en-US'], usable: 'main h1' };
    const [own, empty] = await compared(respaldo, emptyApplication(parent));
    return [
      row('start to a usable window', own.painted, empty.painted, ms, START_BUDGET),
      // Without /proc there is no fair measure of a tree of processes that share most of their memory.
      ...(process.platform === 'linux'
        ? [row('memory at rest, window open', own.memory, empty.memory, mebibytes, MEMORY_BUDGET)]
        : []),
    ];
  } finally {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Alternating starts; the first of each only warms the machine's caches and the profile. Memory is that of the last.
 */
async function compared(one: Subject, other: Subject): Promise<[Findings, Findings]> {
  const painted: [number[], number[]] = [[], []];
  for (let round = 0; round <= STARTS; round += 1) {
    for (const [index, subject] of [one, other].entries()) {
      const started = await startMeasured(subject);
      if (round > 0) painted[index]!.push(started.paintedAfter);
      await started.quit();
    }
  }
  return [
    { painted: median(painted[0]), memory: await atRest(one) },
    { painted: median(painted[1]), memory: await atRest(other) },
  ];
}

async function atRest(subject: Subject): Promise<number> {
  const started: Started = await startMeasured(subject);
  try {
    await pause(REST_MS);
    return started.memory();
  } finally {
    await started.quit();
  }
}

function row(what: string, own: number, empty: number, text: (value: number) => string, budget: number): Row {
  return {
    what,
    measured: `${text(own)} (${times(own / empty)})`,
    baseline: `empty Electron window ${text(empty)}`,
    budget: `≤ ${times(budget)}`,
    ok: own / empty <= budget,
  };
}
