// The user's own settings of this workstation; knows no defaults of the machine it runs on.
import { z } from 'zod';
import { blackoutCalendarSchema } from '../schedule/schedule.ts';
import { logDatabaseSettingsSchema } from './log-database.ts';
import {
  desktopNotificationSettingsSchema, heartbeatSettingsSchema, loudEvents, mailSettingsSchema, webhookSettingsSchema,
} from './notification.ts';
import { defaultLocking, lockingSchema } from './user.ts';

export const languageSchema = z.enum(['en', 'es']);
/** The languages that every text of the product exists in. */
export type Language = z.infer<typeof languageSchema>;

export const settingsSchema = z.strictObject({
  /** `null` follows the operating system. */
  language: languageSchema.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** When a window that has users asks for a password again. */
  locking: lockingSchema.default(defaultLocking),
  /** How many runs may be under way at once, over all targets. */
  runsAtOnce: z.number().int().min(1).max(16),
  /** Seconds that a cancelled run gets after the interrupt, and again after the terminate signal. */
  cancelGraceSeconds: z.number().int().min(1).max(600),
  background: z.strictObject({
    startAtLogin: z.boolean(),
    /** Start in the tray, without a window. */
    startHidden: z.boolean(),
    /** Closing the window leaves the application in the tray. */
    keepInTray: z.boolean(),
    /** Scheduled runs wait while the machine is on battery. */
    holdOnBattery: z.boolean(),
  }),
  /** When nothing may start on any database; `null`: no such windows. */
  blackouts: blackoutCalendarSchema.nullable(),
  desktopNotifications: desktopNotificationSettingsSchema,
  /** `null`: no emails. */
  mail: mailSettingsSchema.nullable(),
  webhook: webhookSettingsSchema.nullable(),
  heartbeat: heartbeatSettingsSchema.nullable(),
  /** `null`: the history stays on this machine. */
  logDatabase: logDatabaseSettingsSchema.nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  locking: defaultLocking,
  runsAtOnce: 2,
  cancelGraceSeconds: 30,
  background: { startAtLogin: false, startHidden: false, keepInTray: true, holdOnBattery: false },
  blackouts: null,
  desktopNotifications: { on: loudEvents },
  mail: null,
  webhook: null,
  heartbeat: null,
  logDatabase: null,
};
