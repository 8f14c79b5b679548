// What the application takes in the tray after its window was closed, memory and processor time, beside an empty
// Electron application whose window was closed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtApplication, seededProfile } from '../support/built-application.ts';
import { startDesktopBus } from '../support/desktop-bus.ts';
import { openPanel } from '../support/tray-panel.ts';
import { emptyApplication, startMeasured, type Subject } from './measured-electron.ts';
import { mebibytes, median, times, type Row } from './row.ts';

const MEMORY_BUDGET = 1.2;
const ROUNDS = 3;
/** Then the first garbage collections are over, and what belonged to the window is gone. */
const REST_MS = 8_000;
/** Two ticks of the scheduler are in it. */
const WATCH_MS = 31_000;
/** Of one processor; below what a desktop shows as "0 %", so that nobody can tell the two applications apart. */
const IDLE_BUDGET = 0.005;

type Idle = { memory: number; share: number };

export async function measure(): Promise<Row[]> {
  // Without /proc there is no fair measure of a tree of processes that share most of their memory.
  if (process.platform !== 'linux') return [];
  const { root } = await builtApplication();
  const parent = mkdtempSync(join(tmpdir(), 'respaldo-bench-'));
  const bus = await startDesktopBus();
  const panel = await openPanel(bus.address);
  try {
    const { directory } = await seededProfile(parent, { seconds: 1 });
    const env = { DBUS_SESSION_BUS_ADDRESS: bus.address };
    const respaldo = { folder: root, args: [`--profile=${directory}`, '--lang=en-US'], usable: 'main h1', env };
    const empty = { ...emptyApplication(parent, { stays: true }), env };
    const own: Idle[] = [];
    const other: Idle[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      own.push(await withoutWindow(respaldo));
      other.push(await withoutWindow(empty));
    }
    return rows(own, other);
  } finally {
    panel.close();
    bus.end();
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function withoutWindow(subject: Subject): Promise<Idle> {
  const started = await startMeasured(subject);
  try {
    await started.closeWindow();
    await pause(REST_MS);
    const before = started.processorTime();
    await pause(WATCH_MS);
    return { share: (started.processorTime() - before) / WATCH_MS, memory: started.memory() };
  } finally {
    await started.quit();
  }
}

function rows(own: readonly Idle[], empty: readonly Idle[]): Row[] {
  const [memory, emptyMemory] = [own, empty].map((all) => median(all.map((one) => one.memory))) as [number, number];
  const [share, emptyShare] = [own, empty].map((all) => median(all.map((one) => one.share))) as [number, number];
  return [
    {
      what: 'memory in the tray, window closed',
      measured: `${mebibytes(memory)} (${times(memory / emptyMemory)})`,
      baseline: `empty Electron, window closed ${mebibytes(emptyMemory)}`,
      budget: `≤ ${times(MEMORY_BUDGET)}`,
      ok: memory / emptyMemory <= MEMORY_BUDGET,
    },
    {
      what: 'idle processor time in the tray, of one processor',
      measured: percent(share),
      baseline: `empty Electron, window closed ${percent(emptyShare)}`,
      budget: `≤ ${percent(IDLE_BUDGET)} more`,
      ok: share - emptyShare <= IDLE_BUDGET,
    },
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
