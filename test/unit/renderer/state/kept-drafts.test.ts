// Drafts of strategies between the window and main: written at a pace, found again, forgotten when somebody else sits
// down.
import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../../../renderer/state/drafts.ts';
import { keepDrafts } from '../../../../renderer/state/kept-drafts.ts';
import type { Client } from '../../../../renderer/ipc/client.ts';

function bench(kept: { form: string; base: number; content: string; savedAt: number }[] = []) {
  const asked: unknown[] = [];
  const timers = new Set<() => void>();
  const client = {
    ask: (name: string, input?: unknown) => {
      if (name === 'drafts.list') return Promise.resolve(kept);
      asked.push([name, input]);
      return Promise.resolve();
    },
  } as unknown as Pick<Client, 'ask'>;
  const drafts = createDrafts({ getItem: () => null, setItem: () => {} }, () => 5);
  const keeper = keepDrafts(drafts, client, (then) => {
    timers.add(then);
    return () => timers.delete(then);
  });
  const pause = (): void => [...timers].forEach((then) => then());
  return { asked, drafts, keeper, pause, timers };
}

const put = (base: number, content: string) => ['drafts.put', { form: 'strategy/new', base, content }];

describe('drafts of strategies', () => {
  it('are written at a pace, the newest alone', () => {
    const { asked, drafts, pause, timers } = bench();
    drafts.put('strategy/new', { name: 'a' }, 0);
    drafts.put('strategy/new', { name: 'ab' }, 0);
    drafts.put('target/new', { name: 'x' }, 0);
    expect(asked).toEqual([]);
    expect(timers.size).toBe(1);
    pause();
    expect(asked).toEqual([put(0, '{"name":"ab"}')]);
  });

  it('do not wait for a pause in typing that never comes', () => {
    const { drafts, timers } = bench();
    drafts.put('strategy/new', { name: 'a' }, 0);
    const [begun] = timers;
    drafts.put('strategy/new', { name: 'ab' }, 0);
    expect([...timers]).toEqual([begun]);
  });

  it('are dropped at once, and what waited is not written after that', () => {
    const { asked, drafts, pause } = bench();
    drafts.put('strategy/new', 1, 0);
    drafts.drop('strategy/new');
    pause();
    expect(asked).toEqual([['drafts.drop', { form: 'strategy/new' }]]);
  });

  it('are found again and marked, unless the window has a newer one; finding writes nothing', async () => {
    const kept = [
      { form: 'strategy/new', base: 0, content: '{"name":"old"}', savedAt: 3 },
      { form: 'strategy/01HZZZZZZZZZZZZZZZZZZZZZZZ', base: 4, content: 'not json', savedAt: 3 },
    ];
    const first = bench(kept);
    await first.keeper.find();
    expect(first.drafts.store.getState()).toEqual({
      'strategy/new': { value: { name: 'old' }, base: 0, touchedAt: 3, isFound: true },
    });
    first.pause();
    expect(first.asked).toEqual([]);
    first.drafts.put('strategy/new', { name: 'on' }, 0);
    expect(first.drafts.store.getState()['strategy/new']).not.toHaveProperty('isFound');
    const second = bench(kept);
    second.drafts.put('strategy/new', { name: 'newer' }, 0);
    await second.keeper.find();
    expect(second.drafts.store.getState()['strategy/new']?.value).toEqual({ name: 'newer' });
  });

  it('leave the window with whoever typed them, and reach main first', () => {
    const { asked, drafts, keeper } = bench();
    drafts.put('strategy/new', 1, 0);
    drafts.put('target/new', 2, 0);
    keeper.forget();
    expect(asked).toEqual([put(0, '1')]);
    expect(Object.keys(drafts.store.getState())).toEqual(['target/new']);
  });
});
