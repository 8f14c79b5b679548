// Files that the user asked for: the list of runs and a run's log, written piece by piece to where the dialog said.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Application } from '../app/compose.ts';
import { csvHeader, csvLine, exportedRun } from '../runs/export-runs.ts';
import { scriptOf } from '../../shared/sql/script-text.ts';
import { newestFirst, type RunFilter } from '../../shared/domain/history.ts';
import { AppError } from '../../shared/errors/app-error.ts';

const PAGE = 500;
const LINES_AT_ONCE = 2000;

/** Writes the runs that fit, newest first; `null` when the dialog was left. */
export async function exportRuns(
  { ports: { store, desktop } }: Application,
  filter: RunFilter,
  format: 'csv' | 'json',
): Promise<{ path: string; count: number } | null> {
  const path = await desktop.askWhereToSave(`respaldo-runs.${format}`);
  if (path === null) return null;
  let count = 0;
  await writeFile(path, async (write) => {
    await write(format === 'csv' ? csvHeader() : '[\n');
    let cursor: string | null = null;
    do {
      const page = await store.runs.page(filter, newestFirst, cursor, PAGE);
      for (const run of page.runs) {
        await write(format === 'csv' ? csvLine(run) : `${count > 0 ? ',\n' : ''}${JSON.stringify(exportedRun(run))}`);
        count += 1;
      }
      cursor = page.next;
    } while (cursor !== null);
    if (format === 'json') await write('\n]\n');
  });
  return { path, count };
}

/** Writes a run's whole log to where the user chose; `null` when the dialog was left. */
export async function saveLog(
  { ports: { desktop }, runs }: Application,
  runId: string,
): Promise<{ path: string } | null> {
  const path = await desktop.askWhereToSave(`respaldo-${runId}.log`);
  if (path === null) return null;
  await writeFile(path, async (write) => {
    for (let from = 0; ; ) {
      const { lines, total } = await runs.lines(runId, from, LINES_AT_ONCE);
      if (lines.length > 0) await write(`${lines.join('\n')}\n`);
      from += lines.length;
      if (lines.length === 0 || from >= total) return;
    }
  });
  return { path };
}

/** Writes statements as a script for SQL*Plus; `null` when the dialog was left. */
export async function saveStatements(
  desktop: Application['ports']['desktop'],
  name: string,
  statements: readonly string[],
): Promise<{ path: string } | null> {
  const path = await desktop.askWhereToSave(`respaldo-log-tables-${name}.sql`);
  if (path === null) return null;
  await writeFile(path, (write) => write(scriptOf(statements)));
  return { path };
}

/** Writes a file piece by piece, no faster than the disk. @throws AppError `file.unwritable` */
export async function writeFile(
  path: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const file = createWriteStream(path);
  const failed = new Promise<never>((_resolve, reject) => {
    file.once('error', (error) => reject(new AppError('file.unwritable', { path, detail: error.message })));
  });
  // The failure is heard by whoever waits below; unheard, it must not count as unhandled.
  failed.catch(() => {});
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await Promise.race([once(file, 'drain'), failed]);
  };
  await Promise.race([fill(write), failed]);
  file.end();
  await Promise.race([finished(file), failed]);
}
