// How and where to a strategy backs up: device, channels, sets, encryption. What excludes what is rules.ts's.
import { z } from 'zod';
import { safeText } from '../safe-text.ts';
import { connectIdentifierSchema, sizeSchema } from './names.ts';

/** A FORMAT. Which one is right depends on the device and on what is written: rules.ts judges it. */
export const formatSchema = safeText(400).min(1).nullable();

export const deviceSchema = z.discriminatedUnion('kind', [
  /** Disk: with a format where it says, without one in the fast recovery area. */
  z.strictObject({ kind: z.literal('disk') }),
  /** Tape or cloud through a media manager. `parms` names its library and settings and may hold no secret. */
  z.strictObject({ kind: z.literal('sbt'), parms: safeText(1000).min(1).nullable() }),
]);
export type Device = z.infer<typeof deviceSchema>;

/** What one channel has of its own; the list begins with `c1`, and channels beyond its end have nothing. */
export const channelOptionsSchema = z.strictObject({
  format: formatSchema,
  /** Bytes a second that the channel reads at most, as `80M`. */
  rate: sizeSchema.nullable(),
  /** The instance of a RAC that the channel connects to (`CONNECT '@name'`), with the login of the target. */
  connect: connectIdentifierSchema.nullable(),
});
export type ChannelOptions = z.infer<typeof channelOptionsSchema>;

const algorithm = z.enum(['AES128', 'AES192', 'AES256']).nullable();

/** The password itself is in the keychain and reaches RMAN through standard input, never a script. */
export const encryptionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('as-configured') }),
  z.strictObject({ kind: z.literal('transparent'), algorithm }),
  z.strictObject({ kind: z.literal('password'), algorithm }),
  z.strictObject({ kind: z.literal('dual'), algorithm }),
]);
export type Encryption = z.infer<typeof encryptionSchema>;

/** True when a run needs the password of the strategy. */
export const needsPassword = ({ kind }: Encryption): boolean => kind === 'password' || kind === 'dual';

/** A window of time (`DURATION`): at its end RMAN stops with an error, or quietly when `partial`. */
export const durationSchema = z.strictObject({
  minutes: z.number().int().min(1).max(5999),
  partial: z.boolean(),
  minimise: z.enum(['none', 'time', 'load']),
});

export const skipSchema = z
  .array(z.enum(['offline', 'readonly', 'inaccessible']))
  .refine((kinds) => new Set(kinds).size === kinds.length, { message: 'list.twice' });

export const controlFileSchema = z.discriminatedUnion('kind', [
  /** The database's own CONFIGURE decides. */
  z.strictObject({ kind: z.literal('as-configured') }),
  /** `INCLUDE CURRENT CONTROLFILE` in the backup itself. */
  z.strictObject({ kind: z.literal('in-backup') }),
  /** Autobackup, its place named for this run; `configure` switches it on for the database, for good. */
  z.strictObject({ kind: z.literal('autobackup'), configure: z.boolean(), format: formatSchema }),
]);
