// What is said about users, their sessions and the audit. No answer has a place for a password or a hash.
import { z } from 'zod';
import { auditFilterSchema, auditPageSchema } from '../../domain/audit.ts';
import { ID_PATTERN } from '../../domain/id.ts';
import { languageSchema, settingsSchema } from '../../domain/settings.ts';
import {
  newPasswordSchema, roleSchema, sessionSchema, typedPasswordSchema, userNameSchema, userSchema,
} from '../../domain/user.ts';
import { call, topic } from '../contract-kit.ts';

const id = z.string().regex(ID_PATTERN);
const nothing = z.void();
const byId = z.strictObject({ id });

export const userEndpoints = {
  session: {
    /** Whether somebody may work here, and how the page that asks for a password is to look. */
    current: call(
      nothing,
      z.strictObject({
        session: sessionSchema,
        language: languageSchema.nullable(),
        theme: settingsSchema.shape.theme,
      }),
    ),
    logIn: call(z.strictObject({ name: z.string().max(200), password: typedPasswordSchema }), nothing),
    /** The window shows nothing until somebody logs in; what runs goes on. */
    lock: call(nothing, nothing),
    logOut: call(nothing, nothing),
    changed: topic(sessionSchema),
  },
  users: {
    list: call(nothing, z.array(userSchema)),
    create: call(
      z.strictObject({ name: userNameSchema, role: roleSchema, password: newPasswordSchema }),
      z.strictObject({ id }),
    ),
    setRole: call(z.strictObject({ id, role: roleSchema }), nothing),
    setEnabled: call(z.strictObject({ id, enabled: z.boolean() }), nothing),
    resetPassword: call(z.strictObject({ id, password: newPasswordSchema }), nothing),
    changeOwnPassword: call(z.strictObject({ present: typedPasswordSchema, password: newPasswordSchema }), nothing),
    remove: call(byId, nothing),
  },
  audit: {
    /** Newest first, from the place that the page before has named. */
    list: call(
      z.strictObject({
        filter: auditFilterSchema,
        before: z.number().int().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
      auditPageSchema,
    ),
    /** Names of everybody who is in the audit, for the filter. */
    names: call(nothing, z.array(z.string())),
    /** Asks where to, then writes the filtered entries; `null` when the user chose no file. */
    export: call(
      z.strictObject({ filter: auditFilterSchema, format: z.enum(['csv', 'json']) }),
      z.strictObject({ path: z.string(), count: z.number().int() }).nullable(),
    ),
  },
} as const;
