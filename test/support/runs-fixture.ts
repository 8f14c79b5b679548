// A profile in a temporary directory with one simulated target, a stand-in for RMAN, and the runs service over both.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../electron/app/clock.ts';
import type { Logger, Paths, SimulatorCommand } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { createLauncher } from '../../electron/rman/launcher.ts';
import { createRuns, type Runs, type RunsPorts } from '../../electron/runs/runs.ts';
import { newId } from '../../shared/domain/id.ts';
import { isOver, type Run } from '../../shared/domain/run.ts';
import { newStrategySpec, type Strategy } from '../../shared/domain/strategy.ts';
import { newTargetSpec, type Target } from '../../shared/domain/target.ts';

export type Profile = { paths: Paths; remove(): void };

/** An empty profile directory. */
export function temporaryProfile(): Profile {
  const profile = mkdtempSync(join(tmpdir(), 'respaldo-runs-'));
  const paths = {
    profile,
    database: join(profile, 'respaldo.sqlite'),
    runs: join(profile, 'runs'),
    logs: join(profile, 'logs'),
  };
  return { paths, remove: () => rmSync(profile, { recursive: true, force: true }) };
}

/** A simulated target with one strategy, as the store keeps them. */
export async function saveTarget(store: Store, name: string): Promise<{ target: Target; strategy: Strategy }> {
  const now = Date.now();
  const spec = { ...newTargetSpec('simulated'), name };
  const target: Target = { id: newId(now), enabled: true, revision: 1, createdAt: now, updatedAt: now, spec };
  await store.targets.save(target, null);
  return { target, strategy: await saveStrategy(store, target, `${name} level 0`) };
}

export async function saveStrategy(store: Store, target: Target, name: string): Promise<Strategy> {
  const now = Date.now();
  const spec = { ...newStrategySpec(), name };
  const strategy: Strategy = {
    id: newId(now),
    targetId: target.id,
    enabled: true,
    version: 1,
    createdAt: now,
    updatedAt: now,
    spec,
  };
  await store.strategies.save(strategy, null);
  return strategy;
}

/** A good and very short session, as a stand-in for RMAN prints it. */
export const GOOD_SESSION = [
  '',
  'Recovery Manager: Release 19.0.0.0.0 - Production on Sun Oct 4 02:00:00 2026',
  'Version 19.31.0.0.0',
  '',
  'Copyright (c) 1982, 2019, Oracle and/or its affiliates.  All rights reserved.',
  '',
  'connected to target database: DEMO (DBID=1604279435)',
  '',
  'Recovery Manager complete.',
];

/** Shell text that prints lines exactly. */
export const prints = (lines: readonly string[]): string =>
  lines.map((line) => `printf '%s\\n' '${line.replaceAll("'", "'\\''")}'`).join('\n');

/** A stand-in for RMAN: a shell script in the profile. */
export function standIn(profile: Profile, script: string): SimulatorCommand {
  const file = join(profile.paths.profile, `stand-in-${newId(Date.now())}.sh`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
  return { file, args: [], env: {} };
}

/** A logger that keeps exceptions, so that a test can insist on none. */
export function keptLogger(): Logger & { exceptions: unknown[] } {
  const exceptions: unknown[] = [];
  return {
    exceptions,
    info: () => {},
    warn: () => {},
    exception: (error) => `incident-${exceptions.push(error)}`,
  };
}

export type RunsFixture = { runs: Runs; logger: ReturnType<typeof keptLogger> };

/** The runs service over real processes. */
export function runsOver(store: Store, profile: Profile, script: string, more: Partial<RunsPorts> = {}): RunsFixture {
  const logger = keptLogger();
  const runs = createRuns({
    store,
    logger,
    clock: systemClock,
    paths: profile.paths,
    launcher: createLauncher(),
    simulator: standIn(profile, script),
    checkBeforeRun: () => Promise.resolve([]),
    passwordOf: () => Promise.resolve('tiger'),
    encryptionPasswordOf: () => Promise.reject(new Error('no password is needed')),
    renderScript: (spec, stamp) => ({ text: `# ${spec.name} ${stamp.version} ${stamp.commandId}\n` }),
    ...more,
  });
  return { runs, logger };
}

/** Waits until `done` gives something that is not null, false or undefined. */
export async function eventually<T>(done: () => Promise<T | null | false | undefined>): Promise<T> {
  for (;;) {
    const found = await done();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The run once it is over. */
export const overRun = (store: Store, runId: string): Promise<Run> =>
  eventually(async () => {
    const run = (await store.runs.get(runId))?.run;
    return run && isOver(run.state) ? run : null;
  });

/** Every line of a run's log, by the tail. */
export async function tailed(runs: Runs, runId: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const chunk of runs.tail(runId, 0, new AbortController().signal)) lines.push(...chunk.lines);
  return lines;
}
