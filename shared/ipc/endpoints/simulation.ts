// What is asked for a simulation. The days themselves are reckoned where they are shown, from these facts.
import { z } from 'zod';
import { ID_PATTERN } from '../../domain/id.ts';
import { simulationFactsSchema } from '../../simulation/facts.ts';
import { call } from '../contract-kit.ts';

export const simulationEndpoints = {
  simulation: {
    facts: call(z.strictObject({ targetId: z.string().regex(ID_PATTERN) }), simulationFactsSchema),
  },
} as const;
