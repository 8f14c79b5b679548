// Messages on their way: emails, desktop notifications, webhooks and heartbeats, each with what became of it.
import { z } from 'zod';
import { ID_PATTERN } from './id.ts';

export const channelSchema = z.enum(['mail', 'desktop', 'webhook', 'heartbeat']);
export type Channel = z.infer<typeof channelSchema>;

/** `refused`: the other side said a lasting no; only a person can send it again. */
export const messageStateSchema = z.enum(['pending', 'sent', 'refused', 'discarded']);
export type MessageState = z.infer<typeof messageStateSchema>;

export const outboxMessageSchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  channel: channelSchema,
  state: messageStateSchema,
  /** What the list shows: the subject of an email, the title of a notification. */
  title: z.string(),
  /** Addresses, or the host of a web address. */
  to: z.string(),
  occurrenceId: z.string().nullable(),
  runId: z.string().nullable(),
  createdAt: z.number(),
  attempts: z.number().int(),
  /** When it is tried next; `null` when it will not be. */
  nextAt: z.number().nullable(),
  sentAt: z.number().nullable(),
  /** The newest answer of the other side, as it came. */
  answer: z.string().nullable(),
});
export type OutboxMessage = z.infer<typeof outboxMessageSchema>;

export const outboxSummarySchema = z.strictObject({
  pending: z.number().int(),
  refused: z.number().int(),
  /** Creation of the oldest pending one. */
  oldest: z.number().nullable(),
});
export type OutboxSummary = z.infer<typeof outboxSummarySchema>;

/** What a test message came to, with the other side's own words. */
export const deliveryReportSchema = z.strictObject({ delivered: z.boolean(), answer: z.string() });
export type DeliveryReport = z.infer<typeof deliveryReportSchema>;
