// The user's own settings of this workstation; knows no defaults of the machine it runs on.
import { z } from 'zod';

export const languageSchema = z.enum(['en', 'es']);
/** The languages that every text of the product exists in. */
export type Language = z.infer<typeof languageSchema>;

export const settingsSchema = z.strictObject({
  /** `null` follows the operating system. */
  language: languageSchema.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** How many runs may be under way at once, over all targets. */
  runsAtOnce: z.number().int().min(1).max(16),
  /** Seconds that a cancelled run gets after the interrupt, and again after the terminate signal. */
  cancelGraceSeconds: z.number().int().min(1).max(600),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { language: null, theme: 'system', runsAtOnce: 2, cancelGraceSeconds: 30 };
