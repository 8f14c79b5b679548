// The outbox: messages on their way and what became of them. Knows no channel, and no content beyond its being JSON.
import type { NewMessage } from '../../app/store-port.ts';
import type { Channel, MessageState, OutboxMessage } from '../../../shared/domain/outbox.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';
import { rawJson } from './rows.ts';

type Row = {
  id: string;
  channel: Channel;
  state: MessageState;
  title: string;
  recipient: string;
  content: string;
  occurrence_id: string | null;
  run_id: string | null;
  created_at: number;
  attempts: number;
  next_at: number | null;
  sent_at: number | null;
  answer: string | null;
};

const LISTED = `id, channel, state, title, recipient, occurrence_id, run_id, created_at, attempts, next_at, sent_at, answer`;

export function createOutbox({ sql, value }: Connection): Tables['outbox'] {
  function put(messages: readonly NewMessage[]): void {
    const insert = sql(`
      INSERT INTO outbox (id, fact, channel, state, title, recipient, content, occurrence_id, run_id, created_at,
        attempts, next_at)
      VALUES (?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT (fact) DO NOTHING`);
    for (const { id, fact, channel, title, to, content, occurrenceId, runId, createdAt } of messages) {
      insert.run(id, fact, channel, title, to, JSON.stringify(content), occurrenceId, runId, createdAt, createdAt);
    }
  }

  return {
    add(messages, announced) {
      put(messages);
      for (const id of announced) sql('UPDATE occurrences SET announced = 1 WHERE id = ?').run(id);
    },

    addOverdue(strategyId, toldAt, messages) {
      put(messages);
      sql('UPDATE schedule_cursors SET overdue_told_at = ? WHERE strategy_id = ?').run(toldAt, strategyId);
    },

    due: (channel, now, limit) =>
      sql<Row>(`
        SELECT * FROM outbox WHERE state = 'pending' AND next_at <= ? AND channel = ?
        ORDER BY created_at, id LIMIT ?`)
        .all(now, channel, limit)
        .map((row) => ({ ...messageOf(row), content: rawJson(row.content) })),

    nextDue: (channels) =>
      value<number | null>(`
        SELECT min(next_at) FROM outbox WHERE state = 'pending' AND channel IN (SELECT value FROM json_each(?))`)
        .get(JSON.stringify(channels)) ?? null,

    claim(id, now, until) {
      const claimed = sql(`
        UPDATE outbox SET attempts = attempts + 1, next_at = ? WHERE id = ? AND state = 'pending' AND next_at <= ?`);
      return claimed.run(until, id, now).changes === 1;
    },

    attempted(id, outcome) {
      const nextAt = outcome.state === 'pending' ? outcome.nextAt : null;
      const sentAt = outcome.state === 'sent' ? outcome.at : null;
      sql(`UPDATE outbox SET state = ?, next_at = ?, sent_at = ?, answer = ? WHERE id = ? AND state = 'pending'`).run(
        outcome.state,
        nextAt,
        sentAt,
        outcome.answer,
        id,
      );
    },

    list: (limit) =>
      sql<Row>(`SELECT ${LISTED} FROM outbox ORDER BY created_at DESC, id DESC LIMIT ?`).all(limit).map(messageOf),

    summary() {
      const [pending, refused] = (['pending', 'refused'] as const).map((state) =>
        value<number>('SELECT count(*) FROM outbox WHERE state = ?').get(state) ?? 0);
      const oldest = value<number | null>(`SELECT min(created_at) FROM outbox WHERE state = 'pending'`).get() ?? null;
      return { pending: pending ?? 0, refused: refused ?? 0, oldest };
    },

    retry(id, now) {
      sql(`UPDATE outbox SET state = 'pending', next_at = ? WHERE id = ? AND state IN ('pending', 'refused')`).run(now, id);
    },

    retryChannel(channel, since, now) {
      sql(`UPDATE outbox SET state = 'pending', next_at = ?
           WHERE channel = ? AND state IN ('pending', 'refused') AND created_at >= ?`).run(now, channel, since);
    },

    discard(id) {
      sql(`UPDATE outbox SET state = 'discarded', next_at = NULL
           WHERE id = ? AND state IN ('pending', 'refused')`).run(id);
    },

    prune(before) {
      sql(`DELETE FROM outbox WHERE state IN ('sent', 'discarded') AND created_at < ?`).run(before);
    },
  };
}

const messageOf = (row: Omit<Row, 'content'>): OutboxMessage => ({
  id: row.id,
  channel: row.channel,
  state: row.state,
  title: row.title,
  to: row.recipient,
  occurrenceId: row.occurrence_id,
  runId: row.run_id,
  createdAt: row.created_at,
  attempts: row.attempts,
  nextAt: row.next_at,
  sentAt: row.sent_at,
  answer: row.answer,
});
