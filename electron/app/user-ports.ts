// Users and the audit as the store keeps them, as types only. A hash leaves the store for the log-in and for nothing
// else.
import type { AuditAction, AuditFilter, AuditPage, AuditSubjectKind, Actor } from '../../shared/domain/audit.ts';
import type { Role, User } from '../../shared/domain/user.ts';

export type NewUser = { id: string; name: string; role: Role; passwordHash: string; at: number };

/** What a log-in is checked against. */
export type Credential = { user: User; passwordHash: string };

/** What became of the claim to one attempt. */
export type AttemptClaim = { kind: 'granted'; credential: Credential } | { kind: 'wait'; ms: number } | { kind: 'unknown' };

export type UserStore = {
  /** By name. */
  list(): Promise<User[]>;
  get(id: string): Promise<User | null>;
  /** @throws AppError `input.invalid` (name taken), `user.first-administrator` */
  create(user: NewUser): Promise<void>;
  /** @throws AppError `user.missing`, `user.last-administrator` */
  setRole(id: string, role: Role, at: number): Promise<void>;
  /** @throws as `setRole` */
  setEnabled(id: string, enabled: boolean, at: number): Promise<void>;
  /** Sets a new hash and forgets failed log-ins. @throws AppError `user.missing` */
  setPassword(id: string, passwordHash: string, at: number): Promise<void>;
  /** @throws as `setRole` */
  remove(id: string): Promise<void>;
  /**
   * Takes one attempt to log in before the password is looked at: it counts as failed until `loggedIn`, so that many
   * at once, or a crash in between, gain nothing. A disabled user's attempts are granted too: they fail later.
   */
  claimAttempt(name: string, now: number): Promise<AttemptClaim>;
  /** The attempt was good. `rehashed`: the same password under today's cost, `null`: as it is. */
  loggedIn(id: string, rehashed: string | null, now: number): Promise<void>;
  /** Who is logged in again at the next start, where the settings allow that. */
  remembered(): Promise<string | null>;
  remember(id: string | null): Promise<void>;
};

/** Something that is in the audit beside the changes, which the store enters by itself. */
export type AuditNote = {
  action: Extract<AuditAction, 'user.log-in' | 'user.log-in-refused' | 'user.log-out'>;
  subject: { kind: AuditSubjectKind; id: string | null; name: string | null };
};

export type AuditStore = {
  /** Adds what the acting person did, as given. */
  note(note: AuditNote): Promise<void>;
  /** Newest first, those before number `before` (`null`: from the newest). */
  page(filter: AuditFilter, before: number | null, limit: number): Promise<AuditPage>;
  names(): Promise<string[]>;
  /** The number of the newest entry; 0: there is none. */
  newest(): Promise<number>;
};

/** Who does something, and when: goes with every request to the store. */
export type Deed = { by: Actor; at: number };
