// A strategy: what to back up and how, where to and when; knows neither how a script is written nor how it is started.
// Its parts are in strategy/; rows and files of an earlier Respaldo come in through strategy/upgrade.ts.
import { z } from 'zod';
import { scheduleSchema } from '../schedule/schedule.ts';
import { defaultMissedPolicy, defaultRetryPolicy, missedPolicySchema, retryPolicySchema } from './automation.ts';
import { ID_PATTERN } from './id.ts';
import { defaultStrategyNotifications, strategyNotificationsSchema } from './notification.ts';
import { safeText } from './safe-text.ts';
import { acceptedSchema } from './strategy/accepted.ts';
import { afterwardsSchema, keepSchema, nothingAfterwards, recoveryGoalSchema } from './strategy/keeping.ts';
import { sizeSchema, tagSchema } from './strategy/names.ts';
import {
  channelOptionsSchema,
  controlFileSchema,
  deviceSchema,
  durationSchema,
  encryptionSchema,
  formatSchema,
  skipSchema,
} from './strategy/options.ts';
import { canBeJudged, ruleProblems } from './strategy/rules.ts';
import { scopeSchema } from './strategy/scope.ts';

export type { BackupScope } from './strategy/scope.ts';

const fieldsSchema = z.strictObject({
  name: safeText(60).min(1),
  notes: safeText(400),
  scope: scopeSchema,
  device: deviceSchema,
  /** `c1` to `cN`. */
  channels: z.number().int().min(1).max(32),
  perChannel: z.array(channelOptionsSchema).max(32),
  /** `basic` is free; the others need the Advanced Compression option (reference §2.9). */
  compression: z.enum(['none', 'basic', 'low', 'medium', 'high']),
  encryption: encryptionSchema,
  /** Where the pieces go; `null`: the recovery area on disk, the media manager's own name on tape. */
  format: formatSchema,
  /** `null` lets RMAN make its own `TAGyyyymmddThhmmss`. */
  tag: tagSchema.nullable(),
  /** A file larger than this is read by several channels at once. */
  sectionSize: sizeSchema.nullable(),
  filesPerSet: z.number().int().min(1).max(64).nullable(),
  maxSetSize: sizeSchema.nullable(),
  maxPieceSize: sizeSchema.nullable(),
  duration: durationSchema.nullable(),
  skip: skipSchema,
  checkLogical: z.boolean(),
  /** `BACKUP VALIDATE`: reads everything and writes nothing. */
  validateOnly: z.boolean(),
  /** Go on where an earlier run stopped: leave out files backed up within this many hours. */
  notBackedUpSinceHours: z.number().int().min(1).max(8760).nullable(),
  keep: keepSchema.nullable(),
  controlFile: controlFileSchema,
  /** How many days an updated copy stays behind, so that an older point can be reached without a full restore. */
  copyDaysBehind: z.number().int().min(0).max(365),
  /** After a good backup delete the archived logs with at least this many backups on the device; `null` keeps them. */
  deleteArchivedLogsBackedUp: z.number().int().min(1).max(9).nullable(),
  afterwards: afterwardsSchema,
  /** How many days back the database must stay restorable; deletions below it are blocked. `null`: the database's. */
  recoveryGoalDays: recoveryGoalSchema,
  /** When it runs by itself; `null`: only when somebody asks. */
  schedule: scheduleSchema.nullable(),
  missed: missedPolicySchema,
  retries: retryPolicySchema,
  notifications: strategyNotificationsSchema,
  accepted: acceptedSchema.default([]),
});

/** What excludes what; also while other fields are still wrong, so that a form can say it at once. */
const rules = z.superRefine<z.infer<typeof fieldsSchema>>((spec, context) => {
  for (const { path, code, params } of ruleProblems(spec)) {
    context.addIssue({ code: 'custom', path: path.split('.'), message: code, params });
  }
});
rules._zod.def.when = ({ issues }) => canBeJudged(issues);

/** What the strategy form edits, and what a strategy file holds (docs/strategy-format.md). */
export const strategySpecSchema = fieldsSchema.check(rules);
export type StrategySpec = z.infer<typeof strategySpecSchema>;

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
  device: { kind: 'disk' },
  channels: 1,
  perChannel: [],
  compression: 'basic',
  encryption: { kind: 'as-configured' },
  format: null,
  tag: null,
  sectionSize: null,
  filesPerSet: null,
  maxSetSize: null,
  maxPieceSize: null,
  duration: null,
  skip: [],
  checkLogical: false,
  validateOnly: false,
  notBackedUpSinceHours: null,
  keep: null,
  controlFile: { kind: 'as-configured' },
  copyDaysBehind: 0,
  deleteArchivedLogsBackedUp: null,
  afterwards: nothingAfterwards,
  recoveryGoalDays: null,
  schedule: null,
  missed: defaultMissedPolicy,
  retries: defaultRetryPolicy,
  notifications: defaultStrategyNotifications,
  accepted: [],
});
