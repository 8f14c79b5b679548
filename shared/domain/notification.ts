// What is told to people and to other programs, and by which road; knows no server, no daemon and no outbox.
import { z } from 'zod';
import { timeOfDaySchema } from '../schedule/schedule.ts';
import { isHostile, neededText } from './safe-text.ts';

/** What a notification can be about. `missed`: an occurrence never ran. `overdue`: no good run for too long. */
export const notificationEvents = ['failure', 'warning', 'success', 'missed', 'overdue'] as const;
export const notificationEventSchema = z.enum(notificationEvents);
export type NotificationEvent = z.infer<typeof notificationEventSchema>;

const eventsSchema = z.array(notificationEventSchema).max(notificationEvents.length);

/** Success is quiet unless somebody asks for it. */
export const loudEvents: NotificationEvent[] = ['failure', 'warning', 'missed', 'overdue'];

/** One address as SMTP takes it; names and comments are not accepted. */
export const addressSchema = z
  .string()
  .min(1, { abort: true })
  .max(254)
  .refine((text) => /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/.test(text) && !isHostile(text), { message: 'address.form' });
const recipientsSchema = z.array(addressSchema).max(50);

/** None of this goes near RMAN; but a line end would end a line of SMTP or HTTP. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

const hostSchema = neededText(255).refine((text) => /^[A-Za-z0-9_.:[\]-]+$/.test(text), { message: 'server.characters' });
const webAddressSchema = z.string().min(1, { abort: true }).max(2000).refine(isWebAddress, { message: 'url.form' });

/** How emails reach the SMTP server and whom they are for; the password lies in the keychain. */
export const mailSettingsSchema = z.strictObject({
  server: hostSchema,
  port: z.number().int().min(1).max(65_535),
  /** `starttls` insists on it: a server that does not offer it is refused. `none` sends in the clear. */
  security: z.enum(['starttls', 'tls', 'none']),
  /** `null`: the server wants no log-in. */
  user: z.string().min(1, { abort: true }).max(254).refine((text) => !CONTROL.test(text), { message: 'text.control' }).nullable(),
  from: addressSchema,
  recipients: recipientsSchema,
  on: eventsSchema,
  /** Time on this workstation's wall at which one email sums up the last 24 hours; `null`: none. */
  digestAt: timeOfDaySchema.nullable(),
  /** Attach the compressed log to failures and warnings. */
  attachLog: z.boolean(),
});
export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** The password of the SMTP server, as it is typed. */
export const mailPasswordSchema = z.string().min(1, { abort: true }).max(256).refine((text) => !CONTROL.test(text), {
  message: 'mail-password.characters',
});

export const webhookSettingsSchema = z.strictObject({
  url: webAddressSchema,
  style: z.enum(['json', 'slack', 'teams']),
  on: eventsSchema,
});
export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

/** A service that misses our sign of life tells somebody: a dead workstation cannot. */
export const heartbeatSettingsSchema = z.strictObject({
  /** Asked with `/start` at the beginning of a run, as it is after a good one, with `/fail` after a bad one. */
  url: webAddressSchema,
});
export type HeartbeatSettings = z.infer<typeof heartbeatSettingsSchema>;

export const desktopNotificationSettingsSchema = z.strictObject({ on: eventsSchema });

/** What one strategy wants otherwise than the settings; `null` follows them. */
export const strategyNotificationsSchema = z.strictObject({
  recipients: recipientsSchema.nullable(),
  on: eventsSchema.nullable(),
});
export type StrategyNotifications = z.infer<typeof strategyNotificationsSchema>;

export const defaultStrategyNotifications: StrategyNotifications = { recipients: null, on: null };

/** A mail server as the form starts it. */
export const newMailSettings = (): MailSettings => ({
  server: '',
  port: 587,
  security: 'starttls',
  user: null,
  from: '',
  recipients: [],
  on: loudEvents,
  digestAt: null,
  attachLog: false,
});

function isWebAddress(text: string): boolean {
  if (CONTROL.test(text) || text !== text.trim()) return false;
  try {
    const { protocol, username, password } = new URL(text);
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
  } catch {
    return false;
  }
}
