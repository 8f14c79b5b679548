// How many serious findings each database and each strategy has, for lists. Judged database by database between frames,
// so that ten thousand strategies hold up no page.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Settings } from '../../shared/domain/settings.ts';
import type { StrategyOverview, TargetOverview } from '../../shared/ipc/slices.ts';
import { factsOfTarget, type TargetFacts } from '../../shared/lint/facts.ts';
import { lint, open } from '../../shared/lint/lint.ts';
import { roadsOf } from '../../shared/lint/roads.ts';
import { useAnswer } from '../state/answer.ts';
import { useClient, useSlice } from '../state/window-parts.tsx';

export type Serious = {
  /** By target id; a database without any is not here. */
  ofTarget: ReadonlyMap<string, number>;
  /** By the id of the strategy to look at first. */
  ofStrategy: ReadonlyMap<string, number>;
};

type Judged = { of: string; strategyIds: string[] };

const NONE: Serious = { ofTarget: new Map(), ofStrategy: new Map() };

export function useSerious(): Serious {
  const client = useClient();
  const strategies = useSlice('strategies');
  const targets = useSlice('targets');
  const settings = useSlice('settings');
  const { answer } = useAnswer(() => client.ask('lint.knownFacts'), targets);
  const [serious, setSerious] = useState(NONE);
  const judged = useRef(new Map<string, Judged>());
  const groups = useMemo(() => groupsOf(strategies, targets), [strategies, targets]);
  useEffect(() => {
    const memory = judged.current;
    let timer = 0;
    let next = 0;
    const step = (): void => {
      const group = groups[next];
      if (!group) return setSerious(summed(groups, memory));
      next += 1;
      judge(group, answer?.[group.target.id] ?? factsOfTarget(group.target.spec), settings, memory);
      timer = window.setTimeout(step, 0);
    };
    timer = window.setTimeout(step, 0);
    return () => window.clearTimeout(timer);
  }, [groups, answer, settings]);
  return serious;
}

type Group = { target: TargetOverview; strategies: StrategyOverview[] };

/** Enabled databases; what is switched off is nobody's worry. */
function groupsOf(strategies: readonly StrategyOverview[], targets: readonly TargetOverview[]): Group[] {
  const byTarget = new Map<string, StrategyOverview[]>();
  for (const one of strategies) {
    const own = byTarget.get(one.targetId);
    if (own) own.push(one);
    else byTarget.set(one.targetId, [one]);
  }
  return targets.flatMap((target) => {
    const own = byTarget.get(target.id) ?? [];
    return target.enabled && own.length > 0 ? [{ target, strategies: own }] : [];
  });
}

/** A run that ends changes the slice, and no judgement: only what was saved anew is judged again. */
function judge(group: Group, facts: TargetFacts, settings: Settings, memory: Map<string, Judged>): void {
  const { target, strategies } = group;
  const roads = roadsOf(settings);
  const of = JSON.stringify([facts, roads, strategies.map(({ id, version, enabled }) => [id, version, enabled])]);
  if (memory.get(target.id)?.of === of) return;
  const findings = open(lint({ facts, strategies, roads, now: Date.now() }));
  const strategyIds = findings.flatMap(({ severity, strategies: [first] }) => (severity === 'serious' ? [first ?? ''] : []));
  memory.set(target.id, { of, strategyIds });
}

function summed(groups: readonly Group[], memory: ReadonlyMap<string, Judged>): Serious {
  const ofTarget = new Map<string, number>();
  const ofStrategy = new Map<string, number>();
  for (const { target } of groups) {
    const ids = memory.get(target.id)?.strategyIds ?? [];
    if (ids.length > 0) ofTarget.set(target.id, ids.length);
    for (const id of ids) ofStrategy.set(id, (ofStrategy.get(id) ?? 0) + 1);
  }
  return { ofTarget, ofStrategy };
}
