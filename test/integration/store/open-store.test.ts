// The real worker behind the port: opening, answering, errors that cross, and what happens when it dies.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../support/store-samples.ts';

const workerFile = fileURLToPath(new URL('../../../dist/electron/store-worker.cjs', import.meta.url));
let directory: string;
let open: Store[] = [];

async function openHere(name = 'respaldo.sqlite'): Promise<Store> {
  const store = await openStore({
    path: join(directory, name),
    now: () => 1_700_000_000_000,
    workerFile,
  });
  open.push(store);
  return store;
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'respaldo-store-'));
});
afterEach(async () => {
  await Promise.all(open.map((store) => store.close().catch(() => undefined)));
  open = [];
  rmSync(directory, { recursive: true, force: true });
});

describe('a store in its worker', () => {
  it('keeps everything across closing and opening', async () => {
    const first = await openHere();
    const target = sampleTarget('DEMO');
    const strategy = sampleStrategy(target, 'Weekly');
    const run = sampleRun({ strategyId: strategy.id, targetId: target.id });
    await first.targets.save(target, null);
    await first.strategies.save(strategy, null);
    await first.runs.insert(run);
    await first.settings.save({ ...defaultSettings, language: 'es' });
    await first.secrets.put('a', new Uint8Array([1, 2, 255]));
    await first.close();
    const second = await openHere();
    expect(second.notices()).toEqual([]);
    expect(await second.targets.list()).toEqual([target]);
    expect(await second.strategies.get(strategy.id)).toEqual(strategy);
    expect(await second.runs.get(run.run.id)).toEqual(run);
    expect((await second.settings.load()).language).toBe('es');
    expect(await second.secrets.get('a')).toEqual(new Uint8Array([1, 2, 255]));
  });

  it('carries foreseen errors with their fields, and exceptions with the stack of where they happened', async () => {
    const store = await openHere();
    await store.targets.save(sampleTarget('DEMO'), null);
    await expect(store.targets.save(sampleTarget('demo'), null)).rejects.toMatchObject({
      name: 'AppError',
      code: 'input.invalid',
      fields: [{ path: 'name', code: 'name.taken' }],
    });
    const error = await store.logs.append('nobody', 0, ['x']).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).stack).toContain('store-worker.cjs');
  });
});
