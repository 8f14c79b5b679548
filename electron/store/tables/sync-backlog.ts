// Enters facts that were there before a log database was set up: kind by kind, key by key, from where it left off.
import { syncKinds, type SyncKind } from '../../../shared/domain/sync.ts';
import type { Connection } from '../connection.ts';

/**
 * The next identifiers of a kind after a key, with the key of each. Keys grow, so that what is added meanwhile (which
 * triggers enter) lies behind or is met again, and nothing is left out.
 */
const WALKS: Record<SyncKind, string> = {
  target: 'SELECT id, id AS key FROM targets WHERE id > ? ORDER BY id LIMIT ?',
  strategy: 'SELECT id, id AS key FROM strategies WHERE id > ? ORDER BY id LIMIT ?',
  'strategy-version': `
    SELECT strategy_id || '/' || version AS id, strategy_id || '/' || printf('%010d', version) AS key
    FROM strategy_versions WHERE key > ? ORDER BY key LIMIT ?`,
  occurrence: 'SELECT id, id AS key FROM occurrences WHERE id > ? ORDER BY id LIMIT ?',
  run: 'SELECT id, seq AS key FROM runs WHERE seq > CAST(? AS INTEGER) ORDER BY seq LIMIT ?',
  log: 'SELECT id, seq AS key FROM runs WHERE seq > CAST(? AS INTEGER) AND log_sealed = 1 ORDER BY seq LIMIT ?',
  audit: 'SELECT id, no AS key FROM audit WHERE no > CAST(? AS INTEGER) ORDER BY no LIMIT ?',
};

/** Enters at most `limit` facts. @returns true when nothing of before was left to be entered. */
export function enterBacklog({ sql, value }: Connection, limit: number): boolean {
  const at = sql<{ kind: SyncKind | null; key: string | null }>(
    'SELECT backfill_kind AS kind, backfill_key AS key FROM sync_state').get();
  if (!at?.kind) return true;
  const rank = syncKinds.indexOf(at.kind) + 1;
  const found = sql<{ id: string; key: string | number }>(WALKS[at.kind]).all(at.key ?? '', limit);
  sql("UPDATE sync_state SET stamp = max(stamp + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER))").run();
  const stamp = value<number>('SELECT stamp FROM sync_state').get() ?? 0;
  const enter = sql(`
    INSERT INTO sync_outbox (kind, id, rank, stamp, created_at, next_at)
    VALUES (?, ?, ?, ?, CAST(unixepoch('subsec') * 1000 AS INTEGER), 0) ON CONFLICT (kind, id) DO NOTHING`);
  for (const { id } of found) enter.run(at.kind, id, rank, stamp);
  const last = found.at(-1);
  const kind = found.length < limit ? (syncKinds[rank] ?? null) : at.kind;
  const key = found.length < limit || !last ? null : String(last.key);
  sql('UPDATE sync_state SET backfill_kind = ?, backfill_key = ?').run(kind, key);
  return kind === null && !last;
}
