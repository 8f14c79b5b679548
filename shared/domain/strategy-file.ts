// The JSON file of one or many strategies (docs/strategy-format.md): read with every problem by field and line, and
// written. Knows no disk: the callers bring and take text. Secrets are in no strategy, so they are in no file.
import { AppError } from '../errors/app-error.ts';
import { problemsOf, type FieldProblem } from '../errors/field-problem.ts';
import { jsonLines } from './json-lines.ts';
import { strategySpecSchema, type StrategySpec } from './strategy.ts';
import { withDefaults } from './strategy/file-defaults.ts';

export const FORMAT = 'respaldo.strategy';
/** Grows with the fields: an older Respaldo says that it is too old instead of refusing field by field. */
export const FORMAT_VERSION = 3;
/**
 * Version 1 knew the whole database and the archived logs on disk, version 2 one strategy and no Data Pump; what they
 * said still means the same.
 */
export const READ_VERSIONS: readonly unknown[] = [1, 2, FORMAT_VERSION];
/** More is no file of strategies. */
export const LONGEST_FILE = 4_000_000;
export const MOST_IN_FILE = 1000;

/** A strategy as a file has it; `target` names the database that it was written for, `null` when it says none. */
export type FiledStrategy = { target: string | null; spec: StrategySpec };

/** One strategy of a file, good or with its problems; each problem has its line as `params.line`. */
export type FileEntry =
  | { kind: 'good'; line: number; target: string | null; spec: StrategySpec }
  | { kind: 'refused'; line: number; target: string | null; name: string | null; problems: FieldProblem[] };

type JsonObject = Record<string, unknown>;

/**
 * The strategy of a file: the versioned envelope or a bare spec. Optional fields that are left out get their defaults.
 * @throws AppError `input.invalid`; each problem has the dotted path of its field within the strategy (`scope.mode`)
 *   and, where one is known, the line as `params.line`; `file.several` when the file holds more than one
 */
export function strategyFromFile(text: string): StrategySpec {
  const entries = strategiesFromFile(text);
  const [first] = entries;
  if (first === undefined || entries.length > 1) {
    throw refused([{ path: 'strategies', code: 'file.several', params: { count: entries.length } }]);
  }
  if (first.kind === 'refused') throw refused(first.problems);
  return first.spec;
}

/**
 * Every strategy of a file, in its order; one that is wrong does not take the others along.
 * @throws AppError `input.invalid` when the file itself cannot be read: no JSON, a key twice, another format or version
 */
export function strategiesFromFile(text: string): FileEntry[] {
  if (text.length > LONGEST_FILE) throw refused([{ path: '', code: 'field.too-long', params: { max: LONGEST_FILE } }]);
  const json = text.replace(/^\ufeff/, '');
  const { lines, fault } = jsonLines(json);
  if (fault?.kind === 'twice') throw refused([{ path: fault.path, code: 'file.twice', params: { line: fault.line } }]);
  if (fault !== null) throw refused([{ path: '', code: 'file.syntax', params: { line: fault.line } }]);
  return opened(JSON.parse(json), lines).map(({ target, spec, prefix }) => {
    const line = lines.get(prefix) ?? 1;
    const filled = withDefaults(spec);
    const problems = problemsOf(strategySpecSchema, filled);
    if (problems.length === 0) return { kind: 'good', line, target, spec: strategySpecSchema.parse(filled) };
    const name = isObject(spec) && typeof spec['name'] === 'string' ? spec['name'].slice(0, 200) : null;
    return { kind: 'refused', line, target, name, problems: problems.map((one) => withLine(one, prefix, lines)) };
  });
}

/** The text of one strategy's file: two-space indent, every field, a final newline. */
export const strategyToFile = (spec: StrategySpec): string => written({ strategy: spec });

/** The text of a file with a set of strategies, in this order. */
export const strategiesToFile = (strategies: readonly FiledStrategy[]): string =>
  written({
    strategies: strategies.map(({ target, spec }) => ({ ...(target === null ? {} : { target }), strategy: spec })),
  });

const written = (content: JsonObject): string =>
  `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, ...content }, null, 2)}\n`;

const refused = (problems: FieldProblem[]): AppError => new AppError('input.invalid', {}, problems);
const unknownKeys = (path: string, keys: string[], line: number | undefined): AppError =>
  refused([{ path, code: 'field.unknown', params: { keys: keys.join(', '), ...(line === undefined ? {} : { line }) } }]);

type Opened = { target: string | null; spec: unknown; prefix: string };
type Lines = ReadonlyMap<string, number>;

/** What lies in the envelope, or the bare spec; `prefix` is where it stands in the file. */
function opened(value: unknown, lines: Lines): Opened[] {
  if (!isObject(value)) throw refused([{ path: '', code: 'file.not-strategy', params: { line: 1 } }]);
  const isEnvelope = ('format' in value && 'formatVersion' in value) || 'strategy' in value || 'strategies' in value;
  if (!isEnvelope) return [{ target: null, spec: value, prefix: '' }];
  if (value['format'] !== FORMAT) throw refused([{ path: 'format', code: 'file.not-strategy', params: {} }]);
  const version = value['formatVersion'];
  if (!READ_VERSIONS.includes(version)) {
    throw refused([{ path: 'formatVersion', code: 'file.version', params: { found: String(version), known: FORMAT_VERSION } }]);
  }
  const isSet = version === FORMAT_VERSION && 'strategies' in value;
  const content = isSet ? 'strategies' : 'strategy';
  const others = Object.keys(value).filter((key) => !['format', 'formatVersion', content].includes(key));
  if (others.length > 0) throw unknownKeys('', others, lines.get(others[0] ?? ''));
  return isSet ? openedSet(value['strategies'], lines) : [{ target: null, spec: value['strategy'], prefix: 'strategy' }];
}

function openedSet(list: unknown, lines: Lines): Opened[] {
  const at = lines.get('strategies') ?? 1;
  if (!Array.isArray(list)) throw refused([{ path: 'strategies', code: 'field.wrong-type', params: { line: at } }]);
  if (list.length === 0) throw refused([{ path: 'strategies', code: 'list.empty', params: { line: at } }]);
  if (list.length > MOST_IN_FILE) {
    throw refused([{ path: 'strategies', code: 'field.too-big', params: { max: MOST_IN_FILE, line: at } }]);
  }
  return list.map((one: unknown, index): Opened => {
    const path = `strategies.${index}`;
    const line = lines.get(path) ?? at;
    if (!isObject(one)) throw refused([{ path, code: 'field.wrong-type', params: { line } }]);
    const others = Object.keys(one).filter((key) => key !== 'target' && key !== 'strategy');
    if (others.length > 0) throw unknownKeys(path, others, line);
    const { target = null } = one;
    if (target !== null && (typeof target !== 'string' || target.length > 200)) {
      throw refused([{ path: `${path}.target`, code: 'field.wrong-type', params: { line } }]);
    }
    return { target, spec: one['strategy'], prefix: `${path}.strategy` };
  });
}

/** The line of the field, or of the nearest thing around it when the field is missing. */
function withLine(problem: FieldProblem, prefix: string, lines: Lines): FieldProblem {
  const steps = [prefix, problem.path].filter((part) => part !== '').join('.').split('.');
  for (; steps.length > 0; steps.pop()) {
    const line = lines.get(steps.join('.'));
    if (line !== undefined) return { ...problem, params: { ...problem.params, line } };
  }
  return { ...problem, params: { ...problem.params, line: lines.get('') ?? 1 } };
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
