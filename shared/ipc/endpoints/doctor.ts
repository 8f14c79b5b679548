// What is asked of the doctor.
import { z } from 'zod';
import { checkRowSchema } from '../../domain/check.ts';
import { ID_PATTERN } from '../../domain/id.ts';
import { targetSpecSchema } from '../../domain/target.ts';
import { strategySpecSchema } from '../../domain/strategy.ts';
import { assessmentSchema } from '../../retention/assess.ts';
import { call, stream } from '../contract-kit.ts';

const id = z.string().regex(ID_PATTERN);

export const doctorEndpoints = {
  doctor: {
    /**
     * Looks at everything that a run on the database of a form needs, one chunk per row as soon as it is known; `id`
     * names the saved one, whose passwords, SQL connection and strategies are used. The stream ends with the last row.
     */
    examine: stream(z.strictObject({ spec: targetSpecSchema, id: id.nullable() }), checkRowSchema),
    /** What the deletions of the strategy in a form would do on a database. */
    foreseeDeletions: call(z.strictObject({ targetId: id, spec: strategySpecSchema }), assessmentSchema),
  },
} as const;
