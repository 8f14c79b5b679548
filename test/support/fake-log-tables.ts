// The log tables in memory, behind the face of a session: what each statement of sync means, written down a second
// time, with transactions that are lost with their session. Faults come from the test.
import type { SqlBinds, SqlRowError, SqlSession, SqlValue } from '../../electron/app/oracle-ports.ts';
import { statements, type StatementName } from '../../electron/sync/statements.ts';
import { AppError } from '../../shared/errors/app-error.ts';

type Row = Record<string, SqlValue>;
type Tables = Map<string, Map<string, Row>>;

/** What happens at a call instead of, or around, what was asked. */
export type Fault =
  /** The session is lost before anything is done. */
  | { kind: 'drop' }
  /** The statement is carried out, but its answer is lost with the session. */
  | { kind: 'drop-after' }
  | { kind: 'refuse'; code: string };

export type Call = {
  what: 'open' | 'execute' | 'executeMany' | 'commit' | 'rollback';
  name: StatementName | null;
  rows: number;
};

export type FakeLogTables = ReturnType<typeof fakeLogTables>;

const KEYS: Record<string, string[]> = {
  respaldo_workstations: ['workstation_id'],
  respaldo_targets: ['target_id'],
  respaldo_strategies: ['strategy_id'],
  respaldo_strategy_versions: ['strategy_id', 'version_no'],
  respaldo_occurrences: ['occurrence_id'],
  respaldo_runs: ['run_id'],
  respaldo_run_errors: ['run_id', 'error_no'],
  respaldo_pieces: ['run_id', 'piece_no'],
  respaldo_logs: ['run_id'],
  respaldo_log_chunks: ['run_id', 'chunk_no'],
  respaldo_audit: ['audit_id'],
};

const OF_RUN = new Set(['respaldo_run_errors', 'respaldo_pieces', 'respaldo_logs', 'respaldo_log_chunks']);

export const oracleError = (code: string, lost = false): AppError =>
  new AppError('sync.refused', { code, detail: `${code}: said the fake`, lost: Number(lost) });

class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export function fakeLogTables(fault: (call: Call) => Fault | null = () => null) {
  let committed: Tables = new Map(Object.keys(KEYS).map((name) => [name, new Map()]));
  const calls: Call[] = [];
  /** Rows that a table refuses, whoever sends them. */
  const refusals: { table: string; code: string; fits(row: Row): boolean }[] = [];

  const copyOf = (tables: Tables): Tables => new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));

  function apply(tables: Tables, name: StatementName, binds: SqlBinds): number {
    const text = statements[name];
    const table = /respaldo_\w+/.exec(text)?.[0] ?? '';
    const rows = tables.get(table);
    const keys = KEYS[table];
    if (!rows || !keys) throw new Refused('ORA-00942');
    const key = keys.map((column) => String(binds[column])).join('/');
    const old = rows.get(key);
    for (const refusal of refusals) if (refusal.table === table && refusal.fits(binds)) throw new Refused(refusal.code);
    if (OF_RUN.has(table) && !tables.get('respaldo_runs')?.has(String(binds['run_id']))) throw new Refused('ORA-02291');
    const isNewer = !old || Number(old['row_version'] ?? -1) < Number(binds['row_version']);
    switch (name) {
      case 'batch':
        if (!old || Number(old['batch_no'] ?? 0) >= Number(binds['batch_no'])) return 0;
        rows.set(key, { ...old, ...binds });
        return 1;
      case 'strategyVersion':
      case 'logChunk':
      case 'audit':
        if (old) throw new Refused('ORA-00001');
        rows.set(key, { ...binds });
        return 1;
      case 'targetText':
      case 'runText':
        if (!old || old['row_version'] !== binds['row_version']) return 0;
        rows.set(key, { ...old, ...binds });
        return 1;
      case 'targetGone':
      case 'strategyGone':
        if (!old || !isNewer) return 0;
        rows.set(key, { ...old, ...binds });
        return 1;
      case 'occurrenceGone':
        if (!old || !isNewer) return 0;
        rows.delete(key);
        return 1;
      case 'log':
        if (old && !(old['complete'] === 'N' && binds['complete'] === 'Y')) return 0;
        rows.set(key, { ...binds, ...old, complete: binds['complete'] ?? null });
        return 1;
      case 'run':
        if (!isNewer) return 0;
        rows.set(key, { ...old, ...binds, occurrence_id: binds['occurrence_id'] ?? old?.['occurrence_id'] ?? null });
        return 1;
      case 'occurrence': {
        if (!isNewer) return 0;
        const twin = [...rows].find(([other, row]) => other !== key && row['strategy_id'] === binds['strategy_id']
          && row['workstation_id'] === binds['workstation_id']
          && Number(row['planned_at']) === Number(binds['planned_at']));
        if (twin) throw new Refused('ORA-00001');
        rows.set(key, { ...old, ...binds });
        return 1;
      }
      case 'target':
      case 'strategy':
        if (!isNewer) return 0;
        rows.set(key, { ...old, ...binds, deleted_at: null });
        return 1;
      default:
        rows.set(key, { ...old, ...binds });
        return 1;
    }
  }

  const nameOf = (sql: string): StatementName => {
    const found = (Object.keys(statements) as StatementName[]).find((name) => statements[name] === sql);
    if (!found) throw new Error(`The fake does not know ${sql}`);
    return found;
  };

  async function open(): Promise<SqlSession> {
    let own: Tables | null = null;
    let lost = false;
    const step = async <Answer>(call: Call, act: () => Answer): Promise<Answer> => {
      calls.push(call);
      await Promise.resolve();
      if (lost) throw oracleError('NJS-500', true);
      const found = fault(call);
      if (found?.kind === 'refuse') throw oracleError(found.code);
      if (found?.kind === 'drop-after') act();
      if (found) {
        lost = true;
        own = null;
        throw oracleError('NJS-500', true);
      }
      return act();
    };
    const working = (): Tables => (own ??= copyOf(committed));
    await step({ what: 'open', name: null, rows: 0 }, () => {});
    return {
      query: async (sql) => {
        nameOf(sql);
        return [...(committed.get('respaldo_workstations')?.values() ?? [])].map((row) => ({
          ...row, first_seen_at: new Date(0), last_seen_at: new Date(1),
        }));
      },
      execute: (sql, binds = {}) => {
        const name = nameOf(sql);
        return step({ what: 'execute', name, rows: 1 }, () => {
          try {
            return { rowsAffected: apply(working(), name, binds) };
          } catch (error) {
            throw error instanceof Refused ? oracleError(error.code) : error;
          }
        });
      },
      executeMany: (sql, rows) => {
        const name = nameOf(sql);
        return step({ what: 'executeMany', name, rows: rows.length }, () => {
          const errors: SqlRowError[] = [];
          let rowsAffected = 0;
          rows.forEach((binds, offset) => {
            try {
              rowsAffected += apply(working(), name, binds);
            } catch (error) {
              if (!(error instanceof Refused)) throw error;
              errors.push({ offset, code: error.code, message: `${error.code}: said the fake` });
            }
          });
          return { rowsAffected, errors };
        });
      },
      commit: () => step({ what: 'commit', name: null, rows: 0 }, () => {
        if (own) committed = own;
        own = null;
      }),
      rollback: () => step({ what: 'rollback', name: null, rows: 0 }, () => void (own = null)),
      close: async () => {
        lost = true;
        own = null;
      },
    };
  }

  return {
    open,
    calls,
    refuse(table: string, code: string, fits: (row: Row) => boolean): void {
      refusals.push({ table, code, fits });
    },
    accept: (): void => void (refusals.length = 0),
    rows: (table: string): Row[] => [...(committed.get(table)?.values() ?? [])],
  };
}
