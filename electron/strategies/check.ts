// Judges where a strategy's pieces would go, and puts the whole check before a run together.
import { destinationElsewhere, lookAtDestination, type DestinationFacts, type LookElsewhere } from './destination.ts';
import { releaseProblems } from '../../shared/domain/strategy/needs.ts';
import { applies } from '../../shared/domain/strategy/applies.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import { isRemote, type Target, type TargetSpec } from '../../shared/domain/target.ts';
import type { ErrorParams } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';

const LITTLE_SPACE = 1_000_000_000;

export type BeforeRunSources = {
  /** The rows of the target itself (home, client, password); they belong to the targets. */
  checkTarget(target: Target): Promise<CheckRow[]>;
  /** Absent: a directory of another machine stays unseen. */
  lookElsewhere?: LookElsewhere;
  /** What the strategy's deletions would do. */
  checkDeletions?(target: Target, spec: StrategySpec): Promise<CheckRow[]>;
};

/**
 * What can be known before RMAN is started; the same rows as the *check* buttons. A row in state `bad` means that the
 * run must not start, and its problem is the run's failure.
 */
export async function checkBeforeRun(
  target: Target,
  spec: StrategySpec,
  sources: BeforeRunSources,
): Promise<CheckRow[]> {
  const ofTarget = await sources.checkTarget(target);
  return [
    ...ofTarget,
    ...releaseRows(spec, ofTarget),
    // The directory of an export is an object of the database, and a script of the user's own says its places itself.
    ...(applies('format', spec.scope) ? await checkDestination(target.spec, spec, sources.lookElsewhere) : []),
    ...((await sources.checkDeletions?.(target, spec)) ?? []),
  ];
}

/**
 * The client reads the script before anything of it runs: what its release does not know would end the run with a
 * syntax error. Nothing is said where the release is not known.
 */
export function releaseRows(spec: StrategySpec, ofTarget: readonly CheckRow[]): CheckRow[] {
  const client = ofTarget.find(({ what }) => what === 'version');
  const release = client && /^\d/.test(client.found) ? client.found : null;
  const fields = releaseProblems(spec, release);
  if (release === null || fields.length === 0) return [];
  const needed = String(fields[0]?.params['needed'] ?? '');
  const params = { release, needed, options: fields.map(({ path }) => path).join(', ') };
  return [{ what: 'version', state: 'bad', found: release, problem: { code: 'strategy.newer-option', params, fields } }];
}

/** The rows about a strategy's destination as seen from its target. */
export async function checkDestination(
  target: TargetSpec,
  spec: Pick<StrategySpec, 'format'>,
  lookElsewhere: LookElsewhere | null = null,
): Promise<CheckRow[]> {
  const facts = await lookAtDestination(target, spec);
  if (!lookElsewhere || facts.kind !== 'on-server' || !isRemote(target.runner)) return judgeDestination(facts);
  return judgeDestination(await destinationElsewhere(target, target.runner, facts.directory, lookElsewhere));
}

/** Judges the gathered facts; what cannot be seen from here is `unknown`, never good. */
export function judgeDestination(facts: DestinationFacts): CheckRow[] {
  switch (facts.kind) {
    case 'recovery-area':
      return [destination('unknown', '', 'destination.in-database')];
    case 'disk-group':
      return [destination('unknown', facts.directory, 'destination.disk-group')];
    case 'on-server':
      return [destination('unknown', facts.directory, 'destination.on-server')];
    case 'elements':
      return [destination('unknown', facts.directory, 'destination.elements')];
    case 'missing':
      return [destination('bad', facts.directory, 'destination.missing')];
    case 'not-directory':
      return [destination('bad', facts.directory, 'destination.not-directory')];
    case 'directory':
      return directoryRows(facts);
  }
}

function directoryRows({ directory, writable, freeBytes }: Extract<DestinationFacts, { kind: 'directory' }>): CheckRow[] {
  if (writable === 'no') return [destination('bad', directory, 'destination.unwritable')];
  const place: CheckRow =
    writable === 'yes'
      ? { what: 'destination', state: 'good', found: directory, problem: null }
      : destination('unknown', directory, 'destination.other-account');
  return freeBytes === null ? [place] : [place, spaceRow(directory, freeBytes)];
}

function spaceRow(path: string, freeBytes: number): CheckRow {
  const found = String(freeBytes);
  if (freeBytes >= LITTLE_SPACE) return { what: 'free-space', state: 'good', found, problem: null };
  return { what: 'free-space', state: 'warning', found, problem: problem('destination.little-space', { path }) };
}

const destination = (state: CheckRow['state'], path: string, code: ErrorCode): CheckRow => ({
  what: 'destination',
  state,
  found: path,
  problem: problem(code, path === '' ? {} : { path }),
});

const problem = (code: ErrorCode, params: ErrorParams): CheckRow['problem'] => ({ code, params, fields: [] });
