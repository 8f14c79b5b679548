// What a start needs: every condition in each of its states, and its sentence in both languages.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import {
  gatherRequirementFacts, type RequirementFacts, type RequirementSources,
} from '../../../../electron/scheduler/requirement-facts.ts';
import { requirementsOf } from '../../../../electron/scheduler/requirements.ts';
import type { CheckRow } from '../../../../shared/domain/check.ts';
import { requirementSchema, type Occurrence, type Requirement } from '../../../../shared/domain/occurrence.ts';
import { holdsBack, requirementText, requirementTitle, type RequirementKind } from '../../../../shared/domain/requirement-text.ts';
import { defaultSettings } from '../../../../shared/domain/settings.ts';
import { plainSchedule, type BlackoutCalendar } from '../../../../shared/schedule/schedule.ts';
import { storeInProcess } from '../../../support/store-in-process.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';

const NOW = Date.parse('2026-03-04T12:00:00Z');
const HOUR = 3_600_000;
const target = sampleTarget('DEMO');
const bare = sampleStrategy(target, 'Nightly');
const strategy = {
  ...bare,
  spec: { ...bare.spec, format: '/backup/%U', schedule: plainSchedule({ kind: 'cron', expression: '0 2 * * *' }, 'UTC') },
};
const good = (what: CheckRow['what'], found: string): CheckRow => ({ what, state: 'good', found, problem: null });
const row = (what: CheckRow['what'], state: CheckRow['state'], code: 'rman.home-missing' | 'destination.disk-group' | 'deletion.last-good'): CheckRow => ({
  what,
  state,
  found: '/gone',
  problem: { code, params: { path: '/gone' }, fields: [] },
});

const calm: RequirementFacts = {
  strategy,
  target,
  settings: defaultSettings,
  pause: null,
  onBattery: false,
  open: null,
  checks: { target: [good('version', '19')], destination: [good('destination', '/backup'), good('free-space', '5000000000')], deletion: [] },
  similarBytes: 4_000_000_000,
  active: [],
  lease: null,
};

const occurrence = (change: Partial<Occurrence>): Occurrence => ({
  id: '0'.repeat(26),
  strategyId: strategy.id,
  targetId: target.id,
  strategyName: 'Nightly',
  targetName: 'DEMO',
  instant: NOW - HOUR,
  trigger: 'schedule',
  state: 'waiting',
  reason: null,
  runId: null,
  attempts: 0,
  updatedAt: NOW,
  ...change,
});

const at = (kind: RequirementKind, change: Partial<RequirementFacts>): Pick<Requirement, 'state' | 'code' | 'until'> & { params: Requirement['params'] } => {
  const rows = requirementsOf({ ...calm, ...change }, NOW);
  const { kind: _kind, ...found } = rows.find((one) => one.kind === kind)!;
  return found;
};

const retrying = occurrence({ reason: { kind: 'retry', attempt: 2, at: NOW, rootCode: null } });
const always: BlackoutCalendar = { zone: 'UTC', windows: [{ kind: 'dated', from: '2026-03-04T00:00', until: '2026-03-05T06:00' }] };
const onBattery = { ...defaultSettings, background: { ...defaultSettings.background, holdOnBattery: true } };
const other = sampleRun({ id: 'other', strategyId: 'S9', strategyName: 'Weekly', targetId: target.id, state: 'running' });

describe('the rows of a start', () => {
  test('are ten, each once, and only the clock holds a calm strategy back', () => {
    const rows = requirementsOf(calm, NOW);
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(10);
    for (const one of rows) requirementSchema.parse(one);
    expect(rows.filter(holdsBack).map(({ kind, code }) => [kind, code])).toEqual([['schedule', 'next']]);
  });

  test.each<[RequirementKind, Partial<RequirementFacts>, Partial<Requirement>]>([
    ['enabled', { strategy: { ...strategy, enabled: false } }, { state: 'blocked', code: 'strategy-disabled' }],
    ['enabled', { target: { ...target, enabled: false } }, { state: 'blocked', code: 'target-disabled', params: { target: 'DEMO' } }],
    ['enabled', { target: null }, { state: 'blocked', code: 'target-missing' }],
    ['schedule', {}, { state: 'waiting', code: 'next', until: Date.parse('2026-03-05T02:00:00Z') }],
    ['schedule', { strategy: bare }, { state: 'blocked', code: 'none' }],
    ['schedule', { strategy: { ...strategy, spec: { ...strategy.spec, schedule: plainSchedule({ kind: 'once', at: '2026-03-01T02:00' }, 'UTC') } } }, { state: 'blocked', code: 'ended' }],
    ['schedule', { open: occurrence({}) }, { state: 'green', code: 'due', params: { at: NOW - HOUR } }],
    ['schedule', { open: occurrence({ reason: { kind: 'retry', attempt: 2, at: NOW + HOUR, rootCode: null } }) }, { state: 'waiting', code: 'retry', until: NOW + HOUR }],
    ['not-paused', { pause: { since: NOW - 1, until: NOW + HOUR } }, { state: 'waiting', code: 'paused-until', until: NOW + HOUR }],
    ['not-paused', { pause: { since: NOW - 5, until: null } }, { state: 'blocked', code: 'paused', params: { at: NOW - 5 } }],
    ['not-paused', { pause: { since: NOW - HOUR, until: NOW } }, { state: 'green', code: 'ok' }],
    ['no-blackout', {}, { state: 'green', code: 'ok' }],
    ['no-blackout', { settings: { ...defaultSettings, blackouts: always } }, { state: 'waiting', code: 'blackout', until: Date.parse('2026-03-05T06:00:00Z') }],
    ['no-blackout', { target: { ...target, spec: { ...target.spec, blackouts: always } } }, { state: 'waiting', code: 'blackout' }],
    ['no-blackout', { strategy: { ...strategy, spec: { ...strategy.spec, schedule: { ...strategy.spec.schedule, blackouts: always.windows } } } }, { state: 'waiting', code: 'blackout' }],
    ['power', { onBattery: true }, { state: 'green', code: 'not-held' }],
    ['power', { settings: onBattery, onBattery: true }, { state: 'waiting', code: 'battery' }],
    ['power', { settings: onBattery, onBattery: false }, { state: 'green', code: 'mains' }],
    ['power', { settings: onBattery, onBattery: null }, { state: 'waiting', code: 'unknown' }],
    ['target', {}, { state: 'green', code: 'ok' }],
    ['target', { checks: { ...calm.checks, target: [good('home', '/'), row('home', 'warning', 'destination.disk-group'), row('binary', 'bad', 'rman.home-missing')] } }, { state: 'blocked', code: 'problem', params: { problem: 'rman.home-missing', path: '/gone' } }],
    ['target', { checks: { ...calm.checks, target: [row('alias', 'warning', 'destination.disk-group')] } }, { state: 'waiting', code: 'unknown' }],
    ['target', { target: null }, { state: 'waiting', code: 'unknown-missing' }],
    ['destination', {}, { state: 'green', code: 'ok', params: { path: '/backup' } }],
    ['destination', { checks: { ...calm.checks, destination: [row('destination', 'unknown', 'destination.disk-group')] } }, { state: 'waiting', code: 'unknown' }],
    ['room', {}, { state: 'green', code: 'ok', params: { free: 5e9, needed: 4e9 } }],
    ['room', { similarBytes: 5_000_000_001 }, { state: 'blocked', code: 'short' }],
    ['room', { similarBytes: null }, { state: 'waiting', code: 'unknown-need', params: { free: 5e9 } }],
    ['deletion', { checks: { ...calm.checks, deletion: [good('deletion', '14 → 7 d')] } }, { state: 'green', params: { window: '14 → 7 d' } }],
    ['deletion', { checks: { ...calm.checks, deletion: [row('deletion', 'bad', 'deletion.last-good')] } }, { state: 'blocked', params: { problem: 'deletion.last-good' } }],
    ['room', { checks: { ...calm.checks, destination: [good('destination', '/backup')] } }, { state: 'waiting', code: 'unknown-free' }],
    ['lane', {}, { state: 'green', code: 'free' }],
    ['lane', { active: [other] }, { state: 'waiting', code: 'lane', params: { strategy: 'Weekly', runId: 'other' } }],
    ['lane', { active: [{ ...other, run: { ...other.run, targetId: 'T9' } }], settings: { ...defaultSettings, runsAtOnce: 1 } }, { state: 'waiting', code: 'cap', params: { runsAtOnce: 1 } }],
    ['lane', { active: [sampleRun({ strategyId: strategy.id, targetId: target.id, state: 'running' })] }, { state: 'green', code: 'running' }],
    ['lane', { active: [sampleRun({ strategyId: strategy.id, targetId: target.id })] }, { state: 'green', code: 'next' }],
    ['lane', { active: [sampleRun({ strategyId: strategy.id, targetId: target.id }), other] }, { state: 'waiting', code: 'lane' }],
    ['team', {}, { state: 'green', code: 'own' }],
    ['team', { lease: { kind: 'mine' as const, until: NOW + 5 } }, { state: 'green', code: 'mine', params: { held: NOW + 5 } }],
    ['team', { lease: { kind: 'theirs' as const, workstation: 'dba-2', until: NOW + 5 } }, { state: 'waiting', code: 'theirs', until: NOW + 5 }],
    ['team', { lease: { kind: 'unreached' as const } }, { state: 'blocked', code: 'unreached' }],
  ])('%s %#', (kind, change, wanted) => {
    expect(at(kind, change)).toMatchObject(wanted);
  });

  test('say in each language what they mean, with no place left open', () => {
    const maybe = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
    const bad = row('home', 'bad', 'rman.home-missing');
    const unseen = row('destination', 'unknown', 'destination.disk-group');
    const tooMuch = row('deletion', 'bad', 'deletion.last-good');
    const facts = fc.record<RequirementFacts>({
      strategy: maybe(strategy, bare, { ...strategy, enabled: false }),
      target: maybe<RequirementFacts['target']>(target, null, { ...target, enabled: false }),
      settings: maybe(defaultSettings, onBattery, { ...onBattery, blackouts: always, runsAtOnce: 1 }),
      pause: maybe<RequirementFacts['pause']>(null, { since: NOW, until: null }, { since: NOW, until: NOW + 1 }),
      onBattery: maybe<boolean | null>(true, false, null),
      open: maybe<Occurrence | null>(null, occurrence({}), retrying),
      checks: maybe(
        calm.checks, { target: [bad], destination: [unseen], deletion: [tooMuch] },
        { ...calm.checks, deletion: [good('deletion', '14 → 7 d')] },
      ),
      similarBytes: maybe<number | null>(null, 1, 9e12),
      active: maybe([], [other], [{ ...other, run: { ...other.run, targetId: 'T9' } }]),
      lease: maybe<RequirementFacts['lease']>(
        null, { kind: 'asking' }, { kind: 'mine', until: NOW + 1 }, { kind: 'theirs', workstation: 'dba-2', until: NOW + 1 },
        { kind: 'unreached' },
      ),
    });
    fc.assert(
      fc.property(facts, (found) => {
        for (const one of requirementsOf(found, NOW)) {
          for (const language of ['en', 'es'] as const) {
            expect(requirementText(one, language)).toMatch(/^[^{}]{8,}[.:]$/);
            expect(requirementTitle(one.kind, language)).not.toBe('');
          }
          // What nobody knows is not green; what waits for a known time says for which.
          if (one.code.startsWith('unknown')) expect(one.state).toBe('waiting');
        }
      }),
    );
  });

  test('write sizes and times as their reader does', () => {
    const room = requirementsOf(calm, NOW).find(({ kind }) => kind === 'room')!;
    expect(requirementText(room, 'en')).toBe('4.7 GiB free; the last similar good run wrote 3.7 GiB.');
    expect(requirementText(room, 'es')).toContain('4,7 GiB');
    const paused = requirementsOf({ ...calm, pause: { since: 0, until: NOW + 1 } }, NOW)[2]!;
    expect(requirementText(paused, 'en', { dateTime: String, bytes: String })).toBe(
      `The scheduler is paused until ${NOW + 1}.`,
    );
  });
});

describe('gathering the facts', () => {
  let store: Store;
  let queuedAt = NOW - 100;
  const due = [occurrence({ strategyId: 'S9' }), occurrence({ id: 'come' })];
  const sources = (): RequirementSources => ({
    store: {
      ...store,
      pause: { ...store.pause, load: () => Promise.resolve(null) },
      occurrences: { ...store.occurrences, due: () => Promise.resolve(due) },
    },
    power: { onBattery: () => null },
    checkTarget: () => Promise.resolve([good('version', '19')]),
    checkDestination: () => Promise.resolve([good('destination', '/backup')]),
    checkDeletions: () => Promise.resolve([]),
  });
  beforeEach(async () => {
    store = storeInProcess();
    await store.targets.save(target, null);
    await store.strategies.save(strategy, null);
  });
  afterEach(() => store.close());

  async function insert(bytes: number | null, change: { mode?: 'full'; nothingToDo?: boolean } = {}): Promise<void> {
    const { mode, nothingToDo = false } = change;
    queuedAt += 1;
    const stored = sampleRun({ strategyId: strategy.id, state: 'succeeded', bytes, nothingToDo, queuedAt });
    const scope = mode ? { kind: 'database' as const, mode, plusArchivedLogs: true } : strategy.spec.scope;
    await store.runs.insert({ ...stored, strategySpec: { ...strategy.spec, scope } });
  }

  test('the last similar run is of the same kind, made something, and its size is known', async () => {
    await insert(50);
    await insert(100);
    await insert(70, { mode: 'full' });
    await insert(0, { nothingToDo: true });
    await insert(null);
    const facts = await gatherRequirementFacts(strategy.id, NOW, sources());
    expect(facts).toMatchObject({ similarBytes: 100, pause: null, onBattery: null, open: { id: 'come' } });
    expect(facts.checks.target).toHaveLength(1);
  });

  test('without its database there is nothing to check; without the strategy there is nothing at all', async () => {
    const targets = { ...store.targets, get: () => Promise.resolve(null) };
    const orphan = { ...sources(), store: { ...sources().store, targets } };
    const facts = await gatherRequirementFacts(strategy.id, NOW, orphan);
    expect(facts).toMatchObject({ target: null, checks: { target: [], destination: [] } });
    await expect(gatherRequirementFacts('nobody', NOW, sources())).rejects.toMatchObject({ code: 'strategy.missing' });
  });
});
