// The audit as a file, to where the user chose.
import type { Application } from '../app/compose.ts';
import { auditCsvHeader, auditCsvLine, exportedEntry } from '../users/export-audit.ts';
import type { AuditFilter, AuditPage } from '../../shared/domain/audit.ts';
import { writeTable } from './written-files.ts';

const PAGE = 200;

/** Writes the entries that fit, newest first; `null` when the dialog was left. @throws AppError `file.unwritable` */
export function exportAudit(
  { ports: { store, desktop } }: Application,
  filter: AuditFilter,
  format: 'csv' | 'json',
): Promise<{ path: string; count: number } | null> {
  async function* pages() {
    let before: number | null = null;
    do {
      const page: AuditPage = await store.audit.page(filter, before, PAGE);
      yield page.entries;
      before = page.next;
    } while (before !== null);
  }
  const parts = { csvHeader: auditCsvHeader, csvLine: auditCsvLine, exported: exportedEntry };
  return writeTable(desktop, 'audit', format, { pages: pages(), ...parts });
}
