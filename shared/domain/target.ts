// A target: one Oracle database that we back up, and how RMAN reaches it; holds no secret and no connection.
import { z } from 'zod';
import { blackoutCalendarSchema } from '../schedule/schedule.ts';
import { isHostile, neededText, safeText } from './safe-text.ts';
import { sqlConnectionSchema } from './sql-connection.ts';
import { ID_PATTERN } from './id.ts';

const absolutePath = neededText(400).refine((path) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path), { message: 'path.absolute' });

const required = z.string().min(1, { abort: true });

const runnerSchema = z.discriminatedUnion('kind', [
  /** The RMAN client of an Oracle home on this machine. */
  z.strictObject({
    kind: z.literal('local'),
    oracleHome: absolutePath,
    oracleSid: required.regex(/^[A-Za-z][A-Za-z0-9_$#]{0,29}$/, { message: 'sid.characters' }),
    /** Directory of tnsnames.ora and sqlnet.ora; `null` leaves it to the Oracle home. */
    tnsAdmin: absolutePath.nullable(),
  }),
  /** The simulated RMAN, for demonstrations and rehearsals. */
  z.strictObject({
    kind: z.literal('simulated'),
    version: z.enum(['11.2', '12.2', '19', '21', '23']),
    /** About how long a backup of the whole simulated database takes. */
    seconds: z.number().min(0).max(3600),
    /** Name of a failure of docs/simulator.md to rehearse; `null` for none. */
    failure: required.max(60).regex(/^[a-z0-9-]+$/, { message: 'failure.characters' }).nullable(),
  }),
]);

const privilege = z.enum(['sysdba', 'sysbackup']);

const loginSchema = z.discriminatedUnion('kind', [
  /** Operating-system authentication: no secret at all. */
  z.strictObject({ kind: z.literal('os'), as: privilege }),
  /** An external password store: `/@alias`. */
  z.strictObject({
    kind: z.literal('wallet'),
    alias: required.max(128).regex(/^[A-Za-z0-9_.:/-]+$/, { message: 'alias.characters' }),
    as: privilege,
  }),
  /** User and password; the password lives in the keychain and goes to RMAN through stdin only. */
  z.strictObject({
    kind: z.literal('password'),
    username: required.max(128).regex(/^[A-Za-z][A-Za-z0-9_$#]*$/, { message: 'username.characters' }),
    /** Net alias or Easy Connect string; `null` connects to the local instance. */
    connectIdentifier: required
      .max(400)
      .refine((text) => !/[\s@]/.test(text) && !isHostile(text), { message: 'connect.characters' })
      .nullable(),
    as: privilege,
  }),
]);

/** What the database form edits. */
export const targetSpecSchema = z
  .strictObject({
    name: neededText(60),
    notes: safeText(400),
    runner: runnerSchema,
    login: loginSchema,
    /** When nothing may start on this database; `null`: no windows of its own. */
    blackouts: blackoutCalendarSchema.nullable(),
    /** How SQL reaches it, beside RMAN; `null`: not at all, and nothing but a live view of the database is missing. */
    sql: sqlConnectionSchema.nullable().default(null),
  })
  .superRefine(({ runner, login }, context) => {
    if (runner.kind !== 'simulated' || runner.version !== '11.2' || login.as !== 'sysbackup') return;
    context.addIssue({ code: 'custom', path: ['login', 'as'], message: 'privilege.release', params: { release: '11.2' } });
  });
export type TargetSpec = z.infer<typeof targetSpecSchema>;
export type TargetRunner = TargetSpec['runner'];
export type TargetLogin = TargetSpec['login'];

export const targetSchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  enabled: z.boolean(),
  /** Counts saves; guards against two editors. */
  revision: z.number().int(),
  createdAt: z.number(),
  updatedAt: z.number(),
  spec: targetSpecSchema,
});
export type Target = z.infer<typeof targetSchema>;

/**
 * Rejects what RMAN's `CONNECT TARGET` cannot carry through standard input: a double quote would end the password, a
 * line end the command, and `&1` is a substitution variable even there (reference §1.1).
 */
export const passwordSchema = required
  .max(128)
  .refine((text) => !/["\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|&\d/u.test(text), { message: 'password.characters' });

/** What the password dialog edits. */
export const passwordFormSchema = z.strictObject({ password: passwordSchema });

/** A target as the form starts it. */
export const newTargetSpec = (kind: TargetRunner['kind']): TargetSpec => ({
  name: '',
  notes: '',
  runner:
    kind === 'local'
      ? { kind, oracleHome: '', oracleSid: '', tnsAdmin: null }
      : { kind, version: '19', seconds: 8, failure: null },
  login: { kind: 'os', as: 'sysdba' },
  blackouts: null,
  sql: null,
});
