// Judges what a start of a strategy needs now, one row per condition, from gathered facts; pure. "Why is it not
// running?" is answered by the rows that are not green.
import { planLanes, waitReason, type QueuedRun } from '../../shared/domain/lanes.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import type { Requirement } from '../../shared/domain/occurrence.ts';
import type { RequirementCode, RequirementKind } from '../../shared/domain/requirement-text.ts';
import type { ErrorParams } from '../../shared/errors/app-error.ts';
import { blackoutSearch } from '../../shared/schedule/blackout.ts';
import { nextOccurrences } from '../../shared/schedule/occurrences.ts';
import type { RequirementFacts } from './requirement-facts.ts';

/** The rows, in the order in which they stand in a run's way. */
export function requirementsOf(facts: RequirementFacts, now: number): Requirement[] {
  return [
    enabledRow(facts),
    scheduleRow(facts, now),
    pauseRow(facts, now),
    blackoutRow(facts, now),
    powerRow(facts),
    targetRow(facts),
    destinationRow(facts),
    roomRow(facts),
    ...deletionRows(facts),
    laneRow(facts, now),
    teamRow(facts),
  ];
}

function enabledRow({ strategy, target }: RequirementFacts): Requirement {
  if (!target) return blocked('enabled', 'target-missing');
  if (!strategy.enabled) return blocked('enabled', 'strategy-disabled');
  if (!target.enabled) return blocked('enabled', 'target-disabled', { target: target.spec.name });
  return green('enabled', 'ok');
}

function scheduleRow({ strategy: { spec }, open }: RequirementFacts, now: number): Requirement {
  if (open?.reason?.kind === 'retry' && open.state === 'waiting') {
    return waiting('schedule', 'retry', open.reason.at, { attempt: open.reason.attempt });
  }
  if (open) return green('schedule', 'due', { at: open.instant });
  if (spec.schedule === null) return blocked('schedule', 'none');
  const next = nextOccurrences(spec.schedule, now, 1)[0];
  return next ? waiting('schedule', 'next', next.at) : blocked('schedule', 'ended');
}

function pauseRow({ pause }: RequirementFacts, now: number): Requirement {
  if (pause === null || (pause.until !== null && pause.until <= now)) return green('not-paused', 'ok');
  if (pause.until !== null) return waiting('not-paused', 'paused-until', pause.until);
  return blocked('not-paused', 'paused', { at: pause.since });
}

function blackoutRow({ strategy: { spec }, target, settings }: RequirementFacts, now: number): Requirement {
  const own = spec.schedule && { zone: spec.schedule.zone, windows: spec.schedule.blackouts };
  const calendars = [own, target?.spec.blackouts ?? null, settings.blackouts].filter((calendar) => calendar !== null);
  const until = blackoutSearch(calendars).endOf(now);
  return until === null ? green('no-blackout', 'ok') : waiting('no-blackout', 'blackout', until);
}

function powerRow({ settings: { background }, onBattery }: RequirementFacts): Requirement {
  if (!background.holdOnBattery) return green('power', 'not-held');
  if (onBattery === null) return waiting('power', 'unknown', null);
  return onBattery ? waiting('power', 'battery', null) : green('power', 'mains');
}

function targetRow({ target, checks }: RequirementFacts): Requirement {
  if (!target) return waiting('target', 'unknown-missing', null);
  return checkedRow('target', checks.target) ?? green('target', 'ok', { target: target.spec.name });
}

function destinationRow({ target, checks: { destination } }: RequirementFacts): Requirement {
  if (!target) return waiting('destination', 'unknown-missing', null);
  const rows = destination.filter(({ what }) => what !== 'free-space');
  return checkedRow('destination', rows) ?? green('destination', 'ok', { path: rows[0]?.found ?? '' });
}

/** Only of a strategy that deletes. What is found is how far the recovery window goes. */
function deletionRows({ checks: { deletion } }: RequirementFacts): Requirement[] {
  if (deletion.length === 0) return [];
  return [checkedRow('deletion', deletion) ?? green('deletion', 'ok', { window: deletion[0]?.found ?? '' })];
}

/** The worst row of a check as a requirement; `null` when all of them are good. */
function checkedRow(kind: 'target' | 'destination' | 'deletion', rows: readonly CheckRow[]): Requirement | null {
  const bad = rows.find(({ state }) => state === 'bad');
  const unsure = rows.find(({ state }) => state !== 'good');
  const problem = (bad ?? unsure)?.problem;
  if (!problem) return null;
  const params = { ...problem.params, problem: problem.code };
  return bad ? blocked(kind, 'problem', params) : waiting(kind, 'unknown', null, params);
}

function roomRow({ checks: { destination }, similarBytes: needed }: RequirementFacts): Requirement {
  const seen = destination.find(({ what }) => what === 'free-space');
  if (!seen) return waiting('room', 'unknown-free', null);
  const free = Number(seen.found);
  if (needed === null) return waiting('room', 'unknown-need', null, { free });
  return free < needed ? blocked('room', 'short', { free, needed }) : green('room', 'ok', { free, needed });
}

/** Of a shared strategy, who may run it. */
function teamRow({ lease }: RequirementFacts): Requirement {
  if (lease === null) return green('team', 'own');
  if (lease.kind === 'mine') return green('team', 'mine', { held: lease.until });
  if (lease.kind === 'theirs') return waiting('team', 'theirs', lease.until, { workstation: lease.workstation });
  return lease.kind === 'unreached' ? blocked('team', 'unreached') : green('team', 'free');
}

/** Where it stands in the queue; one that is not in it, where it would stand if it came now by its schedule. */
function laneRow({ strategy, active, settings: { runsAtOnce } }: RequirementFacts, now: number): Requirement {
  const own = active.find(({ run }) => run.strategyId === strategy.id);
  if (own && own.run.state !== 'queued') return green('lane', 'running', { runId: own.run.id });
  const entry = own ?? newcomer(strategy, now);
  const plan = planLanes(own ? active : [...active, entry], runsAtOnce);
  const reason = waitReason(plan, entry.run);
  if (reason?.kind === 'lane') {
    return waiting('lane', 'lane', null, { strategy: reason.strategyName, runId: reason.runId });
  }
  if (reason?.kind === 'cap') return waiting('lane', 'cap', null, { runsAtOnce });
  return green('lane', own ? 'next' : 'free');
}

const newcomer = ({ id, targetId, spec }: RequirementFacts['strategy'], now: number): QueuedRun => ({
  run: { id: '', strategyId: id, strategyName: spec.name, targetId, trigger: 'schedule', state: 'queued', queuedAt: now },
  queuePlace: null,
  strategySpec: spec,
});

const green = <Kind extends RequirementKind>(
  kind: Kind,
  code: RequirementCode<Kind>,
  params: ErrorParams = {},
): Requirement => ({ kind, state: 'green', until: null, code, params });

const waiting = <Kind extends RequirementKind>(
  kind: Kind,
  code: RequirementCode<Kind>,
  until: number | null,
  params: ErrorParams = {},
): Requirement => ({ kind, state: 'waiting', until, code, params });

const blocked = <Kind extends RequirementKind>(
  kind: Kind,
  code: RequirementCode<Kind>,
  params: ErrorParams = {},
): Requirement => ({ kind, state: 'blocked', until: null, code, params });
