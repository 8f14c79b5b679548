// How far back a database can be restored, with holes, level 1 backups, several files and several threads.
import { expect, test } from 'vitest';
import type { RetainedBackup } from '../../../../shared/retention/backups.ts';
import { newestRedo, recoveryWindow } from '../../../../shared/retention/window.ts';
import { ago, NOW } from './arbitrary.ts';

const full = (days: number, files = ['1']): RetainedBackup =>
  ({ id: `f${days}`, kind: 'full', files, keep: null, checkpointAt: ago(days), completedAt: ago(days) + 1 });
const level1 = (days: number, since: number, files = ['1']): RetainedBackup =>
  ({ id: `i${days}`, kind: 'incremental', files, keep: null, since: ago(since), checkpointAt: ago(days), completedAt: ago(days) });
const redo = (from: number, until: number, thread = 1): RetainedBackup =>
  ({ id: `r${thread}/${from}`, kind: 'redo', keep: null, thread, from: ago(from), until: ago(until) });
const days = (...backups: RetainedBackup[]): number => Math.round(recoveryWindow(backups, NOW).days);

test('reaches back to the end of the oldest full backup with all redo behind it', () => {
  expect(recoveryWindow([full(10), full(5), redo(10, 0)], NOW)).toMatchObject({ from: ago(10) + 1, limitedBy: '1' });
});

test('a hole in the redo ends it', () => {
  expect(days(full(10), full(5), redo(10, 7), redo(6, 1))).toBe(5);
  expect(days(full(10), redo(10, 7), redo(6, 1))).toBe(0);
});

test('a level 1 backup leads over the hole, from where redo still reaches', () => {
  expect(days(full(10), redo(10, 7), level1(5, 7), redo(6, 1))).toBe(5);
  expect(days(full(10), redo(10, 7), level1(5, 6.5), redo(6, 1))).toBe(0);
  expect(days(full(10), level1(8, 10), level1(5, 8), redo(5, 1))).toBe(5);
  expect(days(level1(5, 10), redo(10, 1))).toBe(0);
});

test('what the newest logs do not hold yet is in the online logs', () => {
  expect(days(full(3), redo(4, 2))).toBe(3);
  const online = newestRedo([redo(4, 2)]);
  expect(recoveryWindow([full(3)], NOW, { online }).from).toBeNull();
  expect(recoveryWindow([full(1)], NOW, { online }).from).not.toBeNull();
});

test('the worst file decides, and is named', () => {
  const backups = [full(9), full(4, ['2']), redo(10, 0)];
  expect(recoveryWindow(backups, NOW)).toMatchObject({ from: ago(4) + 1, limitedBy: '2' });
  expect(recoveryWindow(backups, NOW, { files: ['1', '2', '3'] })).toEqual({ from: null, days: 0, limitedBy: '3' });
});

test('every thread has to be there', () => {
  expect(days(full(9), full(3), redo(10, 0), redo(10, 6, 2), redo(5, 0, 2))).toBe(3);
  expect(days(full(9), redo(10, 0), redo(10, 0.5, 2))).toBe(9);
});

test('redo can be taken for granted', () => {
  expect(recoveryWindow([full(9)], NOW, { redo: 'assumed' }).from).toBe(ago(9) + 1);
  expect(recoveryWindow([full(9)], NOW).from).toBeNull();
});

test('nothing backed up, nothing restored', () => {
  expect(recoveryWindow([], NOW)).toEqual({ from: null, days: 0, limitedBy: null });
});
