import { describe, expect, test } from 'vitest';
import { createState } from '../../../../electron/app/state.ts';
import { defaultSettings } from '../../../../shared/domain/settings.ts';
import type { SlicePatch, Slices } from '../../../../shared/ipc/slices.ts';

const empty: Slices = {
  targets: [],
  strategies: [],
  activity: [],
  settings: defaultSettings,
  schedule: { pause: null, standings: [] },
  outbox: { pending: 0, refused: 0, oldest: null },
  sync: {
    activity: 'off', pending: 0, quarantined: 0, oldest: null, lastSuccess: null, backfilling: false,
    workstationId: null, problem: null,
  },
  databases: [],
  catalogue: { progress: {}, concerns: [] },
  logDatabase: { hasPassword: false, status: { kind: 'not-configured' }, installing: null },
  history: { changes: 0 },
  audit: { newest: 0 },
  notices: [],
};

describe('state', () => {
  test('every change is told once under the next revision, and the snapshot holds it', () => {
    const state = createState(empty);
    const heard: SlicePatch[] = [];
    state.subscribe((patch) => heard.push(patch));
    state.publish('history', { changes: 1 });
    state.publish('settings', { ...defaultSettings, theme: 'dark' });
    expect(heard.map(({ rev, slice }) => [rev, slice])).toEqual([
      [1, 'history'],
      [2, 'settings'],
    ]);
    expect(state.snapshot()).toMatchObject({ rev: 2, slices: { history: { changes: 1 }, settings: { theme: 'dark' } } });
  });

  test('publishing the same value again says nothing', () => {
    const state = createState(empty);
    let told = 0;
    state.subscribe(() => (told += 1));
    state.publish('history', { changes: 0 });
    expect(told).toBe(0);
    expect(state.snapshot().rev).toBe(0);
  });

  test('an undeclared key cannot be published', () => {
    const state = createState(empty);
    expect(() => state.publish('settings', { ...defaultSettings, password: 'tiger' } as never)).toThrow();
    expect(JSON.stringify(state.snapshot())).not.toContain('tiger');
  });

  test('a listener that left hears nothing', () => {
    const state = createState(empty);
    let told = 0;
    const leave = state.subscribe(() => (told += 1));
    leave();
    state.publish('history', { changes: 1 });
    expect(told).toBe(0);
  });
});
