// The strategies of one database as the rules look at them: who runs by itself, how often, where to. Prepared once per
// judgement, so that no rule walks a calendar of its own.
import type { NotificationEvent } from '../domain/notification.ts';
import type { StrategySpec } from '../domain/strategy.ts';
import { isFilesScope, type FilesScope } from '../domain/strategy/scope.ts';
import { formatParts } from '../rman/format-string.ts';
import { occurrenceInstants } from '../schedule/occurrences.ts';
import type { TargetFacts } from './facts.ts';

/** A strategy to judge. Its spec is a valid one. */
export type LintedStrategy = { id: string; enabled: boolean; spec: StrategySpec };

/** By which roads alerts leave this workstation when a strategy says nothing else. */
export type AlertRoads = {
  desktop: readonly NotificationEvent[];
  webhook: readonly NotificationEvent[] | null;
  mail: { on: readonly NotificationEvent[]; recipients: number } | null;
};

export type Member = LintedStrategy & {
  name: string;
  scope: StrategySpec['scope'];
  /** Enabled and scheduled. */
  runs: boolean;
  /** The next instants, at most `MOST_STARTS`; none for one that does not run by itself. */
  starts: readonly number[];
};

export type FilesMember = Member & { scope: FilesScope };

export type LintSet = {
  facts: TargetFacts;
  /** `null`: not known, as for a file. */
  roads: AlertRoads | null;
  members: readonly Member[];
  enabled: readonly Member[];
  /** What protects the database: enabled and scheduled. */
  running: readonly Member[];
};

/** Enough to see a month of days, or that something runs many times a day. */
export const MOST_STARTS = 32;
export const DAY = 86_400_000;
/** Nobody waits longer than this for a backup that comes again. */
const HORIZON = 400 * DAY;

export function lintSet(
  strategies: readonly LintedStrategy[],
  facts: TargetFacts,
  roads: AlertRoads | null,
  now: number,
): LintSet {
  const members = strategies.map((strategy) => memberOf(strategy, now));
  return {
    facts,
    roads,
    members,
    enabled: members.filter(({ enabled }) => enabled),
    running: members.filter(({ runs }) => runs),
  };
}

function memberOf(strategy: LintedStrategy, now: number): Member {
  const { id, enabled, spec } = strategy;
  const runs = enabled && spec.schedule !== null;
  let starts: readonly number[] | null = null;
  return {
    id, enabled, spec, runs,
    name: spec.name,
    scope: spec.scope,
    // Most strategies are asked for their name alone.
    get starts() {
      starts ??= runs ? nextStarts(spec, now) : [];
      return starts;
    },
  };
}

function nextStarts({ schedule }: StrategySpec, now: number): number[] {
  const starts: number[] = [];
  if (schedule === null) return starts;
  for (const { at, notes } of occurrenceInstants(schedule, now)) {
    if (at > now + HORIZON) break;
    if (notes.some(({ code }) => code === 'blackout')) continue;
    if (starts.push(at) >= MOST_STARTS) break;
  }
  return starts;
}

export const isFiles = (member: Member): member is FilesMember => isFilesScope(member.scope);

/** Writes backups that the retention policy counts: no rehearsal, no archival one. */
const isCounted = ({ spec }: Member): boolean => !spec.validateOnly && spec.keep === null;

export const isLevel1 = (member: Member): member is FilesMember =>
  isFiles(member) && isCounted(member) && member.scope.mode.startsWith('level-1');
export const isLevel0 = (member: Member): member is FilesMember =>
  isFiles(member) && isCounted(member) && member.scope.mode === 'level-0';
/** Something that a restore can begin with: full, level 0, a copy. */
export const isBase = (member: Member): member is FilesMember =>
  isFiles(member) && isCounted(member) && !member.scope.mode.startsWith('level-1');

/** What only its author knows. */
export const isScript = ({ scope }: Member): boolean => scope.kind === 'custom-script';

/** Leaves backups of archived logs. A script is taken at its word: it names them or it does not. */
export function backsUpLogs({ spec, scope }: Member): boolean {
  if (spec.validateOnly) return false;
  if (isFilesScope(scope)) return scope.plusArchivedLogs && spec.keep === null;
  if (scope.kind === 'archived-logs' || scope.kind === 'recovery-area') return true;
  return scope.kind === 'custom-script' && /\barchivelog\b/i.test(scope.text);
}

/** True when every file of `part` is in `whole`. */
export function covers(whole: FilesScope, part: FilesScope): boolean {
  if (whole.kind === 'database') return true;
  if (whole.kind === 'pdbs') {
    const pdbs = new Set(whole.pdbs);
    if (part.kind === 'pdbs') return part.pdbs.every((name) => pdbs.has(name));
    return part.kind === 'tablespaces' && part.tablespaces.every((name) => name.includes(':') && pdbs.has(name.split(':')[0]!));
  }
  if (whole.kind === 'tablespaces' && part.kind === 'tablespaces') return within(part.tablespaces, whole.tablespaces);
  if (whole.kind === 'datafiles' && part.kind === 'datafiles') return within(part.datafiles, whole.datafiles);
  return whole.kind === part.kind && whole.kind === 'root';
}

function within(part: readonly (string | number)[], whole: readonly (string | number)[]): boolean {
  const names = new Set(whole);
  return part.every((name) => names.has(name));
}

/** The longest time between two starts of all of these together, in days; `null` when none of them comes again. */
export function longestGapDays(members: readonly Member[]): number | null {
  const again = members.filter(({ starts }) => starts.length > 1);
  if (again.length === 0) return null;
  // Beyond the shortest list the others alone would look sparser than they are.
  const end = Math.min(...again.map(({ starts }) => starts.at(-1)!));
  const instants = again.flatMap(({ starts }) => starts.filter((at) => at <= end)).sort((a, b) => a - b);
  let longest = 0;
  for (let index = 1; index < instants.length; index += 1) {
    longest = Math.max(longest, instants[index]! - instants[index - 1]!);
  }
  return longest / DAY;
}

/** Full days: an hour of summer time makes none. */
export const wholeDays = (days: number): number => Math.ceil(days - 0.1);

export type Place = { kind: 'tape' } | { kind: 'recovery-area' } | { kind: 'directory'; path: string };

/** Where the backups of a strategy go; none for what is not RMAN's or not known. */
export function placesOf({ spec, scope }: Member): Place[] {
  if (scope.kind === 'custom-script' || scope.kind === 'data-pump' || spec.validateOnly) return [];
  if (spec.device.kind === 'sbt') return [{ kind: 'tape' }];
  if (scope.kind === 'recovery-area') return scope.destination === null ? [] : [{ kind: 'directory', path: scope.destination }];
  const formats = [spec.format, ...spec.perChannel.map(({ format }) => format)].filter((format) => format !== null);
  if (formats.length === 0) return [{ kind: 'recovery-area' }];
  return [...new Set(formats.map((format) => formatParts(format).directory))].map((path) => ({ kind: 'directory', path }));
}
