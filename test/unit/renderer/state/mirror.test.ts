// The mirror of main's state: order of patches, holes, late snapshots and a main that does not answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMirror, replay } from '../../../../renderer/state/mirror.ts';
import { createClient } from '../../../../renderer/ipc/client.ts';
import type { SlicePatch, Snapshot } from '../../../../shared/ipc/slices.ts';
import { createFakeBridge } from '../../../support/fake-bridge.ts';
import { emptySlices } from '../../../support/fake-content.ts';

const changes = (count: number) => ({ changes: count });
const patch = (rev: number): SlicePatch => ({ rev, slice: 'history', value: changes(rev) });
const snapshot = (rev: number): Snapshot => ({ rev, slices: { ...emptySlices(), history: changes(rev) } });

describe('replay', () => {
  it('comes to the newest revision whatever the order in which patches arrived', () => {
    const shuffled = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }))
      .chain(([from, count]) => {
        const patches = Array.from({ length: count }, (_, at) => patch(from + 1 + at));
        const order = fc.shuffledSubarray(patches, { minLength: count });
        return fc.tuple(fc.constant(from), order);
      });
    fc.assert(
      fc.property(shuffled, ([from, patches]) => {
        const result = replay(snapshot(from), patches);
        expect(result.hole).toBe(false);
        expect(result.rev).toBe(from + patches.length);
        expect(result.slices.history).toEqual(changes(from + patches.length));
      }),
    );
  });

  it('ignores what the snapshot already holds', () => {
    const result = replay(snapshot(5), [patch(3), patch(5), patch(6)]);
    expect(result).toMatchObject({ rev: 6, hole: false });
    expect(result.slices.history).toEqual(changes(6));
  });

  it('stops before a hole and says so', () => {
    expect(replay(snapshot(1), [patch(2), patch(4)])).toMatchObject({ rev: 2, hole: true });
  });
});

/** A main that answers when told to. */
function quietMain() {
  const waiting: { resolve(snapshot: Snapshot): void; reject(error: Error): void }[] = [];
  let ear: (patch: SlicePatch) => void = () => undefined;
  let left = false;
  const later: (() => void)[] = [];
  const client = {
    ask: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    listen: (_name: string, hear: (patch: SlicePatch) => void) => {
      ear = hear;
      return () => (left = true);
    },
  } as unknown as Parameters<typeof createMirror>[0];
  const mirror = createMirror(client, (then) => later.push(then));
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    mirror,
    asked: () => waiting.length,
    left: () => left,
    patch: (rev: number) => ear(patch(rev)),
    async answer(rev: number) {
      waiting.shift()?.resolve(snapshot(rev));
      await settled();
    },
    async fail() {
      waiting.shift()?.reject(new Error('no main'));
      await settled();
    },
    wait: () => later.splice(0).forEach((then) => then()),
  };
}

describe('the mirror', () => {
  it('shows nothing before the first snapshot, then replays what came meanwhile', async () => {
    const main = quietMain();
    main.mirror.start();
    main.patch(8);
    main.patch(7);
    expect(main.mirror.store.getState().slices).toBeNull();
    await main.answer(6);
    expect(main.mirror.store.getState()).toMatchObject({ waiting: false, rev: 8 });
    expect(main.mirror.store.getState().slices?.history).toEqual(changes(8));
  });

  it('asks for a new snapshot at a hole and keeps the newer patches for it', async () => {
    const main = quietMain();
    main.mirror.start();
    await main.answer(1);
    main.patch(2);
    expect(main.asked()).toBe(0);
    main.patch(4);
    expect(main.asked()).toBe(1);
    expect(main.mirror.store.getState()).toMatchObject({ waiting: true, rev: 2 });
    main.patch(5);
    await main.answer(3);
    expect(main.mirror.store.getState()).toMatchObject({ waiting: false, rev: 5 });
  });

  it('asks again when the new snapshot leaves a hole as well', async () => {
    const main = quietMain();
    main.mirror.start();
    await main.answer(1);
    main.patch(5);
    await main.answer(2);
    expect(main.mirror.store.getState()).toMatchObject({ waiting: true, rev: 2 });
    await main.answer(5);
    expect(main.mirror.store.getState()).toMatchObject({ waiting: false, rev: 5 });
  });

  it('keeps untouched slices identical, so that their components rest', async () => {
    const main = quietMain();
    main.mirror.start();
    await main.answer(1);
    const before = main.mirror.store.getState().slices;
    main.patch(2);
    const after = main.mirror.store.getState().slices;
    expect(after?.targets).toBe(before?.targets);
    expect(after?.history).not.toBe(before?.history);
  });

  it('keeps what it shows while main does not answer, and tries again', async () => {
    const main = quietMain();
    main.mirror.start();
    await main.answer(1);
    main.patch(3);
    await main.fail();
    expect(main.mirror.store.getState().waiting).toBe(true);
    expect(main.mirror.store.getState().slices).not.toBeNull();
    main.wait();
    await main.answer(2);
    expect(main.mirror.store.getState()).toMatchObject({ waiting: false, rev: 3 });
  });

  it('takes nothing in once stopped', async () => {
    const main = quietMain();
    const stop = main.mirror.start();
    stop();
    await main.answer(1);
    expect(main.left()).toBe(true);
    expect(main.mirror.store.getState().slices).toBeNull();
  });

  it('heals over a whole bridge that loses an announcement', async () => {
    const bridge = createFakeBridge();
    const mirror = createMirror(createClient(bridge));
    mirror.start();
    await expect.poll(() => mirror.store.getState().waiting).toBe(false);
    bridge.loseNextPatch();
    bridge.publish('history', { changes: 1 });
    bridge.publish('notices', []);
    await expect.poll(() => mirror.store.getState().slices?.history).toEqual({ changes: 1 });
    expect(mirror.store.getState().waiting).toBe(false);
  });
});
