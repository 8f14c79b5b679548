// What the tray shows: its state, its tooltip and its menu, from the published slices alone. Knows no Electron.
import { estimateOf } from '../../shared/domain/estimate.ts';
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import { occurrenceReasonText } from '../../shared/domain/occurrence-text.ts';
import type { ActiveRun } from '../../shared/domain/run.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Slices, StrategyOverview } from '../../shared/ipc/slices.ts';
import { runPage, SETTINGS_PAGE, STRATEGIES_PAGE, strategyPage, type PageAddress } from './page-address.ts';
import { trayWords, type TrayWords } from './tray-texts.ts';

export type TrayState = 'idle' | 'running' | 'attention' | 'paused';

/** What a click asks for. `show` opens the window at a page. */
export type TrayAct =
  | { kind: 'open' }
  | { kind: 'quit' }
  | { kind: 'resume' }
  | { kind: 'pause'; length: PauseLength }
  | { kind: 'run'; strategyId: string }
  | { kind: 'show'; page: PageAddress };
export type PauseLength = 'hour' | 'tomorrow' | 'until-resumed';

export type TrayItem =
  | { kind: 'separator' }
  /** Says something; `act` null: there is nowhere to go from here. */
  | { kind: 'line'; label: string; act: TrayAct | null }
  | { kind: 'submenu'; label: string; items: TrayItem[] };

export type TrayModel = {
  state: TrayState;
  /** Of the one run under way, where its last good run lets us say so; else `null`. */
  percent: number | null;
  tooltip: string;
  items: TrayItem[];
};

/** What the person at this desktop may do by the tray; `nothing`: nobody is logged in. */
export type TrayRights = 'operate' | 'look' | 'nothing';

/** The slices that the tray looks at. */
export type TraySlices = Pick<Slices, 'targets' | 'strategies' | 'activity' | 'schedule' | 'outbox'>;

// A menu is read in a glance, and some panels draw it without scrolling.
const LINES_OF_A_KIND = 4;
const UNGROUPED = 8;
const GROUP = 30;
/** Windows cuts there. */
const TOOLTIP = 127;

const SEPARATOR: TrayItem = { kind: 'separator' };

/** `zone` is the workstation's own unless a test says otherwise. */
export function trayModel(
  slices: TraySlices,
  { language, now, zone, rights = 'operate' }: { language: Language; now: number; zone?: string; rights?: TrayRights },
): TrayModel {
  const words = trayWords(language, now, zone);
  const { pause } = slices.schedule;
  const attention = attentionItems(slices, words);
  const running = slices.activity.filter(({ run }) => run.state !== 'queued').map((entry) => runningItem(entry, words, now));
  const paused = pause ? [line(pauseText(pause.until, words), null)] : [];
  const next = nextItem(slices, words);
  const state: TrayState =
    attention.length > 0 ? 'attention' : running.length > 0 ? 'running' : pause ? 'paused' : 'idle';
  if (rights === 'nothing') return lockedModel(state, words);
  return {
    state,
    percent: onlyPercent(slices.activity, now),
    tooltip: tooltipOf([...attention, ...running, ...paused, next], words),
    items: [
      ...fewOf(attention, words),
      ...fewOf(running, words),
      ...paused,
      ...fewOf(waitingItems(slices, words), words),
      next,
      SEPARATOR,
      ...(rights === 'operate' ? commands(slices, words) : [line(words.t('mayLook'), null)]),
      SEPARATOR,
      line(words.t('open'), { kind: 'open' }),
      line(words.t('quit'), { kind: 'quit' }),
    ],
  };
}

function commands(slices: TraySlices, words: TrayWords): TrayItem[] {
  return [
    { kind: 'submenu', label: words.t('runNow'), items: runNowItems(slices, words) },
    slices.schedule.pause ? line(words.t('resume'), { kind: 'resume' }) : pauseItem(words),
  ];
}

/** Anybody may open it: nothing of what is backed up, and nothing that changes it. */
function lockedModel(state: TrayState, words: TrayWords): TrayModel {
  const locked = line(words.t('locked'), null);
  const ends = [line(words.t('open'), { kind: 'open' }), line(words.t('quit'), { kind: 'quit' })];
  return { state, percent: null, tooltip: `Respaldo\n${words.t('locked')}`, items: [locked, SEPARATOR, ...ends] };
}

/** Until when a pause of this length lasts: an hour, the next midnight of the workstation, or for good. */
export function pauseEnd(length: PauseLength, now: number): number | null {
  if (length === 'until-resumed') return null;
  if (length === 'hour') return now + 3_600_000;
  const tomorrow = new Date(now);
  tomorrow.setHours(24, 0, 0, 0);
  return tomorrow.getTime();
}

const line = (label: string, act: TrayAct | null): TrayItem => ({ kind: 'line', label, act });

const nameOf = ({ strategyName, targetName }: { strategyName: string; targetName: string }, { t }: TrayWords): string =>
  t('name', { strategy: strategyName, target: targetName });

const showRun = (runId: string): TrayAct => ({ kind: 'show', page: runPage(runId) });
const showStrategy = (strategyId: string): TrayAct => ({ kind: 'show', page: strategyPage(strategyId) });

function runningItem({ run, progress }: ActiveRun, words: TrayWords, now: number): TrayItem {
  const { t } = words;
  const name = nameOf(run, words);
  if (run.cancelRequestedAt !== null) return line(t('ending', { name }), showRun(run.id));
  if (run.startedAt === null) return line(t('preparing', { name }), showRun(run.id));
  const estimate = estimateOf(run, progress?.usualMs ?? null, now);
  const soFar =
    estimate.kind === 'left'
      ? t('aboutPercent', { percent: words.percent(estimate.share) })
      : t('forSpan', { span: words.span(now - run.startedAt) });
  return line(t('running', { name, progress: soFar }), showRun(run.id));
}

/** Of several runs no common share could be honest. */
function onlyPercent(activity: readonly ActiveRun[], now: number): number | null {
  const [only, other] = activity.filter(({ run }) => run.state !== 'queued');
  if (!only || other) return null;
  const estimate = estimateOf(only.run, only.progress?.usualMs ?? null, now);
  return estimate.kind === 'left' ? Math.floor(estimate.share * 100) : null;
}

function attentionItems(slices: TraySlices, words: TrayWords): TrayItem[] {
  const { strategies, schedule, outbox } = slices;
  const standings = new Map(schedule.standings.map((standing) => [standing.strategyId, standing]));
  const looked = strategies.filter((strategy) => strategy.enabled);
  const failed = looked.flatMap((strategy) => {
    const attempt = strategy.lastAttempt;
    if (attempt?.state !== 'failed' && attempt?.state !== 'lost') return [];
    // Another attempt is coming: nobody has to do anything yet.
    if (standings.get(strategy.id)?.open?.runId === attempt.id) return [];
    return [line(words.t('failed', { name: named(strategy, slices, words) }), showRun(attempt.id))];
  });
  const overdue = looked
    .filter(({ id }) => (standings.get(id)?.overdueSince ?? null) !== null)
    .map((strategy) => line(words.t('overdue', { name: named(strategy, slices, words) }), showStrategy(strategy.id)));
  const refused = words.t(outbox.refused === 1 ? 'refusedOne' : 'refusedMany', { count: outbox.refused });
  return [...failed, ...overdue, ...(outbox.refused > 0 ? [line(refused, { kind: 'show', page: SETTINGS_PAGE })] : [])];
}

function named(strategy: StrategyOverview, { targets }: TraySlices, words: TrayWords): string {
  const targetName = targets.find(({ id }) => id === strategy.targetId)?.spec.name ?? '?';
  return nameOf({ strategyName: strategy.spec.name, targetName }, words);
}

function waitingItems({ activity, schedule }: TraySlices, words: TrayWords): TrayItem[] {
  const { t } = words;
  const queued = activity.flatMap(({ run, waitsFor }) => {
    if (run.state !== 'queued') return [];
    const name = nameOf(run, words);
    const text =
      waitsFor?.kind === 'lane'
        ? t('waitsLane', { name, other: waitsFor.strategyName })
        : waitsFor?.kind === 'cap'
          ? t('waitsCap', { name, count: waitsFor.runsAtOnce })
          : t('waitsNext', { name });
    return [line(text, showRun(run.id))];
  });
  const held = schedule.standings.flatMap(({ open }) => (open?.state === 'waiting' ? heldItem(open, words) : []));
  return [...held, ...queued];
}

/** What is held by the pause needs no line of its own: the pause has one. */
function heldItem(occurrence: Occurrence, words: TrayWords): TrayItem[] {
  const { t } = words;
  const { reason } = occurrence;
  if (reason === null || reason.kind === 'paused') return [];
  const why = occurrenceReasonText(reason, words.language, words.dateTime);
  return [line(t('held', { name: nameOf(occurrence, words), reason: why }), showStrategy(occurrence.strategyId))];
}

function nextItem(slices: TraySlices, words: TrayWords): TrayItem {
  const [first] = slices.schedule.standings
    .flatMap(({ strategyId, next }) => (next === null ? [] : [{ strategyId, next }]))
    .sort((a, b) => a.next - b.next);
  const strategy = first && slices.strategies.find(({ id }) => id === first.strategyId);
  if (!first || !strategy) return line(words.t('nothingPlanned'), null);
  const text = words.t('next', { name: named(strategy, slices, words), when: words.when(first.next) });
  return line(text, showStrategy(strategy.id));
}

function runNowItems(slices: TraySlices, words: TrayWords): TrayItem[] {
  const { t } = words;
  const { compare } = new Intl.Collator(words.language, { numeric: true });
  const enabled = new Map<string, StrategyOverview[]>(slices.targets.map(({ id }) => [id, []]));
  for (const strategy of slices.strategies) if (strategy.enabled) enabled.get(strategy.targetId)?.push(strategy);
  const groups = slices.targets
    .filter((target) => target.enabled)
    .map(({ id, spec }) => ({
      name: spec.name,
      strategies: (enabled.get(id) ?? []).sort((a, b) => compare(a.spec.name, b.spec.name)),
    }))
    .filter(({ strategies }) => strategies.length > 0)
    .sort((a, b) => compare(a.name, b.name));
  const runItem = (label: string, strategyId: string): TrayItem => line(label, { kind: 'run', strategyId });
  const all = groups.flatMap(({ strategies }) => strategies);
  if (all.length === 0) return [line(t('noStrategies'), null)];
  if (all.length <= UNGROUPED) return all.map((strategy) => runItem(named(strategy, slices, words), strategy.id));
  return atMost(
    groups.map(({ name, strategies }) => ({
      kind: 'submenu',
      label: name,
      items: atMost(strategies.map((strategy) => runItem(strategy.spec.name, strategy.id)), words),
    })),
    words,
  );
}

function atMost(items: TrayItem[], { t }: TrayWords): TrayItem[] {
  if (items.length <= GROUP) return items;
  return [...items.slice(0, GROUP), line(t('moreStrategies'), { kind: 'show', page: STRATEGIES_PAGE })];
}

function pauseItem({ t }: TrayWords): TrayItem {
  const entry = (label: string, length: PauseLength): TrayItem => line(label, { kind: 'pause', length });
  return {
    kind: 'submenu',
    label: t('pause'),
    items: [
      entry(t('pauseHour'), 'hour'),
      entry(t('pauseTomorrow'), 'tomorrow'),
      entry(t('pauseOpen'), 'until-resumed'),
    ],
  };
}

const pauseText = (until: number | null, words: TrayWords): string =>
  until === null ? words.t('pausedOpen') : words.t('pausedUntil', { until: words.until(until) });

function fewOf(items: TrayItem[], { t }: TrayWords): TrayItem[] {
  if (items.length <= LINES_OF_A_KIND) return items;
  return [...items.slice(0, LINES_OF_A_KIND), line(t('more', { count: items.length - LINES_OF_A_KIND }), { kind: 'open' })];
}

/** As many whole lines as fit; the first says the most. */
function tooltipOf(items: TrayItem[], words: TrayWords): string {
  const lines = fewOf(items, words).flatMap((item) => (item.kind === 'line' ? [item.label] : []));
  let text = 'Respaldo';
  for (const next of lines) {
    if (text.length + 1 + next.length > TOOLTIP) break;
    text = `${text}\n${next}`;
  }
  return text;
}
