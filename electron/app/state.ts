// The one owner of published state: keeps the newest value of every slice and numbers each change; decides nothing.
import { sliceNames, sliceSchemas, type SliceName, type SlicePatch, type Slices, type Snapshot } from '../../shared/ipc/slices.ts';

/** State with revisions. Values are parsed on the way in, so that no undeclared key can be published. */
export function createState(initial: Slices) {
  const slices = { ...initial };
  const told = new Map<SliceName, string>();
  const listeners = new Set<(patch: SlicePatch) => void>();
  let rev = 0;
  for (const name of sliceNames) told.set(name, JSON.stringify(slices[name]));

  return {
    /** Replaces a slice and tells every listener, unless nothing changed. */
    publish<Name extends SliceName>(name: Name, value: Slices[Name]): void {
      const clean = sliceSchemas[name].parse(value) as Slices[Name];
      const text = JSON.stringify(clean);
      if (told.get(name) === text) return;
      told.set(name, text);
      slices[name] = clean;
      rev += 1;
      const patch: SlicePatch = { rev, slice: name, value: clean };
      for (const listener of listeners) listener(patch);
    },
    snapshot(): Snapshot {
      return { rev, slices: { ...slices } };
    },
    /** Calls `listener` with every later change; the answer ends it. */
    subscribe(listener: (patch: SlicePatch) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type State = ReturnType<typeof createState>;
