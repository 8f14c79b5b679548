// The JSON file of a strategy (docs/strategy-format.md): read with every problem by field and line, and written.
// Knows no disk: the callers bring and take text.
import { AppError } from '../errors/app-error.ts';
import { problemsOf, type FieldProblem } from '../errors/field-problem.ts';
import { jsonLines } from './json-lines.ts';
import { newStrategySpec, strategySpecSchema, type StrategySpec } from './strategy.ts';

const FORMAT = 'respaldo.strategy';
/** Grows when an older Respaldo would misread the file; a new optional field does not count. */
const FORMAT_VERSION = 1;

type JsonObject = Record<string, unknown>;

/**
 * The strategy of a file: the versioned envelope or a bare spec. Optional fields that are left out get their defaults.
 * @throws AppError `input.invalid`; each problem has the dotted path of its field within the strategy (`scope.mode`)
 *   and, where one is known, the line as `params.line`
 */
export function strategyFromFile(text: string): StrategySpec {
  const json = text.replace(/^\ufeff/, '');
  const { lines, fault } = jsonLines(json);
  if (fault?.kind === 'twice') throw refused([{ path: fault.path, code: 'file.twice', params: { line: fault.line } }]);
  if (fault !== null) throw refused([{ path: '', code: 'file.syntax', params: { line: fault.line } }]);
  const { spec, prefix } = opened(JSON.parse(json));
  const filled = withDefaults(spec);
  const problems = problemsOf(strategySpecSchema, filled);
  if (problems.length > 0) throw refused(problems.map((problem) => withLine(problem, prefix, lines)));
  return strategySpecSchema.parse(filled);
}

/** The text of a strategy's file: two-space indent, every field, a final newline. */
export function strategyToFile(spec: StrategySpec): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, strategy: spec }, null, 2)}\n`;
}

const refused = (problems: FieldProblem[]): AppError => new AppError('input.invalid', {}, problems);

/** What lies in the envelope, or the bare spec; `prefix` is where it stands in the file. */
function opened(value: unknown): { spec: unknown; prefix: string } {
  if (!isObject(value)) throw refused([{ path: '', code: 'file.not-strategy', params: { line: 1 } }]);
  if (!('format' in value && 'formatVersion' in value) && !('strategy' in value)) return { spec: value, prefix: '' };
  if (value['format'] !== FORMAT) throw refused([{ path: 'format', code: 'file.not-strategy', params: {} }]);
  if (value['formatVersion'] !== FORMAT_VERSION) {
    const found = String(value['formatVersion']);
    throw refused([{ path: 'formatVersion', code: 'file.version', params: { found, known: FORMAT_VERSION } }]);
  }
  const others = Object.keys(value).filter((key) => !['format', 'formatVersion', 'strategy'].includes(key));
  if (others.length > 0) throw refused([{ path: '', code: 'field.unknown', params: { keys: others.join(', ') } }]);
  return { spec: value['strategy'], prefix: 'strategy' };
}

function withDefaults(spec: unknown): unknown {
  if (!isObject(spec)) return spec;
  const defaults: Partial<StrategySpec> = newStrategySpec();
  // A strategy without a name or without a scope is a mistake, not a wish for ours.
  delete defaults.name;
  delete defaults.scope;
  const filled: JsonObject = { ...defaults, ...spec };
  if (isObject(filled['scope'])) filled['scope'] = scopeWithDefaults(filled['scope']);
  if (isObject(filled['schedule'])) filled['schedule'] = { from: null, until: null, blackouts: [], ...filled['schedule'] };
  for (const part of ['retries', 'notifications'] as const) {
    if (isObject(filled[part])) filled[part] = { ...defaults[part], ...filled[part] };
  }
  return filled;
}

function scopeWithDefaults(scope: JsonObject): JsonObject {
  if (scope['kind'] === 'database') return { plusArchivedLogs: true, ...scope };
  if (scope['kind'] === 'archived-logs') return { notBackedUpTimes: null, ...scope };
  return scope;
}

/** The line of the field, or of the nearest thing around it when the field is missing. */
function withLine(problem: FieldProblem, prefix: string, lines: ReadonlyMap<string, number>): FieldProblem {
  const steps = [prefix, problem.path].filter((part) => part !== '').join('.').split('.');
  for (; steps.length > 0; steps.pop()) {
    const line = lines.get(steps.join('.'));
    if (line !== undefined) return { ...problem, params: { ...problem.params, line } };
  }
  return { ...problem, params: { ...problem.params, line: lines.get('') ?? 1 } };
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
