// Brings what an earlier Respaldo wrote to today's shape, before the schema judges it. Pure; drops and invents nothing
// that the earlier version could say: a field that did not exist yet says what its absence meant.
import { newDataPumpScope } from './data-pump.ts';
import { strategySpecSchema, newStrategySpec, type StrategySpec } from '../strategy.ts';

type JsonObject = Record<string, unknown>;

const FILES_KINDS = new Set<unknown>(['database', 'root', 'pdbs', 'tablespaces', 'datafiles']);

/** A strategy as JSON with the fields that its version did not know; anything else is given back as it is. */
export function upgradeSpec(value: unknown): unknown {
  if (!isObject(value)) return value;
  const filled: JsonObject = { ...newFields(), ...value };
  if (isObject(filled['scope'])) filled['scope'] = upgradeScope(filled['scope']);
  return filled;
}

/** The strategy of a stored value, whatever version wrote it; `null` when today's rules refuse it. */
export function storedStrategySpec(value: unknown): StrategySpec | null {
  const parsed = strategySpecSchema.safeParse(upgradeSpec(value));
  return parsed.success ? parsed.data : null;
}

/** What a scope says when it leaves a field out. */
export function upgradeScope(scope: JsonObject): JsonObject {
  if (scope['kind'] === 'archived-logs') {
    return { range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'keep', ...scope };
  }
  if (scope['kind'] === 'data-pump') return upgradeDataPump(scope);
  if (scope['kind'] === 'recovery-area') return { destination: null, ...scope };
  return FILES_KINDS.has(scope['kind']) ? { plusArchivedLogs: true, ...scope } : scope;
}

function upgradeDataPump(scope: JsonObject): JsonObject {
  const { what: _what, ...defaults } = newDataPumpScope();
  return { ...defaults, ...scope };
}

function newFields(): Partial<StrategySpec> {
  const fields: Partial<StrategySpec> = newStrategySpec();
  // A strategy without a name or without a scope is a mistake, not a wish for ours.
  delete fields.name;
  delete fields.scope;
  return fields;
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
