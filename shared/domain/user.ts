// A user of the application and what each role may do; knows no password once it is hashed, and no storage.
import { z } from 'zod';
import { ID_PATTERN } from './id.ts';
import { neededText } from './safe-text.ts';

/** From the least to the most: each role may do all that those before it may. */
export const roles = ['viewer', 'operator', 'administrator'] as const;
export const roleSchema = z.enum(roles);
/** `viewer` looks; `operator` runs, cancels and pauses; `administrator` changes what is backed up, and how. */
export type Role = z.infer<typeof roleSchema>;

/** True when `role` may do what `needed` may. */
export const covers = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

export const LONGEST_USER_NAME = 60;
export const userNameSchema = neededText(LONGEST_USER_NAME);

export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;
/** A password as it is typed for the first time. Length is what makes one strong, so nothing else is asked of it. */
export const newPasswordSchema = z
  .string()
  .min(1, { abort: true })
  .min(SHORTEST_PASSWORD)
  .max(LONGEST_PASSWORD)
  .refine((text) => !/\p{Cc}/u.test(text), { message: 'mail-password.characters' });

/** A password as it is typed to log in: whatever somebody types is an attempt. */
export const typedPasswordSchema = z.string().max(1000);

/** A user as lists show it. Has no place for a password or its hash. */
export const userSchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  name: z.string(),
  role: roleSchema,
  /** A disabled user cannot log in, and keeps its place in the audit. */
  enabled: z.boolean(),
  createdAt: z.number(),
  updatedAt: z.number(),
  lastLogInAt: z.number().nullable(),
  /** Log-ins that failed since the last good one. */
  failures: z.number().int(),
});
export type User = z.infer<typeof userSchema>;

/** Whether somebody may work at this window now. */
export const sessionSchema = z.discriminatedUnion('state', [
  /** There are no users: whoever uses this desktop may do everything. */
  z.strictObject({ state: z.literal('without-users'), osUser: z.string() }),
  /** Nobody may: `name` is who was here, and can come back with the password. */
  z.strictObject({ state: z.literal('locked'), name: z.string().nullable() }),
  z.strictObject({
    state: z.literal('open'),
    user: z.strictObject({ id: z.string(), name: z.string(), role: roleSchema }),
  }),
]);
export type Session = z.infer<typeof sessionSchema>;

/** When a window that has users locks itself. */
export const lockingSchema = z.strictObject({
  /** Minutes without a key or a movement in the window; `null`: never by itself. */
  idleMinutes: z.number().int().min(1).max(480).nullable(),
  /** Every start asks for a password; else whoever did not log out is logged in again. */
  atStart: z.boolean(),
});
export type Locking = z.infer<typeof lockingSchema>;

export const defaultLocking: Locking = { idleMinutes: 15, atStart: true };
