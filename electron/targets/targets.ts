// Targets as the application handles them: checked, saved, copied, switched off and removed. Owns no storage and no
// keychain; whoever composes it hears of every change.
import type { Clock, Secrets } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { secretNameOf } from '../app/secret-names.ts';
import { judgeTarget } from './check.ts';
import { gatherTargetFacts, type FactSources } from './facts.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import type { DeletionEffect } from '../../shared/domain/deletion-effect.ts';
import { freeName } from '../../shared/domain/free-name.ts';
import { newId } from '../../shared/domain/id.ts';
import { passwordFormSchema, targetSpecSchema, type Target, type TargetSpec } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';

export type TargetPorts = {
  store: Store;
  secrets: Secrets;
  launcher: FactSources['launcher'];
  clock: Pick<Clock, 'now'>;
  /** Called after every change of a target or of its password. */
  changed(): void;
  platform?: NodeJS.Platform;
  baseEnv?: Record<string, string | undefined>;
};

const LONGEST_NAME = 60;

export function createTargets(ports: TargetPorts) {
  const { store, secrets, clock, changed } = ports;
  const sources: FactSources = {
    launcher: ports.launcher,
    secrets,
    platform: ports.platform ?? process.platform,
    baseEnv: ports.baseEnv ?? process.env,
  };

  async function existing(id: string): Promise<Target> {
    const target = await store.targets.get(id);
    if (!target) throw new AppError('target.missing');
    return target;
  }

  async function insert(spec: TargetSpec, enabled: boolean): Promise<string> {
    const now = clock.now();
    const id = newId(now);
    await store.targets.save({ id, enabled, revision: 1, createdAt: now, updatedAt: now, spec }, null);
    changed();
    return id;
  }

  async function replace(target: Target, revision: number, next: Partial<Pick<Target, 'spec' | 'enabled'>>): Promise<void> {
    await store.targets.save({ ...target, ...next, revision: revision + 1, updatedAt: clock.now() }, revision);
    changed();
  }

  async function strategiesOf(id: string) {
    return (await store.strategies.list()).filter(({ targetId }) => targetId === id);
  }

  return {
    /** Answers the new target's id. @throws AppError `input.invalid` with the problems by field, a taken name too */
    async create(spec: TargetSpec): Promise<string> {
      refuseProblems(targetSpecSchema, spec);
      return insert(spec, true);
    },

    /** @throws AppError `input.invalid`, `target.missing`, `version.conflict` when `revision` is not the newest */
    async update(id: string, revision: number, spec: TargetSpec): Promise<void> {
      refuseProblems(targetSpecSchema, spec);
      await replace(await existing(id), revision, { spec });
    },

    /**
     * A copy under a free name, with all settings but without the password. Answers its id.
     * @throws AppError `target.missing`
     */
    async clone(id: string): Promise<string> {
      const { spec, enabled } = await existing(id);
      const taken = (await store.targets.list()).map((target) => target.spec.name);
      return insert({ ...spec, name: freeName(spec.name, taken, LONGEST_NAME) }, enabled);
    },

    /** A disabled target keeps everything, but starts no run. @throws AppError `target.missing` */
    async setEnabled(id: string, enabled: boolean): Promise<void> {
      const target = await existing(id);
      if (target.enabled !== enabled) await replace(target, target.revision, { enabled });
    },

    /** @throws AppError `input.invalid`, `target.missing`, `secret.plain-refused` unless `acceptPlainText` */
    async setPassword(id: string, password: string, acceptPlainText: boolean): Promise<void> {
      refuseProblems(passwordFormSchema, { password });
      await existing(id);
      await secrets.write(secretNameOf(id), password, acceptPlainText);
      changed();
    },

    async forgetPassword(id: string): Promise<void> {
      await secrets.forget(secretNameOf(id));
      changed();
    },

    /** What `remove` would take along. @throws AppError `target.missing` */
    async deletionEffect(id: string): Promise<DeletionEffect> {
      await existing(id);
      const strategies = await strategiesOf(id);
      const versions = await Promise.all(strategies.map((strategy) => store.strategies.versions(strategy.id)));
      return {
        strategies: strategies.length,
        runsKept: await store.runs.countFor({ targetId: id }),
        versionsLost: versions.reduce((sum, { length }) => sum + length, 0),
        secretLost: await secrets.has(secretNameOf(id)),
      };
    },

    /** Removes target, strategies and password; runs stay. @throws AppError `target.missing`, `target.busy` */
    async remove(id: string): Promise<void> {
      const { spec } = await existing(id);
      const active = await store.runs.active();
      if (active.some(({ run }) => run.targetId === id)) throw new AppError('target.busy', { target: spec.name });
      await store.targets.remove(id);
      changed();
    },

    /**
     * Looks whether a run could begin; starts the client once to see its version, connects to nothing.
     * `id` is `null` while the target is not saved. @throws AppError `input.invalid`
     */
    async check(spec: TargetSpec, id: string | null): Promise<CheckRow[]> {
      refuseProblems(targetSpecSchema, spec);
      return judgeTarget(spec, await gatherTargetFacts(spec, id && secretNameOf(id), true, sources));
    },

    /** The part of the check that costs nothing, for the start of every run: the client is not started. */
    async checkBeforeRun({ id, spec }: Target): Promise<CheckRow[]> {
      return judgeTarget(spec, await gatherTargetFacts(spec, secretNameOf(id), false, sources));
    },
  };
}

export type Targets = ReturnType<typeof createTargets>;
