// The small values of a strategy: tags, names of Oracle's things, sizes. Each is safe to be written into a script.
import { z } from 'zod';
import { isHostile, safeText } from '../safe-text.ts';

/** At most 30 characters (ORA-19705), capitals only since RMAN folds them (reference §2.1). */
export const tagSchema = z.string().superRefine((tag, context) => {
  if (tag === '') context.addIssue({ code: 'custom', message: 'field.required' });
  else if (tag.length > 30) context.addIssue({ code: 'custom', message: 'tag.too-long', params: { length: tag.length } });
  else if (!/^[A-Z][A-Z0-9_]*$/.test(tag)) context.addIssue({ code: 'custom', message: 'tag.characters' });
});

/** A whole number and K, M or G, as RMAN writes sizes: no decimals, no blank (reference §2.1). */
export const sizeSchema = z.string().regex(/^[1-9]\d{0,6}[KMG]$/, { message: 'size.form' });

/** A pluggable database, as Oracle's dictionary shows it. `:` and `,` separate names for RMAN and the form. */
export const pdbNameSchema = oracleName(128);

/** `USERS`, or `PDB1:USERS` for a tablespace of a pluggable database. */
export const tablespaceNameSchema = z
  .string()
  .max(160)
  .refine((text) => text.split(':').length <= 2 && text.split(':').every(isOracleName), { message: 'name.form' });

/** A data file by its number or by its full name. */
export const datafileSchema = z.union([
  z.number().int().min(1).max(65_533),
  safeText(400).refine((path) => /^(\/|\+[A-Za-z]|[A-Za-z]:[\\/]|\\\\[^\\])/.test(path) && !/[*?<>|#]/.test(path), {
    message: 'datafile.form',
  }),
]);

/** A restore point; RMAN takes no other names without quotes. */
export const restorePointSchema = z.string().regex(/^[A-Z][A-Z0-9_$#]{0,127}$/, { message: 'restore-point.form' });

/** A net service name or Easy Connect string, without user and password. */
export const connectIdentifierSchema = z
  .string()
  .min(1)
  .max(400)
  .refine((text) => !/[\s@]/.test(text) && !isHostile(text), { message: 'connect.characters' });

/** A list of things to back up: not empty, nothing twice. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .min(1, { message: 'list.empty' })
    .max(200)
    .superRefine((items, context) => {
      items.forEach((one, index) => {
        const first = items.findIndex((other) => foldedName(String(other)) === foldedName(String(one)));
        if (first < index) context.addIssue({ code: 'custom', path: [index], message: 'list.twice' });
      });
    });

/** A name that RMAN folds to capitals unless it is quoted stays what was meant; others are taken letter by letter. */
export const foldedName = (name: string): string => (/^[A-Za-z][A-Za-z0-9_$#]*$/.test(name) ? name.toUpperCase() : name);

function oracleName(max: number) {
  return z.string().max(max).refine(isOracleName, { message: 'name.form' });
}

function isOracleName(text: string): boolean {
  return text !== '' && text === text.trim() && text.length <= 128 && !/[:,]/.test(text) && !isHostile(text);
}
