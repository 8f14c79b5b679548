// The zod shape of an error that crosses a process or rests in the store.
import { z } from 'zod';
import { errorCodes } from './codes.ts';
import { fieldProblemSchema } from './field-problem.ts';

export const errorReportSchema = z.strictObject({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fields: z.array(fieldProblemSchema),
});
