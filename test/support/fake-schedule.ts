// A believable scheduler for the stand-in of main: schedules, standings, strips, requirements. Knows nothing of IPC.
import { newId } from '../../shared/domain/id.ts';
import type { Occurrence, OccurrenceReason, OccurrenceState, Requirement, Standing } from '../../shared/domain/occurrence.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { SliceName, Slices, StrategyOverview } from '../../shared/ipc/slices.ts';
import { nextOccurrences, occurrencesBetween } from '../../shared/schedule/occurrences.ts';
import { plainSchedule, type Schedule, type ScheduleRule } from '../../shared/schedule/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const cron = (expression: string): ScheduleRule => ({ kind: 'cron', expression });
const RULES: readonly (ScheduleRule | null)[] = [
  { kind: 'weekly', days: ['sun'], times: ['02:00'] },
  { kind: 'daily', times: ['01:30'] },
  cron('*/15 * * * *'),
  { kind: 'nth-weekday', nth: 'last', weekday: 'sun', times: ['03:00'] },
  { kind: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: ['13:00', '22:30'] },
  null,
  { kind: 'every', count: 6, unit: 'hours', anchor: '2026-01-01T00:00' },
  { kind: 'monthly', days: [1, 15], shortMonths: 'skip', times: ['04:00'] },
];
const ZONES = ['Europe/Madrid', 'Europe/Madrid', 'UTC', 'America/Mexico_City'];

/** The slices with a schedule for most strategies, and how the scheduler stands. */
export function withSchedules(slices: Slices, nowMs: number): Slices {
  const strategies = slices.strategies.map((strategy, index): StrategyOverview => {
    const rule = RULES[index % RULES.length] ?? null;
    const schedule: Schedule | null = rule && plainSchedule(rule, ZONES[index % ZONES.length] ?? 'UTC');
    return { ...strategy, spec: { ...strategy.spec, schedule } };
  });
  const scheduled = strategies.filter(({ spec }) => spec.schedule !== null);
  const standings = scheduled.map((strategy) => standingOf(strategy, slices, nowMs));
  return { ...slices, strategies, schedule: { pause: null, standings } };
}

function standingOf(strategy: StrategyOverview, slices: Slices, nowMs: number): Standing {
  const { schedule } = strategy.spec;
  const next = strategy.enabled && schedule ? (nextOccurrences(schedule, nowMs, 1)[0]?.at ?? null) : null;
  const index = Number(strategy.id.slice(1));
  const open = (state: OccurrenceState, reason: OccurrenceReason | null, age: number): Occurrence =>
    occurrenceOf(strategy, slices, { state, reason, instant: nowMs - age });
  const opens: Record<number, Occurrence> = {
    0: open('waiting', { kind: 'retry', attempt: 2, at: nowMs + 12 * MINUTE, rootCode: 'ORA-19809' }, 5 * HOUR),
    1: open('running', null, 9 * MINUTE),
    4: open('waiting', { kind: 'blackout', until: nowMs + 3 * HOUR }, 20 * MINUTE),
  };
  return {
    strategyId: strategy.id,
    next,
    open: opens[index] ?? null,
    overdueSince: index === 3 ? nowMs - 2 * DAY : null,
  };
}

function occurrenceOf(
  { id, spec, targetId }: StrategyOverview,
  slices: Slices,
  change: Pick<Occurrence, 'state' | 'reason' | 'instant'>,
): Occurrence {
  return {
    id: newId(change.instant),
    strategyId: id,
    targetId,
    strategyName: spec.name,
    targetName: slices.targets.find((target) => target.id === targetId)?.spec.name ?? '',
    trigger: 'schedule',
    runId: null,
    attempts: change.reason?.kind === 'retry' ? 1 : 0,
    updatedAt: change.instant,
    ...change,
  };
}

type World = {
  slices(): Slices;
  publish<Name extends SliceName>(name: Name, value: Slices[Name]): void;
  now(): number;
};

/** Answers to everything that the window asks of the scheduler. */
export function fakeScheduleHandlers({ slices, publish, now }: World) {
  const setStanding = (strategyId: string, change: (standing: Standing) => Standing): void => {
    const { schedule } = slices();
    const standings = schedule.standings.map((one) => (one.strategyId === strategyId ? change(one) : one));
    publish('schedule', { ...schedule, standings });
  };
  const ofOccurrence = (occurrenceId: string): string => {
    const found = slices().schedule.standings.find(({ open }) => open?.id === occurrenceId);
    if (!found) throw new AppError('strategy.missing');
    return found.strategyId;
  };
  return {
    'schedule.pause': ({ until }) => publish('schedule', { ...slices().schedule, pause: { since: now(), until } }),
    'schedule.resume': () => publish('schedule', { ...slices().schedule, pause: null }),
    'schedule.skip': ({ strategyId, instant }) => {
      const spec = slices().strategies.find(({ id }) => id === strategyId)?.spec;
      const next = spec?.schedule ? (nextOccurrences(spec.schedule, instant, 1)[0]?.at ?? null) : null;
      setStanding(strategyId, (one) => ({ ...one, next, open: one.open?.instant === instant ? null : one.open }));
    },
    'schedule.cancelRetry': ({ occurrenceId }) => setStanding(ofOccurrence(occurrenceId), (one) => ({ ...one, open: null })),
    'schedule.retryNow': ({ occurrenceId }) =>
      setStanding(ofOccurrence(occurrenceId), (one) => {
        return { ...one, open: one.open && { ...one.open, state: 'queued', reason: null } };
      }),
    'schedule.between': ({ from, until, strategyId }) => {
      const wanted = slices().strategies.filter(({ id }) => strategyId === null || id === strategyId);
      const all = wanted.filter(({ spec }) => spec.schedule !== null);
      const occurrences = all.flatMap((strategy) => {
        const planned = occurrencesBetween(strategy.spec.schedule as Schedule, from - 1, until - 1).slice(0, 40);
        return planned.map(({ at }, index) => {
          const state = at > now() ? 'planned' : (strip(strategy, index + at / DAY) ?? 'succeeded');
          return occurrenceOf(strategy, slices(), { state, reason: null, instant: at });
        });
      });
      const window = { from: from + DAY, until: from + DAY + 8 * HOUR, targetId: null };
      return { occurrences: occurrences.sort((a, b) => a.instant - b.instant), blackouts: [window], cut: false };
    },
    'schedule.strips': ({ days }) =>
      slices().strategies.map((strategy) => ({
        strategyId: strategy.id,
        days: days.slice(0, -1).map((_, day) => strip(strategy, day)),
      })),
    'schedule.requirements': ({ strategyId }) => requirementsOf(slices(), strategyId),
  } satisfies Partial<RespaldoHandlers>;
}

const USUAL: readonly (OccurrenceState | null)[] = [
  'succeeded', 'succeeded', 'warning', 'succeeded', 'failed', 'succeeded', 'missed', 'succeeded', 'skipped', 'cancelled',
  'succeeded', 'interrupted', null,
];

function strip({ id, lastAttempt }: StrategyOverview, day: number): OccurrenceState | null {
  if (lastAttempt === null) return null;
  const place = Math.abs(Math.floor(day * 7 + Number(id.slice(1)) * 3));
  return place % 3 === 0 ? (USUAL[place % USUAL.length] ?? null) : 'succeeded';
}

function requirementsOf(slices: Slices, strategyId: string): Requirement[] {
  const standing = slices.schedule.standings.find((one) => one.strategyId === strategyId);
  const { pause } = slices.schedule;
  const row = (kind: Requirement['kind'], state: Requirement['state'], code: string, more: Partial<Requirement> = {}): Requirement => ({
    kind, state, code, until: null, params: {}, ...more,
  });
  return [
    row('enabled', 'green', 'ok'),
    standing?.next ? row('schedule', 'waiting', 'next', { until: standing.next }) : row('schedule', 'blocked', 'none'),
    pause ? row('not-paused', 'blocked', 'paused', { params: { at: pause.since } }) : row('not-paused', 'green', 'ok'),
    row('no-blackout', 'green', 'ok'),
    row('power', 'green', 'mains'),
    row('target', 'green', 'ok', { params: { target: 'PROD_ERP' } }),
    row('destination', 'green', 'unknown', { params: { problem: 'destination.on-server', path: '/backup/erp' } }),
    row('room', 'waiting', 'unknown-free'),
    row('lane', 'waiting', 'lane', { params: { strategy: 'Nightly level 1' } }),
  ];
}
