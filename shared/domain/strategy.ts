// A strategy: what to back up, how, where to and when; knows neither how a script is written nor how it is started.
import { z } from 'zod';
import { formatProblems } from '../rman/format-string.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { defaultMissedPolicy, defaultRetryPolicy, missedPolicySchema, retryPolicySchema } from './automation.ts';
import { ID_PATTERN } from './id.ts';
import { defaultStrategyNotifications, strategyNotificationsSchema } from './notification.ts';
import { neededText, safeText } from './safe-text.ts';

/** The whole database, or only its archived logs. */
const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('database'),
    mode: z.enum(['full', 'level-0', 'level-1-differential', 'level-1-cumulative']),
    /** `PLUS ARCHIVELOG`: without the logs of its own duration an open backup cannot be restored by itself. */
    plusArchivedLogs: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('archived-logs'),
    /** Leave out logs that already have this many backups; `null` takes all. */
    notBackedUpTimes: z.number().int().min(1).max(9).nullable(),
  }),
]);

/** At most 30 characters (ORA-19705), capitals only since RMAN folds them (reference §2.1). */
const tagSchema = z.string().min(1, { abort: true }).superRefine((tag, context) => {
  if (tag.length > 30) context.addIssue({ code: 'custom', message: 'tag.too-long', params: { length: tag.length } });
  else if (!/^[A-Z][A-Z0-9_]*$/.test(tag)) context.addIssue({ code: 'custom', message: 'tag.characters' });
});

const formatSchema = neededText(400).superRefine((format, context) => {
  for (const { code, params } of formatProblems(format)) context.addIssue({ code: 'custom', message: code, params });
});

/** What the strategy form edits, and what a strategy file holds (docs/strategy-format.md). */
export const strategySpecSchema = z.strictObject({
  name: neededText(60),
  notes: safeText(400),
  scope: scopeSchema,
  /** Disk channels, `c1` to `cN`. */
  channels: z.number().int().min(1).max(32),
  /** `basic` is free; the others need the Advanced Compression option (reference §2.9). */
  compression: z.enum(['none', 'basic', 'low', 'medium', 'high']),
  /** Where the pieces go; `null` leaves it to the recovery area or the database's own configuration. */
  format: formatSchema.nullable(),
  /** `null` lets RMAN make its own `TAGyyyymmddThhmmss`. */
  tag: tagSchema.nullable(),
  /** After a good backup delete the archived logs that have at least this many backups on disk; `null` keeps them. */
  deleteArchivedLogsBackedUp: z.number().int().min(1).max(9).nullable(),
  /** When it runs by itself; `null`: only when somebody asks. */
  schedule: scheduleSchema.nullable(),
  missed: missedPolicySchema,
  retries: retryPolicySchema,
  notifications: strategyNotificationsSchema,
});
export type StrategySpec = z.infer<typeof strategySpecSchema>;
export type BackupScope = StrategySpec['scope'];

export const strategySchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  targetId: z.string().regex(ID_PATTERN),
  enabled: z.boolean(),
  /** Number of the newest version; every change of the spec makes a new one. */
  version: z.number().int(),
  createdAt: z.number(),
  updatedAt: z.number(),
  spec: strategySpecSchema,
});
export type Strategy = z.infer<typeof strategySchema>;

/** A strategy as the form starts it. */
export const newStrategySpec = (): StrategySpec => ({
  name: '',
  notes: '',
  scope: { kind: 'database', mode: 'level-0', plusArchivedLogs: true },
  channels: 1,
  compression: 'basic',
  format: null,
  tag: null,
  deleteArchivedLogsBackedUp: null,
  schedule: null,
  missed: defaultMissedPolicy,
  retries: defaultRetryPolicy,
  notifications: defaultStrategyNotifications,
});
