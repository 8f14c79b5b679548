// The stand-in for Oracle with the log tables, in a process of its own: what it needs of a processor is not taken from
// who talks to it. Bundled and started by oracle-process.ts.
import { oracleWithLogTables } from './sync-over-oracle.ts';

async function main(): Promise<void> {
  const { oracle, connection, password } = await oracleWithLogTables();
  process.on('message', (table: string) => process.send?.({ count: oracle.rows(table).length, bugs: oracle.bugs.length }));
  process.send?.({ connection, password });
}

void main();
