// Carries what lies in the outbox: each channel for itself, one message after the other, again and again until it is
// delivered or refused. Knows no protocol. Whatever it waits for, nobody waits for it.
import type { Clock, Logger } from '../app/ports.ts';
import type { DeliveryOutcome, Store } from '../app/store-port.ts';
import type { Channel } from '../../shared/domain/outbox.ts';
import { givesUp, retryDelay } from './backoff.ts';
import type { Attempt, Courier, DueMessage } from './courier.ts';

export type OutboxPorts = {
  store: Pick<Store, 'outbox'>;
  clock: Clock;
  logger: Logger;
  couriers: Record<Channel, Courier>;
  /** From 0 to 1. */
  random(): number;
  /** The outbox is not what it was. */
  changed(): void;
};

/** Longer than any attempt lasts; after a crash a message is tried again when this is over. */
const LEASE_MS = 5 * 60_000;
/** How long a channel rests after nobody answered. */
const REST_MS = 10_000;
/** Timers run late when a machine sleeps; so it looks at the clock itself from time to time. */
const LONGEST_SLEEP_MS = 60_000;
const AT_ONCE = 20;
const ANSWER_CHARACTERS = 500;

/** What is shown when a message was too old to be sent. */
const STALE = 'too old: not sent';

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox(ports: OutboxPorts) {
  const { store, clock, logger, couriers } = ports;
  const channels = Object.keys(couriers) as Channel[];
  const working = new Map<Channel, Promise<void>>();
  const restsUntil = new Map<Channel, number>();
  const again = new Set<Channel>();
  let sleeping: (() => void) | null = null;
  let running = false;

  async function attempt(channel: Channel, message: DueMessage): Promise<Attempt['kind'] | null> {
    const now = clock.now();
    const courier = couriers[channel];
    if (now - message.createdAt > courier.staleAfter(message)) {
      await store.outbox.attempted(message.id, { state: 'discarded', answer: STALE });
      return null;
    }
    if (!(await store.outbox.claim(message.id, now, now + LEASE_MS))) return null;
    const result = await courier.deliver(message).catch((error: unknown): Attempt => {
      return { kind: 'later', answer: `incident ${logger.exception(error, `delivering by ${channel}`)}` };
    });
    const outcome = outcomeOf(result, message, clock.now(), ports.random());
    await store.outbox.attempted(message.id, outcome);
    const { state, answer } = outcome;
    const facts = { id: message.id, channel, attempt: message.attempts + 1, state, answer };
    if (outcome.state === 'sent') logger.info('message sent', facts);
    else logger.warn('message not sent', facts);
    return result.kind;
  }

  async function carry(channel: Channel): Promise<void> {
    while (running && couriers[channel].serves() && clock.now() >= (restsUntil.get(channel) ?? 0)) {
      again.delete(channel);
      const due = await store.outbox.due(channel, clock.now(), AT_ONCE);
      if (due.length === 0) {
        if (again.has(channel)) continue;
        return;
      }
      for (const message of due) {
        if (!running) return;
        const kind = await attempt(channel, message);
        ports.changed();
        if (kind !== 'unreachable') continue;
        restsUntil.set(channel, clock.now() + REST_MS);
        return;
      }
    }
  }

  function work(channel: Channel): void {
    again.add(channel);
    if (!running || working.has(channel)) return;
    const work = carry(channel)
      .catch((error: unknown) => {
        logger.exception(error, `the outbox of ${channel}`);
        restsUntil.set(channel, clock.now() + REST_MS);
      })
      .then(() => {
        working.delete(channel);
        return sleep();
      });
    working.set(channel, work);
  }

  /** Wakes when the next message is due on a channel that is not at work. */
  async function sleep(): Promise<void> {
    if (!running) return;
    try {
      const idle = channels.filter((channel) => !working.has(channel) && couriers[channel].serves());
      const times = await Promise.all(
        idle.map(async (channel) => {
          const next = await store.outbox.nextDue([channel]);
          return next === null ? Infinity : Math.max(next, restsUntil.get(channel) ?? 0);
        }),
      );
      const next = Math.min(...times);
      sleeping?.();
      sleeping = null;
      if (!running || next === Infinity) return;
      const ms = Math.min(LONGEST_SLEEP_MS, Math.max(0, next - clock.now()));
      sleeping = clock.after(ms, wake);
    } catch (error) {
      logger.exception(error, 'the outbox');
      sleeping = clock.after(LONGEST_SLEEP_MS, wake);
    }
  }

  function wake(): void {
    for (const channel of channels) work(channel);
  }

  return {
    begin(): void {
      running = true;
      wake();
    },
    /** Looks for what is due. */
    wake,
    /** Takes no further message. An attempt under way goes on; what it comes to may be lost with this process. */
    end(): void {
      running = false;
      sleeping?.();
      sleeping = null;
    },
    /** Resolves when no channel is at work. */
    async idle(): Promise<void> {
      while (working.size > 0) await Promise.all(working.values());
    },
    /** Lets channels work at once that rest because nobody answered. */
    wakeRested(): void {
      restsUntil.clear();
      wake();
    },
  };
}

function outcomeOf(attempt: Attempt, message: DueMessage, now: number, random: number): DeliveryOutcome {
  const { kind, answer: whole } = attempt;
  const answer = whole.slice(0, ANSWER_CHARACTERS);
  if (kind === 'delivered') return { state: 'sent', at: now, answer };
  const attempts = message.attempts + 1;
  if (kind === 'refused' || givesUp(message.createdAt, attempts, now)) return { state: 'refused', answer };
  return { state: 'pending', nextAt: now + retryDelay(attempts, random), answer };
}
