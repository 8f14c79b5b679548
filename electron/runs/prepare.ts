// Everything between the queue and the client: checks, the run's directory, its script, the passwords, the call.
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Launcher, Logger, Paths, SimulatorCommand } from '../app/ports.ts';
import type { Store, StoredRun } from '../app/store-port.ts';
import { exportInvocationOf, type ExportInvocationInput } from '../rman/export-invocation.ts';
import { invocationOf, type Invocation } from '../rman/invocation.ts';
import { runFiles, type RunFiles } from '../rman/run-files.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { needsPassword } from '../../shared/domain/strategy/options.ts';
import { storedStrategySpec } from '../../shared/domain/strategy/upgrade.ts';
import { secretStatements } from '../../shared/rman/secret-statements.ts';
import type { CheckRow } from '../../shared/domain/check.ts';

export type PreparePorts = {
  store: Store;
  paths: Paths;
  launcher: Launcher;
  logger: Logger;
  simulator: SimulatorCommand;
  /** Looks, just before a run, whether it could begin at all. */
  checkBeforeRun(target: Target, spec: StrategySpec): Promise<CheckRow[]>;
  /** @throws AppError `secret.missing`, `secret.unavailable` */
  passwordOf(target: Target): Promise<string>;
  /**
   * Makes the run the only one of its occurrence; absent where nobody else could have it.
   * @throws AppError `team.elsewhere`, `team.unreached`: it is not started then, and nobody is alarmed
   */
  mayBegin?(run: StoredRun['run']): Promise<void>;
  /** The password of the run's backups. @throws AppError `strategy.no-password`, `secret.unavailable` */
  encryptionPasswordOf(run: StoredRun['run']): Promise<string>;
};

/**
 * Makes a run ready for its client. Nothing is started here.
 * @throws AppError with what keeps the run from starting: it becomes the run's failure
 */
export async function prepareRun(stored: StoredRun, ports: PreparePorts): Promise<Invocation> {
  const target = await targetOf(stored, ports.store);
  const problem = firstProblem(await ports.checkBeforeRun(target, stored.strategySpec));
  if (problem) throw new AppError(problem.code, problem.params, problem.fields);
  const files = runFiles(ports.paths.runs, stored.run.id);
  const exported = await exportInput(target, stored, ports);
  if (exported) {
    await writeRunDirectory(files, files.parfile, stored.script);
    return exportInvocationOf({ ...exported, files });
  }
  const asked = { ...(await surroundings(target, ports)), secretStatements: await secretStatementsOf(stored, ports) };
  await writeRunDirectory(files, files.script, stored.script);
  return invocationOf({ ...asked, files });
}

type Asked = Omit<ExportInvocationInput, 'files'>;

/** What the call of expdp is made of, as the target stands now; `null` for a run of RMAN's. @throws AppError */
export async function exportInputOf(stored: StoredRun, ports: PreparePorts): Promise<Asked | null> {
  const target = await ports.store.targets.get(stored.run.targetId);
  if (!target) throw new AppError('target.missing');
  return exportInput(target, stored, ports);
}

async function exportInput(target: Target, stored: StoredRun, ports: PreparePorts): Promise<Asked | null> {
  const { run, strategySpec } = stored;
  const spec = storedStrategySpec(strategySpec);
  if (spec?.scope.kind !== 'data-pump') return null;
  const password = needsPassword(spec.encryption) ? [await ports.encryptionPasswordOf(run)] : [];
  return { ...(await surroundings(target, ports)), secretStatements: password, scope: spec.scope, runId: run.id };
}

async function surroundings(target: Target, ports: PreparePorts) {
  return {
    target,
    secret: target.spec.login.kind === 'password' ? await ports.passwordOf(target) : null,
    profile: ports.paths.profile,
    simulator: ports.simulator,
    baseEnv: process.env,
    platform: process.platform,
  };
}

/** What RMAN is told before the script because no script may hold it. A run queued by an earlier version has none. */
async function secretStatementsOf({ run, strategySpec }: StoredRun, ports: PreparePorts): Promise<string[]> {
  const spec = storedStrategySpec(strategySpec);
  if (!spec || !needsPassword(spec.encryption)) return [];
  return secretStatements(spec, await ports.encryptionPasswordOf(run));
}

/** The target as it stands now, if this run may still use it. */
async function targetOf({ run }: StoredRun, store: Store): Promise<Target> {
  const [target, strategy] = await Promise.all([store.targets.get(run.targetId), store.strategies.get(run.strategyId)]);
  if (!target) throw new AppError('target.missing');
  if (!target.enabled) throw new AppError('target.disabled', { target: target.spec.name });
  if (!strategy) throw new AppError('strategy.missing');
  if (!strategy.enabled) throw new AppError('strategy.disabled', { strategy: strategy.spec.name });
  return target;
}

function firstProblem(rows: CheckRow[]): ErrorReport | null {
  const bad = rows.find((row) => row.state === 'bad');
  if (!bad) return null;
  return bad.problem ?? { code: 'rman.start-failed', params: { detail: bad.found }, fields: [] };
}

/**
 * A fresh directory with the run's script, safely on disk before anything refers to it. What an earlier attempt left is
 * removed first; a keeper that is late for it finds neither its directory nor its ticket.
 */
async function writeRunDirectory(files: RunFiles, path: string, script: string): Promise<void> {
  try {
    await rm(files.directory, { recursive: true, force: true });
    await mkdir(files.directory, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(script, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await syncDirectory(files.directory);
    await syncDirectory(dirname(files.directory));
  } catch (error) {
    throw new AppError('file.unwritable', { path, detail: (error as Error).message });
  }
}

/** Windows cannot open a directory; there the file system's own journal must do. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
