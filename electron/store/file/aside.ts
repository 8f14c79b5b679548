// Keeps files aside: a damaged one as it is, and a copy before each migration. Never deletes the only copy of
// anything.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Connection } from '../connection.ts';

/** Copies before a migration that are kept; the oldest go. */
const COPIES_KEPT = 3;

/** Renames a damaged file, with what SQLite keeps beside it. @returns the new path. */
export function moveAside(path: string, now: number): string {
  const kept = freePath(`${path}.damaged-${stamp(now)}`);
  // First the file itself: if it cannot be moved, nothing was.
  renameSync(path, kept);
  for (const suffix of ['-wal', '-shm', '-journal']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  return kept;
}

/**
 * Copies an open file as it was before it is migrated from schema `version`, complete on the disk when this returns.
 * @returns the copy's path.
 */
export function copyAside({ database }: Connection, path: string, version: number, now: number): string {
  const copy = freePath(`${path}.before-v${version + 1}-${stamp(now)}`);
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    flush(unfinished);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  renameSync(unfinished, copy);
  dropOldCopies(path);
  return copy;
}

/** VACUUM INTO leaves it to the system when its bytes reach the disk. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function dropOldCopies(path: string): void {
  const isCopy = /\.before-v\d+-\d{8}T\d{6}(-\d+)?$/;
  const copies = readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}.before-v`) && isCopy.test(name))
    .sort((a, b) => timeIn(a).localeCompare(timeIn(b)));
  for (const name of copies.slice(0, -COPIES_KEPT)) rmSync(join(dirname(path), name));
}

const timeIn = (name: string): string => name.slice(name.lastIndexOf('.before-v')).replace(/^\.before-v\d+-/, '');

/** `20240131T235959`, UTC: sorts by time, and holds nothing a file system minds. */
const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');

/** The path itself, or with a number behind it if something is there already. */
function freePath(path: string): string {
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? path : `${path}-${n}`;
    if (!existsSync(free)) return free;
  }
}
