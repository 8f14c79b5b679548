// The project's own statements run on the stand-in: the log tables install, all else is understood.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';
import { parse } from '../../support/oracle/sql/engine.ts';
import { exportedSql, sqlLiterals } from '../../support/sql-grammar/collect-sql.ts';
import { splitStatements } from '../../../electron/oracle/log-tables/split-statements.ts';

let oracle: StandIn;
beforeAll(async () => {
  oracle = await startOracle({ users: { LOGS: { password: 'p' } } });
});
afterAll(() => oracle.stop());

it('installs the log tables', () => {
  const script = readFileSync(new URL('../../../resources/sql/log-tables/0001-first.sql', import.meta.url), 'utf8');
  for (const { text } of splitStatements(script)) oracle.sql(text, 'LOGS');
  expect(oracle.rows('LOGS.RESPALDO_SCHEMA_VERSION')).toMatchObject([{ version_no: 1, installed_by: 'LOGS' }]);
  // A view is a SELECT that was compiled: each can be asked.
  const views = oracle.sql("SELECT view_name FROM user_views WHERE view_name LIKE 'RESPALDO_V%'", 'LOGS');
  expect(views.length).toBeGreaterThan(5);
  for (const { view_name } of views) expect(oracle.sql(`SELECT * FROM ${String(view_name)}`, 'LOGS')).toEqual([]);
});

it('understands every statement of the product', async () => {
  const failures: string[] = [];
  for (const { where, text } of await exportedSql(sqlLiterals())) {
    try {
      parse(text);
    } catch (error) {
      failures.push(`${where}: ${(error as Error).message}`);
    }
  }
  expect(failures).toEqual([]);
});
