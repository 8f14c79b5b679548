// The router is the only door between the window and main: these tests try to get through it the wrong way.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Logger } from '../../../../electron/app/ports.ts';
import { createRouter } from '../../../../electron/ipc/router.ts';
import { defaultSettings } from '../../../../shared/domain/settings.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { openGate } from '../../../support/open-gate.ts';
import type { RespaldoHandlers, RespaldoStreams } from '../../../../shared/ipc/contract.ts';

const ours = { ownMainFrame: true, ownOrigin: true };
const ID = '01J00000000000000000000000';

function routerWith(handlers: Partial<Record<string, unknown>>, streams: Partial<Record<string, unknown>> = {}) {
  const logger: Logger = { info: vi.fn(), warn: vi.fn(), exception: vi.fn(() => 'INCIDENT-1') };
  return {
    router: createRouter(handlers as RespaldoHandlers, streams as RespaldoStreams, logger, openGate),
    logger,
  };
}

describe('calls', () => {
  test('a good request gets the parsed answer', async () => {
    const start = vi.fn(() => ({ runId: ID }));
    const { router } = routerWith({ 'runs.start': start });
    expect(await router.call(ours, 'runs.start', { strategyId: ID })).toEqual({ ok: true, value: { runId: ID } });
    expect(start).toHaveBeenCalledWith({ strategyId: ID });
  });

  test.each([
    [{ ownMainFrame: false, ownOrigin: true }],
    [{ ownMainFrame: true, ownOrigin: false }],
  ])('a foreign sender is refused before anything is looked at: %o', async (sender) => {
    const start = vi.fn();
    const { router } = routerWith({ 'runs.start': start });
    expect(await router.call(sender, 'runs.start', { strategyId: ID })).toMatchObject({
      ok: false,
      error: { code: 'request.refused' },
    });
    expect(start).not.toHaveBeenCalled();
  });

  test.each(['runs.nothing', 'runs', '__proto__.toString', 'constructor.name', 'runs.start.more', 'runs.tail', 'state.patch', 7, null])(
    'what the contract does not declare as a call is malformed: %s',
    async (name) => {
      const { router } = routerWith({});
      expect(await router.call(ours, name, undefined)).toMatchObject({ ok: false, error: { code: 'request.malformed' } });
    },
  );

  test('bad input names its field and never reaches the handler', async () => {
    const save = vi.fn();
    const { router } = routerWith({ 'settings.save': save });
    const answer = await router.call(ours, 'settings.save', { ...defaultSettings, runsAtOnce: 99 });
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'input.invalid',
        params: {},
        fields: [{ path: 'runsAtOnce', code: 'field.too-big', params: { max: 16 } }],
      },
    });
    expect(save).not.toHaveBeenCalled();
  });

  test('an undeclared key of the answer cannot leave main', async () => {
    const { router, logger } = routerWith({ 'runs.start': () => ({ runId: ID, password: 'tiger' }) });
    const answer = await router.call(ours, 'runs.start', { strategyId: ID });
    expect(JSON.stringify(answer)).not.toContain('tiger');
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal.incident' } });
    expect(logger.exception).toHaveBeenCalledOnce();
  });

  test('a foreseen error keeps its code, an exception becomes an incident without its text', async () => {
    const { router } = routerWith({
      'runs.start': () => {
        throw new AppError('strategy.disabled', { strategy: 'Nightly' });
      },
      'runs.cancel': () => Promise.reject(new Error('secret stack')),
    });
    expect(await router.call(ours, 'runs.start', { strategyId: ID })).toEqual({
      ok: false,
      error: { code: 'strategy.disabled', params: { strategy: 'Nightly' }, fields: [] },
    });
    const incident = await router.call(ours, 'runs.cancel', { runId: ID });
    expect(incident).toMatchObject({ ok: false, error: { code: 'internal.incident', params: { incident: 'INCIDENT-1' } } });
    expect(JSON.stringify(incident)).not.toContain('secret stack');
  });

  test('no name and no input can make it throw', async () => {
    const { router } = routerWith({});
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (name, input) => {
        expect((await router.call(ours, name, input)).ok).toBe(false);
      }),
    );
  });
});

describe('streams', () => {
  const chunk = { from: 0, lines: ['a'], total: 1 };
  async function* chunks(...values: unknown[]) {
    yield* values;
  }

  test('chunks are parsed as they pass', async () => {
    const { router } = routerWith({}, { 'runs.tail': () => chunks(chunk, { ...chunk, secret: 1 }) });
    const opened = router.openStream(ours, 'runs.tail', { runId: ID, from: 0 }, new AbortController().signal);
    expect(opened.ok).toBe(true);
    if (!opened.ok) return;
    const seen: unknown[] = [];
    await expect(
      (async () => {
        for await (const value of opened.chunks) seen.push(value);
      })(),
    ).rejects.toThrow();
    expect(seen).toEqual([chunk]);
  });

  test('a stranger and a wrong input are refused', () => {
    const { router } = routerWith({}, { 'runs.tail': () => chunks() });
    const signal = new AbortController().signal;
    expect(router.openStream({ ...ours, ownOrigin: false }, 'runs.tail', {}, signal)).toMatchObject({
      ok: false,
      error: { code: 'request.refused' },
    });
    expect(router.openStream(ours, 'runs.tail', { runId: 'x', from: -1 }, signal)).toMatchObject({
      ok: false,
      error: { code: 'input.invalid' },
    });
    expect(router.openStream(ours, 'runs.start', {}, signal)).toMatchObject({
      ok: false,
      error: { code: 'request.malformed' },
    });
  });
});
