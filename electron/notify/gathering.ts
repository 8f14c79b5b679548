// Looks for what is to be told and puts it into the outbox: outcomes, beginnings of runs, the daily summary, what is
// overdue. Everything it does can be done again without telling anything twice.
import type { Clock } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { newId } from '../../shared/domain/id.ts';
import type { StrategyNotifications } from '../../shared/domain/notification.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { announce, beat, letterMails, type Wishes } from './announce.ts';
import { DIGEST_SPAN_MS, digestDay, digestLetter, digestRows } from './digest.ts';
import { groupsOf } from './event.ts';
import { gatherAlert, lastGoodRuns, overdueAlert, type AlertSources } from './gather-alerts.ts';
import type { Reader } from './reader.ts';

export type GatheringPorts = AlertSources & {
  store: Store;
  clock: Clock;
  settings(): Settings;
  reader(): Reader;
  /** Since when a good run is overdue, by strategy id. */
  overdue(): Promise<ReadonlyMap<string, number>>;
};

/** Occurrences told in one transaction. */
const AT_ONCE = 500;
const MOST_IN_DIGEST = 20_000;
const LONGEST_KNOWN = 1_000;
/** What only time makes overdue is looked at this often. */
const OVERDUE_MS = 60_000;

export type Gathering = ReturnType<typeof createGathering>;

export function createGathering(ports: GatheringPorts) {
  const { store, clock, settings, reader } = ports;
  /** Runs whose beginning was told; spares the store the asking. */
  const begun = new Set<string>();
  let digestTold: string | null = null;
  let overdueAt = -Infinity;

  async function wishes(): Promise<Wishes> {
    const strategies = new Map<string, StrategyNotifications>();
    for (const { id, spec } of await store.strategies.list()) strategies.set(id, spec.notifications);
    return { settings: settings(), strategies };
  }

  return {
    /** Outcomes that nobody was told yet; their messages and the mark that they are told are one transaction. */
    async outcomes(): Promise<void> {
      for (;;) {
        const settled = await store.occurrences.unannounced(AT_ONCE);
        if (settled.length === 0) return;
        const groups = groupsOf(settled);
        const lastGood = groups.length > 0 ? await lastGoodRuns(store) : new Map<string, number>();
        const alerts = [];
        for (const group of groups) alerts.push(await gatherAlert(group, lastGood, ports));
        const messages = alerts.length > 0 ? announce(alerts, await wishes(), reader(), clock.now()) : [];
        await store.outbox.add(messages, settled.map(({ id }) => id));
        if (settled.length < AT_ONCE) return;
      }
    },

    /** The sign of life at the beginning of a run. */
    async beginnings(): Promise<void> {
      const { heartbeat } = settings();
      if (!heartbeat) return;
      const running = (await store.runs.active()).filter(({ run }) => run.state === 'running' && !begun.has(run.id));
      if (running.length === 0) return;
      if (begun.size > LONGEST_KNOWN) begun.clear();
      const messages = running.map(({ run }) => ({
        ...beat(run.id, 'start', run.strategyName, heartbeat.url, null, clock.now()),
        // Its age counts from the beginning of the run, not from when somebody looked.
        createdAt: run.startedAt ?? clock.now(),
      }));
      await store.outbox.add(messages, []);
      for (const { run } of running) begun.add(run.id);
    },

    /** The summary of the last 24 hours, once per local day. */
    async digest(): Promise<void> {
      const { mail } = settings();
      const now = clock.now();
      const day = mail?.digestAt ? digestDay(now, mail.digestAt) : null;
      if (!mail || day === null || day === digestTold) return;
      const [settled, strategies, targets, lastGood, cursors] = await Promise.all([
        store.occurrences.between(now - DIGEST_SPAN_MS, now, null, MOST_IN_DIGEST),
        store.strategies.list(),
        store.targets.list(),
        lastGoodRuns(store),
        store.occurrences.cursors(),
      ]);
      const nameOf = (id: string): string => targets.find((target) => target.id === id)?.spec.name ?? '';
      const overdue = new Map(cursors.flatMap(({ strategyId, overdueToldAt }) =>
        overdueToldAt === null ? [] : [[strategyId, overdueToldAt] as const]));
      const named = strategies.map((strategy) => ({ strategy, targetName: nameOf(strategy.targetId) }));
      const rows = digestRows(settled, named, lastGood, overdue);
      const letter = digestLetter(rows, day, now, ports.host, reader());
      const about = { id: newId(now), occurrenceId: null, runId: null, createdAt: now, fact: `digest/${day}` };
      await store.outbox.add(letterMails(letter, about, mail.recipients, mail.from, reader(), null), []);
      digestTold = day;
    },

    /** What has become overdue, each told once until it is good again. */
    async overdue(): Promise<void> {
      if (Math.abs(clock.now() - overdueAt) < OVERDUE_MS) return;
      overdueAt = clock.now();
      const [overdue, cursors] = await Promise.all([ports.overdue(), store.occurrences.cursors()]);
      for (const { strategyId, overdueToldAt } of cursors) {
        const since = overdue.get(strategyId) ?? null;
        if (since === null && overdueToldAt !== null) await store.outbox.addOverdue(strategyId, null, []);
        if (since !== null && overdueToldAt === null) await tellOverdue(strategyId, since);
      }
    },
  };

  async function tellOverdue(strategyId: string, since: number): Promise<void> {
    const strategy = await store.strategies.get(strategyId);
    if (!strategy) return;
    const alert = await overdueAlert(strategy, since, await lastGoodRuns(store), ports);
    const messages = announce([alert], await wishes(), reader(), clock.now());
    await store.outbox.addOverdue(strategyId, clock.now(), messages);
  }
}
