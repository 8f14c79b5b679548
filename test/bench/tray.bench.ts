// The memory of the application in the tray after its window was closed, beside an empty Electron application whose
// window was closed.
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
    const own: number[] = [];
    const other: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      own.push(await withoutWindow(respaldo));
      other.push(await withoutWindow(empty));
    }
    return [row(median(own), median(other))];
  } finally {
    panel.close();
    bus.end();
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function withoutWindow(subject: Subject): Promise<number> {
  const started = await startMeasured(subject);
  try {
    await started.closeWindow();
    await pause(REST_MS);
    return started.memory();
  } finally {
    await started.quit();
  }
}

function row(own: number, empty: number): Row {
  return {
    what: 'memory in the tray, window closed',
    measured: `${mebibytes(own)} (${times(own / empty)})`,
    baseline: `empty Electron, window closed ${mebibytes(empty)}`,
    budget: `≤ ${times(MEMORY_BUDGET)}`,
    ok: own / empty <= MEMORY_BUDGET,
  };
}
