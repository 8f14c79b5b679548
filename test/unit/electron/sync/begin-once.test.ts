// An occurrence of a shared strategy is begun by one workstation, whatever breaks: lost answers before and after
// COMMIT, pauses longer than the lease, workstations that never come back. Never twice; and never by nobody while one
// of them lives and reaches the database.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SqlBinds, SqlSession } from '../../../../electron/app/oracle-ports.ts';
import { askLease, beginOccurrence, LEASE_SECONDS } from '../../../../electron/sync/lease.ts';
import { teamStatements } from '../../../../electron/sync/team-statements.ts';
import { oracleError } from '../../../support/fake-log-tables.ts';

type Lease = { holder: string; fencing: number; expires: number };
type State = { leases: Map<string, Lease>; starts: Map<string, string> };
type Fault = 'none' | 'before' | 'after';

/** What the statements mean, with transactions that are lost with their session and one clock, the database's. */
function database() {
  let committed: State = { leases: new Map(), starts: new Map() };
  let now = 0;
  const begun: string[] = [];
  function session(next: () => Fault): SqlSession {
    let own: State | null = null;
    const working = (): State => (own ??= { leases: new Map(committed.leases), starts: new Map(committed.starts) });
    const step = async <T>(act: () => T): Promise<T> => {
      await Promise.resolve();
      const fault = next();
      if (fault === 'before') throw oracleError('NJS-500', true);
      const answer = act();
      if (fault === 'after') throw oracleError('NJS-500', true);
      return answer;
    };
    const execute = (sql: string, binds: SqlBinds = {}): { rowsAffected: number } => {
      const { leases, starts } = working();
      const [id, me] = [String(binds['strategy_id']), String(binds['workstation_id'])];
      const lease = leases.get(id);
      const expires = now + LEASE_SECONDS * 1000;
      switch (sql) {
        case teamStatements.takeLease:
          if (!lease || (lease.holder !== me && lease.expires > now)) return { rowsAffected: 0 };
          leases.set(id, { holder: me, fencing: lease.fencing + Number(lease.holder !== me), expires });
          return { rowsAffected: 1 };
        case teamStatements.firstLease:
          if (lease) return { rowsAffected: 0 };
          leases.set(id, { holder: me, fencing: 1, expires });
          return { rowsAffected: 1 };
        case teamStatements.begin: {
          if (!lease || lease.holder !== me || lease.expires <= now) return { rowsAffected: 0 };
          const key = `${id}/${String(binds['planned_ms'])}`;
          if (starts.has(key)) throw oracleError('ORA-00001');
          starts.set(key, me);
          return { rowsAffected: 1 };
        }
        default:
          throw new Error(`not known: ${sql}`);
      }
    };
    return {
      execute: (sql, binds) => step(() => execute(sql, binds)),
      query: (sql, binds = {}) => step(() => {
        const { leases, starts } = own ?? committed;
        if (sql === teamStatements.lease) {
          const lease = leases.get(String(binds['strategy_id']));
          return lease
            ? [{ workstation_id: lease.holder, name: lease.holder, fencing_no: lease.fencing,
                 expires_at: new Date(lease.expires), now_at: new Date(now) }]
            : [];
        }
        const by = starts.get(`${String(binds['strategy_id'])}/${String(binds['planned_ms'])}`);
        return by === undefined ? [] : [{ workstation_id: by, name: by }];
      }),
      executeMany: () => Promise.reject(new Error('not used')),
      commit: () => step(() => {
        // Row locks of the database: one transaction after another is what this model has for them.
        if (own) committed = own;
        own = null;
      }),
      rollback: async () => void (own = null),
      close: async () => void (own = null),
    };
  }
  return { session, begun, pass: (ms: number) => void (now += ms), starts: () => committed.starts };
}

const fault = fc.constantFrom<Fault>('none', 'none', 'none', 'before', 'after');
const turn = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  faults: fc.array(fault, { maxLength: 8 }),
  /** Between the lease and the beginning: a machine that sleeps. */
  sleeps: fc.constantFrom(0, 0, 5_000, 2 * LEASE_SECONDS * 1000),
  passes: fc.constantFrom(0, 1_000, 15_000, LEASE_SECONDS * 1000),
  dies: fc.boolean(),
});

it('never two, and never none while one lives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns) => {
      const { session, begun, pass, starts } = database();
      const dead = new Set<number>();
      const claimOf = (who: number) => ({ strategyId: 'S', workstationId: `W${who}` });
      const attempt = async (who: number, faults: Fault[], sleeps: number): Promise<void> => {
        const left = [...faults];
        const own = session(() => left.shift() ?? 'none');
        try {
          const lease = await askLease(own, claimOf(who));
          if (!lease?.mine) return;
          pass(sleeps);
          const answer = await beginOccurrence(own, claimOf(who), 1_000, `R${who}`);
          if (answer === 'mine') begun.push(`W${who}`);
        } catch {
          // The session is lost with what was not committed.
        }
      };
      for (const { who, faults, sleeps, passes, dies } of turns) {
        if (!dead.has(who)) await attempt(who, faults, sleeps);
        // One of them always lives.
        if (dies && who !== 0) dead.add(who);
        pass(passes);
        expect(new Set(begun).size).toBeLessThanOrEqual(1);
      }
      pass(LEASE_SECONDS * 1000);
      await attempt(0, [], 0);
      expect(starts().size).toBe(1);
      expect(new Set(begun).size).toBeLessThanOrEqual(1);
      const [by] = starts().values();
      for (const who of begun) expect(who).toBe(by);
      if (by === 'W0') expect(begun).toContain('W0');
    }),
    { numRuns: 500 },
  );
});
