// THE declaration of everything that main and renderer say to each other.
import { z } from 'zod';
import { checkRowSchema } from '../domain/check.ts';
import { envDatabaseSchema, envStrategySchema } from '../domain/env-import.ts';
import { deletionEffectSchema } from '../domain/deletion-effect.ts';
import { runDetailSchema, runFilterSchema, runPageSchema, runSortSchema } from '../domain/history.ts';
import { ID_PATTERN } from '../domain/id.ts';
import {
  heartbeatSettingsSchema, mailPasswordSchema, mailSettingsSchema, webhookSettingsSchema,
} from '../domain/notification.ts';
import { occurrenceSchema, occurrenceStateSchema, requirementSchema } from '../domain/occurrence.ts';
import { deliveryReportSchema, outboxMessageSchema } from '../domain/outbox.ts';
import { settingsSchema } from '../domain/settings.ts';
import { strategySpecSchema } from '../domain/strategy.ts';
import { passwordSchema, targetSpecSchema } from '../domain/target.ts';
import { call, stream, topic, type EndpointName, type EndpointOf, type Handlers, type StreamHandlers } from './contract-kit.ts';
import { strategySecretEndpoints } from './endpoints/strategy-secrets.ts';
import { catalogueEndpoints } from './endpoints/catalogue.ts';
import { databaseEndpoints } from './endpoints/databases.ts';
import { draftEndpoints } from './endpoints/drafts.ts';
import { doctorEndpoints } from './endpoints/doctor.ts';
import { lintEndpoints } from './endpoints/lint.ts';
import { logDatabaseEndpoints } from './endpoints/log-database.ts';
import { simulationEndpoints } from './endpoints/simulation.ts';
import { strategyFileEndpoints } from './endpoints/strategy-files.ts';
import { syncEndpoints } from './endpoints/sync.ts';
import { teamEndpoints } from './endpoints/team.ts';
import { userEndpoints } from './endpoints/users.ts';
import { slicePatchSchema, snapshotSchema } from './slices.ts';

const id = z.string().regex(ID_PATTERN);
const nothing = z.void();
const byId = z.strictObject({ id });
const created = z.strictObject({ id });

export const contract = {
  app: {
    info: call(
      nothing,
      z.strictObject({
        version: z.string(),
        platform: z.string(),
        /** The desktop's language, for when the settings follow it. */
        locale: z.string(),
        profile: z.string(),
        runtime: z.string(),
        keychain: z.enum(['available', 'plain-text', 'unavailable']),
      }),
    ),
    snapshot: call(nothing, snapshotSchema),
    /** The first-run page's offer: the simulated target DEMO with its ready strategies. */
    createDemo: call(nothing, z.strictObject({ targetId: id, strategyIds: z.array(id) })),
    copyText: call(z.strictObject({ text: z.string().max(50_000_000) }), nothing),
    /** A mistake in the renderer, kept in the application log under an incident. */
    reportException: call(
      z.strictObject({ message: z.string().max(20_000) }),
      z.strictObject({ incident: z.string() }),
    ),
  },
  state: { patch: topic(slicePatchSchema) },
  ...strategySecretEndpoints,
  ...strategyFileEndpoints,
  ...userEndpoints,
  ...catalogueEndpoints,
  ...databaseEndpoints,
  ...doctorEndpoints,
  ...draftEndpoints,
  ...lintEndpoints,
  ...logDatabaseEndpoints,
  ...simulationEndpoints,
  ...syncEndpoints,
  ...teamEndpoints,
  settings: {
    save: call(settingsSchema, nothing),
    /** How the window looks: everybody's own business, whatever else they may change. */
    setAppearance: call(settingsSchema.pick({ language: true, theme: true }), nothing),
    /** Reads an `.env` file of the backend that Respaldo grew out of: what it would set, and what it cannot. */
    readEnv: call(
      z.strictObject({ text: z.string().max(100_000) }),
      z.strictObject({
        settings: settingsSchema,
        /** Keys that were taken, and those that mean nothing here or have no usable value. */
        taken: z.array(z.string()),
        ignored: z.array(z.string()),
        /** A password was in it: it can be put into the keychain with `notify.setMailPassword`. */
        mailPassword: z.string().nullable(),
        /** What it says of a database and of its backups; nothing is created before the user has asked for it. */
        database: envDatabaseSchema.nullable(),
        strategy: envStrategySchema.nullable(),
      }),
    ),
  },
  schedule: {
    pause: call(z.strictObject({ until: z.number().nullable() }), nothing),
    resume: call(nothing, nothing),
    /** A planned or waiting occurrence will not run. */
    skip: call(z.strictObject({ strategyId: id, instant: z.number() }), nothing),
    cancelRetry: call(z.strictObject({ occurrenceId: id }), nothing),
    retryNow: call(z.strictObject({ occurrenceId: id }), nothing),
    /** Ledger rows and planned instants with `from <= instant < until`, by instant. */
    between: call(
      z.strictObject({ from: z.number(), until: z.number(), strategyId: id.nullable() }),
      z.strictObject({
        occurrences: z.array(occurrenceSchema),
        blackouts: z.array(z.strictObject({ from: z.number(), until: z.number(), targetId: id.nullable() })),
        /** There is more than can be shown: only the first are here. */
        cut: z.boolean(),
      }),
    ),
    /**
     * The worst that each day of each strategy came to: day n lies between `days[n]` and `days[n + 1]`, which are
     * midnights of the window's clock. `null`: nothing was to happen, or nothing is known.
     */
    strips: call(
      z.strictObject({ days: z.array(z.number()).min(2).max(63) }),
      z.array(z.strictObject({ strategyId: z.string(), days: z.array(occurrenceStateSchema.nullable()) })),
    ),
    /** What a start of this strategy needs now. */
    requirements: call(z.strictObject({ strategyId: id }), z.array(requirementSchema)),
  },
  queue: {
    /** Puts a waiting run before another one, or last (`null`). */
    move: call(z.strictObject({ runId: id, before: id.nullable() }), nothing),
    /** Takes every waiting run out of the queue. */
    clear: call(nothing, z.strictObject({ count: z.number().int() })),
  },
  notify: {
    outbox: call(z.strictObject({ limit: z.number().int().min(1).max(500) }), z.array(outboxMessageSchema)),
    tryAgain: call(byId, nothing),
    discard: call(byId, nothing),
    hasMailPassword: call(nothing, z.boolean()),
    setMailPassword: call(z.strictObject({ password: mailPasswordSchema, acceptPlainText: z.boolean() }), nothing),
    forgetMailPassword: call(nothing, nothing),
    /** Sends one email at once with the settings of the form; `password` null takes the stored one. */
    testMail: call(
      z.strictObject({ mail: mailSettingsSchema, password: mailPasswordSchema.nullable() }),
      deliveryReportSchema,
    ),
    testWebhook: call(webhookSettingsSchema, deliveryReportSchema),
    testHeartbeat: call(heartbeatSettingsSchema, deliveryReportSchema),
    testDesktop: call(nothing, deliveryReportSchema),
  },
  targets: {
    create: call(z.strictObject({ spec: targetSpecSchema }), created),
    update: call(z.strictObject({ id, revision: z.number().int(), spec: targetSpecSchema }), nothing),
    clone: call(byId, created),
    setEnabled: call(z.strictObject({ id, enabled: z.boolean() }), nothing),
    setPassword: call(z.strictObject({ id, password: passwordSchema, acceptPlainText: z.boolean() }), nothing),
    forgetPassword: call(byId, nothing),
    deletionEffect: call(byId, deletionEffectSchema),
    remove: call(byId, nothing),
  },
  strategies: {
    create: call(z.strictObject({ targetId: id, spec: strategySpecSchema }), created),
    update: call(z.strictObject({ id, version: z.number().int(), targetId: id, spec: strategySpecSchema }), nothing),
    clone: call(byId, created),
    setEnabled: call(z.strictObject({ id, enabled: z.boolean() }), nothing),
    deletionEffect: call(byId, deletionEffectSchema),
    remove: call(byId, nothing),
    versions: call(
      byId,
      z.array(z.strictObject({ version: z.number().int(), savedAt: z.number(), spec: strategySpecSchema })),
    ),
    /** The destination of a strategy seen from its target: exists, writable, room. */
    check: call(z.strictObject({ targetId: id, spec: strategySpecSchema }), z.array(checkRowSchema)),
  },
  runs: {
    start: call(z.strictObject({ strategyId: id }), z.strictObject({ runId: id })),
    /** Runs the strategy version of an earlier run's strategy again, as it stands today. */
    again: call(z.strictObject({ runId: id }), z.strictObject({ runId: id })),
    cancel: call(z.strictObject({ runId: id }), nothing),
    list: call(
      z.strictObject({
        filter: runFilterSchema,
        sort: runSortSchema,
        cursor: z.string().nullable(),
        limit: z.number().int().min(1).max(500),
      }),
      runPageSchema,
    ),
    detail: call(z.strictObject({ runId: id }), runDetailSchema),
    /** Lines `from` … `from + count - 1` (0-based) of a run's log, finished or not. */
    lines: call(
      z.strictObject({ runId: id, from: z.number().int().min(0), count: z.number().int().min(1).max(5000) }),
      z.strictObject({ from: z.number().int(), lines: z.array(z.string()), total: z.number().int() }),
    ),
    /**
     * The nearest line at or after (at or before) `from` that contains `text`, ignoring case; `null`: there is none.
     */
    find: call(
      z.strictObject({
        runId: id,
        text: z.string().min(1).max(200),
        from: z.number().int().min(0),
        backwards: z.boolean(),
      }),
      z.strictObject({ line: z.number().int().nullable(), matches: z.number().int() }),
    ),
    /** Asks where to, then writes the filtered runs; `null` when the user chose no file. */
    export: call(
      z.strictObject({ filter: runFilterSchema, format: z.enum(['csv', 'json']) }),
      z.strictObject({ path: z.string(), count: z.number().int() }).nullable(),
    ),
    saveLog: call(z.strictObject({ runId: id }), z.strictObject({ path: z.string() }).nullable()),
    showPiece: call(z.strictObject({ runId: id, handle: z.string().max(600) }), nothing),
    tail: stream(
      z.strictObject({ runId: id, from: z.number().int().min(0) }),
      z.strictObject({ from: z.number().int(), lines: z.array(z.string()), total: z.number().int() }),
    ),
  },
} as const;

export type RespaldoContract = typeof contract;
export type CallName = EndpointName<RespaldoContract, 'call'>;
export type TopicName = EndpointName<RespaldoContract, 'topic'>;
export type StreamName = EndpointName<RespaldoContract, 'stream'>;
export type EndpointNamed<Name extends string> = EndpointOf<RespaldoContract, Name>;
export type RespaldoHandlers = Handlers<RespaldoContract>;
export type RespaldoStreams = StreamHandlers<RespaldoContract>;
