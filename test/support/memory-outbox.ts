// The outbox of the store in memory: one message per fact, compare-and-set on attempts.
import type { NewMessage, Store } from '../../electron/app/store-port.ts';
import type { OutboxMessage } from '../../shared/domain/outbox.ts';

type Kept = OutboxMessage & { content: unknown; fact: string };
type Outbox = Store['outbox'];
type Direct = { [Name in keyof Outbox]: (...values: Parameters<Outbox[Name]>) => Awaited<ReturnType<Outbox[Name]>> };

/** `announced` hears of the occurrences, `toldOverdue` of the strategies that go with messages. */
export function memoryOutbox(
  announced: (occurrenceIds: string[]) => void,
  toldOverdue: (strategyId: string, toldAt: number | null) => void,
): Direct {
  const kept = new Map<string, Kept>();
  const byAge = (): Kept[] =>
    [...kept.values()].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const pending = (): Kept[] => byAge().filter((message) => message.state === 'pending');
  const shown = ({ content: _content, fact: _fact, ...message }: Kept): OutboxMessage => message;

  function put(messages: NewMessage[]): void {
    for (const message of messages) {
      if ([...kept.values()].some(({ fact }) => fact === message.fact)) continue;
      const fresh = { state: 'pending' as const, attempts: 0, nextAt: message.createdAt, sentAt: null, answer: null };
      kept.set(message.id, { ...message, ...fresh });
    }
  }

  return {
    add(messages, occurrenceIds) {
      put(messages);
      announced(occurrenceIds);
    },
    addOverdue(strategyId, toldAt, messages) {
      put(messages);
      toldOverdue(strategyId, toldAt);
    },
    due: (channel, now, limit) =>
      pending()
        .filter((message) => message.channel === channel && (message.nextAt ?? 0) <= now)
        .slice(0, limit)
        .map((message) => ({ ...shown(message), content: message.content })),
    nextDue(channels) {
      const times = pending().flatMap(({ channel, nextAt }) => (channels.includes(channel) ? [nextAt ?? 0] : []));
      return times.length === 0 ? null : Math.min(...times);
    },
    claim(id, now, until) {
      const message = pending().find((one) => one.id === id && (one.nextAt ?? 0) <= now);
      if (!message) return false;
      message.attempts += 1;
      message.nextAt = until;
      return true;
    },
    attempted(id, outcome) {
      const message = kept.get(id);
      if (message?.state !== 'pending') return;
      message.state = outcome.state;
      message.nextAt = outcome.state === 'pending' ? outcome.nextAt : null;
      message.sentAt = outcome.state === 'sent' ? outcome.at : null;
      message.answer = outcome.answer;
    },
    list: (limit) => byAge().reverse().slice(0, limit).map(shown),
    summary: () => ({
      pending: pending().length,
      refused: byAge().filter(({ state }) => state === 'refused').length,
      oldest: pending()[0]?.createdAt ?? null,
    }),
    retry(id, now) {
      const message = kept.get(id);
      if (message?.state === 'pending' || message?.state === 'refused') {
        Object.assign(message, { state: 'pending', nextAt: now });
      }
    },
    retryChannel(channel, since, now) {
      for (const message of kept.values()) {
        if (message.channel !== channel || message.createdAt < since) continue;
        if (message.state === 'pending' || message.state === 'refused') {
          Object.assign(message, { state: 'pending', nextAt: now });
        }
      }
    },
    discard(id) {
      const message = kept.get(id);
      if (message?.state === 'pending' || message?.state === 'refused') {
        Object.assign(message, { state: 'discarded', nextAt: null });
      }
    },
    prune(before) {
      for (const { id, state, createdAt } of byAge()) {
        if ((state === 'sent' || state === 'discarded') && createdAt < before) kept.delete(id);
      }
    },
  };
}
