// A strategy with a schedule in the real application: nobody clicks, and it runs at its instant.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { sqliteBindingEnvironment } from '../../scripts/setup/sqlite-binding.mjs';
import { launchApp } from '../support/electron-app.ts';
import type { CalendarStretch } from '../../electron/scheduler/scheduler.ts';
import { plainSchedule } from '../../shared/schedule/schedule.ts';
import { ask, createStrategy, createTarget, detailOf, runReaches, slices } from './in-the-window.ts';

const commandLine = fileURLToPath(new URL('../../dist/electron/cli.cjs', import.meta.url));

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

test('a pause from the command line reaches the open window and holds back what is due, until it is resumed there', async () => {
  const { window, profile, close } = await launchApp();
  const respaldo = (...words: string[]) =>
    spawnSync(process.execPath, [commandLine, ...words, '--profile', profile, '--lang', 'en'], {
      encoding: 'utf8',
      env: { ...process.env, ...sqliteBindingEnvironment() },
    }).stdout;
  try {
    const targetId = await createTarget(window, 'DEMO', { kind: 'simulated' });
    respaldo('pause');
    await expect(window.getByText('Paused until somebody resumes it').first()).toBeVisible({ timeout: 30_000 });
    expect((await slices(window)).schedule.pause).toMatchObject({ until: null });

    const instant = Math.ceil((Date.now() + 2000) / 1000) * 1000;
    const rule = { kind: 'once' as const, at: new Date(instant).toISOString().slice(0, 19) };
    const strategyId = await createStrategy(window, targetId, { name: 'Held', schedule: plainSchedule(rule, 'Etc/UTC') });
    const around = { from: instant, until: instant + 1, strategyId };
    const occurrence = async () => (await ask<CalendarStretch>(window, 'schedule.between', around)).occurrences[0];
    await expect.poll(async () => (await occurrence())?.state, { timeout: 30_000 }).toBe('waiting');
    expect((await occurrence())?.reason).toMatchObject({ kind: 'paused' });
    expect(respaldo('why', 'Held')).toMatch(/paused/i);

    await ask(window, 'schedule.resume', undefined);
    await expect.poll(async () => (await occurrence())?.runId, { timeout: 30_000 }).toBeTruthy();
    await runReaches(window, (await occurrence())?.runId ?? '');
  } finally {
    await close();
  }
});
