// The audit's rows: added, read in pages, never changed. Knows no method of the store and decides nothing.
import {
  auditActionSchema, auditEntrySchema, type Actor, type AuditEntry, type AuditFilter,
} from '../../../shared/domain/audit.ts';
import { newId } from '../../../shared/domain/id.ts';
import type { Bound, Connection } from '../connection.ts';
import { nameKey } from '../names.ts';
import type { Tables } from '../store-methods.ts';
import { rawJson } from './rows.ts';

/** What is entered; the rest of an entry is who and when. */
export type Told = Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'>;

type Row = {
  no: number;
  id: string;
  at: number;
  user_id: string | null;
  user_name: string;
  os_user: string;
  origin: string;
  host: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  subject_name: string | null;
  before_value: string | null;
  after_value: string | null;
};

export function createAudit({ sql, value }: Connection): Tables['audit'] & { add(told: Told, by: Actor, at: number): void } {
  return {
    add({ action, subject, before, after }, by, at) {
      sql(`INSERT INTO audit (id, at, user_id, user_name, user_key, os_user, origin, host, action, subject_kind,
             subject_id, subject_name, before_value, after_value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
        newId(at), at, by.userId, by.name, nameKey(by.name), by.osUser, by.origin, by.host, action,
        subject.kind, subject.id, subject.name, jsonOf(before), jsonOf(after),
      );
    },

    /** What it says is entered by the account of this method, as with every other. */
    note: () => {},

    page(filter, before, limit) {
      const { where, bound } = conditions(filter, before);
      const rows = sql<Row>(`SELECT * FROM audit ${where} ORDER BY no DESC LIMIT ?`).all(...bound, limit + 1);
      const shown = rows.slice(0, limit);
      return {
        entries: shown.flatMap((row) => entryOf(row) ?? []),
        next: rows.length > limit ? (shown.at(-1)?.no ?? null) : null,
      };
    },

    newest: () => value<number>('SELECT coalesce(max(no), 0) FROM audit').get() ?? 0,

    names: () => value<string>('SELECT min(user_name) FROM audit GROUP BY user_key ORDER BY user_key').all(),
  };
}

function conditions(filter: AuditFilter, before: number | null): { where: string; bound: Bound[] } {
  const actions = filter.actions.filter((action) => auditActionSchema.safeParse(action).success);
  const all: [string, Bound | null][] = [
    ['no < ?', before],
    ['user_key = ?', filter.who === null ? null : nameKey(filter.who)],
    ['action IN (SELECT value FROM json_each(?))', actions.length === 0 ? null : JSON.stringify(actions)],
    ['at >= ?', filter.from],
    ['at < ?', filter.until],
  ];
  const held = all.filter((condition): condition is [string, Bound] => condition[1] !== null);
  const where = held.length === 0 ? '' : `WHERE ${held.map(([text]) => text).join(' AND ')}`;
  return { where, bound: held.map(([, bound]) => bound) };
}

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** `null` for an entry that a later version wrote and this one cannot read: it stays where it is. */
function entryOf(row: Row): AuditEntry | null {
  const parsed = auditEntrySchema.safeParse({
    id: row.id,
    at: row.at,
    actor: { userId: row.user_id, name: row.user_name, osUser: row.os_user, origin: row.origin, host: row.host },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    before: row.before_value === null ? null : rawJson(row.before_value),
    after: row.after_value === null ? null : rawJson(row.after_value),
  });
  return parsed.success ? parsed.data : null;
}
