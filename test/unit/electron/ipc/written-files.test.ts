// Tables as files: whole in both formats, however many pages they come in; a dialog that is left; a disk that refuses.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportAudit } from '../../../../electron/ipc/written-audit.ts';
import { exportRuns } from '../../../../electron/ipc/written-files.ts';
import type { Application } from '../../../../electron/app/compose.ts';
import type { Store } from '../../../../electron/app/store-port.ts';
import { everyAuditEntry } from '../../../../shared/domain/audit.ts';
import { everyRun } from '../../../../shared/domain/history.ts';
import { sampleRun, sampleTarget } from '../../../support/store-samples.ts';
import { storeInProcess } from '../../../support/store-in-process.ts';

const RUNS = 501;
let directory: string;
let store: Store;
let chosen: (name: string) => string | null;

/** Of the application only what writing files needs. */
function application(): Application {
  const desktop = { askWhereToSave: (name: string) => Promise.resolve(chosen(name)) };
  return { ports: { store, desktop } } as unknown as Application;
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'respaldo-written-'));
  store = storeInProcess();
  chosen = (name) => join(directory, name);
  for (let index = 0; index < RUNS; index += 1) {
    await store.runs.insert(sampleRun({ queuedAt: 1_700_000_000_000 + index, strategyName: `"Semanal", ${index}` }));
  }
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

test('every run is in the file once, newest first, over several pages', async () => {
  const written = await exportRuns(application(), everyRun, 'json');
  expect(written).toEqual({ path: join(directory, 'respaldo-runs.json'), count: RUNS });
  const runs = JSON.parse(readFileSync(written?.path ?? '', 'utf8')) as { strategy?: unknown }[];
  expect(runs).toHaveLength(RUNS);
  expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(RUNS);
  expect(JSON.stringify(runs[0])).toContain(String(RUNS - 1));
  const table = await exportRuns(application(), everyRun, 'csv');
  const lines = readFileSync(table?.path ?? '', 'utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(RUNS + 1);
  expect(lines[1]).toContain(`"""Semanal"", ${RUNS - 1}"`);
});

test('an empty table is a whole file too', async () => {
  const nothing = { ...everyRun, targetIds: ['nobody'] };
  const written = await exportRuns(application(), nothing, 'json');
  expect(JSON.parse(readFileSync(written?.path ?? '', 'utf8'))).toEqual([]);
  expect(written?.count).toBe(0);
});

test('the audit is written with what was before and after', async () => {
  await store.targets.save(sampleTarget('AUDITED'), null);
  const written = await exportAudit(application(), everyAuditEntry, 'json');
  const entries = JSON.parse(readFileSync(written?.path ?? '', 'utf8')) as unknown[];
  expect(entries).toHaveLength(written?.count ?? -1);
  expect(JSON.stringify(entries)).toContain('AUDITED');
});

test('a dialog that is left writes nothing, and a place that cannot be written is an error with its path', async () => {
  chosen = () => null;
  expect(await exportRuns(application(), everyRun, 'csv')).toBeNull();
  chosen = (name) => join(directory, 'missing', name);
  await expect(exportRuns(application(), everyRun, 'csv')).rejects.toMatchObject({ code: 'file.unwritable' });
});
