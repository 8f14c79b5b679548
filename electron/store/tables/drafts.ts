// Unsaved forms, each owner's apart.
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';

type Row = { form: string; base: number; content: string; saved_at: number };

export function createDrafts({ sql }: Connection): Tables['drafts'] {
  return {
    list: (owner, since) =>
      sql<Row>('SELECT form, base, content, saved_at FROM drafts WHERE owner = ? AND saved_at >= ? ORDER BY saved_at DESC, form')
        .all(owner, since)
        .map(({ form, base, content, saved_at: savedAt }) => ({ form, base, content, savedAt })),

    put(owner, { form, base, content, savedAt }, since) {
      sql('DELETE FROM drafts WHERE saved_at < ?').run(since);
      sql(`
        INSERT INTO drafts (owner, form, base, content, saved_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (owner, form) DO UPDATE SET base = excluded.base, content = excluded.content, saved_at = excluded.saved_at`)
        .run(owner, form, base, content, savedAt);
    },

    drop(owner, form) {
      sql('DELETE FROM drafts WHERE owner = ? AND form = ?').run(owner, form);
    },
  };
}
