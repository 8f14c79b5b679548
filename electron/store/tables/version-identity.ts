// What tells a version of a strategy from another one of the same number, which a second workstation may have saved:
// a hash of its words, and that of the version it was made from.
import { createHash } from 'node:crypto';
import type { Connection } from '../connection.ts';

/** `spec` as the text that was saved: the same words on every workstation. */
export const versionHash = (strategyId: string, version: number, spec: string): string =>
  createHash('sha256').update(`${strategyId}\n${version}\n${spec}`).digest('hex');

export function versionIdentity(
  { sql, value }: Connection,
  strategyId: string,
  version: number,
  spec: string,
): { hash: string; basedOn: string | null } {
  const hash = versionHash(strategyId, version, spec);
  const told = value<string>('SELECT based_on FROM strategy_bases WHERE strategy_id = ? AND version = ?')
    .get(strategyId, version);
  if (told !== undefined) return { hash, basedOn: told };
  const before = sql<{ version: number; spec: string }>(`
    SELECT version, spec FROM strategy_versions WHERE strategy_id = ? AND version < ? ORDER BY version DESC LIMIT 1`)
    .get(strategyId, version);
  return { hash, basedOn: before ? versionHash(strategyId, before.version, before.spec) : null };
}
