// What the linter says: a finding, what can be done about it with one click, and the shape of a rule. Knows no rule.
import type { StrategySpec } from '../domain/strategy.ts';
import type { Language } from '../domain/settings.ts';
import type { LintSet } from './lint-set.ts';

/** Worst first. `serious`: a restore or a run fails; `caution`: one more fault and it does; `hint`: good to know. */
export const SEVERITIES = ['serious', 'caution', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type FindingParams = Readonly<Record<string, string | number | boolean | null>>;

/** Fields of a strategy with the values that they should have. */
export type SpecPatch = Partial<StrategySpec>;

export type Repair = {
  /** Names the text of the button (repairs.ts). */
  choice: string;
  params: FindingParams;
  /** Whose spec it changes. */
  strategyId: string;
  patch: SpecPatch;
};

/** What a rule has found; `lint` adds who found it and whether somebody knows of it. */
export type Found<Params extends FindingParams = FindingParams> = {
  severity: Severity;
  /** Ids of the strategies concerned, the one to look at first in front; empty: all of the database together. */
  strategies: readonly string[];
  /** Dotted path of the field in the first strategy's spec; `null` where no single field is the cause. */
  path: string | null;
  params: Params;
  repairs: readonly Repair[];
};

export type Finding = Found & {
  rule: string;
  /** Somebody knows and has said why (`accepted` of a strategy concerned); `null`: nobody. */
  accepted: { strategyId: string; reason: string } | null;
};

/** A finding in words. */
export type FindingWords = {
  title: string;
  why: string;
  /** What is lost, and when, told as it happens. */
  example: string;
  todo: string;
};

export type Rule<Params extends FindingParams = FindingParams> = {
  name: string;
  /** `strategy`: judges each by itself, so that a file alone can be judged; `set`: all of a database together. */
  judges: 'strategy' | 'set';
  find(set: LintSet): Found<Params>[];
  words: Record<Language, (params: Params) => FindingWords>;
};

/** A rule as the closed list holds it: what its own `find` has found fits its own words. */
export const rule = <Params extends FindingParams>(of: Rule<Params>): Rule => of as unknown as Rule;

export const isWorse = (one: Severity, other: Severity): boolean => SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other);
