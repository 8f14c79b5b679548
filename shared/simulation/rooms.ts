// When a place fills: what a simulation puts there against the room that there is. Pure.
import type { Place } from './place.ts';
import type { SimulatedDay } from './simulate.ts';

/** Bytes that are free now; `null`: nobody knows. `edited`: somebody typed them. */
export type Room = { place: Place; freeBytes: number | null; source: 'seen' | 'database' | 'edited' | 'unknown' };

export type Filling = {
  place: Place;
  /** Bytes there when the simulation begins, at its end and on its fullest day. */
  begin: number;
  end: number;
  most: number;
  freeBytes: number | null;
  /** Index of the first day on which it does not fit any more; `null`: it fits, or the room is not known. */
  fullOn: number | null;
};

/** `begin`: bytes by place at the start. */
export function fillings(
  days: readonly SimulatedDay[],
  begin: ReadonlyMap<Place, number>,
  rooms: readonly Room[],
): Filling[] {
  const places = new Set([...begin.keys(), ...days.flatMap(({ places: all }) => all.map(({ place }) => place))]);
  return [...places].map((place) => {
    const before = begin.get(place) ?? 0;
    const free = rooms.find((room) => room.place === place)?.freeBytes ?? null;
    const byDay = days.map((day) => day.places.find((one) => one.place === place) ?? { bytes: 0, most: 0 });
    const full = free === null ? -1 : byDay.findIndex(({ most }) => most > before + free);
    return {
      place,
      begin: before,
      end: byDay.at(-1)?.bytes ?? before,
      most: Math.max(before, ...byDay.map(({ most }) => most)),
      freeBytes: free,
      fullOn: full < 0 ? null : full,
    };
  });
}
