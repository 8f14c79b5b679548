// The strategy file: round trip, defaults, and problems with field and line.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines } from '../../../../shared/domain/json-lines.ts';
import { strategyFromFile, strategyToFile } from '../../../../shared/domain/strategy-file.ts';
import { type AppError } from '../../../../shared/errors/app-error.ts';
import { choices, everyCombination, goodFormat, goodName, goodTag, strategySpec } from '../../../support/strategy-specs.ts';

function problemsIn(text: string): [path: string, code: string, line: unknown][] {
  try {
    strategyFromFile(text);
  } catch (error) {
    const { code, fields } = error as AppError;
    expect(code).toBe('input.invalid');
    return fields.map(({ path, code: problem, params }) => [path, problem, params['line']]);
  }
  return [];
}

describe('a file', () => {
  test('gives back what was written', () => {
    for (const spec of everyCombination('/b/%U')) expect(strategyFromFile(strategyToFile(spec))).toEqual(spec);
    const texts = { name: goodName, tag: fc.option(goodTag), format: fc.option(goodFormat) };
    fc.assert(
      fc.property(choices, fc.record(texts), (chosen, values) => {
        const spec = strategySpec({ ...chosen, ...values });
        expect(strategyFromFile(strategyToFile(spec))).toEqual(spec);
      }),
    );
  });

  test('may be bare and minimal', () => {
    expect(strategyFromFile('{ "name": "Weekly", "scope": { "kind": "database", "mode": "level-0" } }')).toEqual({
      name: 'Weekly',
      notes: '',
      scope: { kind: 'database', mode: 'level-0', plusArchivedLogs: true },
      device: { kind: 'disk' },
      channels: 1,
      perChannel: [],
      compression: 'basic',
      encryption: { kind: 'as-configured' },
      format: null,
      tag: null,
      sectionSize: null,
      filesPerSet: null,
      maxSetSize: null,
      maxPieceSize: null,
      duration: null,
      skip: [],
      checkLogical: false,
      validateOnly: false,
      notBackedUpSinceHours: null,
      keep: null,
      controlFile: { kind: 'as-configured' },
      copyDaysBehind: 0,
      deleteArchivedLogsBackedUp: null,
      afterwards: {
        restoreValidate: false, crosscheck: false, deleteExpired: false, deleteObsolete: null, report: false,
      },
      recoveryGoalDays: null,
      accepted: [],
      schedule: null,
      missed: { kind: 'run-once' },
      retries: { count: 2, firstMinutes: 5, longestMinutes: 60 },
      notifications: { recipients: null, on: null },
    });
    expect(strategyFromFile('\ufeff{"name":"Logs","scope":{"kind":"archived-logs"}}').scope).toEqual({
      kind: 'archived-logs',
      range: { by: 'all' },
      notBackedUpTimes: null,
      deleteInput: 'keep',
    });
  });
});

describe('a file that leaves out parts of a part', () => {
  const base = '"name": "A", "scope": { "kind": "archived-logs" }';
  test('gets the defaults of those parts alone', () => {
    const schedule = '{ "rule": { "kind": "daily", "times": ["02:30"] }, "zone": "Europe/Madrid" }';
    const { retries, notifications, ...spec } = strategyFromFile(
      `{ ${base}, "schedule": ${schedule}, "retries": { "count": 0 }, "notifications": { "on": ["failure"] } }`,
    );
    expect(retries).toEqual({ count: 0, firstMinutes: 5, longestMinutes: 60 });
    expect(notifications).toEqual({ recipients: null, on: ['failure'] });
    expect(spec.schedule).toEqual({
      rule: { kind: 'daily', times: ['02:30'] },
      zone: 'Europe/Madrid',
      from: null,
      until: null,
      blackouts: [],
    });
  });

  test('is told where its schedule is wrong', () => {
    const problems = problemsIn(`{ ${base},
  "schedule": { "rule": { "kind": "cron", "expression": "61 * * * *" }, "zone": "Europe/Madrid" } }`);
    expect(problems).toEqual([['schedule.rule.expression', 'cron.minute', 2]]);
  });
});

describe('a bad file', () => {
  test('is told field and line, in the envelope and bare', () => {
    const bare = `{
  "name": "It's",
  "scope": {
    "kind": "database",
    "mode": "weekly"
  },
  "channels": 0
}`;
    const wanted = [
      ['name', 'text.forbidden', 2],
      ['scope.mode', 'field.choice', 5],
      ['channels', 'field.too-small', 7],
    ];
    expect(problemsIn(bare)).toEqual(wanted);
    const wrapped = `{"format": "respaldo.strategy", "formatVersion": 1,\n"strategy": ${bare}}`;
    expect(problemsIn(wrapped)).toEqual(wanted.map(([path, code, line]) => [path, code, Number(line) + 1]));
  });

  test.each<[string, [string, string, unknown][]]>([
    ['', [['', 'file.syntax', 1]]],
    ['{\n"name": "x",\n}', [['', 'file.syntax', 3]]],
    ['{\n"name": x\n}', [['', 'file.syntax', 2]]],
    ['{"name": "x"} {}', [['', 'file.syntax', 1]]],
    ['{\n"name": "a",\n"name": "b"\n}', [['name', 'file.twice', 3]]],
    ['[]', [['', 'file.not-strategy', 1]]],
    ['{"format": "other", "formatVersion": 1, "strategy": {}}', [['format', 'file.not-strategy', undefined]]],
    ['{"format": "respaldo.strategy", "formatVersion": 4, "strategy": {}}', [['formatVersion', 'file.version', undefined]]],
    ['{"format": "respaldo.strategy", "formatVersion": 1, "extra": 1, "strategy": {}}', [['', 'field.unknown', 1]]],
    ['{\n\n"scope": {"kind": "archived-logs"}}', [['name', 'field.required', 1]]],
    ['{"name": "x",\n"scope": {"kind": "archived-logs", "mode": "full"}}', [['scope', 'field.unknown', 2]]],
    ['{"name": "x",\n"scope":\n{"kind": "files"}}', [['scope.kind', 'field.choice', 3]]],
    ['{"name": "x", "scope": {"kind": "archived-logs"},\n"tag": "weekly"}', [['tag', 'tag.characters', 2]]],
    ['{"name": "x", "scope": {"kind": "archived-logs"},\n"chanels": 2}', [['', 'field.unknown', 1]]],
  ])('%j', (text, wanted) => {
    expect(problemsIn(text)).toEqual(wanted);
  });

  test('with endless nesting is refused, not followed', () => {
    expect(problemsIn('['.repeat(100_000))).toEqual([['', 'file.syntax', 1]].map(([, code, line]) => [expect.anything(), code, line]));
  });
});

test('the reader of lines takes exactly what JSON.parse takes', () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-0.5e3', '01', 'true', 'null', 'nul', ' ', '\n', '"\\u00e1"', '"\\x"', '"');
  const texts = fc.oneof(
    fc.json(),
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { fault } = jsonLines(text);
      if (fault?.kind === 'twice') return;
      expect(fault === null).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});
