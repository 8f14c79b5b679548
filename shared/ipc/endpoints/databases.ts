// What is said about the SQL connections of databases. No answer has a place for a password.
import { z } from 'zod';
import { connectionRowSchema } from '../../domain/connection-test.ts';
import { ID_PATTERN } from '../../domain/id.ts';
import { sqlConnectionSchema, sqlPasswordSchema } from '../../domain/sql-connection.ts';
import { call, stream } from '../contract-kit.ts';

const id = z.string().regex(ID_PATTERN);
const nothing = z.void();
const which = z.enum(['user', 'wallet']);

export const databaseEndpoints = {
  databases: {
    setPassword: call(
      z.strictObject({ id, which, password: sqlPasswordSchema, acceptPlainText: z.boolean() }),
      nothing,
    ),
    forgetPassword: call(z.strictObject({ id, which }), nothing),
    /** Tries to connect at once, whatever kept it. */
    reconnect: call(z.strictObject({ id }), nothing),
    /**
     * Tests the connection of a form, one chunk per step as it is done; `id` names the target whose stored passwords
     * are used. The end of the stream is the end of the test.
     */
    test: stream(z.strictObject({ id: id.nullable(), connection: sqlConnectionSchema }), connectionRowSchema),
  },
} as const;
