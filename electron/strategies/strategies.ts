// Strategies as the application handles them: checked, saved as versions, copied, switched off and removed. Owns no
// storage and starts no runs; whoever composes it hears of every change.
import type { Clock, Secrets } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { encryptionSecretOf } from '../app/secret-names.ts';
import { checkDestination } from './check.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import type { DeletionEffect } from '../../shared/domain/deletion-effect.ts';
import { freeName } from '../../shared/domain/free-name.ts';
import { newId } from '../../shared/domain/id.ts';
import { strategySpecSchema, type Strategy, type StrategySpec } from '../../shared/domain/strategy.ts';
import { releaseProblems } from '../../shared/domain/strategy/needs.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';

export type StrategyPorts = {
  store: Store;
  clock: Pick<Clock, 'now'>;
  secrets: Pick<Secrets, 'has'>;
  /** Called after every change of a strategy. */
  changed(): void;
};

const LONGEST_NAME = 60;

export function createStrategies({ store, clock, secrets, changed }: StrategyPorts) {
  async function existing(id: string): Promise<Strategy> {
    const strategy = await store.strategies.get(id);
    if (!strategy) throw new AppError('strategy.missing');
    return strategy;
  }

  async function insert(targetId: string, spec: StrategySpec, enabled: boolean): Promise<string> {
    const now = clock.now();
    const id = newId(now);
    await store.strategies.save({ id, targetId, enabled, version: 1, createdAt: now, updatedAt: now, spec }, null);
    changed();
    return id;
  }

  return {
    /** Answers the new strategy's id. @throws AppError `input.invalid` with the problems by field, `target.missing` */
    async create(targetId: string, spec: StrategySpec): Promise<string> {
      refuseProblems(strategySpecSchema, spec);
      await refuseForRelease(targetId, spec);
      return insert(targetId, spec, true);
    },

    /**
     * Writes a new version, unless nothing changed. `version` is the one that was edited.
     * @throws AppError `input.invalid`, `strategy.missing`, `target.missing`, `version.conflict`, `strategy.busy` when
     *   it would leave its target under its own runs
     */
    async update(id: string, version: number, targetId: string, spec: StrategySpec): Promise<void> {
      refuseProblems(strategySpecSchema, spec);
      const strategy = await existing(id);
      if (strategy.version !== version) throw new AppError('version.conflict', { current: strategy.version });
      const moved = strategy.targetId !== targetId;
      if (!moved && sameSpec(strategy.spec, spec)) return;
      await refuseForRelease(targetId, spec);
      if (moved) await refuseWhileActive(strategy);
      const edited = { ...strategy, targetId, spec, version: version + 1, updatedAt: clock.now() };
      await store.strategies.save(edited, version);
      changed();
    },

    /** A copy under a free name, beside the original. Answers its id. @throws AppError `strategy.missing` */
    async clone(id: string): Promise<string> {
      const { targetId, spec, enabled } = await existing(id);
      const siblings = (await store.strategies.list()).filter((other) => other.targetId === targetId);
      const taken = siblings.map((sibling) => sibling.spec.name);
      return insert(targetId, { ...spec, name: freeName(spec.name, taken, LONGEST_NAME) }, enabled);
    },

    /** A disabled strategy keeps everything, but is not run. @throws AppError `strategy.missing` */
    async setEnabled(id: string, enabled: boolean): Promise<void> {
      const strategy = await existing(id);
      if (strategy.enabled === enabled) return;
      await store.strategies.setEnabled(id, enabled, clock.now());
      changed();
    },

    /** What `remove` would take along. @throws AppError `strategy.missing` */
    async deletionEffect(id: string): Promise<DeletionEffect> {
      await existing(id);
      return {
        strategies: 1,
        runsKept: await store.runs.countFor({ strategyId: id }),
        versionsLost: (await store.strategies.versions(id)).length,
        secretLost: await secrets.has(encryptionSecretOf(id)),
      };
    },

    /**
     * Removes the strategy with its versions and the password of its backups; runs stay.
     * @throws AppError `strategy.missing`, `strategy.busy`
     */
    async remove(id: string): Promise<void> {
      await refuseWhileActive(await existing(id));
      await store.strategies.remove(id);
      changed();
    },

    /** Newest first. @throws AppError `strategy.missing` */
    async versions(id: string): Promise<{ version: number; savedAt: number; spec: StrategySpec }[]> {
      await existing(id);
      return store.strategies.versions(id);
    },

    /** Where the pieces would go, seen from the target. @throws AppError `input.invalid`, `target.missing` */
    async check(targetId: string, spec: StrategySpec): Promise<CheckRow[]> {
      refuseProblems(strategySpecSchema, spec);
      const target = await store.targets.get(targetId);
      if (!target) throw new AppError('target.missing');
      return checkDestination(target.spec, spec);
    },
  };

  /** Only the simulator says its release before it runs; of others the run's own log tells. */
  async function refuseForRelease(targetId: string, spec: StrategySpec): Promise<void> {
    const runner = (await store.targets.get(targetId))?.spec.runner;
    const problems = releaseProblems(spec, runner?.kind === 'simulated' ? runner.version : null);
    if (problems.length > 0) throw new AppError('input.invalid', {}, problems);
  }

  async function refuseWhileActive({ id, spec }: Strategy): Promise<void> {
    const active = await store.runs.active();
    if (active.some(({ run }) => run.strategyId === id)) throw new AppError('strategy.busy', { strategy: spec.name });
  }
}

export type Strategies = ReturnType<typeof createStrategies>;

/** True when both would be written in the same way, whatever the order of their keys. */
function sameSpec(one: StrategySpec, other: StrategySpec): boolean {
  return JSON.stringify(strategySpecSchema.parse(one)) === JSON.stringify(strategySpecSchema.parse(other));
}
