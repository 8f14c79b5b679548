// What a database consists of: tablespaces, data files and pluggable databases.
import { z } from 'zod';

/** `container` is `null` in a database without containers; else the PDB's name, or CDB$ROOT. */
const container = z.string().nullable();

export const tablespaceSchema = z.strictObject({
  container,
  name: z.string(),
  bigfile: z.boolean(),
  /** `CONFIGURE EXCLUDE` leaves it out of BACKUP DATABASE. */
  excluded: z.boolean(),
  files: z.number(),
  bytes: z.number(),
});
export type Tablespace = z.infer<typeof tablespaceSchema>;

export const dataFileSchema = z.strictObject({
  container,
  number: z.number(),
  name: z.string(),
  tablespace: z.string(),
  bytes: z.number(),
  /** SYSTEM, ONLINE, OFFLINE, RECOVER … */
  status: z.string(),
  /** READ WRITE, READ ONLY, DISABLED … */
  enabled: z.string(),
  /** When something was last written into it that no log records; `null`: never. */
  unrecoverableAt: z.number().nullable(),
});
export type DataFile = z.infer<typeof dataFileSchema>;

export const pluggableSchema = z.strictObject({
  number: z.number(),
  name: z.string(),
  openMode: z.string(),
  restricted: z.boolean().nullable(),
  bytes: z.number().nullable(),
});
export type Pluggable = z.infer<typeof pluggableSchema>;

/** How RMAN names a tablespace from the root: `PDB1:USERS`; in the root and without containers the bare name. */
export function tablespaceName({ container: home, name }: { container: string | null; name: string }): string {
  return home === null || home === 'CDB$ROOT' ? name : `${home}:${name}`;
}
