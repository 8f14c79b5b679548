// The note in a run's own directory that says where its remote half lies, so that any later application finds it.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { remoteRunnerSchema, type RemoteRunner } from '../../shared/domain/target.ts';

/** The runner as it was at the start, whatever the target says now; the directory above, and the run's own in it. */
export type RunNote = { runner: RemoteRunner; parent: string; name: string };

const NAME = /^respaldo-[A-Za-z0-9-]+$/;
const noteSchema = z.strictObject({ runner: remoteRunnerSchema, parent: z.string(), name: z.string().regex(NAME) });

const pathOf = (directory: string): string => join(directory, 'remote.json');

/** Safely on disk when it returns: nothing is started anywhere that is not written down here. */
export function writeNote(directory: string, note: RunNote): void {
  writeWhole(pathOf(directory), JSON.stringify(note));
}

/** `null`: this run has no remote half. @throws when there is a note that cannot be read */
export function readNote(directory: string): RunNote | null {
  let text: string;
  try {
    text = readFileSync(pathOf(directory), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
  return noteSchema.parse(JSON.parse(text));
}

/** A private file that is there complete or not at all. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
