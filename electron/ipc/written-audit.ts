// The audit as a file: written page by page to where the user chose.
import type { Application } from '../app/compose.ts';
import { auditCsvHeader, auditCsvLine, exportedEntry } from '../users/export-audit.ts';
import type { AuditFilter } from '../../shared/domain/audit.ts';
import { writeFile } from './written-files.ts';

const PAGE = 200;

/** Writes the entries that fit, newest first; `null` when the dialog was left. @throws AppError `file.unwritable` */
export async function exportAudit(
  { ports: { store, desktop } }: Application,
  filter: AuditFilter,
  format: 'csv' | 'json',
): Promise<{ path: string; count: number } | null> {
  const path = await desktop.askWhereToSave(`respaldo-audit.${format}`);
  if (path === null) return null;
  let count = 0;
  await writeFile(path, async (write) => {
    await write(format === 'csv' ? auditCsvHeader() : '[\n');
    let before: number | null = null;
    do {
      const page = await store.audit.page(filter, before, PAGE);
      for (const entry of page.entries) {
        const json = (): string => `${count > 0 ? ',\n' : ''}${JSON.stringify(exportedEntry(entry))}`;
        await write(format === 'csv' ? auditCsvLine(entry) : json());
        count += 1;
      }
      before = page.next;
    } while (before !== null);
    if (format === 'json') await write('\n]\n');
  });
  return { path, count };
}
