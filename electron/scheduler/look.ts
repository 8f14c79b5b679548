// One look of the scheduler: gather what is the case, decide, act. Holds the plans between two looks; knows no timer
// and nobody who listens. It may be thrown away between any two calls of the store: the next goes on from the rows.
import type { Clock, Power } from '../app/ports.ts';
import type { SchedulePlan, Store } from '../app/store-port.ts';
import type { PlannedStart, Runs } from '../runs/runs.ts';
import type { Team } from '../sync/team.ts';
import type { Occurrence, OccurrenceReason, Pause } from '../../shared/domain/occurrence.ts';
import type { Run } from '../../shared/domain/run.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { createBelief } from './belief.ts';
import { coverPlans, toCover } from './cover.ts';
import { decide, withdrawn, type Move, type Step } from './decide.ts';
import { followRuns, isLeftToOthers } from './follow.ts';
import { blackoutsOf, CLOCK_SLACK_MS, holdOf, pauseNow } from './holds.ts';
import { nextInstant } from './instants.ts';
import { byStrategy, isCurrent, planRead, planWorkedOut, type Plan } from './plans.ts';
import { afterFailure, longestRetryMs, type AfterFailure } from './retry.ts';

export type LookTools = {
  store: Store;
  clock: Pick<Clock, 'now'>;
  power: Power;
  runs: Pick<Runs, 'startPlanned'>;
  /** Other workstations that may run shared strategies; absent: there are none. */
  team?: Pick<Team, 'hold' | 'keep'>;
  /** In [0, 1). */
  random(): number;
  /** False: only what runs is followed; nothing is planned, started or tried again. */
  automatic: boolean;
  /** True when the scheduler has ended: a long look leaves off. */
  ended(): boolean;
};

export type Looked = {
  /** True when a row or the pause has changed. */
  changed: boolean;
  /** The instant at which something is to be decided next. */
  wakeAt: number | null;
};

export type Look = ReturnType<typeof createLook>;

export function createLook(tools: LookTools) {
  const { store, clock, runs, power } = tools;
  const plans = new Map<string, Plan>();
  let settings: Settings | null = null;
  let stale = true;
  let seenElsewhere = -1;
  let lastLook = -Infinity;
  const belief = createBelief();

  /** Reads everything anew, and takes away what was planned by a schedule or a name of before. */
  async function readPlans(now: number): Promise<boolean> {
    const [read, targets, loaded] = await Promise.all([
      store.occurrences.plans(now),
      store.targets.list(),
      store.settings.load(),
    ]);
    await rewind(read, now);
    const believed = belief.of(read);
    const ahead = byStrategy(await store.occurrences.ahead(now, [...believed]));
    const targetOf = new Map(targets.map((target) => [target.id, target]));
    settings = loaded;
    plans.clear();
    for (const one of read) {
      const target = targetOf.get(one.strategy.targetId);
      if (!target) continue;
      const rows = ahead.get(one.strategy.id) ?? [];
      const plan = believed.has(one.strategy.id) ? planRead(one, target) : planWorkedOut(one, target, rows, now);
      plans.set(one.strategy.id, plan);
    }
    return withdrawOld([...ahead.values()].flat());
  }

  /** A cursor that is ahead was moved by a clock that was: what it left ahead must not keep the schedule silent. */
  async function rewind(read: readonly SchedulePlan[], now: number): Promise<void> {
    for (const { strategy, cursor } of read) {
      if (cursor === null || cursor.coveredUntil <= now + CLOCK_SLACK_MS) continue;
      cursor.coveredUntil = now;
      // Before the strategy was made it is the present clock that is wrong: the rows are what really happened.
      if (now < strategy.createdAt) await store.occurrences.cover([cursor], []);
      else await store.occurrences.rewind(cursor.strategyId, now);
    }
  }

  async function withdrawOld(ahead: readonly Occurrence[]): Promise<boolean> {
    const old = ahead.filter((row) => {
      const plan = plans.get(row.strategyId);
      return row.state === 'planned' && !(plan && isCurrent(row, plan));
    });
    if (old.length === 0) return false;
    await store.occurrences.withdraw(old.map(({ id }) => id));
    return true;
  }

  async function isStale(now: number): Promise<boolean> {
    const elsewhere = await store.changesElsewhere();
    const moved = elsewhere !== seenElsewhere;
    seenElsewhere = elsewhere;
    // A clock that was set back makes other instants the next ones.
    return stale || moved || now < lastLook;
  }

  async function look(): Promise<Looked> {
    const now = clock.now();
    const fresh = await isStale(now);
    lastLook = now;
    stale = false;
    try {
      return await lookAt(now, fresh);
    } catch (error) {
      stale = true;
      throw error;
    }
  }

  async function lookAt(now: number, fresh: boolean): Promise<Looked> {
    const pause = await readPause(now);
    let changed = pause.changed;
    if (tools.automatic) {
      if (fresh) changed = (await readPlans(now)) || changed;
      if (belief.isMistaken(plans)) changed = (await readPlans(now)) || changed;
    }
    const cover = toCover(tools.automatic ? plans.values() : [], now);
    changed = (await coverPlans(cover.first, now, tools)) || changed;
    const due = await store.occurrences.due(now);
    const active = new Map((await store.runs.active()).map(({ run }) => [run.id, run]));
    const followed = await followRuns(due, {
      store,
      now,
      active,
      afterFailure: (row, run) => retryOf(row, run, now),
    });
    changed ||= followed.moved;
    if (!tools.automatic) return { changed, wakeAt: null };
    changed = (await act(decideAll(followed.rows, active, pause.pause, now), now)) || changed;
    changed = (await coverPlans(cover.afterwards, now, tools)) || changed;
    return { changed, wakeAt: wakeAt(followed.rows, pause.pause, now) };
  }

  async function readPause(now: number): Promise<{ pause: Pause | null; changed: boolean }> {
    const kept = await store.pause.load();
    const pause = pauseNow(kept, now);
    const changed = JSON.stringify(pause) !== JSON.stringify(kept);
    if (changed) await store.pause.save(pause);
    return { pause, changed };
  }

  function retryOf(row: Occurrence, run: Run, now: number): AfterFailure | null {
    if (isLeftToOthers(run)) return { to: 'waiting', reason: teamReason(run) };
    const plan = plans.get(row.strategyId);
    if (!tools.automatic) return BY_HAND.has(row.trigger) ? { to: 'failed', reason: null } : null;
    if (!plan) return { to: 'failed', reason: null };
    const next = nextInstant(plan.schedule, Math.max(now, row.instant), plan.taken);
    return afterFailure(row, run, plan.strategy.spec.retries, { now, next, random: tools.random() });
  }

  function decideAll(
    rows: readonly Occurrence[],
    active: ReadonlyMap<string, Run>,
    pause: Pause | null,
    now: number,
  ): Step[] {
    const busy = new Map([...active.values()].map((run) => [run.strategyId, run.id]));
    for (const strategyId of busy.keys()) tools.team?.keep(strategyId);
    const waiting = byStrategy(rows.filter(({ state }) => state === 'planned' || state === 'waiting'));
    return [...waiting].flatMap(([strategyId, due]) => {
      const plan = plans.get(strategyId);
      const hold = plan?.schedule ? holdNow(plan, pause, now) : null;
      // Nobody knows yet whether another workstation has it; who is asked will say so.
      if (hold === undefined) return [];
      return decide({
        now,
        due,
        scheduled: plan !== undefined && plan.schedule !== null,
        missed: plan?.strategy.spec.missed ?? { kind: 'skip' },
        hold,
        busy: busy.get(strategyId) ?? null,
        longestRetryMs: plan ? longestRetryMs(plan.strategy.spec.retries) : 0,
      });
    });
  }

  /** What holds this workstation back comes first: one that may not start leaves the strategy to the others. */
  function holdNow(plan: Plan, pause: Pause | null, now: number): OccurrenceReason | null | undefined {
    const own = holdFor(plan, pause, now);
    return own ?? (tools.team ? tools.team.hold(plan.strategy.id) : null);
  }

  function holdFor(plan: Plan, pause: Pause | null, now: number): OccurrenceReason | null {
    if (settings === null) return null;
    const onBattery = settings.background.holdOnBattery && power.onBattery() === true;
    return holdOf(now, { pause, blackouts: blackoutsOf(plan.schedule, plan.target, settings), onBattery });
  }

  async function act(steps: readonly Step[], now: number): Promise<boolean> {
    const wanted = steps.flatMap(({ do: what, row }) => (what === 'start' ? row.strategyId : []));
    // What is backed up is read only now.
    const strategies = wanted.length > 0 ? await store.strategies.some(wanted) : [];
    const strategyOf = new Map(strategies.map((strategy) => [strategy.id, strategy]));
    const starts: PlannedStart[] = [];
    const moves: Move[] = [];
    for (const step of steps) {
      const target = plans.get(step.row.strategyId)?.target;
      const strategy = strategyOf.get(step.row.strategyId);
      if (step.do === 'move') moves.push(step);
      else if (!target || !strategy) moves.push(withdrawn(step.row));
      else starts.push({ occurrence: step.row, strategy, target, trigger: step.trigger });
    }
    for (const { row, to, reason } of moves) await store.occurrences.move(row.id, row.state, to, now, { reason });
    if (starts.length > 0) await runs.startPlanned(starts);
    return steps.length > 0;
  }

  function wakeAt(rows: readonly Occurrence[], pause: Pause | null, now: number): number | null {
    let first = pause?.until ?? Infinity;
    for (const { next } of plans.values()) if (next !== null && next < first) first = next;
    for (const { state, reason } of rows) {
      if (state !== 'waiting') continue;
      if (reason?.kind === 'retry') first = Math.min(first, reason.at);
      if (reason?.kind === 'blackout') first = Math.min(first, reason.until);
    }
    return first === Infinity || first <= now ? null : first;
  }

  return {
    look,
    /** Something outside of the rows has changed: strategies, databases, settings, what the user skipped. */
    forget(): void {
      stale = true;
    },
  };
}

const BY_HAND: ReadonlySet<string> = new Set(['manual', 'command-line', 'demo']);

const teamReason = ({ failure }: Run): OccurrenceReason =>
  failure?.code === 'team.elsewhere'
    ? { kind: 'lease', workstation: String(failure.params['workstation'] ?? '?') }
    : { kind: 'log-database' };
