// `respaldo outbox`: messages on their way and what became of them, newest first.
import type { Channel, MessageState, OutboxMessage } from '../../shared/domain/outbox.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime } from './moments.ts';
import { readCount } from './numbers.ts';
import { withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';
import { momentWord } from './words.ts';

const EMPTY = { en: 'The outbox is empty.', es: 'La bandeja de salida está vacía.' };
const MOST = 500;

const CHANNELS: Record<Channel, Record<Language, string>> = {
  mail: { en: 'email', es: 'correo' },
  desktop: { en: 'desktop', es: 'escritorio' },
  webhook: { en: 'webhook', es: 'webhook' },
  heartbeat: { en: 'heartbeat', es: 'latido' },
};
const STATES: Record<MessageState, Record<Language, string>> = {
  pending: { en: 'waiting', es: 'pendiente' },
  sent: { en: 'sent', es: 'enviado' },
  refused: { en: 'refused', es: 'rechazado' },
  discarded: { en: 'discarded', es: 'descartado' },
};

/** @throws AppError `cli.usage` */
export function outbox(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const limit = readCount('--limit', command.text('limit'), MOST);
  return withProfile(command, terminal, async ({ store }) => {
    const [messages, summary] = await Promise.all([store.outbox.list(limit), store.outbox.summary()]);
    if (command.json) {
      const answer = { respaldo: 'outbox', schemaVersion: 1, ...outboxSummary(summary), messages: messages.map(messageRow) };
      terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    } else if (messages.length === 0) terminal.out(`${EMPTY[command.language]}\n`);
    else terminal.out(columns(messages.map((message) => line(message, command.language))));
    return EXIT.good;
  });
}

/** The depth of the outbox as JSON answers have it. */
export const outboxSummary = (summary: { pending: number; refused: number; oldest: number | null }) => ({
  pending: summary.pending,
  refused: summary.refused,
  oldest: isoTime(summary.oldest),
});

const messageRow = ({ createdAt, nextAt, sentAt, ...message }: OutboxMessage) => ({
  ...message,
  createdAt: isoTime(createdAt),
  nextAt: isoTime(nextAt),
  sentAt: isoTime(sentAt),
});

const line = (message: OutboxMessage, language: Language): string[] => [
  momentWord(message.createdAt, language),
  CHANNELS[message.channel][language],
  STATES[message.state][language],
  message.to,
  message.title,
  message.state === 'sent' ? '' : (message.answer ?? ''),
];
