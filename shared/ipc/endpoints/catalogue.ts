// What is asked about what a database says of itself.
import { z } from 'zod';
import { panelNameSchema, panelSchema } from '../../domain/catalogue/catalogue.ts';
import { ID_PATTERN } from '../../domain/id.ts';
import { call } from '../contract-kit.ts';

const targetId = z.string().regex(ID_PATTERN);

export const catalogueEndpoints = {
  catalogue: {
    /** One panel of a database; `fresh` asks it anew. What keeps it from answering is in the panel. */
    panel: call(z.strictObject({ targetId, name: panelNameSchema, fresh: z.boolean() }), panelSchema),
  },
} as const;
