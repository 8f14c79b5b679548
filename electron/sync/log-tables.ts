// The log database of the settings as sync sees it: its sessions, and what is wanted there. Knows no statement.
import type { SqlSession } from '../app/oracle-ports.ts';
import type { LogDatabaseSettings } from '../../shared/domain/log-database.ts';
import type { LogTables } from './sync.ts';

export type LogTablesPorts = {
  settings(): LogDatabaseSettings | null;
  /** A session of the log database, whose tables are as this Respaldo needs them. */
  open(): Promise<SqlSession>;
};

export function logTablesOf({ settings, open }: LogTablesPorts): LogTables {
  return {
    name() {
      const log = settings();
      if (!log) return null;
      const { connection: { address, user }, owner, send } = log;
      return JSON.stringify([address, (owner ?? user).toUpperCase(), send.logText, send.audit]);
    },

    isEnabled: () => settings()?.enabled === true,

    sends(kind) {
      const send = settings()?.send;
      if (kind === 'log') return send?.logText === true;
      return kind === 'audit' ? send?.audit === true : true;
    },

    open,
  };
}
