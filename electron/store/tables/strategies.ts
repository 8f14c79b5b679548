// Strategies and all their versions; a version that was saved is never changed again.
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Strategy, StrategySpec } from '../../../shared/domain/strategy.ts';
import { storedStrategySpec } from '../../../shared/domain/strategy/upgrade.ts';
import { encryptionSecretOf } from '../../app/secret-names.ts';
import type { Connection } from '../connection.ts';
import { nameKey } from '../names.ts';
import type { Tables } from '../store-methods.ts';
import { rawJson } from './rows.ts';
import { nameTaken } from './targets.ts';

type Row = {
  id: string;
  target_id: string;
  enabled: number;
  version: number;
  created_at: number;
  updated_at: number;
  spec: string;
};
type VersionRow = { version: number; saved_at: number; spec: string };

const NEWEST = `
  SELECT s.*, v.spec FROM strategies s JOIN strategy_versions v ON v.strategy_id = s.id AND v.version = s.version`;

export function createStrategies({ sql, value }: Connection): Tables['strategies'] {
  function checkName(strategy: Strategy): void {
    const same = value('SELECT 1 FROM strategies WHERE target_id = ? AND name_key = ? AND id <> ?');
    if (same.get(strategy.targetId, nameKey(strategy.spec.name), strategy.id) !== undefined) throw nameTaken();
    if (value('SELECT 1 FROM targets WHERE id = ?').get(strategy.targetId) === undefined) {
      throw new AppError('target.missing');
    }
  }

  function checkVersion(id: string, expected: number): void {
    const current = value<number>('SELECT version FROM strategies WHERE id = ?').get(id);
    if (current === undefined) throw new AppError('strategy.missing');
    if (current !== expected) throw new AppError('version.conflict', { current });
  }

  return {
    list: () => sql<Row>(`${NEWEST} ORDER BY s.name_key, s.id`).all().flatMap((row) => strategyOf(row) ?? []),

    unlisted: (ids) => value<string>(`
        SELECT name_key FROM strategies WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY name_key`)
      .all(JSON.stringify(ids)),

    get(id) {
      const row = sql<Row>(`${NEWEST} WHERE s.id = ?`).get(id);
      return row ? strategyOf(row) : null;
    },

    some: (ids) =>
      sql<Row>(`${NEWEST} WHERE s.id IN (SELECT value FROM json_each(?))`)
        .all(JSON.stringify(ids))
        .flatMap((row) => strategyOf(row) ?? []),

    save(strategy, expectedVersion) {
      if (expectedVersion !== null) checkVersion(strategy.id, expectedVersion);
      checkName(strategy);
      const { id, targetId, enabled, version, createdAt, updatedAt, spec } = strategy;
      const written = [targetId, nameKey(spec.name), Number(enabled), version, createdAt, updatedAt, id];
      if (expectedVersion === null) {
        sql(`INSERT INTO strategies (target_id, name_key, enabled, version, created_at, updated_at, id)
             VALUES (?, ?, ?, ?, ?, ?, ?)`).run(...written);
      } else {
        sql(`UPDATE strategies SET target_id = ?, name_key = ?, enabled = ?, version = ?, created_at = ?, updated_at = ?
             WHERE id = ?`).run(...written);
      }
      sql('INSERT INTO strategy_versions (strategy_id, version, saved_at, spec) VALUES (?, ?, ?, ?)').run(
        id,
        version,
        updatedAt,
        JSON.stringify(spec),
      );
    },

    setEnabled(id, enabled, at) {
      const done = sql('UPDATE strategies SET enabled = ?, updated_at = ? WHERE id = ?').run(Number(enabled), at, id);
      if (done.changes === 0) throw new AppError('strategy.missing');
    },

    versions: (id) =>
      sql<VersionRow>(`
        SELECT version, saved_at, spec FROM strategy_versions WHERE strategy_id = ? ORDER BY version DESC`)
        .all(id)
        .flatMap(({ version, saved_at, spec: text }) => {
          const spec = specOf(text);
          return spec ? { version, savedAt: saved_at, spec } : [];
        }),

    remove(id) {
      sql('DELETE FROM strategies WHERE id = ?').run(id);
      sql('DELETE FROM secrets WHERE name = ?').run(encryptionSecretOf(id));
    },
  };
}

/** `null` for a strategy that today's rules refuse, as for targets. */
function strategyOf(row: Row): Strategy | null {
  const spec = specOf(row.spec);
  return (
    spec && {
      id: row.id,
      targetId: row.target_id,
      enabled: row.enabled === 1,
      version: row.version,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      spec,
    }
  );
}

/** The spec in a column, whatever version wrote it; `null` when today's rules refuse it. */
export const specOf = (text: string): StrategySpec | null => storedStrategySpec(rawJson(text));
