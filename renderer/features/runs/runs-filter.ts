// What the list of runs shows, as the address spells it and as main is asked. Pure; knows no component.
import { newestFirst, OWN_WORKSTATION, runSortSchema, type RunFilter, type RunSort } from '../../../shared/domain/history.ts';
import { runStates, triggerSchema, type ActiveRun, type RunState, type Trigger } from '../../../shared/domain/run.ts';

/** Spans up to now, and days from … until (`YYYY-MM-DD`, both included, either one open). */
export const quickPeriods = ['today', '24h', '7d', '30d', '90d'] as const;
export type QuickPeriod = (typeof quickPeriods)[number];
export type Period = { kind: 'any' } | { kind: 'quick'; span: QuickPeriod } | { kind: 'days'; from: string | null; until: string | null };

export type RunsView = {
  targetIds: readonly string[];
  strategyIds: readonly string[];
  states: readonly RunState[];
  triggers: readonly Trigger[];
  workstationIds: readonly string[];
  period: Period;
  text: string;
  sort: RunSort;
};

export const everything: RunsView = {
  targetIds: [],
  strategyIds: [],
  states: [],
  triggers: [],
  workstationIds: [],
  period: { kind: 'any' },
  text: '',
  sort: newestFirst,
};

type Query = Readonly<Record<string, string>>;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The spelling in the address; what is as usual is left out. */
export function queryOf(view: RunsView): Record<string, string> {
  const { by, descending } = view.sort;
  const parts: Record<string, string> = {
    database: view.targetIds.join(','),
    strategy: view.strategyIds.join(','),
    state: view.states.join(','),
    trigger: view.triggers.join(','),
    workstation: view.workstationIds.join(','),
    period: writtenPeriod(view.period),
    text: view.text,
    sort: by === newestFirst.by && descending === newestFirst.descending ? '' : `${descending ? '-' : ''}${by}`,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}

/** Reads an address; what it does not understand counts as not said. */
export function viewOf(query: Query): RunsView {
  const list = (key: string): string[] => (query[key] ?? '').split(',').filter(Boolean);
  const written = query['sort'] ?? '';
  const sort = runSortSchema.safeParse({ by: written.replace(/^-/, ''), descending: written.startsWith('-') });
  return {
    targetIds: list('database'),
    strategyIds: list('strategy'),
    states: list('state').filter((state): state is RunState => runStates.some((known) => known === state)),
    triggers: list('trigger').filter((one): one is Trigger => triggerSchema.options.some((known) => known === one)),
    workstationIds: list('workstation'),
    period: periodOf(query['period'] ?? ''),
    text: (query['text'] ?? '').slice(0, 200),
    sort: sort.success ? sort.data : newestFirst,
  };
}

function writtenPeriod(period: Period): string {
  if (period.kind === 'any') return '';
  if (period.kind === 'quick') return period.span;
  return period.from === null && period.until === null ? '' : `${period.from ?? ''}..${period.until ?? ''}`;
}

function periodOf(text: string): Period {
  const span = quickPeriods.find((known) => known === text);
  if (span) return { kind: 'quick', span };
  const [from = '', until = '', more] = text.split('..');
  const day = (part: string): string | null => (isDay(part) ? part : null);
  if (!text.includes('..') || more !== undefined || (day(from) === null && day(until) === null)) return { kind: 'any' };
  return { kind: 'days', from: day(from), until: day(until) };
}

/** A day of the calendar; `Date` alone would take the 31st of February for one of March. */
function isDay(part: string): boolean {
  const midnight = new Date(`${part}T00:00:00Z`);
  return DAY.test(part) && !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(part);
}

const HOUR = 3_600_000;
const SPANS: Record<Exclude<QuickPeriod, 'today'>, number> = { '24h': 24 * HOUR, '7d': 168 * HOUR, '30d': 720 * HOUR, '90d': 2160 * HOUR };

/** What main is asked; days are those of the workstation's own time zone. */
export function filterOf(view: RunsView, nowMs: number): RunFilter {
  const { targetIds, strategyIds, states, triggers, workstationIds, period, text } = view;
  return {
    targetIds: [...targetIds],
    strategyIds: [...strategyIds],
    states: [...states],
    triggers: [...triggers],
    workstationIds: [...workstationIds],
    ...boundsOf(period, nowMs),
    text: text.trim(),
  };
}

function boundsOf(period: Period, nowMs: number): Pick<RunFilter, 'from' | 'until'> {
  if (period.kind === 'any') return { from: null, until: null };
  if (period.kind === 'days') {
    return {
      from: period.from === null ? null : dayStart(period.from, 0),
      until: period.until === null ? null : dayStart(period.until, 1),
    };
  }
  if (period.span === 'today') return { from: new Date(nowMs).setHours(0, 0, 0, 0), until: null };
  return { from: nowMs - SPANS[period.span], until: null };
}

/** Midnight at the start of a day, `later` days on; not 24 hours times a number, since clocks change. */
function dayStart(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

/** True when anything is left out. */
export const isFiltered = (view: RunsView): boolean =>
  JSON.stringify({ ...view, sort: null }) !== JSON.stringify({ ...everything, sort: null });

/** The terms of a search as they are to be marked: `ORA-19809`, and what stands between quotation marks, as one. */
export const termsOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)(?:"|$)|([^\s"]+)/gu)]
    .map(([, quoted, word]) => quoted?.trim() ?? word?.replace(/\*$/, '') ?? '')
    .filter((term) => /[\p{L}\p{N}]/u.test(term));

/** Runs under way that the filter lets through; their logs are not searched yet, so words are met in names only. */
export function activeThrough(activity: readonly ActiveRun[], filter: RunFilter): ActiveRun[] {
  const within = (all: readonly string[], value: string): boolean => all.length === 0 || all.includes(value);
  const words = termsOf(plain(filter.text));
  return activity.filter(({ run }) => {
    const names = plain(`${run.strategyName} ${run.targetName}`);
    return (
      within(filter.targetIds, run.targetId) &&
      within(filter.strategyIds, run.strategyId) &&
      within(filter.states, run.state) &&
      within(filter.triggers, run.trigger) &&
      // What is under way here is this workstation's.
      within(filter.workstationIds, OWN_WORKSTATION) &&
      (filter.from ?? -Infinity) <= run.queuedAt &&
      run.queuedAt < (filter.until ?? Infinity) &&
      words.every((word) => names.includes(word))
    );
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
