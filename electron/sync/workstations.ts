// This computer among those that write into the log tables. Times are of the database.
import type { SqlSession } from '../app/oracle-ports.ts';
import type { Workstation } from '../../shared/domain/sync.ts';
import { cut } from './parcels.ts';
import { instantOf, textOrNull } from './row-values.ts';
import { statements } from './statements.ts';

/** What a workstation says of itself. */
export type WorkstationFacts = { name: string; osUser: string; platform: string; version: string };

/** Enters this workstation, or that it was here again. @returns the number of its newest batch. */
export async function sayHello(session: SqlSession, id: string, facts: WorkstationFacts): Promise<number> {
  await session.execute(statements.workstation, {
    workstation_id: id,
    name: cut(facts.name, 128) || '?',
    os_user: cut(facts.osUser, 128),
    platform: cut(facts.platform, 30),
    product_version: cut(facts.version, 30),
  });
  await session.commit();
  const [row] = await session.query(statements.ownBatch, { workstation_id: id });
  return Number(row?.['batch_no'] ?? 0);
}

/** Everybody who was ever here, newest first. */
export async function readWorkstations(session: SqlSession, ownId: string): Promise<Workstation[]> {
  const rows = await session.query(statements.workstations, {}, { maxRows: 500 });
  return rows.map((row) => ({
    id: String(row['workstation_id']),
    name: String(row['name']),
    osUser: textOrNull(row['os_user']),
    platform: textOrNull(row['platform']),
    version: textOrNull(row['product_version']),
    firstSeen: instantOf(row['first_seen_at']),
    lastSeen: instantOf(row['last_seen_at']),
    own: row['workstation_id'] === ownId,
  }));
}
