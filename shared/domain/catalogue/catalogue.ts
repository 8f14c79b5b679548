// The questions that are asked of a database, each with the shape of its answer.
import { z } from 'zod';
import { configurationSchema, knownJobSchema, recordedPieceSchema } from './backups.ts';
import { dataFileSchema, pluggableSchema, tablespaceSchema } from './files.ts';
import { identitySchema } from './identity.ts';
import { panelResult, type PanelResult } from './panel.ts';
import { archiveDestinationSchema, changeTrackingSchema, corruptStretchSchema, recoveryAreaSchema } from './storage.ts';

/** A list that may have been cut at a limit. */
const list = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), cut: z.boolean() });

const answers = {
  identity: identitySchema,
  'recovery-area': recoveryAreaSchema,
  'change-tracking': changeTrackingSchema,
  corruption: list(corruptStretchSchema),
  configuration: list(configurationSchema),
  tablespaces: list(tablespaceSchema),
  'data-files': list(dataFileSchema),
  pluggables: list(pluggableSchema),
  'archive-destinations': list(archiveDestinationSchema),
  jobs: list(knownJobSchema),
  pieces: list(recordedPieceSchema),
} as const;

export type PanelName = keyof typeof answers;
export const panelNames = Object.keys(answers) as [PanelName, ...PanelName[]];
export const panelNameSchema = z.enum(panelNames);

export type PanelValue<Name extends PanelName> = z.infer<(typeof answers)[Name]>;
export type Panel<Name extends PanelName = PanelName> = {
  [N in Name]: { name: N; result: PanelResult<PanelValue<N>> };
}[Name];

const panel = <Name extends PanelName>(name: Name) =>
  z.strictObject({ name: z.literal(name), result: panelResult(answers[name]) });

export const panelSchema = z.discriminatedUnion('name', [
  panel('identity'),
  panel('recovery-area'),
  panel('change-tracking'),
  panel('corruption'),
  panel('configuration'),
  panel('tablespaces'),
  panel('data-files'),
  panel('pluggables'),
  panel('archive-destinations'),
  panel('jobs'),
  panel('pieces'),
]);
