// What other workstations wrote into the log tables, as it is kept here, and the strategies that are shared with them.
// Ours is never overwritten; what is entered here does not go out again.
import type { MirroredFacts } from '../../app/team-ports.ts';
import type { SharedStrategy, VersionConflict } from '../../../shared/domain/team.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Connection } from '../connection.ts';
import { nameKey } from '../names.ts';
import type { TextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { createMirroredRuns } from './mirrored-runs.ts';
import { rawJson } from './rows.ts';
import { nameTaken } from './targets.ts';
import { outlook, type KnownVersion } from './team-versions.ts';
import { versionHash, versionIdentity } from './version-identity.ts';

type VersionRow = { version: number; saved_at: number; spec: string };
type Mine = KnownVersion & VersionRow;
type Theirs = KnownVersion & VersionRow & { workstation: string };

export function createTeam(
  connection: Connection,
  search: TextSearch,
  runs: Pick<Tables['runs'], 'insert'>,
): Tables['team'] {
  const { sql, value } = connection;
  const takeRun = createMirroredRuns(connection, search, runs);

  /** Nobody is told of what came from the log tables. */
  function quietly<Answer>(act: () => Answer): Answer {
    const active = value<number>('SELECT active FROM sync_state').get() ?? 0;
    sql('UPDATE sync_state SET active = 0').run();
    const answer = act();
    sql('UPDATE sync_state SET active = ?').run(active);
    return answer;
  }

  function takeTargets({ workstationId, targets }: MirroredFacts): number {
    for (const { id, name, enabled, spec, deleted } of targets) {
      sql('DELETE FROM mirrored_targets WHERE id = ?').run(id);
      if (deleted) continue;
      sql('INSERT INTO mirrored_targets (id, workstation_id, name, enabled, spec) VALUES (?, ?, ?, ?, ?)')
        .run(id, workstationId, name, Number(enabled), spec);
    }
    return targets.length;
  }

  function takeStrategies({ strategies }: MirroredFacts): number {
    for (const one of strategies) {
      sql('DELETE FROM mirrored_strategies WHERE id = ?').run(one.id);
      if (one.deleted) continue;
      sql(`INSERT INTO mirrored_strategies (id, owner_id, target_id, name, enabled, shared, version, updated_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(
          one.id, one.ownerId, one.targetId, one.name, Number(one.enabled), Number(one.shared), one.version,
          one.updatedAt,
        );
    }
    return strategies.length;
  }

  function takeVersions({ workstationId, versions }: MirroredFacts): number {
    for (const { strategyId, version, savedAt, spec, hash: told, basedOn } of versions) {
      const hash = told ?? versionHash(strategyId, version, spec);
      sql(`INSERT INTO mirrored_versions (strategy_id, version, workstation_id, saved_at, spec, hash, based_on)
           VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
        .run(strategyId, version, workstationId, savedAt, spec, hash, basedOn);
    }
    return versions.length;
  }

  const mineOf = (strategyId: string): Mine[] =>
    sql<VersionRow>('SELECT version, saved_at, spec FROM strategy_versions WHERE strategy_id = ? ORDER BY version')
      .all(strategyId)
      .map((row) => ({ ...row, ...versionIdentity(connection, strategyId, row.version, row.spec) }));

  const theirsOf = (strategyId: string): Theirs[] =>
    sql<Theirs>(`
      SELECT v.version, v.saved_at, v.spec, v.hash, v.based_on AS basedOn, coalesce(w.name, '?') AS workstation
      FROM mirrored_versions v LEFT JOIN workstations w ON w.id = v.workstation_id
      WHERE v.strategy_id = ? ORDER BY v.version`).all(strategyId);

  const sharedIds = (): string[] => value<string>('SELECT id FROM strategies WHERE shared = 1 ORDER BY id').all();

  /** A version that is not what the log tables have under its number stays; the next one is put behind both. */
  function addVersion(strategyId: string, version: number, spec: string, basedOn: string, at: number): void {
    const raw = rawJson(spec);
    const name = typeof raw === 'object' && raw !== null && 'name' in raw ? String(raw.name) : '?';
    const twin = value(`
      SELECT 1 FROM strategies s WHERE s.name_key = ? AND s.id <> ?
        AND s.target_id = (SELECT target_id FROM strategies WHERE id = ?)`);
    if (twin.get(nameKey(name), strategyId, strategyId) !== undefined) throw nameTaken();
    sql('INSERT INTO strategy_versions (strategy_id, version, saved_at, spec) VALUES (?, ?, ?, ?)')
      .run(strategyId, version, at, spec);
    sql('INSERT INTO strategy_bases (strategy_id, version, based_on) VALUES (?, ?, ?)').run(strategyId, version, basedOn);
    sql('UPDATE strategies SET version = ?, name_key = ?, updated_at = ? WHERE id = ?')
      .run(version, nameKey(name), at, strategyId);
  }

  function followOne(strategyId: string): boolean {
    const { forward } = outlook(mineOf(strategyId), theirsOf(strategyId));
    for (const { version, saved_at, spec, basedOn } of forward) {
      quietly(() => addVersion(strategyId, version, spec, basedOn ?? '', saved_at));
    }
    return forward.length > 0;
  }

  function conflictOf(strategyId: string): VersionConflict | null {
    const mine = mineOf(strategyId);
    const { conflict } = outlook(mine, theirsOf(strategyId));
    const head = mine.at(-1);
    if (!conflict || !head) return null;
    const { version, saved_at: savedAt, spec, workstation, hash } = conflict;
    return {
      strategyId,
      mine: { version: head.version, savedAt: head.saved_at, spec: head.spec },
      theirs: { version, savedAt, spec, workstation, hash },
    };
  }

  return {
    meet(others) {
      const put = sql(`
        INSERT INTO workstations (id, name, last_seen_at, batch_no) VALUES (?, ?, ?, -1)
        ON CONFLICT DO UPDATE SET name = excluded.name, last_seen_at = excluded.last_seen_at`);
      for (const { id, name, lastSeen } of others) put.run(id, name, lastSeen);
      return sql<{ id: string; batchNo: number }>('SELECT id, batch_no AS batchNo FROM workstations').all();
    },

    take: (facts) =>
      quietly(() =>
        takeTargets(facts) + takeStrategies(facts) + takeVersions(facts) +
        facts.runs.filter((run) => takeRun(facts.workstationId, run)).length),

    mark(workstationId, batchNo) {
      sql('UPDATE workstations SET batch_no = ? WHERE id = ? AND batch_no < ?').run(batchNo, workstationId, batchNo);
    },

    elsewhere(strategyId, starts, at) {
      // Out of a final state this is the one step beside a database's testimony: what another workstation ran was not
      // missed. Nobody is told: there is nothing to do about it.
      const settle = sql(`
        UPDATE occurrences SET state = 'skipped', settled = 1, announced = 1, reason = ?, updated_at = ?
        WHERE strategy_id = ? AND instant = ? AND state IN ('planned', 'waiting', 'missed')`);
      return starts.reduce((sum, { instant, workstation }) => {
        const reason = JSON.stringify({ kind: 'elsewhere', workstation });
        return sum + settle.run(reason, at, strategyId, instant).changes;
      }, 0);
    },

    others: () =>
      sql<{ id: string; name: string; lastSeen: number; runs: number }>(`
        SELECT id, name, last_seen_at AS lastSeen,
          (SELECT coalesce(sum(g.runs), 0) FROM run_groups g WHERE g.workstation_id = w.id) AS runs
        FROM workstations w ORDER BY name, id`).all(),

    sharedIds,

    share(strategyId, shared, at) {
      const done = sql('UPDATE strategies SET shared = ?, updated_at = max(updated_at, ?) WHERE id = ?')
        .run(Number(shared), at, strategyId);
      if (done.changes === 0) throw new AppError('strategy.missing');
    },

    strategies: () =>
      sql<Omit<SharedStrategy, 'enabled' | 'shared'> & { enabled: number; shared: number }>(`
        SELECT m.id, m.name, coalesce(t.name, '?') AS targetName, coalesce(w.name, '?') AS workstation, m.enabled,
          m.shared, m.version, m.updated_at AS updatedAt
        FROM mirrored_strategies m LEFT JOIN mirrored_targets t ON t.id = m.target_id
          LEFT JOIN workstations w ON w.id = m.owner_id
        WHERE NOT EXISTS (SELECT 1 FROM strategies s WHERE s.id = m.id) ORDER BY m.name, m.id`)
        .all()
        .map((row) => ({ ...row, enabled: row.enabled === 1, shared: row.shared === 1 })),

    join(strategyId, targetId, at) {
      const versions = theirsOf(strategyId);
      const newest = versions.at(-1);
      const offered = value('SELECT 1 FROM mirrored_strategies WHERE id = ? AND shared = 1').get(strategyId);
      if (!newest || offered === undefined) throw new AppError('strategy.missing');
      if (value('SELECT 1 FROM targets WHERE id = ?').get(targetId) === undefined) throw new AppError('target.missing');
      const raw = rawJson(newest.spec);
      const name = typeof raw === 'object' && raw !== null && 'name' in raw ? String(raw.name) : '?';
      const twin = value('SELECT 1 FROM strategies WHERE target_id = ? AND name_key = ?').get(targetId, nameKey(name));
      if (twin !== undefined) throw nameTaken();
      quietly(() => {
        sql(`INSERT INTO strategies (id, target_id, name_key, enabled, version, created_at, updated_at, shared)
             VALUES (?, ?, ?, 1, ?, ?, ?, 1)`)
          .run(strategyId, targetId, nameKey(name), newest.version, at, at);
        for (const { version, saved_at, spec, basedOn } of versions) {
          sql('INSERT INTO strategy_versions (strategy_id, version, saved_at, spec) VALUES (?, ?, ?, ?)')
            .run(strategyId, version, saved_at, spec);
          if (basedOn !== null) {
            sql('INSERT INTO strategy_bases (strategy_id, version, based_on) VALUES (?, ?, ?)')
              .run(strategyId, version, basedOn);
          }
        }
      });
    },

    follow: () => sharedIds().filter(followOne),

    conflicts: () => sharedIds().flatMap((id) => conflictOf(id) ?? []),

    settle(strategyId, hash, keep, at) {
      const conflict = conflictOf(strategyId);
      if (conflict?.theirs.hash !== hash) throw new AppError('version.conflict', { current: conflict?.theirs.version ?? 0 });
      const { mine, theirs } = conflict;
      const spec = keep === 'mine' ? mine.spec : theirs.spec;
      addVersion(strategyId, Math.max(mine.version, theirs.version) + 1, spec, hash, at);
    },
  };
}
