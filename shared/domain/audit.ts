// The audit: what people did, from where, and what it changed. Rows are only ever added. Knows no storage.
import { z } from 'zod';
import { ID_PATTERN } from './id.ts';

/** Where something was done. `scheduler`: the application did it by itself. */
export const auditOrigins = ['window', 'tray', 'command-line', 'scheduler'] as const;
export type AuditOrigin = (typeof auditOrigins)[number];

export const actorSchema = z.strictObject({
  /** `null`: no user of the application, but the one of the operating system. */
  userId: z.string().nullable(),
  name: z.string(),
  osUser: z.string(),
  origin: z.enum(auditOrigins),
  /** Name of the computer. */
  host: z.string(),
});
/** Who does something, and from where. */
export type Actor = z.infer<typeof actorSchema>;

export const auditActions = [
  'target.create', 'target.update', 'target.enable', 'target.disable', 'target.remove',
  'strategy.create', 'strategy.update', 'strategy.enable', 'strategy.disable', 'strategy.remove',
  'settings.save',
  'password.store', 'password.forget',
  'run.start', 'run.cancel', 'queue.move',
  'schedule.pause', 'schedule.resume',
  'occurrence.skip', 'occurrence.cancel-retry', 'occurrence.retry-now',
  'message.retry', 'message.discard',
  'user.create', 'user.role', 'user.enable', 'user.disable', 'user.password', 'user.remove',
  'user.log-in', 'user.log-in-refused', 'user.log-out',
] as const;
export const auditActionSchema = z.enum(auditActions);
export type AuditAction = z.infer<typeof auditActionSchema>;

export const auditSubjectKinds = [
  'target', 'strategy', 'settings', 'password', 'run', 'queue', 'scheduler', 'occurrence', 'message', 'user',
] as const;
export type AuditSubjectKind = (typeof auditSubjectKinds)[number];

export const auditEntrySchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  /** Milliseconds since 1970, by the clock of the workstation. */
  at: z.number(),
  actor: actorSchema,
  action: auditActionSchema,
  subject: z.strictObject({
    kind: z.enum(auditSubjectKinds),
    id: z.string().nullable(),
    /** Its name as it was then. */
    name: z.string().nullable(),
  }),
  /** The subject as it was; `null`: there was none. Never holds a secret. */
  before: z.json(),
  /** The subject as it became; `null`: there is none any more. */
  after: z.json(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditFilterSchema = z.strictObject({
  /** Of this user's name, whatever its capitals; `null`: of everybody. */
  who: z.string().max(128).nullable(),
  actions: z.array(auditActionSchema),
  /** With `from <= at < until`. */
  from: z.number().nullable(),
  until: z.number().nullable(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const everyAuditEntry: AuditFilter = { who: null, actions: [], from: null, until: null };

/** Newest first; `next` is where the following page begins, `null` when there is none. */
export const auditPageSchema = z.strictObject({
  entries: z.array(auditEntrySchema),
  next: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** One value that differs, by its dotted path; `undefined` on the side where it is not there. */
export type AuditDifference = { path: string; before: unknown; after: unknown };

/** What differs between two values, leaf by leaf, in the order of the keys as they stand. */
export function differences(before: unknown, after: unknown, path = ''): AuditDifference[] {
  if (isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(before[key], after[key], path === '' ? key : `${path}.${key}`));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  // Something that came or went whole is told leaf by leaf as well.
  if (isBranch(after) && (before === null || before === undefined)) return differences(emptyLike(after), after, path);
  if (isBranch(before) && (after === null || after === undefined)) return differences(before, emptyLike(before), path);
  return [{ path, before, after }];
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const emptyLike = (value: object): unknown => (Array.isArray(value) ? [] : {});
