// The evidence as screens show it: where F8 stops, bars of steps, files beside what was found.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../../shared/domain/verdict.ts';
import type { Step } from '../../../../shared/domain/log-facts.ts';
import { LOG_ALONE } from '../../../../shared/rman/log/evidence.ts';
import { judge } from '../../../../shared/rman/log/judge.ts';
import { errorLines } from '../../../../renderer/verdict/error-lines.ts';
import { barsOf } from '../../../../renderer/verdict/timeline.ts';
import type { RecordedPiece } from '../../../../shared/domain/catalogue/backups.ts';
import type { PieceFound } from '../../../../shared/domain/piece.ts';
import { fileName, writtenFiles } from '../../../../renderer/verdict/written-files.ts';

function fixture(name: string): { verdict: Verdict; lines: string[] } {
  const log = readFileSync(new URL(`../../../fixtures/logs/${name}.log`, import.meta.url));
  return { verdict: judge({ ...LOG_ALONE, log }), lines: log.toString('utf8').split(/\r?\n/) };
}

describe('error lines', () => {
  test('every failed channel is one, and each is a line with a code', () => {
    const { verdict, lines } = fixture('12c-several-channels-failed');
    const stops = errorLines(verdict);
    expect(stops?.length).toBe(verdict.stacks.reduce((sum, stack) => sum + Math.max(1, stack.groups.length), 0));
    expect(stops?.length).toBeGreaterThan(1);
    for (const line of stops ?? []) expect(lines[line]).toMatch(/^(?:RMAN|ORA)-\d{5}/);
    expect(stops).toEqual(stops?.toSorted((a, b) => a - b));
  });

  test('a good log has none, and a list that was cut is no list', () => {
    const { verdict } = fixture('19c-level0');
    expect(errorLines(verdict)).toEqual([]);
    expect(errorLines({ ...verdict, omitted: { ...verdict.omitted, stacks: 1 } })).toBeNull();
  });
});

describe('bars', () => {
  const step = (elapsedSeconds: number | null): Step => ({
    operation: 'backup', startLine: 1, endLine: 2, startedAt: null, finishedAt: null, elapsedSeconds,
    outcome: 'finished', channel: null, pieces: 0,
  });

  test('follow one another and fill the whole', () => {
    const bars = barsOf([step(30), step(null), step(10), step(0)]);
    expect(bars.map(({ start, share }) => [start, share])).toEqual([[0, 0.75], [0.75, null], [0.75, 0.25], [1, 0]]);
  });

  test('of steps without durations are empty, not endless', () => {
    expect(barsOf([step(0), step(0)]).map(({ share }) => share)).toEqual([0, 0]);
  });
});

test('written files are pieces, copies and dumps, each beside what was found', () => {
  const { verdict } = fixture('19c-level0');
  const [first, second] = verdict.pieces;
  const files = writtenFiles({ ...verdict, dumpFiles: ['/dump/a.dmp'] }, [{ handle: first!.handle, exists: false, bytes: null }]);
  expect(files.map(({ handle, kind }) => [handle, kind])).toEqual([
    [first!.handle, first!.kind],
    [second!.handle, second!.kind],
    ['/dump/a.dmp', 'dump'],
  ]);
  expect(files.map(({ found }) => found?.exists)).toEqual([false, undefined, undefined]);
});

test('of a piece that nobody could look at, the database tells the size; what lacks on the disk has none', () => {
  const { verdict } = fixture('19c-level0');
  const [first, second] = verdict.pieces.map(({ handle }) => handle);
  const recorded = [first, second].map((handle) => ({ handle, bytes: 42, status: 'A' }) as RecordedPiece);
  const bytes = (found: PieceFound[]) => writtenFiles(verdict, found, recorded).map((file) => file.bytes);
  expect(bytes([])).toEqual([42, 42]);
  expect(bytes([{ handle: first!, exists: true, bytes: 7 }, { handle: second!, exists: false, bytes: null }]))
    .toEqual([7, null]);
});

test.each([['/backup/erp/x.bkp', 'x.bkp'], ['C:\\fra\\y.bkp', 'y.bkp'], ['z', 'z'], ['/a/', '/a/']])('the name of %s', (path, name) => {
  expect(fileName(path)).toBe(name);
});
