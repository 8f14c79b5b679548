// Writes rows of the Bitácora as CSV or JSON text; asks nobody and touches no file.
import type { Run } from '../../shared/domain/run.ts';
import { csvCell } from '../app/csv-cell.ts';

const COLUMNS = [
  'id',
  'strategyName',
  'strategyVersion',
  'targetName',
  'trigger',
  'state',
  'queuedAt',
  'startedAt',
  'endedAt',
  'exitCode',
  'signal',
  'rootCode',
  'rootText',
  'failure',
  'warnings',
  'pieces',
  'bytes',
  'nothingToDo',
  'lines',
] as const;

type Column = (typeof COLUMNS)[number];

/** Names and order of the exported fields; they are part of the export's promise and never translated. */
export const exportColumns: readonly string[] = COLUMNS;

/** One run as exported: times in ISO 8601 UTC, unknown as null. */
export function exportedRun(run: Run): Record<Column, string | number | boolean | null> {
  const time = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  return {
    id: run.id,
    strategyName: run.strategyName,
    strategyVersion: run.strategyVersion,
    targetName: run.targetName,
    trigger: run.trigger,
    state: run.state,
    queuedAt: time(run.queuedAt),
    startedAt: time(run.startedAt),
    endedAt: time(run.endedAt),
    exitCode: run.exitCode,
    signal: run.signal,
    rootCode: run.rootCode,
    rootText: run.rootText,
    failure: run.failure?.code ?? null,
    warnings: run.warnings,
    pieces: run.pieces,
    bytes: run.bytes,
    nothingToDo: run.nothingToDo,
    lines: run.lines,
  };
}

/** First line of a CSV export; the byte-order mark lets spreadsheets read the accents. */
export const csvHeader = (): string => `\ufeff${COLUMNS.join(',')}\r\n`;

/** One run as a line of CSV (RFC 4180). */
export function csvLine(run: Run): string {
  const fields = exportedRun(run);
  return `${COLUMNS.map((column) => csvCell(fields[column])).join(',')}\r\n`;
}
