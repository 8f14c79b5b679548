// Strategies and scripts as files: what is written where, and that an opened copy can neither be run nor taken for the
// strategy itself.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Application } from '../../../../electron/app/compose.ts';
import { strategyFileHandlers } from '../../../../electron/ipc/strategy-file-handlers.ts';
import { exportSpec } from '../../../support/export-kinds.ts';
import { memoryStore } from '../../../support/memory-store.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';

const target = sampleTarget('VENTAS');
const strategy = sampleStrategy(target, 'Año ../nuevo');
let folder: string;
let suggested: string[];
let opened: string[];
let store: ReturnType<typeof memoryStore>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'respaldo-files-'));
  [suggested, opened, store] = [[], [], memoryStore()];
  await store.targets.save(target, null);
  await store.strategies.save(strategy, null);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function handlers() {
  const desktop = {
    askWhereToSave: async (name: string) => (suggested.push(name), join(folder, 'chosen')),
    openFile: async (path: string) => void opened.push(path),
  };
  return strategyFileHandlers({ ports: { store, desktop, paths: { profile: folder } } } as unknown as Application);
}

test('an export holds what was asked for, in that order, and names nothing by an id', async () => {
  const other = sampleStrategy(target, 'Logs');
  await store.strategies.save(other, null);
  await handlers()['strategyFiles.export']({ ids: [other.id, strategy.id] });
  const text = readFileSync(join(folder, 'chosen'), 'utf8');
  expect(suggested).toEqual(['respaldo-strategies.json']);
  expect(JSON.parse(text).strategies.map((one: { strategy: { name: string } }) => one.strategy.name)).toEqual(['Logs', 'Año ../nuevo']);
  for (const id of [other.id, strategy.id, target.id]) expect(text).not.toContain(id);
  await expect(handlers()['strategyFiles.export']({ ids: ['01JZZZZZZZABCDEFGHJKMNPQRS'] })).rejects.toMatchObject({
    code: 'strategy.missing',
  });
});

test('a script is called as DBAs call it, whatever the strategy is called', async () => {
  const { spec } = strategy;
  await handlers()['strategyFiles.saveScript']({ of: 'strategy', spec, version: 2 });
  await handlers()['strategyFiles.saveScript']({ of: 'strategy', spec: exportSpec(), version: null });
  expect(suggested).toEqual(['Año-nuevo.rman', 'HR-nightly.par']);
  expect(readFileSync(join(folder, 'chosen'), 'utf8')).toContain('schemas=HR');
});

test('the copy of a run that an editor opens is private, read-only and plain text', async () => {
  const stored = sampleRun({ strategyName: 'Weekly' });
  await store.runs.insert({ ...stored, script: 'BACKUP DATABASE;\n' });
  const open = handlers()['strategyFiles.openScript'];
  await open({ of: 'run', runId: stored.run.id });
  await open({ of: 'run', runId: stored.run.id });
  const [path] = opened as [string];
  expect(basename(path)).toBe(`Weekly-${stored.run.id}.rman.txt`);
  expect(readFileSync(path, 'utf8')).toBe('BACKUP DATABASE;\n');
  expect(statSync(path).mode & 0o777).toBe(0o400);
  await expect(open({ of: 'run', runId: '01JZZZZZZZABCDEFGHJKMNPQRS' })).rejects.toMatchObject({ code: 'run.missing' });
});
