// What is said about the log database. No answer has a place for a password.
import { z } from 'zod';
import {
  grantNamesSchema, installReportSchema, logDatabaseSettingsSchema, logTablesSchema,
} from '../../domain/log-database.ts';
import { sqlPasswordSchema } from '../../domain/sql-connection.ts';
import { call } from '../contract-kit.ts';

const nothing = z.void();
const statements = z.array(z.strictObject({ version: z.number().int(), text: z.string() }));

export const logDatabaseEndpoints = {
  logDatabase: {
    /** `null` forgets the log database and its password; the tables stay. */
    save: call(logDatabaseSettingsSchema.nullable(), nothing),
    setPassword: call(z.strictObject({ password: sqlPasswordSchema, acceptPlainText: z.boolean() }), nothing),
    forgetPassword: call(nothing, nothing),
    /** Connects with the settings of the form and looks at the tables; `password` null takes the stored one. */
    test: call(
      z.strictObject({ settings: logDatabaseSettingsSchema, password: sqlPasswordSchema.nullable() }),
      logTablesSchema,
    ),
    /** Looks at the tables with the stored settings. */
    look: call(nothing, logTablesSchema),
    /** Exactly what `install` would run; `connected` false: into an empty schema, without a connection. */
    preview: call(
      z.strictObject({ connected: z.boolean() }),
      z.strictObject({ tables: logTablesSchema.nullable(), statements }),
    ),
    /** Its progress is in the slice. */
    install: call(nothing, installReportSchema),
    /** Statements for a colleague with the rights of a DBA. */
    grants: call(
      grantNamesSchema,
      z.array(z.strictObject({ part: z.enum(['owner', 'writer', 'reader']), statements: z.array(z.string()) })),
    ),
    /** Asks where to, then writes statements as a script; `null` when the user chose no file. */
    saveScript: call(
      z.strictObject({ name: z.enum(['ddl', 'grants']), statements: z.array(z.string().max(100_000)).max(2_000) }),
      z.strictObject({ path: z.string() }).nullable(),
    ),
  },
} as const;
