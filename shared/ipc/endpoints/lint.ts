// What the linter asks of main: facts of databases. It judges where its findings are shown.
import { z } from 'zod';
import { ID_PATTERN } from '../../domain/id.ts';
import { targetFactsSchema } from '../../lint/facts.ts';
import { call } from '../contract-kit.ts';

const targetId = z.string().regex(ID_PATTERN);

export const lintEndpoints = {
  lint: {
    /** What the database itself answers now, beside what its description says. @throws AppError `target.missing` */
    facts: call(z.strictObject({ targetId }), targetFactsSchema),
    /** The same of all databases from what has been answered lately; nobody is asked. */
    knownFacts: call(z.void(), z.record(z.string(), targetFactsSchema)),
  },
} as const;
