// The JSON Schema of a strategy's file, made from the zod schema: for editors that help while a file is written. It
// says shapes, choices and limits; what excludes what only Respaldo itself judges. Loaded by the script that writes it.
import { z } from 'zod';
import { FORMAT, FORMAT_VERSION, MOST_IN_FILE, READ_VERSIONS } from '../strategy-file.ts';
import { strategySpecSchema } from '../strategy.ts';
import { newDataPumpScope } from './data-pump.ts';

type Schema = { [key: string]: unknown };

/** Fields that a file may leave out, by where their object stands; `*` goes through every variant of a union. */
const OPTIONAL: readonly [path: string, fields: readonly string[]][] = [
  ['scope.*', ['plusArchivedLogs', 'range', 'notBackedUpTimes', 'deleteInput', 'destination', ...exportDefaults()]],
  ['scope.*.range.*', ['from', 'until', 'thread']],
  ['device.*', ['parms']],
  ['perChannel.items', ['format', 'rate', 'connect']],
  ['encryption.*', ['algorithm']],
  ['duration.*', ['partial', 'minimise']],
  ['keep.*', ['restorePoint']],
  ['controlFile.*', ['configure', 'format']],
  ['afterwards', ['restoreValidate', 'crosscheck', 'deleteExpired', 'deleteObsolete', 'report']],
  ['schedule.*', ['from', 'until', 'blackouts']],
  ['retries', ['count', 'firstMinutes', 'longestMinutes']],
  ['notifications', ['recipients', 'on']],
];
/** Of the strategy itself all but these may be left out. */
const NEEDED = ['name', 'scope'];

/** A Data Pump export needs to say what it takes, and nothing else. */
function exportDefaults(): string[] {
  return Object.keys(newDataPumpScope()).filter((field) => field !== 'kind' && field !== 'what');
}

/** The schema as an object that can be written as JSON. */
export function strategyFileJsonSchema(): Schema {
  const spec = z.toJSONSchema(strategySpecSchema, { unrepresentable: 'any', io: 'input' }) as Schema;
  const { $schema, ...strategy } = spec;
  for (const [path, fields] of OPTIONAL) {
    for (const part of partsAt(strategy, path.split('.'))) {
      part['required'] = requiredOf(part).filter((field) => !fields.includes(field));
    }
  }
  strategy['required'] = NEEDED;
  const reference = { $ref: '#/$defs/strategy' };
  const envelope = (versions: readonly unknown[], content: Schema): Schema => ({
    type: 'object',
    properties: { format: { const: FORMAT }, formatVersion: { enum: versions }, ...content },
    required: ['format', 'formatVersion', ...Object.keys(content)],
    additionalProperties: false,
  });
  const filed = {
    type: 'object',
    properties: { target: { type: ['string', 'null'], maxLength: 200 }, strategy: reference },
    required: ['strategy'],
    additionalProperties: false,
  };
  return {
    $schema,
    title: 'Respaldo strategies',
    oneOf: [
      envelope(READ_VERSIONS, { strategy: reference }),
      envelope([FORMAT_VERSION], {
        strategies: { type: 'array', items: filed, minItems: 1, maxItems: MOST_IN_FILE },
      }),
      reference,
    ],
    $defs: { strategy },
  };
}

const requiredOf = (part: Schema): string[] => (Array.isArray(part['required']) ? part['required'].map(String) : []);

/** The object schemas at a path of property names, `items` and `*`. */
function partsAt(schema: Schema, steps: readonly string[]): Schema[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [schema];
  if (step === '*') return variantsOf(schema).flatMap((variant) => partsAt(variant, rest));
  const below = step === 'items' ? schema['items'] : (schema['properties'] as Schema | undefined)?.[step];
  return below === undefined ? [] : partsAt(below as Schema, rest);
}

function variantsOf(schema: Schema): Schema[] {
  const variants = (schema['oneOf'] ?? schema['anyOf']) as Schema[] | undefined;
  return variants ? variants.flatMap(variantsOf) : [schema];
}
