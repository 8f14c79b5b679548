// The window's copy of main's state: subscribes, takes a snapshot, replays what is newer. Never changes a slice itself.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { AppError } from '../../shared/errors/app-error.ts';
import type { SlicePatch, Slices, Snapshot } from '../../shared/ipc/slices.ts';
import type { Client } from '../ipc/client.ts';

/** `slices` is `null` until the first snapshot; `waiting` also while a lost one is asked for again. */
export type MirrorState = { waiting: boolean; rev: number; slices: Slices | null };
export type Mirror = {
  store: StoreApi<MirrorState>;
  start(): () => void;
  /** The window was locked: nothing that main has told stays here. */
  forget(): void;
  /** The window was unlocked: asks for everything anew. */
  renew(): void;
};

/** Milliseconds between attempts to reach main. */
const RETRY_MS = 1000;

/** What follows from `patches` on top of a snapshot; `hole` when a revision between them never arrived. */
export function replay(snapshot: Snapshot, patches: readonly SlicePatch[]): Snapshot & { hole: boolean } {
  let { rev } = snapshot;
  let { slices } = snapshot;
  for (const patch of patches.toSorted((a, b) => a.rev - b.rev)) {
    if (patch.rev <= rev) continue;
    if (patch.rev !== rev + 1) return { rev, slices, hole: true };
    rev = patch.rev;
    slices = { ...slices, [patch.slice]: patch.value };
  }
  return { rev, slices, hole: false };
}

/** Builds the mirror. `later` waits between attempts and is exchanged in tests only. */
export function createMirror(
  client: Pick<Client, 'ask' | 'listen'>,
  later: (then: () => void) => void = (then) => setTimeout(then, RETRY_MS),
): Mirror {
  const store = createStore<MirrorState>(() => ({ waiting: true, rev: 0, slices: null }));
  /** Patches that arrived while a snapshot is on its way; `null` when none is asked for. */
  let held: SlicePatch[] | null = null;
  let stopped = true;

  const settle = (snapshot: Snapshot, patches: readonly SlicePatch[]): void => {
    const { rev, slices, hole } = replay(snapshot, patches);
    store.setState({ waiting: hole, rev, slices });
    if (hole) refresh(patches.filter((patch) => patch.rev > rev));
  };

  const refresh = (patches: SlicePatch[]): void => {
    held = patches;
    client.ask('app.snapshot').then(
      (snapshot) => {
        if (stopped) return;
        const newer = held ?? [];
        held = null;
        settle(snapshot, newer);
      },
      (error: unknown) => {
        store.setState({ waiting: true });
        // Somebody has to log in first; then `renew` is called.
        if (error instanceof AppError && error.code === 'session.locked') {
          held = null;
          return;
        }
        later(() => {
          if (!stopped) refresh(held ?? []);
        });
      },
    );
  };

  const hear = (patch: SlicePatch): void => {
    if (held) {
      held.push(patch);
      return;
    }
    const { rev, slices } = store.getState();
    if (slices && patch.rev > rev) settle({ rev, slices }, [patch]);
  };

  return {
    store,
    forget: () => store.setState({ waiting: true, rev: 0, slices: null }),
    renew() {
      if (!stopped && held === null) refresh([]);
    },
    start() {
      stopped = false;
      const leave = client.listen('state.patch', hear);
      refresh([]);
      return () => {
        stopped = true;
        leave();
      };
    },
  };
}
