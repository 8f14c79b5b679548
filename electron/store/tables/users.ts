// Users: their rows, their unique names, and the rules that two processes at once must not be able to break. Hashes are
// kept here and never looked into.
import type { UserStore } from '../../app/user-ports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Role, User } from '../../../shared/domain/user.ts';
import type { Connection } from '../connection.ts';
import { attemptAt } from '../../../shared/domain/log-in-attempts.ts';
import { nameKey } from '../names.ts';
import type { Tables } from '../store-methods.ts';
import { nameTaken } from './targets.ts';

type Row = {
  id: string;
  name: string;
  role: Role;
  enabled: number;
  password_hash: string;
  failures: number;
  wait_until: number | null;
  last_log_in_at: number | null;
  created_at: number;
  updated_at: number;
};

export function createUsers({ sql, value }: Connection): Tables['users'] {
  const rowOf = (id: string): Row | undefined => sql<Row>('SELECT * FROM users WHERE id = ?').get(id);

  function existing(id: string): Row {
    const row = rowOf(id);
    if (!row) throw new AppError('user.missing');
    return row;
  }

  /** Somebody must always be able to change things. Read under the write lock, so that two cannot each take one. */
  function keepAnAdministrator(row: Row): void {
    const others = value<number>(`
      SELECT count(*) FROM users WHERE role = 'administrator' AND enabled = 1 AND id <> ?`).get(row.id);
    if (row.role === 'administrator' && row.enabled === 1 && others === 0) {
      throw new AppError('user.last-administrator', { user: row.name });
    }
  }

  return {
    list: () => sql<Row>('SELECT * FROM users ORDER BY name_key').all().map(userOf),
    get(id) {
      const row = rowOf(id);
      return row ? userOf(row) : null;
    },

    create({ id, name, role, passwordHash, at }) {
      const isFirst = value('SELECT 1 FROM users LIMIT 1').get() === undefined;
      if (isFirst && role !== 'administrator') throw new AppError('user.first-administrator');
      if (value('SELECT 1 FROM users WHERE name_key = ?').get(nameKey(name)) !== undefined) throw nameTaken();
      sql(`INSERT INTO users (id, name, name_key, role, enabled, password_hash, created_at, updated_at)
           VALUES (?, ?, ?, ?, 1, ?, ?, ?)`).run(id, name, nameKey(name), role, passwordHash, at, at);
    },

    setRole(id, role, at) {
      const row = existing(id);
      if (role !== 'administrator') keepAnAdministrator(row);
      sql('UPDATE users SET role = ?, updated_at = ? WHERE id = ?').run(role, at, id);
    },

    setEnabled(id, enabled, at) {
      const row = existing(id);
      if (!enabled) keepAnAdministrator(row);
      sql('UPDATE users SET enabled = ?, updated_at = ? WHERE id = ?').run(Number(enabled), at, id);
    },

    setPassword(id, passwordHash, at) {
      existing(id);
      sql('UPDATE users SET password_hash = ?, failures = 0, wait_until = NULL, updated_at = ? WHERE id = ?').run(
        passwordHash,
        at,
        id,
      );
    },

    remove(id) {
      keepAnAdministrator(existing(id));
      sql('DELETE FROM users WHERE id = ?').run(id);
    },

    claimAttempt(name, now): Awaited<ReturnType<UserStore['claimAttempt']>> {
      const row = sql<Row>('SELECT * FROM users WHERE name_key = ?').get(nameKey(name));
      if (!row) return { kind: 'unknown' };
      const { waitMs, failures, waitUntil } = attemptAt({ failures: row.failures, waitUntil: row.wait_until }, now);
      sql('UPDATE users SET failures = ?, wait_until = ? WHERE id = ?').run(failures, waitUntil, row.id);
      if (waitMs > 0) return { kind: 'wait', ms: waitMs };
      return { kind: 'granted', credential: { user: userOf(row), passwordHash: row.password_hash } };
    },

    loggedIn(id, rehashed, now) {
      sql(`UPDATE users SET failures = 0, wait_until = NULL, last_log_in_at = ?,
             password_hash = coalesce(?, password_hash) WHERE id = ?`).run(now, rehashed, id);
    },

    remembered: () => value<string>('SELECT user_id FROM remembered_session').get() ?? null,
    remember(id) {
      sql('DELETE FROM remembered_session').run();
      if (id !== null) sql('INSERT INTO remembered_session (one, user_id) VALUES (1, ?)').run(id);
    },
  };
}

const userOf = (row: Row): User => ({
  id: row.id,
  name: row.name,
  role: row.role,
  enabled: row.enabled === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  lastLogInAt: row.last_log_in_at,
  failures: row.failures,
});
