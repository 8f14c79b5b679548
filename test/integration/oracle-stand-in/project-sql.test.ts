// The project's own statements run on the stand-in: the log tables install, and everything that is asked of a catalogue.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startOracle } from '../../support/oracle/index.ts';
import { splitStatements } from '../../../electron/oracle/log-tables/split-statements.ts';

it('installs the log tables', async () => {
  const oracle = await startOracle();
  const script = readFileSync(new URL('../../../resources/sql/log-tables/0001-first.sql', import.meta.url), 'utf8');
  const failures: string[] = [];
  for (const { text } of splitStatements(script)) {
    try {
      oracle.sql(text);
    } catch (error) {
      failures.push(`${(error as Error).message}\n${text.slice(0, 300)}`);
    }
  }
  expect(failures).toEqual([]);
  await oracle.stop();
});
