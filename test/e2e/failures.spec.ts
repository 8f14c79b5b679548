// Runs that do not go well: what the window says about them, how one is cancelled, and what a waiting one waits for.
import { expect, test, type Page } from 'playwright/test';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { ask, createStrategy, createTarget, detailOf, goTo, runReaches, slices, startRun } from './in-the-window.ts';

let running: LaunchedApp;
let window: Page;

test.beforeAll(async () => {
  running = await launchApp();
  window = running.window;
});
test.afterAll(() => running.close());

/** Runs a level 0 on a database of its own that fails as asked, and shows it. */
async function rehearse(failure: string): Promise<string> {
  const target = await createTarget(window, `FAILS ${failure}`, { kind: 'simulated', seconds: 1, failure });
  const runId = await startRun(window, await createStrategy(window, target, { name: `With ${failure}` }));
  await goTo(window, `#/runs/${runId}`);
  await runReaches(window, runId, 'failed');
  return runId;
}

const EXPECTED = [
  { failure: 'enospc', codes: /ORA-27072/, says: 'No space left on device' },
  { failure: 'media-manager', codes: /ORA-19511/, says: 'Media manager' },
  { failure: 'bad-password', codes: /ORA-01017/, says: 'Running it again will not help until something is changed' },
] as const;

for (const { failure, codes, says } of EXPECTED) {
  test(`${failure}: failed, with its root cause, an explanation and what to do`, async () => {
    const runId = await rehearse(failure);
    const { run } = await detailOf(window, runId);
    expect([run.state, run.exitCode]).toEqual(['failed', 1]);
    await expect(window.locator('h1')).toContainText('Failed');
    const cause = window.getByRole('region', { name: 'What happened' });
    await expect(cause.locator('.cause-text')).toContainText(codes);
    await expect(cause).toContainText(says);
    await expect(cause.getByText('Why', { exact: true })).toBeVisible();
    await expect(cause.getByRole('heading', { name: 'What to do' })).toBeVisible();
    expect(await cause.locator('.explanation-todo > li').count()).toBeGreaterThan(0);
    // The line that the verdict names is the line that the log has there.
    await cause.getByRole('button', { name: /Show line/ }).click();
    const line = window.getByRole('listbox', { name: 'Lines of the log' }).locator('.log-cursor');
    await expect(line).toHaveText(codes);
  });
}

test('an exit status of zero under an error stack is failed, and the disagreement is shown', async () => {
  const runId = await rehearse('exit-zero-with-error');
  const { run } = await detailOf(window, runId);
  expect([run.state, run.exitCode]).toEqual(['failed', 0]);
  await expect(window.locator('h1')).toContainText('Failed');
  const witnesses = window.locator('.callout').filter({ hasText: 'The witnesses disagree' });
  await expect(witnesses.getByRole('listitem')).toContainText(/exit/i);
});

test('what fails shows first on the overview, and its last good backup stays apart from its last attempt', async () => {
  const target = await createTarget(window, 'TURNS BAD', { kind: 'simulated', seconds: 1 });
  const strategyId = await createStrategy(window, target, { name: 'Was good once' });
  await runReaches(window, await startRun(window, strategyId), 'succeeded');
  const { spec, revision } = (await slices(window)).targets.find(({ id }) => id === target)!;
  const runner = { ...spec.runner, failure: 'enospc' };
  await ask(window, 'targets.update', { id: target, revision, spec: { ...spec, runner } });
  await runReaches(window, await startRun(window, strategyId), 'failed');

  await goTo(window, '#/');
  const attention = window.getByRole('region', { name: 'Needs attention' });
  await expect(attention).toContainText('Was good once');
  const row = window.getByRole('table', { name: 'Strategies by database' }).getByRole('row', { name: /Was good once/ });
  await expect(row).toContainText('Failed');
  await expect(row.getByRole('link', { name: /ago|now/ })).toHaveCount(2);
});

test('a second strategy of the same database waits and says for what; cancelled, it never begins', async () => {
  await ask(window, 'settings.save', { ...(await slices(window)).settings, cancelGraceSeconds: 1 });
  // Deaf to an interrupt: only the next rung of the ladder ends it.
  const target = await createTarget(window, 'HANGS', { kind: 'simulated', seconds: 60, failure: 'hang' });
  const first = await startRun(window, await createStrategy(window, target, { name: 'Holds the lane' }));
  const second = await startRun(window, await createStrategy(window, target, { name: 'Comes later' }));
  await runReaches(window, first, 'running');

  await goTo(window, `#/runs/${second}`);
  await expect(window.locator('h1')).toContainText('In queue');
  await expect(window.getByRole('heading', { name: 'In the queue' })).toBeVisible();
  await expect(window.getByText('Waits for “Holds the lane” on the same database')).toBeVisible();
  await goTo(window, '#/runs');
  await expect(window.getByRole('list', { name: 'Under way' }).getByRole('listitem')).toContainText('Holds the lane');
  const queue = window.getByRole('region', { name: '1 run waits' });
  await expect(queue.getByRole('listitem')).toContainText('Waits for “Holds the lane”');

  const third = await startRun(window, await createStrategy(window, target, { name: 'Comes last' }));
  const entries = window.getByRole('region', { name: '2 runs wait' }).getByRole('listitem');
  await expect(entries).toContainText(['Comes later', 'Comes last']);
  await entries.nth(1).dragTo(entries.nth(0), { targetPosition: { x: 40, y: 2 } });
  await expect(entries).toContainText(['Comes last', 'Comes later']);
  await expect.poll(() => queuedIds()).toEqual([third, second]);
  await ask(window, 'runs.cancel', { runId: third });

  await goTo(window, `#/runs/${second}`);
  await cancelShownRun();
  await expect(window.getByRole('heading', { name: 'The run was cancelled before it had begun; nothing was started' })).toBeVisible();
  expect((await detailOf(window, second)).transitions.map(({ to }) => to)).toEqual(['queued', 'cancelled']);

  await goTo(window, `#/runs/${first}`);
  await expect(window.locator('h1')).toContainText('Running');
  // Where it hangs, deaf; before that an interrupt would end it at once.
  await expect(window.getByRole('listbox', { name: 'Lines of the log' }).getByRole('option').last()).toHaveText(/starting piece 1/);
  await cancelShownRun();
  await expect(window.getByRole('heading', { name: 'Being cancelled' })).toBeVisible();
  await expect(window.locator('h1')).toContainText('Cancelled', { timeout: 30_000 });
  const { run } = await detailOf(window, first);
  expect(run.state).toBe('cancelled');
  expect(run.endedAt! - run.cancelRequestedAt!).toBeGreaterThanOrEqual(1000);
  expect((await slices(window)).activity).toEqual([]);
});

async function queuedIds(): Promise<string[]> {
  const { activity } = await slices(window);
  return activity.filter(({ run }) => run.state === 'queued').map(({ run }) => run.id);
}

async function cancelShownRun(): Promise<void> {
  await window.getByRole('button', { name: 'Cancel the run' }).click();
  const dialog = window.getByRole('dialog', { name: /^Cancel .*\?$/ });
  await dialog.getByRole('button', { name: 'Cancel the run' }).click();
  await expect(dialog).toBeHidden();
}
