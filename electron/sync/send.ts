// Sends what the outbox holds through one session, batch after batch, until nothing is due. While Oracle works on a
// batch the store reads the next one and its rows are made: Oracle never waits for us. No transaction of the store is
// open while Oracle is waited for.
import type { SqlSession } from '../app/oracle-ports.ts';
import type { DuePage, OutboxPlace, SyncStore } from '../app/sync-ports.ts';
import { rowDelay } from './backoff.ts';
import { deliver, type Delivery, type DeliveryTools, type Refusal } from './deliver.ts';
import { failureOf } from './failure.ts';
import { parcelsOf, type Parcel } from './parcels.ts';

/** Facts of a batch at most: bounds memory, and what one packet keeps the event loop from. */
export const BATCH = 200;
/** Facts of before that are entered at once; the outbox holds no more of them at any time. */
const BACKLOG_STEP = 1_000;

export type SendTools = DeliveryTools & {
  store: Pick<SyncStore, 'due' | 'settle' | 'backfill'>;
  /** True when it should leave off after the batch under way. */
  ended(): boolean;
  /** Called before a batch is sent, with what it holds, and after what became of it was noted. */
  sending(facts: number): void;
  settled(): void;
  /** Facts of a batch at most. */
  batch: number;
};

/**
 * Resolves with what stopped it, or `null` when nothing is due any more (or it was ended).
 * @throws AppError when the session is lost. What was not noted as sent is sent again then.
 */
export async function send(session: SqlSession, tools: SendTools): Promise<Refusal | null> {
  for (;;) {
    const pass = await sendDue(session, tools);
    if (pass.stop || tools.ended()) return pass.stop;
    const complete = await tools.store.backfill(BACKLOG_STEP);
    if (complete && pass.facts === 0) return null;
  }
}

type Page = DuePage & { parcels: Parcel[] };

/** One walk through the outbox. Memory holds two batches. */
async function sendDue(session: SqlSession, tools: SendTools): Promise<{ facts: number; stop: Refusal | null }> {
  const { store } = tools;
  const now = tools.now();
  const pageAfter = async (place: OutboxPlace | null): Promise<Page> => {
    const page = await store.due(place, now, tools.batch);
    return { ...page, parcels: parcelsOf(page.facts, tools.workstationId, tools.sends) };
  };
  let facts = 0;
  let settling = Promise.resolve();
  let page = await pageAfter(null);
  try {
    while (page.facts.length > 0 && !tools.ended()) {
      const coming = pageAfter(page.next);
      // It is looked at only when this batch went well.
      coming.catch(() => {});
      tools.sending(page.facts.length);
      const { outcomes, stop } = await deliverOrStandBack(session, page, tools);
      await settling;
      const at = outcomes.some(({ result }) => result === 'sent' || result === 'partly') ? tools.now() : null;
      settling = store.settle(outcomes, tools.now(), at).then(tools.settled);
      settling.catch(() => {});
      facts += outcomes.length;
      if (stop) return { facts, stop };
      page = await coming;
    }
    return { facts, stop: null };
  } finally {
    await settling;
  }
}

/**
 * A fact that was alone when the session broke may be what breaks it: it lets the others pass before it is tried again.
 */
async function deliverOrStandBack(session: SqlSession, page: Page, tools: SendTools): Promise<Delivery> {
  const { facts, parcels } = page;
  try {
    return await deliver(session, facts, tools, parcels);
  } catch (error) {
    const failure = failureOf(error);
    const [alone, ...others] = facts;
    if (failure && alone && others.length === 0) {
      const { no, stamp, attempts } = alone;
      const nextAt = tools.now() + rowDelay(attempts + 1, tools.random());
      const outcome = { no, stamp, result: 'later', nextAt, code: failure.code, reason: failure.text } as const;
      await tools.store.settle([outcome], tools.now(), null);
    }
    throw error;
  }
}
