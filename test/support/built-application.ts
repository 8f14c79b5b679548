// The bundles as `npm start` has them, and profiles with something in them, for tests that start real processes.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openStore } from '../../electron/store/open-store.ts';
import { newId } from '../../shared/domain/id.ts';
import { newStrategySpec } from '../../shared/domain/strategy.ts';
import { newTargetSpec } from '../../shared/domain/target.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Builds what has changed and tells where it lies. */
export async function builtApplication(): Promise<{ root: string; dist: string; cli: string }> {
  await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
  return { root, dist: join(root, 'dist'), cli: join(root, 'scripts/respaldo.mjs') };
}

/** A profile with one simulated database and one level 0 strategy. */
export async function seededProfile(
  parent: string,
  simulated: { seconds: number; failure?: string },
): Promise<{ directory: string; pieces: string; strategyId: string; strategyName: string; targetId: string }> {
  const directory = mkdtempSync(join(parent, 'profile-'));
  const pieces = join(directory, 'pieces');
  mkdirSync(pieces);
  const store = await openStore({
    path: join(directory, 'respaldo.sqlite'),
    now: Date.now,
    workerFile: join(root, 'dist/electron/store-worker.cjs'),
  });
  const now = Date.now();
  const target = newTargetSpec('simulated');
  const targetId = newId(now);
  await store.targets.save(
    {
      id: targetId,
      enabled: true,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      spec: {
        ...target,
        name: 'REHEARSAL',
        runner: { kind: 'simulated', version: '19', seconds: simulated.seconds, failure: simulated.failure ?? null },
      },
    },
    null,
  );
  const strategyId = newId(now);
  const spec = { ...newStrategySpec(), name: 'Full rehearsal', format: join(pieces, '%d_%U') };
  await store.strategies.save(
    { id: strategyId, targetId, enabled: true, version: 1, createdAt: now, updatedAt: now, spec },
    null,
  );
  await store.close();
  return { directory, pieces, strategyId, strategyName: spec.name, targetId };
}
