// The simulation of one database as the page shows it: its facts, what was changed about them, the runs that are to
// fail, and the days that come of it, beside the days as planned.
import { useCallback, useMemo, useState } from 'react';
import type { Answer } from '../../ipc/client.ts';
import { questionOf } from '../../../shared/simulation/ask.ts';
import { costOfMisses } from '../../../shared/simulation/cost-of-misses.ts';
import type { Figures } from '../../../shared/simulation/figures.ts';
import { fillings, type Room } from '../../../shared/simulation/rooms.ts';
import { simulatedDays, standingNow, type Miss } from '../../../shared/simulation/simulate.ts';
import type { StrategyOverview, TargetOverview } from '../../../shared/ipc/slices.ts';
import { hereZone } from '../../schedule-parts/zone-clock.ts';
import { useAnswer } from '../../state/answer.ts';
import { useClient, useSlice } from '../../state/window-parts.tsx';
import { collected, useInSlices } from './in-slices.ts';

export const DAYS = 60;

export type Simulation = NonNullable<ReturnType<typeof useSimulation>['shown']>;

/** `shown` is `null` until the facts are there and the days are reckoned. */
export function useSimulation(target: TargetOverview, strategies: readonly StrategyOverview[]) {
  const client = useClient();
  const settings = useSlice('settings');
  const { changes } = useSlice('history');
  const { answer: facts, problem } = useAnswer(
    () => client.ask('simulation.facts', { targetId: target.id }),
    `${target.id} ${changes}`,
  );
  const [edited, setEdited] = useState<Figures | null>(null);
  const [rooms, setRooms] = useState<Room[] | null>(null);
  const [missed, setMissed] = useState<readonly Miss[]>([]);
  const figures = edited ?? facts?.figures ?? null;

  const planned = useMemo(
    () =>
      facts && figures
        ? questionOf({ facts, figures, missed: [], days: DAYS, zone: hereZone() }, { target, strategies, settings })
        : null,
    [facts, figures, target, strategies, settings],
  );
  const asked = useMemo(() => planned && { ...planned, missed: [...planned.missed, ...missed] }, [planned, missed]);
  const ofPlanned = useInSlices(useMemo(() => planned && (() => collected(simulatedDays(planned))), [planned]));
  const ofMissed = useInSlices(
    useMemo(() => (asked && missed.length > 0 ? () => collected(simulatedDays(asked)) : null), [asked, missed.length]),
  );
  const days = missed.length > 0 ? (ofMissed.result ?? ofPlanned.result) : ofPlanned.result;
  const now = useMemo(() => planned && standingNow(planned), [planned]);
  const toggle = useCallback((misses: readonly Miss[]) => setMissed((all) => toggled(all, misses)), []);

  const shown =
    facts && figures && asked && now && days && ofPlanned.result
      ? {
          facts,
          figures,
          question: asked,
          now,
          planned: ofPlanned.result,
          days,
          missed,
          cost: missed.length === 0 ? null : costOfMisses(ofPlanned.result, days),
          rooms: rooms ?? facts.rooms,
          fillings: fillings(days, new Map(now.places.map(({ place, bytes }) => [place, bytes])), rooms ?? facts.rooms),
          isEdited: edited !== null || rooms !== null,
        }
      : null;
  return {
    shown,
    problem,
    busy: ofPlanned.busy || ofMissed.busy,
    toggle,
    reset: useCallback(() => setMissed([]), []),
    setFigures: setEdited,
    setRooms,
    resetFigures: useCallback(() => {
      setEdited(null);
      setRooms(null);
    }, []),
  };
}

export type FactsAnswer = Answer<'simulation.facts'>;

/** Those that are all there already go; else all of them are there. */
export function toggled(all: readonly Miss[], misses: readonly Miss[]): readonly Miss[] {
  const keys = new Set(misses.map(keyOf));
  const others = all.filter((miss) => !keys.has(keyOf(miss)));
  return others.length === all.length - misses.length ? others : [...others, ...misses];
}

export const keyOf = (miss: Miss): string =>
  'instant' in miss ? `${miss.strategyId} ${miss.instant}` : `${miss.strategyId} from ${miss.from}`;
