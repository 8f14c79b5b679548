// What a strategy backs up. One discriminated union: a kind that is made by another tool gets a member of its own.
import { z } from 'zod';
import { safeText } from '../safe-text.ts';
import { dataPumpSchema } from './data-pump.ts';
import { datafileSchema, listOf, pdbNameSchema, tablespaceNameSchema } from './names.ts';

/** How data files are backed up: into backup sets, as copies, or as copies that each run rolls forward. */
export const FILE_MODES = [
  'full',
  'level-0',
  'level-1-differential',
  'level-1-cumulative',
  'image-copy',
  'updated-copy',
] as const;
const modeSchema = z.enum(FILE_MODES);
export type FileMode = z.infer<typeof modeSchema>;

const files = {
  mode: modeSchema,
  /** `PLUS ARCHIVELOG`: without the logs of its own duration an open backup cannot be restored by itself. */
  plusArchivedLogs: z.boolean(),
};

const numberBound = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();

/** A moment: hours before the run, or a fixed one of the database server's clock (`2026-10-04T02:00`). */
const momentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ago'), hours: z.number().int().min(1).max(8760) }),
  z.strictObject({
    kind: z.literal('at'),
    moment: z.string().refine(isMoment, { message: 'wall.form' }),
  }),
]);
export type LogMoment = z.infer<typeof momentSchema>;

const rangeSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('all') }),
  z.strictObject({ by: z.literal('time'), from: momentSchema.nullable(), until: momentSchema.nullable() }),
  z.strictObject({ by: z.literal('scn'), from: numberBound, until: numberBound }),
  z.strictObject({
    by: z.literal('sequence'),
    from: numberBound,
    until: numberBound,
    /** The redo thread of a RAC instance; RMAN means thread 1 when none is given. */
    thread: z.number().int().min(1).max(1023).nullable(),
  }),
]);
export type LogRange = z.infer<typeof rangeSchema>;

/** A script of the user's own: up to this many characters. */
const MOST_SCRIPT = 50_000;

export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('database'), ...files }),
  /** The root of a container database (12.1+). */
  z.strictObject({ kind: z.literal('root'), ...files }),
  z.strictObject({ kind: z.literal('pdbs'), pdbs: listOf(pdbNameSchema), ...files }),
  z.strictObject({ kind: z.literal('tablespaces'), tablespaces: listOf(tablespaceNameSchema), ...files }),
  z.strictObject({ kind: z.literal('datafiles'), datafiles: listOf(datafileSchema), ...files }),
  z.strictObject({
    kind: z.literal('archived-logs'),
    range: rangeSchema,
    /** Leave out logs that already have this many backups; `null` takes all. */
    notBackedUpTimes: z.number().int().min(1).max(9).nullable(),
    /** `DELETE INPUT` takes the copy that was read, `DELETE ALL INPUT` every copy in every destination. */
    deleteInput: z.enum(['keep', 'input', 'all-input']),
  }),
  z.strictObject({ kind: z.literal('control-file') }),
  z.strictObject({ kind: z.literal('spfile') }),
  z.strictObject({
    kind: z.literal('recovery-area'),
    /** On disk `TO DESTINATION` is needed; on tape the media manager decides (reference §2.5). */
    destination: safeText(400).min(1).nullable(),
  }),
  z.strictObject({ kind: z.literal('custom-script'), text: z.string().max(MOST_SCRIPT) }),
  /** Tables and schemas: made by `expdp`, not by RMAN, and no base for a recovery of the database. */
  dataPumpSchema,
]);
export type BackupScope = z.infer<typeof scopeSchema>;
export type ScopeKind = BackupScope['kind'];
/** A scope that is made of data files. */
export type FilesScope = Extract<BackupScope, { mode: FileMode }>;

export const isFilesScope = (scope: BackupScope): scope is FilesScope => 'mode' in scope;

/** Every kind that the schema knows, in the order in which they are offered. */
export const SCOPE_KINDS: readonly ScopeKind[] = scopeSchema.options.map((option) => option.shape.kind.value);

function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return false;
  const parsed = new Date(`${text}:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
