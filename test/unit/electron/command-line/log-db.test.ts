import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../../../electron/command-line/arguments.ts';
import { logDbDdl } from '../../../../electron/command-line/log-db.ts';
import type { Terminal } from '../../../../electron/command-line/terminal.ts';
import { splitStatements } from '../../../../electron/oracle/log-tables/split-statements.ts';
import { logTableVersions } from '../../../../electron/oracle/log-tables/versions.ts';
import { grantsOf } from '../../../../electron/oracle/log-tables/grants.ts';
import { statements } from '../../../../electron/sync/statements.ts';

function ran(...argv: string[]): { code: number; out: string } {
  const parsed = parseCommandLine(['log-db', 'ddl', ...argv], {});
  if (parsed.kind !== 'command') throw new Error(parsed.kind);
  let out = '';
  const terminal = { out: (text: string) => void (out += text) } as Terminal;
  return { code: logDbDdl(parsed.command, terminal), out };
}

const all = logTableVersions().flatMap((version) => version.statements.map(({ text }) => text));

describe('respaldo log-db ddl', () => {
  test('prints a script of all statements', () => {
    const { code, out } = ran();
    expect(code).toBe(0);
    expect(splitStatements(out).map(({ text }) => text)).toEqual(all);
  });

  test('as JSON, and from a version on', () => {
    const answer = JSON.parse(ran('--json').out) as { statements: { text: string }[] };
    expect(answer.statements.map(({ text }) => text)).toEqual(all);
    expect(ran('--from', String(logTableVersions().length)).out).toBe('');
    expect(() => ran('--from', '99')).toThrow('cli.usage');
    expect(() => ran('--from', 'x')).toThrow('cli.usage');
  });

  test('the grants are a script as well, for the names that are given', () => {
    const { out } = ran('--grants', '--owner', 'backups', '--writer', 'app', '--lang', 'es');
    const written = splitStatements(out).map(({ text }) => text);
    expect(written).toEqual(
      grantsOf({ owner: 'backups', writer: 'app', reader: 'respaldo_reader', tablespace: 'users' }).statements,
    );
    expect(out).toContain('GRANT SELECT, INSERT ON BACKUPS.RESPALDO_AUDIT TO APP;');
    expect(() => ran('--grants', '--owner', 'x; DROP USER y')).toThrow('input.invalid');
  });
});

test('the rights of the writer are what the statements of sync need, and no more than insert where nothing is changed', () => {
  const { statements: grants } = grantsOf({ owner: 'O', writer: 'W', reader: null, tablespace: 'T' });
  const rightsOn = (table: string): string =>
    grants.map((text) => new RegExp(`^GRANT (.*) ON O\\.${table} TO W$`, 'i').exec(text)?.[1]).find(Boolean) ?? '';
  const needs: Record<string, string[]> = {
    MERGE: ['SELECT', 'INSERT'], INSERT: ['INSERT'], UPDATE: ['UPDATE'], DELETE: ['DELETE'], SELECT: ['SELECT'],
  };
  const missing = Object.entries(statements).flatMap(([name, text]) => {
    const verb = /^\w+/.exec(text)?.[0] ?? '';
    const table = /respaldo_\w+/.exec(text)?.[0] ?? '';
    const wanted = [...(needs[verb] ?? []), ...(text.includes('WHEN MATCHED') ? ['UPDATE'] : [])];
    return wanted.filter((right) => !rightsOn(table).includes(right)).map((right) => `${name}: ${right} ON ${table}`);
  });
  expect(missing).toEqual([]);
});
