// Unsaved forms of whoever sits at the window.
import { z } from 'zod';
import { formDraftSchema } from '../../domain/form-draft.ts';
import { call } from '../contract-kit.ts';

const nothing = z.void();

export const draftEndpoints = {
  drafts: {
    list: call(nothing, z.array(formDraftSchema)),
    put: call(formDraftSchema.omit({ savedAt: true }), nothing),
    drop: call(formDraftSchema.pick({ form: true }), nothing),
  },
} as const;
