// The JSON file of a strategy (docs/strategy-format.md): read with every problem by field and line, and written.
// Knows no disk: the callers bring and take text.
import { AppError } from '../errors/app-error.ts';
import { problemsOf, type FieldProblem } from '../errors/field-problem.ts';
import { jsonLines } from './json-lines.ts';
import { newStrategySpec, strategySpecSchema, type StrategySpec } from './strategy.ts';
import { withoutIdleOptions } from './strategy/applies.ts';
import { upgradeScope, upgradeSpec } from './strategy/upgrade.ts';

const FORMAT = 'respaldo.strategy';
/** Grows with the fields: an older Respaldo says that it is too old instead of refusing field by field. */
const FORMAT_VERSION = 2;
/** Version 1 knew the whole database and the archived logs on disk; what it said still means the same. */
const READ_VERSIONS: readonly unknown[] = [1, FORMAT_VERSION];

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
  if (!READ_VERSIONS.includes(value['formatVersion'])) {
    const found = String(value['formatVersion']);
    throw refused([{ path: 'formatVersion', code: 'file.version', params: { found, known: FORMAT_VERSION } }]);
  }
  const others = Object.keys(value).filter((key) => !['format', 'formatVersion', 'strategy'].includes(key));
  if (others.length > 0) throw refused([{ path: '', code: 'field.unknown', params: { keys: others.join(', ') } }]);
  return { spec: value['strategy'], prefix: 'strategy' };
}

/** Parts whose own fields may be left out, with what their absence says. */
const PART_DEFAULTS: Readonly<Record<string, JsonObject>> = {
  keep: { restorePoint: null },
  duration: { partial: false, minimise: 'none' },
  schedule: { from: null, until: null, blackouts: [] },
  retries: { ...newStrategySpec().retries },
  notifications: { ...newStrategySpec().notifications },
  afterwards: { ...newStrategySpec().afterwards },
};

function withDefaults(spec: unknown): unknown {
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
