// The outbox in the real tables and in memory: the same promises.
import { afterEach, describe, expect, test } from 'vitest';
import type { NewMessage, Store } from '../../../../electron/app/store-port.ts';
import { newId } from '../../../../shared/domain/id.ts';
import { memoryStore } from '../../../support/memory-store.ts';
import { storeInProcess } from '../../../support/store-in-process.ts';

const T = 1_700_000_000_000;
let message = 0;
const sample = (change: Partial<NewMessage> = {}): NewMessage => ({
  id: newId(T + message),
  channel: 'mail',
  title: 'Weekly failed',
  to: 'dba@example.com',
  occurrenceId: null,
  runId: null,
  createdAt: T,
  fact: `fact ${(message += 1)}`,
  content: { text: 'ñ' },
  ...change,
});

describe.each([['SQLite', storeInProcess], ['memory', memoryStore]] as [string, () => Store][])('in %s', (_name, open) => {
  let store: Store;
  const opened = async (...messages: NewMessage[]): Promise<Store['outbox']> => {
    store = open();
    await store.outbox.add(messages, []);
    return store.outbox;
  };
  afterEach(() => store.close());

  test('keeps one message per fact', async () => {
    const first = sample();
    const outbox = await opened(first, sample({ fact: first.fact, title: 'again' }));
    await outbox.add([sample({ fact: first.fact })], []);
    expect((await outbox.list(10)).map(({ id }) => id)).toEqual([first.id]);
  });

  test('gives what is due on a channel, oldest first, with its content', async () => {
    const late = sample({ createdAt: T + 5 });
    const early = sample({ createdAt: T + 1 });
    const outbox = await opened(late, early, sample({ channel: 'webhook' }), sample({ createdAt: T + 100 }));
    const due = await outbox.due('mail', T + 10, 10);
    expect(due.map(({ id, content }) => [id, content])).toEqual([[early.id, { text: 'ñ' }], [late.id, { text: 'ñ' }]]);
    expect(await outbox.due('mail', T + 10, 1)).toHaveLength(1);
    expect(await outbox.nextDue(['mail', 'webhook'])).toBe(T);
    expect(await outbox.nextDue(['mail'])).toBe(T + 1);
    expect(await outbox.nextDue(['desktop'])).toBeNull();
  });

  test('gives a message to one taker until its time is over', async () => {
    const one = sample();
    const outbox = await opened(one);
    expect(await outbox.claim(one.id, T, T + 50)).toBe(true);
    expect(await outbox.claim(one.id, T + 49, T + 100)).toBe(false);
    expect(await outbox.due('mail', T + 49, 10)).toEqual([]);
    expect(await outbox.claim(one.id, T + 50, T + 100)).toBe(true);
    expect((await outbox.list(1))[0]).toMatchObject({ attempts: 2, state: 'pending', nextAt: T + 100 });
  });

  test('notes what became of it, once', async () => {
    const one = sample();
    const outbox = await opened(one);
    await outbox.attempted(one.id, { state: 'pending', nextAt: T + 9, answer: '451' });
    expect((await outbox.list(1))[0]).toMatchObject({ state: 'pending', nextAt: T + 9, answer: '451', sentAt: null });
    await outbox.attempted(one.id, { state: 'sent', at: T + 10, answer: '250' });
    await outbox.attempted(one.id, { state: 'refused', answer: '550' });
    expect((await outbox.list(1))[0]).toMatchObject({ state: 'sent', nextAt: null, answer: '250', sentAt: T + 10 });
  });

  test('what was sent is neither tried again nor discarded; what was refused may be', async () => {
    const [sent, refused] = [sample(), sample()];
    const outbox = await opened(sent, refused);
    await outbox.attempted(sent.id, { state: 'sent', at: T, answer: null });
    await outbox.attempted(refused.id, { state: 'refused', answer: '550' });
    expect(await outbox.summary()).toEqual({ pending: 0, refused: 1, oldest: null });
    for (const { id } of [sent, refused]) await outbox.retry(id, T + 7);
    expect(await outbox.summary()).toEqual({ pending: 1, refused: 0, oldest: T });
    for (const { id } of [sent, refused]) await outbox.discard(id);
    const states = new Map((await outbox.list(9)).map(({ id, state }) => [id, state]));
    expect(states).toEqual(new Map([[sent.id, 'sent'], [refused.id, 'discarded']]));
  });

  test('forgets what was sent or discarded long ago, and nothing else', async () => {
    const [sent, waiting, fresh] = [sample(), sample(), sample({ createdAt: T + 50 })];
    const outbox = await opened(sent, waiting, fresh);
    for (const { id } of [sent, fresh]) await outbox.attempted(id, { state: 'sent', at: T, answer: null });
    await outbox.prune(T + 50);
    expect((await outbox.list(9)).map(({ id }) => id).sort()).toEqual([waiting.id, fresh.id].sort());
  });
});
