// Files that the user asked for: the list of runs and a run's log, written piece by piece to where the dialog said.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Application } from '../app/compose.ts';
import { csvHeader, csvLine, exportedRun } from '../runs/export-runs.ts';
import { scriptOf } from '../../shared/sql/script-text.ts';
import { newestFirst, type RunFilter, type RunPage } from '../../shared/domain/history.ts';
import { AppError } from '../../shared/errors/app-error.ts';

const PAGE = 500;
const LINES_AT_ONCE = 2000;

/** Rows as a file has them; `pages` gives them in their order. */
export type WrittenTable<Row> = {
  pages: AsyncIterable<readonly Row[]>;
  csvHeader(): string;
  csvLine(row: Row): string;
  /** The row as JSON has it. */
  exported(row: Row): unknown;
};

/**
 * Writes a table page by page to where the user chose, as `respaldo-<name>`; `null` when the dialog was left.
 * @throws AppError `file.unwritable`
 */
export async function writeTable<Row>(
  desktop: Application['ports']['desktop'],
  name: string,
  format: 'csv' | 'json',
  { pages, csvHeader, csvLine, exported }: WrittenTable<Row>,
): Promise<{ path: string; count: number } | null> {
  const path = await desktop.askWhereToSave(`respaldo-${name}.${format}`);
  if (path === null) return null;
  let count = 0;
  await writeFile(path, async (write) => {
    await write(format === 'csv' ? csvHeader() : '[\n');
    for await (const page of pages) {
      for (const row of page) {
        await write(format === 'csv' ? csvLine(row) : `${count > 0 ? ',\n' : ''}${JSON.stringify(exported(row))}`);
        count += 1;
      }
    }
    if (format === 'json') await write('\n]\n');
  });
  return { path, count };
}

/** Writes the runs that fit, newest first. */
export function exportRuns(
  { ports: { store, desktop } }: Application,
  filter: RunFilter,
  format: 'csv' | 'json',
): Promise<{ path: string; count: number } | null> {
  async function* pages() {
    let cursor: string | null = null;
    do {
      const page: RunPage = await store.runs.page(filter, newestFirst, cursor, PAGE);
      yield page.runs;
      cursor = page.next;
    } while (cursor !== null);
  }
  return writeTable(desktop, 'runs', format, { pages: pages(), csvHeader, csvLine, exported: exportedRun });
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

/** Writes a text to where the user chose; `null` when the dialog was left. @throws AppError `file.unwritable` */
export async function saveText(
  desktop: Application['ports']['desktop'],
  suggestedName: string,
  text: string,
): Promise<{ path: string } | null> {
  const path = await desktop.askWhereToSave(suggestedName);
  if (path === null) return null;
  await writeFile(path, (write) => write(text));
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
async function writeFile(
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
