// The passwords with which backups are encrypted. No answer has a place for one.
import { z } from 'zod';
import { ID_PATTERN } from '../../domain/id.ts';
import { passwordSchema } from '../../domain/target.ts';
import { call } from '../contract-kit.ts';

const byId = z.strictObject({ id: z.string().regex(ID_PATTERN) });

export const strategySecretEndpoints = {
  strategySecrets: {
    hasPassword: call(byId, z.boolean()),
    setPassword: call(byId.extend({ password: passwordSchema, acceptPlainText: z.boolean() }), z.void()),
    forgetPassword: call(byId, z.void()),
  },
};
