// What each channel needs to send a message, as it lies in the outbox: whole, and without any secret. Server, password
// and address of a web hook are taken from the settings when it is sent: mending them mends what waits.
import { z } from 'zod';
import { notificationEventSchema } from '../../shared/domain/notification.ts';

export const mailContentSchema = z.object({
  /** The same on every attempt and for all recipients: whoever gets it twice can tell. */
  messageId: z.string(),
  /** All recipients, as the header names them; each has a message of its own. */
  recipients: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** The run whose compressed log goes with it. */
  attachLogOf: z.string().nullable(),
});
export type MailContent = z.infer<typeof mailContentSchema>;

export const desktopContentSchema = z.object({
  title: z.string(),
  body: z.string(),
  runId: z.string().nullable(),
  urgency: z.enum(['low', 'normal', 'critical']),
  /** All that a locked desktop shows of it; `null`: it is about several. */
  strategyName: z.string().nullable().default(null),
});
export type DesktopContent = z.infer<typeof desktopContentSchema>;

const isoSchema = z.string();

/** The body of a web hook, version 1 (docs/notifications.md). */
export const webhookContentSchema = z.object({
  respaldo: z.literal('notification'),
  version: z.literal(1),
  event: z.union([notificationEventSchema, z.literal('test')]),
  language: z.enum(['en', 'es']),
  title: z.string(),
  text: z.string(),
  at: isoSchema,
  workstation: z.string(),
  strategy: z.object({ id: z.string(), name: z.string() }).nullable(),
  database: z.string().nullable(),
  occurrence: z.object({ id: z.string(), planned: z.array(isoSchema), attempts: z.number() }).nullable(),
  run: z
    .object({ id: z.string(), startedAt: isoSchema.nullable(), endedAt: isoSchema.nullable(), link: z.string() })
    .nullable(),
  cause: z
    .object({ code: z.string().nullable(), title: z.string(), text: z.string().nullable(), todo: z.array(z.string()) })
    .nullable(),
  lastGoodAt: isoSchema.nullable(),
  /** Label and value in the reader's language, as an email shows them. */
  facts: z.array(z.tuple([z.string(), z.string()])),
});
export type WebhookContent = z.infer<typeof webhookContentSchema>;

export const heartbeatContentSchema = z.object({ phase: z.enum(['start', 'success', 'fail']) });
export type HeartbeatContent = z.infer<typeof heartbeatContentSchema>;
