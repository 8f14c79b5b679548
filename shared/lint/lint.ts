// The one face of the linter: the strategies of one database in, what a careful DBA would say of them out. Pure; asks
// no database and changes nothing.
import type { Language } from '../domain/settings.ts';
import type { TargetFacts } from './facts.ts';
import { SEVERITIES, type Finding, type FindingWords, type Found, type Rule } from './finding.ts';
import { lintSet, type AlertRoads, type LintedStrategy } from './lint-set.ts';
import { RULES } from './rules.ts';

export type { AlertRoads, LintedStrategy };

export type LintQuestion = {
  facts: TargetFacts;
  /** All of one database, each with a valid spec. */
  strategies: readonly LintedStrategy[];
  /** `null`: not known. */
  roads: AlertRoads | null;
  /** From when on schedules are read, milliseconds since 1970. */
  now: number;
  /** One strategy without its database: what a set would lack says nothing. */
  alone?: boolean;
};

/** Worst first; within a severity in the order of the rules. */
export function lint({ facts, strategies, roads, now, alone = false }: LintQuestion): Finding[] {
  const set = lintSet(strategies, facts, roads, now);
  const accepted = acceptedBy(strategies);
  const rules = alone ? RULES.filter(({ judges }) => judges === 'strategy') : RULES;
  const findings = rules.flatMap((rule) => rule.find(set).map((found) => findingOf(rule, found, accepted)));
  return findings.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
}

/** What a finding says. */
export function findingWords({ rule: name, params }: Pick<Finding, 'rule' | 'params'>, language: Language): FindingWords {
  const rule = RULES.find((one) => one.name === name);
  if (!rule) throw new TypeError(`not a rule: ${name}`);
  return rule.words[language](params);
}

/** Findings that nobody has accepted. */
export const open = (findings: readonly Finding[]): Finding[] => findings.filter(({ accepted }) => accepted === null);

type Accepted = ReadonlyMap<string, string>;

function acceptedBy(strategies: readonly LintedStrategy[]): Accepted {
  return new Map(strategies.flatMap(({ id, spec }) => spec.accepted.map(({ rule, reason }) => [`${id} ${rule}`, reason])));
}

/** A finding about a whole set is known as soon as one of its strategies says so. */
function findingOf({ name }: Rule, found: Found, accepted: Accepted): Finding {
  const strategyId = found.strategies.find((id) => accepted.has(`${id} ${name}`));
  if (strategyId === undefined) return { ...found, rule: name, accepted: null };
  return { ...found, rule: name, accepted: { strategyId, reason: accepted.get(`${strategyId} ${name}`)! } };
}
