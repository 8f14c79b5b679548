// Writes entries of the audit as CSV or JSON text; asks nobody and touches no file.
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { csvCell } from '../app/csv-cell.ts';

/** One entry as exported: the time in ISO 8601 UTC, before and after as they are. Part of the export's promise. */
export function exportedEntry({ id, at, actor, action, subject, before, after }: AuditEntry) {
  return {
    id,
    at: new Date(at).toISOString(),
    user: actor.name,
    userId: actor.userId,
    osUser: actor.osUser,
    origin: actor.origin,
    host: actor.host,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
    before,
    after,
  };
}

type Column = keyof ReturnType<typeof exportedEntry>;

const COLUMNS: readonly Column[] = [
  'id', 'at', 'user', 'userId', 'osUser', 'origin', 'host', 'action', 'subjectKind', 'subjectId', 'subjectName',
  'before', 'after',
];

/** First line of a CSV export; the byte-order mark lets spreadsheets read the accents. */
export const auditCsvHeader = (): string => `\ufeff${COLUMNS.join(',')}\r\n`;

/** One entry as a line of CSV; before and after as JSON. */
export function auditCsvLine(entry: AuditEntry): string {
  const fields = exportedEntry(entry);
  const cell = (column: Column): string => {
    const value = fields[column];
    const flat = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    return csvCell(flat);
  };
  return `${COLUMNS.map(cell).join(',')}\r\n`;
}
