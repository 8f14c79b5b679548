import { describe, expect, test } from 'vitest';
import type { SqlSession, SqlValue } from '../../../../electron/app/oracle-ports.ts';
import { ask } from '../../../../electron/oracle/catalogue/ask.ts';
import { catalogueSql } from '../../../../electron/oracle/catalogue/catalogue-sql.ts';
import { jobsQuestion } from '../../../../electron/oracle/catalogue/jobs.ts';
import { tablespacesQuestion } from '../../../../electron/oracle/catalogue/tablespaces.ts';
import { pluggablesQuestion } from '../../../../electron/oracle/catalogue/pluggables.ts';
import { externalId, isForeign } from '../../../../electron/catalogue/external-run.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { problemsOfSql } from '../../../support/sql-grammar/parse-plsql.ts';

const asker = { user: 'c##mon', now: () => 1_000_000_000_000 };
const refusal = (code: string) => new AppError('oracle.failed', { code, detail: '', lost: 0 });

/** A session that answers by what a statement reads. */
function session(reply: (sql: string) => Record<string, SqlValue>[] | AppError): SqlSession {
  return {
    async query(sql: string) {
      const answer = reply(sql);
      if (answer instanceof AppError) throw answer;
      return answer;
    },
  } as unknown as SqlSession;
}

describe('a question', () => {
  test('uses the text of the release', async () => {
    const seen: string[] = [];
    const spy = session((sql) => (seen.push(sql), []));
    await ask(spy, tablespacesQuestion, 1102, asker);
    await ask(spy, tablespacesQuestion, 1900, asker);
    expect(seen[0]).not.toMatch(/con_id|v\$containers/);
    expect(seen[1]).toMatch(/con_id/);
  });

  test('says since when a release has it', async () => {
    const answer = await ask(session(() => []), pluggablesQuestion, 1102, asker);
    expect(answer).toEqual({ state: 'unsupported', since: '12.1' });
  });

  test.each(['ORA-00942', 'ORA-01031', 'ORA-41900'])('%s names exactly the grants that are missing', async (code) => {
    const forbidding = session((sql) => (/v\$containers/.test(sql) ? refusal(code) : []));
    const answer = await ask(forbidding, tablespacesQuestion, 1900, asker);
    expect(answer).toEqual({ state: 'denied', code, grants: ['GRANT SELECT ON sys.v_$containers TO C##MON'] });
    if (answer.state === 'denied') expect(answer.grants.flatMap(problemsOfSql)).toEqual([]);
  });

  test('another error is told as it is', async () => {
    const answer = await ask(session(() => refusal('ORA-00235')), jobsQuestion, 1900, asker, { days: 1 });
    expect(answer).toMatchObject({ state: 'failed', error: { params: { code: 'ORA-00235' } } });
  });

  test('times count back from the clock of the server, whatever its zone', async () => {
    const row = {
      session_recid: 1, session_stamp: 2, command_id: null, input_type: 'DB FULL', status: 'COMPLETED',
      start_time: new Date(2026, 0, 5, 1, 0, 0), end_time: new Date(2026, 0, 5, 2, 0, 0),
      input_bytes: 1, output_bytes: 1,
      output_device_type: 'DISK', autobackup_done: 'YES', db_time: new Date(2026, 0, 5, 3, 0, 0),
    };
    const answer = await ask(session(() => [row]), jobsQuestion, 1900, asker, { days: 1 });
    const job = answer.state === 'ok' ? answer.value.items[0] : undefined;
    expect(job).toMatchObject({ startedAt: asker.now() - 7_200_000, endedAt: asker.now() - 3_600_000 });
  });
});

describe('the texts', () => {
  test('only read, bind what varies, and end without a semicolon', () => {
    for (const sql of catalogueSql) expect(sql.trim()).toMatch(/^SELECT\b[^;]*$/);
    expect(catalogueSql.length).toBeGreaterThan(30);
  });
  test('are Oracle SQL', () => expect(catalogueSql.flatMap(problemsOfSql)).toEqual([]), 60_000);
});

describe('jobs of others', () => {
  const job = {
    sessionRecid: 5, sessionStamp: 9, commandId: null, inputType: 'DB FULL', status: 'COMPLETED' as const, startedAt: 0,
    endedAt: 1, inputBytes: null, outputBytes: null, device: null, autobackup: false,
  };
  test('have the same id wherever they are imported, and another in another database', () => {
    expect(externalId(1, job)).toBe(externalId(1, { ...job }));
    expect(externalId(1, job)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(externalId(2, job)).not.toBe(externalId(1, job));
  });
  test('are those that are over and carry no COMMAND ID of ours', () => {
    expect(isForeign(job)).toBe(true);
    expect(isForeign({ ...job, commandId: 'nightly' })).toBe(true);
    expect(isForeign({ ...job, status: 'RUNNING WITH ERRORS' })).toBe(false);
    expect(isForeign({ ...job, commandId: '01J9ZZZZZZZZZZZZZZZZZZZZZZ' })).toBe(false);
  });
});
