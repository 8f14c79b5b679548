// The tray says in two languages, and by a shape of its own, how it stands; nothing it says is a guess.
import { describe, expect, test } from 'vitest';
import { pauseEnd, trayModel, type TrayItem, type TraySlices } from '../../../../electron/shell/tray-menu.ts';
import type { Occurrence, OccurrenceReason, Standing } from '../../../../shared/domain/occurrence.ts';
import type { ActiveRun, Run } from '../../../../shared/domain/run.ts';
import type { Language } from '../../../../shared/domain/settings.ts';
import type { StrategyOverview } from '../../../../shared/ipc/slices.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';

const zone = 'UTC';
const now = Date.UTC(2026, 10, 24, 13, 30);
const at = (hour: number, minute = 0, day = 24): number => Date.UTC(2026, 10, day, hour, minute);

const prod = sampleTarget('PROD', { id: 'T1' });
const test1 = sampleTarget('TEST', { id: 'T2' });
type Change = Partial<StrategyOverview>;
const strategy = (id: string, name: string, target = prod, change: Change = {}): StrategyOverview => ({
  ...sampleStrategy(target, name, { id }),
  lastAttempt: null,
  lastGood: null,
  ...change,
});
const attempt = (state: Run['state']): Run => ({ ...sampleRun().run, id: 'RUN', state });
const standing = (strategyId: string, change: Partial<Standing>): Standing => ({
  strategyId,
  next: null,
  open: null,
  overdueSince: null,
  ...change,
});
const open = (reason: OccurrenceReason, runId: string | null = null): Occurrence => ({
  id: 'O1',
  strategyId: 'S1',
  targetId: 'T1',
  strategyName: 'DAILY_L1',
  targetName: 'PROD',
  instant: at(2),
  trigger: 'schedule',
  state: 'waiting',
  reason,
  runId,
  attempts: 1,
  updatedAt: now,
});
type Waits = ActiveRun['waitsFor'];
const active = (change: Partial<Run>, usualMs: number | null = null, waitsFor: Waits = null): ActiveRun => ({
  run: { ...sampleRun().run, id: 'RUN', strategyName: 'DAILY_L1', targetName: 'PROD', state: 'running', ...change },
  waitsFor,
  progress: { step: null, lines: 0, pieces: 0, sets: 0, files: 0, errors: 0, lastOutputAt: null, usualMs },
});
const slices = (change: Partial<TraySlices> = {}): TraySlices => ({
  targets: [prod, test1].map((target) => ({ ...target, hasPassword: false })),
  strategies: [strategy('S1', 'DAILY_L1')],
  activity: [],
  schedule: { pause: null, standings: [] },
  outbox: { pending: 0, refused: 0, oldest: null },
  ...change,
});
const model = (change: Partial<TraySlices> = {}, language: Language = 'en') =>
  trayModel(slices(change), { language, now, zone });
const labels = (items: TrayItem[]): string[] => items.map((item) => (item.kind === 'separator' ? '—' : item.label));
const submenu = (items: TrayItem[], label: string): TrayItem[] => {
  const found = items.find((item) => item.kind === 'submenu' && item.label === label);
  return found?.kind === 'submenu' ? found.items : [];
};
const actOf = (items: TrayItem[], label: string) => {
  const found = items.find((item) => item.kind === 'line' && item.label === label);
  return found?.kind === 'line' ? found.act : 'no such line';
};

describe('the menu', () => {
  test('at rest: what comes next, what can be started, pause, open, quit', () => {
    const { state, percent, items, tooltip } = model({
      schedule: { pause: null, standings: [standing('S1', { next: at(2, 0, 25) })] },
    });
    expect([state, percent]).toEqual(['idle', null]);
    expect(labels(items)).toEqual([
      'Next: DAILY_L1 of PROD on Wed, Nov 25 at 02:00', '—', 'Run now', 'Pause', '—', 'Open Respaldo', 'Quit',
    ]);
    expect(labels(submenu(items, 'Run now'))).toEqual(['DAILY_L1 of PROD']);
    expect(actOf(submenu(items, 'Run now'), 'DAILY_L1 of PROD')).toEqual({ kind: 'run', strategyId: 'S1' });
    expect(submenu(items, 'Pause').map((item) => (item.kind === 'line' ? item.act : null))).toEqual([
      { kind: 'pause', length: 'hour' },
      { kind: 'pause', length: 'tomorrow' },
      { kind: 'pause', length: 'until-resumed' },
    ]);
    expect(tooltip).toBe('Respaldo\nNext: DAILY_L1 of PROD on Wed, Nov 25 at 02:00');
  });

  test('the same in Spanish', () => {
    const { items } = model({ schedule: { pause: null, standings: [standing('S1', { next: at(22) })] } }, 'es');
    expect(labels(items)).toEqual([
      'Próxima: DAILY_L1 de PROD a las 22:00', '—', 'Ejecutar ahora', 'Pausar', '—', 'Abrir Respaldo', 'Salir',
    ]);
    expect(labels(submenu(items, 'Pausar'))).toEqual(['Durante 1 hora', 'Hasta mañana', 'Hasta que se reanude']);
  });

  test('of several planned starts the earliest is next; one o’clock is singular in Spanish', () => {
    const standings = [standing('S1', { next: at(3, 0, 25) }), standing('S2', { next: at(1, 15, 25) })];
    const change = {
      strategies: [strategy('S1', 'DAILY_L1'), strategy('S2', 'LOGS', test1)],
      schedule: { pause: null, standings },
    };
    expect(labels(model(change, 'es').items)[0]).toBe('Próxima: LOGS de TEST el mié, 25 nov a la 01:15');
  });

  test('nothing planned and no strategies are said, not left out', () => {
    expect(labels(model({ strategies: [] }).items)[0]).toBe('Nothing is planned');
    expect(labels(submenu(model({ strategies: [] }).items, 'Run now'))).toEqual(['No strategies yet']);
    const { items } = model({ strategies: [] }, 'es');
    expect(labels(submenu(items, 'Ejecutar ahora'))).toEqual(['Aún no hay estrategias']);
  });

  test('disabled strategies and those of disabled databases cannot be started', () => {
    const change = {
      targets: [{ ...prod, hasPassword: false }, { ...test1, enabled: false, hasPassword: false }],
      strategies: [strategy('S1', 'ON'), strategy('S2', 'OFF', prod, { enabled: false }), strategy('S3', 'FAR', test1)],
    };
    expect(labels(submenu(model(change).items, 'Run now'))).toEqual(['ON of PROD']);
  });

  test('many strategies are grouped by database, and a database shows no more than a menu can hold', () => {
    const many = Array.from({ length: 40 }, (_, n) => strategy(`P${n}`, `P${n}`));
    const change = { strategies: [...many, strategy('S2', 'LOGS', test1)] };
    const groups = submenu(model(change).items, 'Run now');
    expect(labels(groups)).toEqual(['PROD', 'TEST']);
    const first = labels(submenu(groups, 'PROD'));
    expect(first).toHaveLength(31);
    expect(first.slice(0, 3)).toEqual(['P0', 'P1', 'P2']);
    expect(first.at(-1)).toBe('More in Respaldo…');
  });
});

describe('what runs', () => {
  test('shows a share only where the last good run gives one', () => {
    const known = model({ activity: [active({ startedAt: now - 42_500 }, 100_000)] });
    expect([known.state, known.percent]).toEqual(['running', 42]);
    expect(labels(known.items)[0]).toBe('Running: DAILY_L1 of PROD, about 42%');
    const unknown = model({ activity: [active({ startedAt: now - 12 * 60_000 })] });
    expect([unknown.state, unknown.percent]).toEqual(['running', null]);
    expect(labels(unknown.items)[0]).toBe('Running: DAILY_L1 of PROD, for 12 min');
    const longer = model({ activity: [active({ startedAt: now - 125 * 60_000 }, 100_000)] }, 'es');
    expect(longer.percent).toBeNull();
    expect(labels(longer.items)[0]).toBe('En curso: DAILY_L1 de PROD, desde hace 2 h 5 min');
    expect(actOf(longer.items, labels(longer.items)[0] ?? '')).toEqual({ kind: 'show', page: '#/runs/RUN' });
  });

  test('two runs have no common share; one that is cancelled or just starts has none', () => {
    const half = active({ startedAt: now - 50_000 }, 100_000);
    expect(model({ activity: [half, { ...half, run: { ...half.run, id: 'OTHER' } }] }).percent).toBeNull();
    const cancelled = model({ activity: [active({ startedAt: now - 50_000, cancelRequestedAt: now }, 100_000)] });
    expect([cancelled.percent, labels(cancelled.items)[0]]).toEqual([null, 'Being cancelled: DAILY_L1 of PROD']);
    expect(labels(model({ activity: [active({ state: 'preparing', startedAt: null })] }, 'es').items)[0]).toBe(
      'Empezando: DAILY_L1 de PROD',
    );
  });

  test('a queue alone is no run, and says what it waits for', () => {
    const waits = (reason: Waits) => model({ activity: [active({ state: 'queued' }, null, reason)] });
    expect(waits({ kind: 'lane', runId: 'R', strategyName: 'WEEKLY' }).state).toBe('idle');
    expect(labels(waits({ kind: 'lane', runId: 'R', strategyName: 'WEEKLY' }).items)[0]).toBe(
      'DAILY_L1 of PROD waits for “WEEKLY”',
    );
    expect(labels(waits({ kind: 'cap', runsAtOnce: 2 }).items)[0]).toBe(
      'DAILY_L1 of PROD waits: no more than 2 at once',
    );
    expect(labels(waits({ kind: 'next' }).items)[0]).toBe('DAILY_L1 of PROD starts next');
  });

  test('what is held back says why, except by the pause, which has a line of its own', () => {
    const held = (reason: OccurrenceReason, language: Language = 'en') => {
      const standings = [standing('S1', { open: open(reason) })];
      return labels(model({ schedule: { pause: null, standings } }, language).items)[0];
    };
    expect(held({ kind: 'battery' })).toBe('DAILY_L1 of PROD: The machine runs on battery.');
    expect(held({ kind: 'blackout', until: at(18) }, 'es')).toBe(
      'DAILY_L1 de PROD: Nada puede empezar hasta el mar, 24 nov, 18:00.',
    );
    expect(held({ kind: 'retry', attempt: 2, at: at(13, 35), rootCode: 'ORA-12541' })).toContain('Attempt 2');
    expect(held({ kind: 'paused', until: null })).toBe('Nothing is planned');
  });
});

describe('pause', () => {
  test('shows until when, and offers to resume instead of pausing', () => {
    const paused = (until: number | null, language: Language = 'en') =>
      model({ schedule: { pause: { since: now, until }, standings: [] } }, language);
    expect(paused(null).state).toBe('paused');
    expect(labels(paused(null).items)).toEqual([
      'Paused until resumed', 'Nothing is planned', '—', 'Run now', 'Resume', '—', 'Open Respaldo', 'Quit',
    ]);
    expect(actOf(paused(null).items, 'Resume')).toEqual({ kind: 'resume' });
    expect(labels(paused(at(14, 30)).items)[0]).toBe('Paused until 14:30');
    expect(labels(paused(at(14, 30), 'es').items)[0]).toBe('En pausa hasta las 14:30');
    expect(labels(paused(at(0, 0, 25), 'es').items)[0]).toBe('En pausa hasta el mié, 25 nov a las 00:00');
  });

  test('an hour, the next midnight, or for good', () => {
    expect(pauseEnd('hour', now)).toBe(now + 3_600_000);
    expect(pauseEnd('until-resumed', now)).toBeNull();
    const midnight = new Date(pauseEnd('tomorrow', now) ?? 0);
    expect([midnight.getHours(), midnight.getMinutes(), midnight.getSeconds()]).toEqual([0, 0, 0]);
    expect(midnight.getTime() - now).toBeGreaterThan(0);
    expect(midnight.getTime() - now).toBeLessThanOrEqual(25 * 3_600_000);
  });
});

describe('attention', () => {
  const failed = { strategies: [strategy('S1', 'DAILY_L1', prod, { lastAttempt: attempt('failed') })] };

  test('a failed last attempt, an overdue strategy or a refused message; it stands above everything else', () => {
    const one = model({ ...failed, activity: [active({ startedAt: now })] });
    expect(one.state).toBe('attention');
    expect(labels(one.items)[0]).toBe('Last attempt failed: DAILY_L1 of PROD');
    expect(actOf(one.items, 'Last attempt failed: DAILY_L1 of PROD')).toEqual({ kind: 'show', page: '#/runs/RUN' });
    const overdue = model({ schedule: { pause: null, standings: [standing('S1', { overdueSince: at(3) })] } }, 'es');
    expect([overdue.state, labels(overdue.items)[0]]).toEqual(['attention', 'Con retraso: DAILY_L1 de PROD']);
    const refused = (count: number) => model({ outbox: { pending: 0, refused: count, oldest: null } });
    expect([refused(1).state, labels(refused(1).items)[0]]).toEqual(['attention', '1 message was refused']);
    expect(labels(refused(3).items)[0]).toBe('3 messages were refused');
  });

  test.each(['succeeded', 'warning', 'cancelled'] as const)('none after %s', (state) => {
    const strategies = [strategy('S1', 'DAILY_L1', prod, { lastAttempt: attempt(state) })];
    expect(model({ strategies }).state).toBe('idle');
  });

  test('none while the same occurrence is tried again, nor for a disabled strategy', () => {
    const retry = open({ kind: 'retry', attempt: 2, at: at(14), rootCode: null }, 'RUN');
    const tried = model({ ...failed, schedule: { pause: null, standings: [standing('S1', { open: retry })] } });
    expect(tried.state).toBe('idle');
    const [disabled] = failed.strategies;
    expect(model({ strategies: [{ ...disabled!, enabled: false }] }).state).toBe('idle');
  });

  test('many failures are counted, not all listed', () => {
    const lost = { lastAttempt: attempt('lost') };
    const strategies = Array.from({ length: 7 }, (_, n) => strategy(`S${n}`, `D${n}`, prod, lost));
    const { items, tooltip } = model({ strategies });
    expect(labels(items).slice(3, 6)).toEqual(['Last attempt failed: D3 of PROD', 'and 3 more', 'Nothing is planned']);
    expect(tooltip.length).toBeLessThanOrEqual(127);
  });
});
