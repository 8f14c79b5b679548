// What a strategy's file may leave out, and what its absence says. Knows neither the envelope nor lines.
import { newStrategySpec, strategySpecSchema, type StrategySpec } from '../strategy.ts';
import { withoutIdleOptions } from './applies.ts';
import { upgradeScope, upgradeSpec } from './upgrade.ts';

type JsonObject = Record<string, unknown>;

/** Parts whose own fields may be left out, with what their absence says. */
const PART_DEFAULTS: Readonly<Record<string, JsonObject>> = {
  keep: { restorePoint: null },
  duration: { partial: false, minimise: 'none' },
  schedule: { from: null, until: null, blackouts: [] },
  retries: { ...newStrategySpec().retries },
  notifications: { ...newStrategySpec().notifications },
  afterwards: { ...newStrategySpec().afterwards },
};

/** A spec as a file says it, with what it leaves out. Whatever is no spec at all stays as it is, for the schema. */
export function withDefaults(spec: unknown): unknown {
  if (!isObject(spec)) return spec;
  const scope = isObject(spec['scope']) ? upgradeScope(spec['scope']) : spec['scope'];
  const filled = upgradeSpec({ ...defaultsFor(scope), ...spec, ...('scope' in spec ? { scope } : {}) }) as JsonObject;
  for (const [part, defaults] of Object.entries(PART_DEFAULTS)) {
    if (isObject(filled[part])) filled[part] = { ...defaults, ...filled[part] };
  }
  filled['device'] = byKind(filled['device'], { sbt: { parms: null } });
  const algorithm = { algorithm: null };
  filled['encryption'] = byKind(filled['encryption'], { transparent: algorithm, password: algorithm, dual: algorithm });
  filled['controlFile'] = byKind(filled['controlFile'], { autobackup: { configure: false, format: null } });
  filled['scope'] = isObject(scope) ? { ...scope, ...rangeWithDefaults(scope) } : scope;
  if (Array.isArray(filled['perChannel'])) {
    filled['perChannel'] = filled['perChannel'].map((one: unknown) =>
      isObject(one) ? { format: null, rate: null, connect: null, ...one } : one,
    );
  }
  return filled;
}

/** The fields that depend on the kind of backup: a custom script or an image copy has no compression, say. */
function defaultsFor(scope: unknown): Partial<StrategySpec> {
  const parsed = strategySpecSchema.shape.scope.safeParse(scope);
  if (!parsed.success) return {};
  const { name: _name, scope: _scope, ...defaults } = withoutIdleOptions({ ...newStrategySpec(), scope: parsed.data });
  return defaults;
}

function byKind(part: unknown, defaults: Readonly<Record<string, JsonObject>>): unknown {
  return isObject(part) ? { ...defaults[String(part['kind'])], ...part } : part;
}

function rangeWithDefaults({ range }: JsonObject): JsonObject {
  if (!isObject(range) || range['by'] === 'all') return {};
  const thread = range['by'] === 'sequence' ? { thread: null } : {};
  return { range: { from: null, until: null, ...thread, ...range } };
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
