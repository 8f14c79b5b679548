// Small, valid targets, strategies and runs for the tests of the store.
import type { StoredRun } from '../../electron/app/store-port.ts';
import { newId } from '../../shared/domain/id.ts';
import { nothingKnown, type Run } from '../../shared/domain/run.ts';
import { newStrategySpec, type Strategy, type StrategySpec } from '../../shared/domain/strategy.ts';
import { newTargetSpec, type Target } from '../../shared/domain/target.ts';

export const sampleTarget = (name: string, change: Partial<Target> = {}): Target => ({
  id: newId(1_700_000_000_000),
  enabled: true,
  revision: 1,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  spec: { ...newTargetSpec('simulated'), name },
  ...change,
});

export const sampleSpec = (name: string): StrategySpec => ({ ...newStrategySpec(), name });

export const sampleStrategy = (target: Target, name: string, change: Partial<Strategy> = {}): Strategy => ({
  id: newId(1_700_000_000_000),
  targetId: target.id,
  enabled: true,
  version: 1,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  spec: sampleSpec(name),
  ...change,
});

export const sampleRun = (change: Partial<Run> = {}): StoredRun => ({
  run: {
    id: newId(change.queuedAt ?? 1_700_000_000_000),
    strategyId: 'S1',
    strategyVersion: 1,
    strategyName: 'Weekly',
    targetId: 'T1',
    targetName: 'DEMO',
    trigger: 'manual',
    state: 'queued',
    queuedAt: 1_700_000_000_000,
    ...nothingKnown,
    ...change,
  },
  queuePlace: null,
  script: 'BACKUP DATABASE;',
  commandLine: null,
  strategySpec: sampleSpec(change.strategyName ?? 'Weekly'),
  child: null,
});
