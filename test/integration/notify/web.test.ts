// Web hooks and heartbeats at a real web server: what is asked, what each answer means, and when nothing is sent.
import { afterEach, describe, expect, test } from 'vitest';
import { ask } from '../../../electron/notify/http.ts';
import { newId } from '../../../shared/domain/id.ts';
import { testTrust } from '../../support/mail-servers.ts';
import { notifyWorld, type NotifyWorld } from '../../support/notify-world.ts';
import { eventually } from '../../support/runs-fixture.ts';
import { sampleRun } from '../../support/store-samples.ts';
import { webServer, type Answer, type WebServer } from '../../support/web-server.ts';
import { loudEvents } from '../../../shared/domain/notification.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function server(answer?: Answer): Promise<WebServer> {
  const made = await webServer(answer);
  open.push(made);
  return made;
}
function world(settings: Parameters<typeof notifyWorld>[0]): NotifyWorld {
  const made = notifyWorld(settings);
  open.push(made);
  return made;
}
const messageOn = (made: NotifyWorld, channel: string, state: string) =>
  eventually(async () =>
    (await made.store.outbox.list(500)).find(
      (one) => one.channel === channel && one.state === state && one.attempts > 0,
    ));

describe('a web hook', () => {
  test('is posted as version 1 of our JSON, with the facts and without secrets', async () => {
    const web = await server();
    const made = world({ webhook: { url: `${web.url}/hook?key=1`, style: 'json', on: loudEvents } });
    const { runId } = await made.settled('failed');
    made.notify().begin();
    const message = await messageOn(made, 'webhook', 'sent');
    expect(message).toMatchObject({ to: new URL(web.url).host, answer: '200 OK: OK' });
    expect(web.asked).toHaveLength(1);
    expect(web.asked[0]).toMatchObject({ method: 'POST', path: '/hook?key=1', type: 'application/json; charset=utf-8' });
    expect(JSON.parse(web.asked[0]?.body ?? '')).toMatchObject({
      respaldo: 'notification',
      version: 1,
      event: 'failure',
      title: 'Weekly L0 on PROD failed',
      run: { id: runId, link: `respaldo://run/${runId}` },
      cause: { code: 'ORA-19809', todo: expect.any(Array) },
    });
  });

  test.each([
    [{ status: 302, headers: { location: 'http://elsewhere.example/' } }, 'refused', 'elsewhere'],
    [{ status: 404, text: 'no such hook' }, 'refused', '404 Not Found: no such hook'],
    [{ status: 429 }, 'pending', '429'],
    [{ status: 503, text: 'maintenance' }, 'pending', '503'],
  ] as const)('answered with %o', async (answer, state, words) => {
    const web = await server(answer);
    const made = world({ webhook: { url: web.url, style: 'slack', on: loudEvents } });
    await made.settled('failed');
    made.notify().begin();
    const message = await eventually(async () =>
      (await made.store.outbox.list(500)).find((one) => one.channel === 'webhook' && one.answer !== null));
    expect(message).toMatchObject({ state, attempts: 1, answer: expect.stringContaining(words) });
    expect(web.asked).toHaveLength(1);
  });

  test('that is never answered comes to an end', async () => {
    const web = await server(null);
    const answer = await ask({ method: 'POST', url: web.url, json: {} }, testTrust, 200);
    expect(answer).toMatchObject({ status: null, text: 'no answer within 0.2 s' });
  });

  test('whose answer never ends is cut', async () => {
    const web = await server({ status: 200, text: 'x'.repeat(5_000_000) });
    const answer = await ask({ method: 'GET', url: web.url }, testTrust);
    expect(answer.status).toBe(200);
    expect(answer.text.length).toBeLessThanOrEqual(2_000);
  });
});

describe('a heartbeat', () => {
  const running = async (made: NotifyWorld, startedAt: number): Promise<string> => {
    const id = newId(startedAt);
    await made.store.runs.insert(sampleRun({ id, state: 'running', startedAt, queuedAt: startedAt }));
    return id;
  };

  test('is given at the beginning, once, and after the end, good or bad', async () => {
    const web = await server();
    const made = world({ heartbeat: { url: `${web.url}/ping/abc?create=1` } });
    await running(made, made.clock.now());
    const notify = made.notify();
    notify.begin();
    await messageOn(made, 'heartbeat', 'sent');
    await made.settled('succeeded', { state: 'succeeded' });
    await made.settled('failed', {}, { instant: made.clock.now() + 1 });
    notify.look();
    await eventually(async () => web.asked.length === 3);
    await notify.end(5_000);
    expect(web.asked.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /ping/abc/fail?create=1',
      'GET /ping/abc/start?create=1',
      'GET /ping/abc?create=1',
    ]);
  });

  test('of a beginning long ago is dropped, not sent late', async () => {
    const web = await server();
    const made = world({ heartbeat: { url: web.url } });
    await running(made, made.clock.now() - 6 * 60_000);
    made.notify().begin();
    await eventually(async () => (await made.states()).includes('heartbeat discarded'));
    expect(web.asked).toEqual([]);
  });
});

test('the test buttons show what the other side says', async () => {
  const web = await server({ status: 403, text: 'invalid_token' });
  const notify = world({}).notify();
  const refused = { delivered: false, answer: '403 Forbidden: invalid_token' };
  expect(await notify.testWebhook({ url: web.url, style: 'teams', on: [] })).toEqual(refused);
  expect(await notify.testHeartbeat({ url: web.url })).toEqual(refused);
  expect(await notify.testDesktop()).toEqual({ delivered: true, answer: 'Shown.' });
  const silent = world({}).notify({ desktop: { show: async () => ({ delivered: false, answer: '' }) } });
  const answer = 'It was not shown, and the desktop did not say why.';
  expect(await silent.testDesktop()).toEqual({ delivered: false, answer });
});
