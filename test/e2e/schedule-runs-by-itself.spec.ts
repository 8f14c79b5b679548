// A strategy with a schedule in the real application: nobody clicks, and it runs at its instant.
import { expect, test } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import type { CalendarStretch } from '../../electron/scheduler/scheduler.ts';
import { plainSchedule } from '../../shared/schedule/schedule.ts';
import { ask, createStrategy, createTarget, detailOf, runReaches, slices } from './in-the-window.ts';

test('a strategy runs at the second its schedule names, without a click', async () => {
  const { window, close } = await launchApp();
  try {
    const targetId = await createTarget(window, 'DEMO', { kind: 'simulated' });
    const instant = Math.ceil((Date.now() + 4000) / 1000) * 1000;
    const rule = { kind: 'once' as const, at: new Date(instant).toISOString().slice(0, 19) };
    const strategyId = await createStrategy(window, targetId, { name: 'Once', schedule: plainSchedule(rule, 'Etc/UTC') });
    const standing = async () => (await slices(window)).schedule.standings.find((one) => one.strategyId === strategyId);
    await expect.poll(async () => (await standing())?.next).toBe(instant);

    const around = { from: instant, until: instant + 1, strategyId };
    const occurrence = async () => (await ask<CalendarStretch>(window, 'schedule.between', around)).occurrences[0];
    expect(await occurrence()).toMatchObject({ state: 'planned', trigger: 'schedule' });
    await expect.poll(async () => (await occurrence())?.runId, { timeout: 30_000 }).toBeTruthy();
    const { run } = await runReaches(window, (await occurrence())?.runId ?? '');
    expect(run).toMatchObject({ strategyId, trigger: 'schedule', state: 'succeeded' });
    expect(run.queuedAt).toBeGreaterThanOrEqual(instant);
    await expect.poll(async () => (await occurrence())?.state).toBe('succeeded');
    expect((await detailOf(window, run.id)).found.length).toBeGreaterThan(0);
    expect((await standing())?.next).toBeNull();
  } finally {
    await close();
  }
});
