// Puts the doctor together when somebody asks for it: start-up does not pay for what is seldom wanted.
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createDoctor, type Doctor } from '../doctor/doctor.ts';
import { askClockSkew } from '../oracle/catalogue/clock.ts';
import { lookAtDirectory } from '../runners/look-at-files.ts';
import { probeAt } from '../runners/probe-at.ts';
import { lastSimilarBytes } from '../scheduler/requirement-facts.ts';
import { checkDestination } from '../strategies/check.ts';
import type { Targets } from '../targets/targets.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { Ports } from './compose.ts';
import { secretNameOf } from './secret-names.ts';

export type DoctorParts = {
  ports: Ports;
  targets: Targets;
  catalogue: Catalogue;
  /** What a strategy's deletions would do; no row for one that deletes nothing. */
  checkDeletions(target: Target, spec: StrategySpec): Promise<CheckRow[]>;
};

/** How long a runner elsewhere may take to tell the time. */
const RUNNER_MS = 15_000;

export function composeDoctor({ ports, targets, catalogue, checkDeletions }: DoctorParts): Doctor {
  const { store, clock, secrets, launcher, simulator, paths } = ports;
  return createDoctor({
    store,
    clock,
    secrets,
    launcher,
    simulator,
    profile: paths.profile,
    platform: process.platform,
    baseEnv: process.env,
    now: clock.now,
    checkTarget: targets.check,
    checkDestination: (target, { spec }) =>
      checkDestination(target.spec, spec, (runner, directory) =>
        lookAtDirectory(runner, directory, { converse: launcher.converse, ownEnv: process.env })),
    similarBytes: (strategy) => lastSimilarBytes(strategy, store),
    checkDeletion: (target, { spec }) => checkDeletions(target, spec),
    panel: (id, name) => catalogue.panel(id, name, true),
    clockSkew: (id) => catalogue.withSession(id, ({ session }) => askClockSkew(session, clock.now)),
    runnerSkew: async (runner) => {
      const asked = clock.now();
      const answer = await probeAt(launcher, runner)('date', ['+%s'], RUNNER_MS);
      const there = /^(\d{9,11})\s*$/.exec(answer?.output ?? '')?.[1];
      return there === undefined ? null : Number(there) * 1000 - (asked + clock.now()) / 2;
    },
    passwordOf: ({ id, spec }) => secrets.read(secretNameOf(id), spec.name),
  });
}
