// What several end-to-end tests do in the window: ask main as the page itself would, wait for runs, make databases.
import { expect, type Locator, type Page } from 'playwright/test';
import type { RunDetail } from '../../shared/domain/history.ts';
import { isOver, type RunState } from '../../shared/domain/run.ts';
import { newStrategySpec, type StrategySpec } from '../../shared/domain/strategy.ts';
import { newTargetSpec, type TargetRunner, type TargetSpec } from '../../shared/domain/target.ts';
import type { Slices } from '../../shared/ipc/slices.ts';
import type { Bridge } from '../../shared/ipc/wire.ts';

type Envelope = { ok: true; value: unknown } | { ok: false; error: { code: string; fields?: unknown[] } };

/** The envelope that main answers with, whatever it holds. */
export function envelopeOf(window: Page, endpoint: string, input?: unknown): Promise<Envelope> {
  return window.evaluate(
    ([name, given]) => (globalThis as unknown as { respaldo: Bridge }).respaldo.call(name, given) as Promise<never>,
    [endpoint, input] as const,
  );
}

/** Main's answer to a call that must succeed. */
export async function ask<Answer>(window: Page, endpoint: string, input?: unknown): Promise<Answer> {
  const envelope = await envelopeOf(window, endpoint, input);
  if (!envelope.ok) throw new Error(`${endpoint} was refused: ${JSON.stringify(envelope.error)}`);
  return envelope.value as Answer;
}

export async function slices(window: Page): Promise<Slices> {
  return (await ask<{ slices: Slices }>(window, 'app.snapshot')).slices;
}

export const detailOf = (window: Page, runId: string): Promise<RunDetail> => ask(window, 'runs.detail', { runId });

/** Waits until a run is in one of `states`, or over, and answers it. */
export async function runReaches(window: Page, runId: string, ...states: RunState[]): Promise<RunDetail> {
  const there = async (): Promise<boolean> => {
    const { state } = (await detailOf(window, runId)).run;
    return states.includes(state) || isOver(state);
  };
  await expect.poll(there, { timeout: 45_000 }).toBe(true);
  return detailOf(window, runId);
}

/** Shows a page by its address, as a link would. */
export async function goTo(window: Page, hash: string): Promise<void> {
  await window.evaluate((to) => void (globalThis.location.hash = to), hash);
}

/** A finished log in full, in the pieces that the page asks for. */
export async function logLines(window: Page, runId: string): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const part = await ask<{ lines: string[]; total: number }>(window, 'runs.lines', { runId, from: all.length, count: 5000 });
    all.push(...part.lines);
    if (all.length >= part.total || part.lines.length === 0) return all;
  }
}

export async function createTarget(window: Page, name: string, runner: Partial<TargetRunner>): Promise<string> {
  const base = newTargetSpec(runner.kind ?? 'simulated');
  const spec = { ...base, name, runner: { ...base.runner, ...runner } } as TargetSpec;
  return (await ask<{ id: string }>(window, 'targets.create', { spec })).id;
}

export async function createStrategy(window: Page, targetId: string, part: Partial<StrategySpec>): Promise<string> {
  const spec = { ...newStrategySpec(), ...part };
  return (await ask<{ id: string }>(window, 'strategies.create', { targetId, spec })).id;
}

export async function startRun(window: Page, strategyId: string): Promise<string> {
  return (await ask<{ runId: string }>(window, 'runs.start', { strategyId })).runId;
}

/** Ends what is under way: a run outlives its application, and a test must leave nothing behind. */
export async function cancelAll(window: Page): Promise<void> {
  for (const { run } of (await slices(window)).activity) await ask(window, 'runs.cancel', { runId: run.id });
  await expect.poll(async () => (await slices(window)).activity.length, { timeout: 30_000 }).toBe(0);
}

/** The id at the end of the address of a run, strategy or database. */
export async function idInAddress(window: Page): Promise<string> {
  await expect(window).toHaveURL(/\/[0-9A-Z]{26}(\?|$)/);
  return /\/([0-9A-Z]{26})(\?|$)/.exec(window.url())?.[1] ?? '';
}

/** The message beside a field. */
export function problemOf(field: Locator): Locator {
  return field.locator('xpath=ancestor::div[contains(concat(" ", @class, " "), " field ")][1]').locator('.field-problem');
}
