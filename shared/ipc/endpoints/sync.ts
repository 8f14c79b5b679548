// What is said about facts on their way to the log tables in Oracle.
import { z } from 'zod';
import { quarantinedFactSchema, workstationSchema } from '../../domain/sync.ts';
import { call } from '../contract-kit.ts';

const nothing = z.void();

export const syncEndpoints = {
  sync: {
    /** What Oracle refuses, newest first. */
    quarantine: call(z.strictObject({ limit: z.number().int().min(1).max(500) }), z.array(quarantinedFactSchema)),
    /** Sends a quarantined fact again; `null`: all of them. */
    tryAgain: call(z.strictObject({ no: z.number().int().nullable() }), nothing),
    /** Something was done about the problem: connects at once. */
    retry: call(nothing, nothing),
    /** Everybody who writes into the log tables, as the database knows them. */
    workstations: call(nothing, z.array(workstationSchema)),
  },
} as const;
