import { describe, expect, test } from 'vitest';
import { csvHeader, csvLine, exportColumns, exportedRun } from '../../../../electron/runs/export-runs.ts';
import type { Run } from '../../../../shared/domain/run.ts';

const run: Run = {
  id: '01J00000000000000000000000',
  strategyId: 's',
  strategyVersion: 3,
  strategyName: 'Nocturna, "buena"',
  targetId: 't',
  targetName: 'ORCL',
  trigger: 'manual',
  state: 'failed',
  queuedAt: 0,
  startedAt: 1000,
  endedAt: null,
  cancelRequestedAt: null,
  exitCode: 1,
  signal: null,
  failure: null,
  rootCode: 'ORA-19504',
  rootText: '=HYPERLINK("http://x")',
  warnings: 0,
  pieces: 2,
  bytes: null,
  nothingToDo: false,
  lines: 40,
};

describe('export', () => {
  test('CSV quotes what needs it, keeps unknown empty and disarms formulas', () => {
    expect(csvLine(run)).toBe(
      '01J00000000000000000000000,"Nocturna, ""buena""",3,ORCL,manual,failed,1970-01-01T00:00:00.000Z,' +
        '1970-01-01T00:00:01.000Z,,1,,ORA-19504,"\'=HYPERLINK(""http://x"")",,0,2,,false,40\r\n',
    );
  });

  test('the header names the fields of a JSON row in the same order', () => {
    expect(csvHeader()).toBe(`\ufeff${exportColumns.join(',')}\r\n`);
    expect(Object.keys(exportedRun(run))).toEqual(exportColumns);
  });
});
