// Starts and ends processes of oracle-host.ts.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { SqlConnection } from '../../shared/domain/sql-connection.ts';
import { bundled, withModules } from './bundled.ts';

export type OracleProcess = {
  connection: SqlConnection;
  password: string;
  /** How many rows `LOGS.<table>` holds, committed. @throws when the stand-in met a bug of its own */
  count(table: string): Promise<number>;
  stop(): Promise<void>;
};

export async function startOracleProcess(): Promise<OracleProcess> {
  const child = fork(await bundled('oracle-host'), { env: { ...process.env, ...withModules }, execArgv: [] });
  const answer = async () => (await once(child, 'message'))[0] as Record<string, unknown>;
  const { connection, password } = (await answer()) as Pick<OracleProcess, 'connection' | 'password'>;
  return {
    connection,
    password,
    async count(table) {
      child.send(`LOGS.${table}`);
      const { count, bugs } = await answer();
      if (bugs !== 0) throw new Error(`the stand-in for Oracle met ${String(bugs)} bugs of its own`);
      return Number(count);
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
