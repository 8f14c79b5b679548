// Puts a question to the simulation together from the facts, the strategies and what somebody wants to try. Pure.
import type { Strategy } from '../domain/strategy.ts';
import type { Settings } from '../domain/settings.ts';
import type { Target } from '../domain/target.ts';
import { DAY } from '../schedule/wall-time.ts';
import { zoneNamed } from '../schedule/zone.ts';
import type { SimulationFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { RECOVERY_AREA } from './place.ts';
import type { Miss, Question } from './simulate.ts';

export type Trial = { facts: SimulationFacts; figures: Figures; missed: readonly Miss[]; days: number; zone: string };

export type Planned = {
  target: Pick<Target, 'enabled' | 'spec'>;
  strategies: readonly Pick<Strategy, 'id' | 'enabled' | 'spec'>[];
  settings: Pick<Settings, 'blackouts'>;
};

export function questionOf({ facts, figures, missed, days, zone }: Trial, planned: Planned): Question {
  const { now, start, observed, skipped } = facts;
  const { target, strategies, settings } = planned;
  return {
    now,
    midnights: midnightsAfter(now, days, zone),
    // A disabled database runs nothing by itself.
    strategies: strategies.map(({ id, enabled, spec }) => ({ id, enabled: enabled && target.enabled, spec })),
    blackouts: [target.spec.blackouts, settings.blackouts].filter((calendar) => calendar !== null),
    figures,
    start,
    observed,
    missed: [...skipped, ...missed],
    // Where no other destination is named, Oracle archives into the recovery area.
    logsPlace: RECOVERY_AREA,
  };
}

/** The ends of the next `days` days by the clock of the zone, today's first. */
export function midnightsAfter(now: number, days: number, zone: string): number[] {
  const clock = zoneNamed(zone) ?? zoneNamed('UTC');
  if (clock === null) throw new Error('this runtime does not know UTC');
  const today = Math.floor((now + clock.offsetAt(now)) / DAY) * DAY;
  const ends = Array.from({ length: days }, (_, index) => clock.instantOf(today + (index + 1) * DAY));
  // A day that a zone leaves out ends when the one before it does.
  return ends.filter((end, index) => end > (index === 0 ? now : ends[index - 1]!));
}
