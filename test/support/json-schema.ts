// Judges a value by the part of JSON Schema (2020-12) that zod writes; an unknown keyword is a mistake of the test.

type Schema = { [key: string]: unknown };

const IGNORED = new Set(['$schema', '$defs', 'title', 'description', 'default']);

/** True when `value` fits `schema`; references are looked up in `root`. @throws Error for a keyword it does not know */
export function fits(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, wanted]) => {
    if (IGNORED.has(keyword)) return true;
    const judge = KEYWORDS[keyword];
    if (judge === undefined) throw new Error(`no judge for the keyword ${keyword}`);
    return judge(wanted, value, root, schema);
  });
}

type Judge = (wanted: unknown, value: unknown, root: Schema, schema: Schema) => boolean;

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const all = (wanted: unknown): Schema[] => wanted as Schema[];
const onText = (judge: (limit: number, length: number) => boolean): Judge => (wanted, value) =>
  typeof value !== 'string' || judge(wanted as number, [...value].length);
const onNumber = (judge: (limit: number, value: number) => boolean): Judge => (wanted, value) =>
  typeof value !== 'number' || judge(wanted as number, value);
const onList = (judge: (limit: number, length: number) => boolean): Judge => (wanted, value) =>
  !Array.isArray(value) || judge(wanted as number, value.length);

function isType(type: unknown, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const KEYWORDS: Record<string, Judge> = {
  $ref: (wanted, value, root) => {
    const named = (root['$defs'] as Schema)[String(wanted).replace('#/$defs/', '')];
    return fits(named as Schema, value, root);
  },
  type: (wanted, value) => [wanted].flat().some((type) => isType(type, value)),
  const: (wanted, value) => value === wanted,
  enum: (wanted, value) => (wanted as unknown[]).includes(value),
  oneOf: (wanted, value, root) => all(wanted).filter((one) => fits(one, value, root)).length === 1,
  anyOf: (wanted, value, root) => all(wanted).some((one) => fits(one, value, root)),
  properties: (wanted, value, root) =>
    !isObject(value) ||
    Object.entries(wanted as Schema).every(
      ([key, one]) => !Object.hasOwn(value, key) || fits(one as Schema, value[key], root),
    ),
  required: (wanted, value) => !isObject(value) || (wanted as string[]).every((key) => Object.hasOwn(value, key)),
  additionalProperties: (wanted, value, _root, schema) => {
    const known = (schema['properties'] ?? {}) as Schema;
    return wanted !== false || !isObject(value) || Object.keys(value).every((key) => Object.hasOwn(known, key));
  },
  items: (wanted, value, root) => !Array.isArray(value) || value.every((one) => fits(wanted as Schema, one, root)),
  minItems: onList((limit, length) => length >= limit),
  maxItems: onList((limit, length) => length <= limit),
  minLength: onText((limit, length) => length >= limit),
  maxLength: onText((limit, length) => length <= limit),
  pattern: (wanted, value) => typeof value !== 'string' || new RegExp(wanted as string, 'u').test(value),
  minimum: onNumber((limit, value) => value >= limit),
  maximum: onNumber((limit, value) => value <= limit),
};
