// The schemas, tables and directories of the simulated database that Data Pump sees.
import { join } from 'node:path';

export interface ExportTable {
  schema: string;
  name: string;
  partition: string | null;
  tablespace: string;
  bytes: number;
  rows: number;
}

const KB = 1024;
const MB = 1024 * KB;

const table = (
  schema: string,
  name: string,
  bytes: number,
  rows: number,
  more: Partial<ExportTable> = {},
): ExportTable => ({
  schema,
  name,
  partition: null,
  tablespace: 'USERS',
  bytes,
  rows,
  ...more,
});

const QUARTERS = ['SALES_Q1_2026', 'SALES_Q2_2026', 'SALES_Q3_2026', 'SALES_Q4_2026'];

/** In the order in which the workers would take them: large ones first. */
export const TABLES: readonly ExportTable[] = [
  ...QUARTERS.map((partition, index) =>
    table('SH', 'SALES', (6 + index) * MB, 62_197 + index * 4_211, { partition, tablespace: 'APP_DATA' }),
  ),
  table('SH', 'CUSTOMERS', 9.8 * MB, 55_500, { tablespace: 'APP_DATA' }),
  table('APP', 'EVENTS', 48 * MB, 812_334, { tablespace: 'APP_DATA' }),
  table('APP', 'Mixed Case', 96 * KB, 412),
  table('HR', 'EMPLOYEES', 17.08 * KB, 107),
  table('HR', 'JOB_HISTORY', 7.2 * KB, 10),
  table('HR', 'DEPARTMENTS', 7.13 * KB, 27),
  table('HR', 'LOCATIONS', 8.44 * KB, 23),
  table('HR', 'JOBS', 7.11 * KB, 19),
  table('HR', 'COUNTRIES', 6.36 * KB, 25),
  table('HR', 'REGIONS', 5.55 * KB, 4),
  table('HR', 'EMP#ARCHIVE', 0, 0),
];

export const SCHEMAS: readonly string[] = [...new Set(TABLES.map(({ schema }) => schema))];

/** Where a directory object lies; null when there is none of that name. */
export function directoryPath(name: string, home: string): string | null {
  if (name === 'DATA_PUMP_DIR') return join(home, 'dpdump');
  return name === 'BKP_DIR' ? join(home, 'exports') : null;
}
