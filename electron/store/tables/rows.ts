// Reads the JSON that rests in columns. Rows outlive the rules they were written under, so nothing here takes a list
// down: each caller says what stands in for a value that today's schema refuses.
import type { z } from 'zod';

/** The parsed value, or `null` when the text is no JSON or not what the schema wants. */
export function parsedJson<Value>(schema: z.ZodType<Value>, text: string): Value | null {
  const parsed = schema.safeParse(rawJson(text));
  return parsed.success ? parsed.data : null;
}

/** As `parsedJson`, for an object written before some of its fields existed: those come from `defaults`. */
export function parsedObject<Value extends object>(
  schema: z.ZodType<Value>,
  defaults: Partial<Value>,
  text: string,
): Value | null {
  const parsed = schema.safeParse({ ...defaults, ...(rawJson(text) as object | undefined) });
  return parsed.success ? parsed.data : null;
}

/** The value behind a JSON text; `undefined` when it is none. */
export function rawJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
