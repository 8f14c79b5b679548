// Targets: their rows, their unique names and the guard against two editors.
import { AppError } from '../../../shared/errors/app-error.ts';
import { targetSpecSchema, type Target } from '../../../shared/domain/target.ts';
import { encryptionSecretOf, secretNamesOf } from '../../app/secret-names.ts';
import type { Connection } from '../connection.ts';
import { nameKey } from '../names.ts';
import type { Tables } from '../store-methods.ts';
import { parsedObject } from './rows.ts';

type Row = {
  id: string;
  enabled: number;
  revision: number;
  created_at: number;
  updated_at: number;
  spec: string;
};

export function createTargets({ sql, value }: Connection): Tables['targets'] {
  const revisionOf = (id: string) => value<number>('SELECT revision FROM targets WHERE id = ?').get(id);

  return {
    list: () => sql<Row>('SELECT * FROM targets ORDER BY name_key').all().flatMap((row) => targetOf(row) ?? []),

    unlisted: (ids) => value<string>(`
        SELECT name_key FROM targets WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY name_key`)
      .all(JSON.stringify(ids)),

    get(id) {
      const row = sql<Row>('SELECT * FROM targets WHERE id = ?').get(id);
      return row ? targetOf(row) : null;
    },

    save(target, expectedRevision) {
      const { id, enabled, revision, createdAt, updatedAt, spec } = target;
      const key = nameKey(spec.name);
      if (expectedRevision !== null) {
        const current = revisionOf(id);
        if (current === undefined) throw new AppError('target.missing');
        if (current !== expectedRevision) throw new AppError('version.conflict', { current });
      }
      if (value('SELECT 1 FROM targets WHERE name_key = ? AND id <> ?').get(key, id) !== undefined) throw nameTaken();
      const written = [key, Number(enabled), revision, createdAt, updatedAt, JSON.stringify(spec), id];
      if (expectedRevision === null) {
        sql(`INSERT INTO targets (name_key, enabled, revision, created_at, updated_at, spec, id)
             VALUES (?, ?, ?, ?, ?, ?, ?)`).run(...written);
      } else {
        sql(`UPDATE targets SET name_key = ?, enabled = ?, revision = ?, created_at = ?, updated_at = ?, spec = ?
             WHERE id = ?`).run(...written);
      }
    },

    remove(id) {
      const strategies = value<string>('SELECT id FROM strategies WHERE target_id = ?').all(id);
      // Strategies and their versions go with the target (foreign keys); runs name it but do not depend on it.
      sql('DELETE FROM targets WHERE id = ?').run(id);
      for (const name of [...secretNamesOf(id), ...strategies.map(encryptionSecretOf)]) {
        sql('DELETE FROM secrets WHERE name = ?').run(name);
      }
    },
  };
}

/** Two things may not have the same name. */
export function nameTaken(): AppError {
  return new AppError('input.invalid', {}, [{ path: 'name', code: 'name.taken', params: {} }]);
}

/** `null` for a target that today's rules refuse: it is left out, not repaired, and stays in the file as it is. */
function targetOf(row: Row): Target | null {
  const spec = parsedObject(targetSpecSchema, { blackouts: null }, row.spec);
  return (
    spec && {
      id: row.id,
      enabled: row.enabled === 1,
      revision: row.revision,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      spec,
    }
  );
}
