// The log database: where the log tables are, what is sent there, and how they stand. Holds no secret and no statement.
import { z } from 'zod';
import { errorReportSchema } from '../errors/report.ts';
import { newSqlConnection, sqlConnectionSchema } from './sql-connection.ts';

/** A schema or user as Oracle has it without quotes: letters, digits, `_`, `$` and `#`, folded to capitals. */
export const oracleNameSchema = z
  .string()
  .min(1, { abort: true })
  .max(128)
  .regex(/^[A-Za-z][A-Za-z0-9_$#]*$/, { message: 'oracle-name.characters' });

/** What Settings › Log database edits. */
export const logDatabaseSettingsSchema = z.strictObject({
  /** Facts are sent; otherwise they wait. */
  enabled: z.boolean(),
  connection: sqlConnectionSchema,
  /** Schema that owns the log tables; `null`: the user of the connection. */
  owner: oracleNameSchema.nullable(),
  /** What is sent beside targets, strategies, occurrences and runs, which always are. */
  send: z.strictObject({
    /** The whole text of every log. */
    logText: z.boolean(),
    audit: z.boolean(),
  }),
});
export type LogDatabaseSettings = z.infer<typeof logDatabaseSettingsSchema>;

/** Settings of the log database as the form starts them. */
export const newLogDatabaseSettings = (): LogDatabaseSettings => ({
  enabled: true,
  connection: newSqlConnection(),
  owner: null,
  send: { logText: true, audit: true },
});

/** Name of its password in the keychain. */
export const LOG_DATABASE_SECRET = 'log-database';

/**
 * How the log tables stand.
 * - absent: nothing of ours is there
 * - partial: an installation was begun and not completed
 * - old: version `installed` is complete, newer ones are to follow
 * - damaged: complete, but something was dropped since, or this user may not see it
 * - ready: nothing to do
 * - newer: a newer Respaldo installed a version that this one does not know
 * - foreign: a table has one of our names but not our columns
 */
export const schemaStandingSchema = z.enum(['absent', 'partial', 'old', 'damaged', 'ready', 'newer', 'foreign']);
export type SchemaStanding = z.infer<typeof schemaStandingSchema>;

/** What a look at the schema found. */
export const logTablesSchema = z.strictObject({
  standing: schemaStandingSchema,
  /** Newest complete version; 0: none. */
  installed: z.number().int(),
  /** Newest version that this Respaldo knows. */
  known: z.number().int(),
  /** The user that is connected, and the schema that is looked at. */
  user: z.string(),
  owner: z.string(),
  /** Statements still to be run. */
  statements: z.number().int(),
  /** Tables of our names without all of our columns. */
  foreign: z.array(z.strictObject({ table: z.string(), missing: z.array(z.string()) })),
  /** System privileges that the installation needs and this user has not got. */
  missingPrivileges: z.array(z.string()),
});
export type LogTables = z.infer<typeof logTablesSchema>;

/** The slice: how the log database stands, as it was last seen. */
export const logDatabaseStateSchema = z.strictObject({
  hasPassword: z.boolean(),
  status: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('not-configured') }),
    /** Configured and switched off by the user. */
    z.strictObject({ kind: z.literal('disabled') }),
    /** Nobody has looked yet. */
    z.strictObject({ kind: z.literal('unknown') }),
    z.strictObject({ kind: z.literal('unreachable'), error: errorReportSchema, at: z.number() }),
    z.strictObject({ kind: z.literal('seen'), tables: logTablesSchema, at: z.number() }),
  ]),
  /** An installation under way. */
  installing: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
});
export type LogDatabaseState = z.infer<typeof logDatabaseStateSchema>;

/** One statement of an installation and what became of it. */
export const installStepSchema = z.strictObject({
  /** Version of the log tables that it belongs to. */
  version: z.number().int(),
  text: z.string(),
  /** `there`: somebody else was faster. `open`: not reached. */
  outcome: z.enum(['done', 'there', 'failed', 'open']),
  error: errorReportSchema.nullable(),
});
export type InstallStep = z.infer<typeof installStepSchema>;

export const installReportSchema = z.strictObject({
  steps: z.array(installStepSchema),
  /** How the tables stand afterwards; `null`: they could not be looked at any more. */
  tables: logTablesSchema.nullable(),
});
export type InstallReport = z.infer<typeof installReportSchema>;

/** For whom the statements of `grants` are written. */
export const grantNamesSchema = z.strictObject({
  owner: oracleNameSchema,
  /** User that writes with nothing but rights on the tables; `null`: the owner writes itself. */
  writer: oracleNameSchema.nullable(),
  /** Role for people who read reports; `null`: none. */
  reader: oracleNameSchema.nullable(),
  tablespace: oracleNameSchema,
});
export type GrantNames = z.infer<typeof grantNamesSchema>;
