// What a Data Pump export takes and how it writes (reference §6.2): the shape of the fields. What excludes what is
// data-pump-rules.ts's. Encryption and its password are the strategy's own, as for RMAN's backups.
import { z } from 'zod';
import { safeText } from '../safe-text.ts';
import { connectIdentifierSchema, listOf } from './names.ts';

/**
 * A name of the dictionary. Blanks are good in one; quotes are refused by `safeText`, and a backslash takes the meaning
 * of what follows it in a parfile.
 */
const nameSchema = safeText(128).min(1).refine((name) => !/[.:,\\]/.test(name), { message: 'export.name' });

/** `HR.EMPLOYEES`, or `SH.SALES:SALES_Q1_2000` for one partition. */
const tableSchema = safeText(390).refine(isTable, { message: 'export.table' });

/** One kind of object, as `TABLE`, or by its path as `TABLE/INDEX`; and which of its names, as `IN ('A','B')`. */
const filterItemSchema = z.strictObject({
  path: z.string().max(120).regex(/^[A-Z][A-Z0-9_]*(\/[A-Z][A-Z0-9_]*)*$/, { message: 'export.object-path' }),
  expression: z.string().max(1000).nullable(),
});

const querySchema = z.strictObject({
  /** `null`: every table of the export. */
  table: tableSchema.nullable(),
  /** `WHERE …`, perhaps with an `ORDER BY` behind it. */
  clause: z.string().max(2000),
});

const whatSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('full') }),
  z.strictObject({ by: z.literal('schemas'), schemas: listOf(nameSchema) }),
  z.strictObject({ by: z.literal('tables'), tables: listOf(tableSchema) }),
  z.strictObject({ by: z.literal('tablespaces'), tablespaces: listOf(nameSchema) }),
]);
export type ExportWhat = z.infer<typeof whatSchema>;

const filterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('include'), items: z.array(filterItemSchema).min(1, { message: 'list.empty' }).max(50) }),
  z.strictObject({ kind: z.literal('exclude'), items: z.array(filterItemSchema).min(1, { message: 'list.empty' }).max(50) }),
]);

/** To which moment all tables belong. Without one each table is consistent by itself alone. */
const consistentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('at'), moment: z.string().refine(isMoment, { message: 'wall.form' }) }),
]);

export const dataPumpSchema = z.strictObject({
  kind: z.literal('data-pump'),
  what: whatSchema,
  filter: filterSchema,
  queries: z.array(querySchema).max(50),
  content: z.enum(['all', 'data-only', 'metadata-only']),
  /** A directory object of the database: the server writes, not the client. */
  directory: z.string().regex(/^[A-Z][A-Z0-9_$]{0,127}$/, { message: 'export.directory' }),
  /** Begins the names of dump files and log; the run's id comes behind it, so that no run meets another's files. */
  fileName: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { message: 'export.file-name' }),
  /** One file, or as many as are needed: `%U` up to 99, `%L` (12.2+) up to 2147483646. */
  files: z.enum(['single', 'up-to-99', 'any-number']),
  fileSize: z.string().regex(/^[1-9]\d{0,6}[KMGT]$/, { message: 'export.size' }).nullable(),
  parallel: z.number().int().min(1).max(64),
  compression: z.enum(['none', 'metadata-only', 'data-only', 'all']),
  /** `null` leaves it to the database; only where data is compressed. */
  compressionLevel: z.enum(['basic', 'low', 'medium', 'high']).nullable(),
  /** What is encrypted, where the strategy encrypts at all. */
  encrypted: z.enum(['all', 'data-only', 'metadata-only', 'encrypted-columns-only']),
  consistent: consistentSchema,
  estimate: z.enum(['blocks', 'statistics']),
  estimateOnly: z.boolean(),
  /** The oldest release that is to read the files, as `12.2`; `null`: as the database's COMPATIBLE says. */
  version: z.string().regex(/^(LATEST|\d{2}(\.\d{1,2}){1,4})$/, { message: 'export.version' }).nullable(),
  metrics: z.boolean(),
  logTime: z.enum(['none', 'status', 'logfile', 'all']),
  /** On RAC: workers on every instance. All must then see the directory. */
  cluster: z.boolean(),
  /** The service that is exported, mostly a pluggable database; `null`: what the database's own login reaches. */
  connectIdentifier: connectIdentifierSchema.nullable(),
  /** Connect with the privilege of the database's login (`AS SYSDBA`), or as the plain user. */
  privileged: z.boolean(),
});
export type DataPumpScope = z.infer<typeof dataPumpSchema>;

/** An export as the form starts it; but for `what`, it is also what a file means that leaves a field out. */
export const newDataPumpScope = (): DataPumpScope => ({
  kind: 'data-pump',
  what: { by: 'schemas', schemas: [] },
  filter: { kind: 'none' },
  queries: [],
  content: 'all',
  directory: 'DATA_PUMP_DIR',
  fileName: 'export',
  files: 'up-to-99',
  fileSize: null,
  parallel: 1,
  compression: 'metadata-only',
  compressionLevel: null,
  encrypted: 'all',
  consistent: { kind: 'start' },
  estimate: 'blocks',
  estimateOnly: false,
  version: null,
  metrics: true,
  logTime: 'all',
  cluster: false,
  connectIdentifier: null,
  privileged: true,
});

/** The job of a run; unique, and what DBA_DATAPUMP_JOBS and the log know it by. 30 characters fit 11.2 (§6.2). */
export const jobNameOf = (runId: string): string => `RSP_${runId.toUpperCase().replaceAll('-', '_')}`;

/** `HR`, `EMPLOYEES` and the partition, if there is one. */
export function tableParts(table: string): { schema: string; name: string; partition: string | null } {
  const [before = '', partition = null] = table.split(':');
  const [schema = '', name = ''] = before.split('.');
  return { schema, name, partition };
}

function isTable(text: string): boolean {
  return /^[^.:,\\]{1,128}\.[^.:,\\]{1,128}(:[^.:,\\]{1,128})?$/.test(text) && text.split(/[.:]/).every((part) => part === part.trim());
}

function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return false;
  const parsed = new Date(`${text}:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
