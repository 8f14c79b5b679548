// RMAN's retention rules one by one, and what holds for every set of backups.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RetainedBackup, RetentionPolicy } from '../../../../shared/retention/backups.ts';
import { obsoleteOf } from '../../../../shared/retention/obsolete.ts';
import { ago, anyBackups, anyPolicy, NOW } from './arbitrary.ts';

type Extra = { files?: string[]; keep?: RetainedBackup['keep'] };
const full = (id: string, days: number, { files = ['1'], keep = null }: Extra = {}): RetainedBackup =>
  ({ id, kind: 'full', files, keep, checkpointAt: ago(days), completedAt: ago(days - 0.1) });
const level1 = (id: string, days: number, since: number, { files = ['1'], keep = null }: Extra = {}): RetainedBackup =>
  ({ id, kind: 'incremental', files, keep, since: ago(since), checkpointAt: ago(days), completedAt: ago(days - 0.1) });
const redo = (id: string, from: number, until: number, keep: RetainedBackup['keep'] = null): RetainedBackup =>
  ({ id, kind: 'redo', keep, thread: 1, from: ago(from), until: ago(until) });

const redundancy = (copies: number): RetentionPolicy => ({ kind: 'redundancy', copies });
const window = (days: number): RetentionPolicy => ({ kind: 'window', days });
const gone = (backups: RetainedBackup[], policy: RetentionPolicy): string[] =>
  obsoleteOf(backups, policy, NOW).obsolete.map(({ id }) => id);

describe('the rules', () => {
  const weekly = [full('a', 22), full('b', 15), full('c', 8), full('d', 1)];

  test('redundancy keeps the newest n', () => {
    expect(gone(weekly, redundancy(1))).toEqual(['a', 'b', 'c']);
    expect(gone(weekly, redundancy(3))).toEqual(['a']);
    expect(gone(weekly, redundancy(4))).toEqual([]);
    expect(gone(weekly, redundancy(9))).toEqual([]);
  });

  test('a window keeps the newest one behind its begin, and all since', () => {
    expect(gone(weekly, window(7))).toEqual(['a', 'b']);
    expect(gone(weekly, window(8))).toEqual(['a', 'b']);
    expect(gone(weekly, window(9))).toEqual(['a']);
    expect(gone(weekly, window(30))).toEqual([]);
  });

  test('level 1 and redo are needed from the oldest kept full on', () => {
    const backups = [full('a', 14), level1('old', 10, 14), redo('r1', 14, 7.5), full('b', 7), level1('new', 3, 7), redo('r2', 7.5, 1)];
    expect(gone(backups, redundancy(1))).toEqual(['a', 'old', 'r1']);
    expect(gone(backups, redundancy(2))).toEqual([]);
  });

  test('a set goes only when none of its files needs it', () => {
    const backups = [full('both', 10, { files: ['1', '2'] }), full('one', 2)];
    expect(gone(backups, redundancy(1))).toEqual([]);
    expect(gone([...backups, full('two', 1, { files: ['2'] })], redundancy(1))).toEqual(['both']);
  });

  test('a copy that was rolled forward makes the level 1 behind it superfluous', () => {
    expect(gone([full('copy', 2), level1('i1', 3, 4), level1('i2', 2, 3), level1('i3', 1, 2)], redundancy(1))).toEqual(['i1', 'i2']);
  });

  test('KEEP is exempt until its day, and is no copy of the policy', () => {
    const backups = [full('a', 9), full('archive', 2, { keep: 'forever' }), full('until', 1, { keep: NOW + 1 })];
    expect(gone(backups, redundancy(1))).toEqual([]);
    expect(gone([...backups, full('past', 4, { keep: ago(1) })], window(3))).toEqual(['past']);
  });

  test('redo waits for the file with the oldest backup, also one that has none at all', () => {
    const backups = [full('one', 3), full('two', 9, { files: ['2'] }), redo('r1', 12, 9), redo('r2', 9, 3), redo('r3', 3, 0)];
    expect(gone(backups, redundancy(1))).toEqual(['r1']);
    expect(obsoleteOf(backups, redundancy(1), NOW, { files: ['1', '2', '3'] }).obsolete).toEqual([]);
    // A file that is no longer part of the database holds no redo back.
    expect(obsoleteOf(backups, redundancy(1), NOW, { files: ['1'] }).obsolete.map(({ id }) => id)).toEqual(['r1', 'r2']);
  });

  test('under no policy nothing is obsolete', () => {
    expect(gone([...weekly, full('past', 4, { keep: ago(1) })], { kind: 'none' })).toEqual([]);
  });

  test('says the window that is left', () => {
    const backups = [full('a', 14), redo('r1', 14, 7), full('b', 7), redo('r2', 7, 3), full('c', 3), redo('r3', 3, 0.5)];
    expect(obsoleteOf(backups, redundancy(3), NOW).window.days).toBeCloseTo(13.9);
    expect(obsoleteOf(backups, redundancy(1), NOW).window.days).toBeCloseTo(2.9);
  });
});

describe('for all backups and policies', () => {
  const newest = (backups: readonly RetainedBackup[], file: string): number =>
    Math.max(...backups.flatMap((one) =>
      one.kind === 'full' && one.keep === null && one.files.includes(file) ? [one.checkpointAt] : []));

  test('every backup is on one side, in its order', () => {
    fc.assert(fc.property(anyBackups, anyPolicy, (backups, policy) => {
      const { kept, obsolete } = obsoleteOf(backups, policy, NOW);
      expect(backups.filter((one) => kept.includes(one))).toEqual(kept);
      expect(backups.filter((one) => obsolete.includes(one))).toEqual(obsolete);
      expect(kept.length + obsolete.length).toBe(backups.length);
    }));
  });

  test('the newest good backup of a file is never obsolete', () => {
    fc.assert(fc.property(anyBackups, anyPolicy, (backups, policy) => {
      const { kept } = obsoleteOf(backups, policy, NOW);
      for (const file of ['1', '2', '3']) expect(newest(kept, file)).toBe(newest(backups, file));
    }));
  });

  test('deleting and asking again deletes nothing more', () => {
    fc.assert(fc.property(anyBackups, anyPolicy, (backups, policy) => {
      const { kept } = obsoleteOf(backups, policy, NOW);
      expect(obsoleteOf(kept, policy, NOW).obsolete).toEqual([]);
    }));
  });

  test('a longer window or more copies never keep less', () => {
    fc.assert(fc.property(anyBackups, fc.integer({ min: 1, max: 30 }), (backups, n) => {
      for (const of of [redundancy, window]) {
        const less = new Set(gone(backups, of(n + 1)));
        expect(gone(backups, of(n))).toEqual(expect.arrayContaining([...less]));
      }
    }));
  });

  test('a window policy never takes a moment of its own days that could be restored', () => {
    fc.assert(fc.property(anyBackups, fc.integer({ min: 1, max: 40 }), (backups, days) => {
      const plain = backups.filter(({ keep }) => keep === null);
      const before = obsoleteOf(plain, { kind: 'none' }, NOW).window;
      const after = obsoleteOf(plain, window(days), NOW).window;
      // A backup begun before the window's first moment may end within it: its checkpoint counts, as for RMAN.
      expect(after.days).toBeGreaterThanOrEqual(Math.min(before.days, days - 1 / 24) - 1e-9);
    }), { numRuns: 500 });
  });
});
