// Removes the directory of a run whose log is in the store.
import { rm } from 'node:fs/promises';
import type { Logger, Paths } from '../app/ports.ts';
import { runFiles } from '../rman/run-files.ts';

/** What cannot be removed now (a file held open on Windows) is only in the way, and tried again at the next start. */
export async function removeSpareDirectory(ports: { paths: Paths; logger: Logger }, runId: string): Promise<void> {
  const { directory } = runFiles(ports.paths.runs, runId);
  try {
    await rm(directory, { recursive: true, force: true });
  } catch (error) {
    ports.logger.warn('the directory of a finished run could not be removed', { directory, reason: (error as Error).message });
  }
}
