// The whole way of a message: from a settled occurrence through the outbox to real servers, which fail in every way.
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test } from 'vitest';
import { sampleMail } from '../../support/alerts.ts';
import { mailServer, stubbornServer, type Behaviour, type MailServer } from '../../support/mail-servers.ts';
import { mortal, notifyWorld, type NotifyWorld } from '../../support/notify-world.ts';
import { eventually } from '../../support/runs-fixture.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function world(port: number, more = {}): Promise<NotifyWorld> {
  const made = notifyWorld({ mail: sampleMail({ port, ...more }) });
  open.push(made);
  return made;
}
async function server(behaviour: Behaviour = {}, port = 0): Promise<MailServer> {
  const made = await mailServer(behaviour, {}, port);
  open.push(made);
  return made;
}
const messageIds = (from: MailServer): Promise<(string | undefined)[]> =>
  Promise.all(from.received.map(async ({ source }) => (await simpleParser(source)).messageId));
const mails = async ({ store }: NotifyWorld) => (await store.outbox.list(500)).filter(({ channel }) => channel === 'mail');
const mailIs = (made: NotifyWorld, state: string) =>
  eventually(async () => (await mails(made)).find((message) => message.state === state && message.answer !== null));
/** Moves time until the waiting ones have been tried. */
const until = async <T>(made: NotifyWorld, done: () => Promise<T | null | false | undefined>): Promise<T> =>
  eventually(async () => {
    made.clock.advance(60_000);
    return done();
  });

describe('an outcome', () => {
  test('is told once, by mail and on the desktop, with the end of the log and no secret', async () => {
    const smtp = await server();
    const made = await world(smtp.port);
    await made.settled('failed');
    const notify = made.notify();
    notify.begin();
    await mailIs(made, 'sent');
    notify.look();
    await notify.end();
    expect(smtp.received).toHaveLength(1);
    const { text } = await simpleParser(smtp.received[0]?.source ?? '');
    expect(text).toContain('ORA-19809');
    expect(text).toContain('RMAN-03009: failure');
    expect(smtp.received[0]?.source).not.toContain('tiger');
    expect(made.shown.map(({ title }) => title)).toEqual(['Weekly L0 on PROD failed']);
    expect(made.logger.exceptions).toEqual([]);
  });

  test('of a second look, and of a second application, is not told again', async () => {
    const smtp = await server();
    const made = await world(smtp.port);
    await made.settled('failed');
    for (const notify of [made.notify(), made.notify(), made.notify()]) notify.begin();
    await mailIs(made, 'sent');
    const later = made.notify();
    later.begin();
    await later.end(5_000);
    expect(smtp.received).toHaveLength(1);
    expect(made.shown).toHaveLength(1);
  });

  test('five at once are one note on the desktop and five mails', async () => {
    const smtp = await server();
    const made = await world(smtp.port);
    for (let count = 0; count < 5; count += 1) await made.settled('failed', {}, { instant: made.clock.now() + count });
    made.notify().begin();
    await eventually(async () => smtp.received.length === 5);
    expect(made.shown.map(({ title }) => title)).toEqual(['5 backups failed']);
  });

  test('goes into the outbox together with the mark that it is told, or not at all', async () => {
    const smtp = await server();
    const made = await world(smtp.port);
    const { id } = await made.settled('failed');
    const store = { ...made.store, outbox: { ...made.store.outbox, add: () => Promise.reject(new Error('disk full')) } };
    const unlucky = made.notify({ store });
    await unlucky.end();
    expect(await made.store.outbox.list(10)).toEqual([]);
    expect((await made.store.occurrences.unannounced(10)).map((one) => one.id)).toEqual([id]);
    made.notify().begin();
    await mailIs(made, 'sent');
    expect(await made.store.occurrences.unannounced(10)).toEqual([]);
  });
});

describe('a server that fails', () => {
  test('puts it off (greylisting), then takes it: one mail', async () => {
    const smtp = await server({ refuse: { to: '451 4.7.1 greylisted, come back' } });
    const made = await world(smtp.port);
    await made.settled('failed');
    made.notify().begin();
    const waiting = await mailIs(made, 'pending');
    expect(waiting.answer).toContain('451 4.7.1 greylisted');
    expect(waiting.nextAt).toBeGreaterThan(made.clock.now() + 20_000);
    smtp.behaviour = {};
    await until(made, async () => smtp.received.length > 0);
    const sent = await mailIs(made, 'sent');
    expect(sent).toMatchObject({ attempts: expect.any(Number), nextAt: null });
    expect(sent.attempts).toBeGreaterThan(1);
    expect(smtp.received).toHaveLength(1);
  });

  test('refuses for good: shown, not tried again until somebody asks', async () => {
    const smtp = await server({ refuse: { to: '550 5.1.1 no such user' } });
    const made = await world(smtp.port);
    await made.settled('failed');
    const notify = made.notify();
    notify.begin();
    const refused = await mailIs(made, 'refused');
    expect(refused).toMatchObject({ attempts: 1, nextAt: null, answer: expect.stringContaining('550 5.1.1') });
    expect(await notify.summary()).toMatchObject({ refused: 1 });
    smtp.behaviour = {};
    made.clock.advance(86_400_000);
    await notify.tryAgain(refused.id);
    await mailIs(made, 'sent');
    expect(smtp.received).toHaveLength(1);
  });

  test('was the wrong one: what it refused goes to the right one once the settings are saved', async () => {
    const wrong = await server({ refuse: { from: '553 5.7.1 not from here' } });
    const right = await server();
    const made = await world(wrong.port);
    await made.settled('failed');
    const notify = made.notify();
    notify.begin();
    await mailIs(made, 'refused');
    made.settings = { ...made.settings, mail: sampleMail({ port: right.port }) };
    notify.look();
    await mailIs(made, 'sent');
    expect(right.received).toHaveLength(1);
  });

  test('takes one recipient and refuses the other: each has its own fate', async () => {
    const smtp = await server();
    const made = await world(smtp.port, { recipients: ['dba@example.com', 'boss@example.com'] });
    await made.settled('failed');
    made.notify().begin();
    await eventually(async () => smtp.received.length === 2);
    expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual(['boss@example.com', 'dba@example.com']);
    expect(new Set(await messageIds(smtp)).size).toBe(1);
  });

  test('is down, then up again', async () => {
    const down = await mailServer();
    await down.close();
    const made = await world(down.port);
    await made.settled('failed');
    made.notify().begin();
    expect((await mailIs(made, 'pending')).answer).toContain('ECONNREFUSED');
    const smtp = await server({}, down.port);
    await until(made, async () => smtp.received.length > 0);
    await mailIs(made, 'sent');
    expect(smtp.received).toHaveLength(1);
  });

  test('hangs: nobody waits for it, neither who looks nor the other channels', async () => {
    const stubborn = await stubbornServer('DATA', 'hang');
    open.push(stubborn);
    const made = await world(stubborn.port);
    await made.settled('failed');
    const patient = { connectMs: 60_000, greetingMs: 60_000, silenceMs: 60_000, allMs: 60_000 };
    const notify = made.notify({ mailTimes: patient });
    notify.begin();
    await eventually(async () => made.shown.length === 1);
    const [mail] = await mails(made);
    expect(mail).toMatchObject({ state: 'pending', attempts: 1, answer: null });
    // The mail hangs in DATA; another failure is gathered and shown all the same.
    await made.settled('failed', {}, { strategyName: 'Nightly' });
    expect(notify.look()).toBeUndefined();
    await eventually(async () => made.shown.length === 2);
    expect((await mails(made)).map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
  });
});

describe('a crash', () => {
  test('between DATA and its answer: the second copy has the same Message-ID, and there is no third', async () => {
    let answered = (): void => {};
    const smtp = await server({ arrived: () => new Promise((resolve) => (answered = resolve)) });
    const made = await world(smtp.port);
    await made.settled('failed');
    const { store, kill } = mortal(made.store);
    made.notify({ store }).begin();
    await eventually(async () => smtp.received.length === 1);
    kill();
    answered();
    smtp.behaviour = {};
    const next = made.notify();
    next.begin();
    await eventually(async () => made.shown.length === 1);
    // What was claimed is not tried before the claim is over: the dead one might live.
    expect(smtp.received).toHaveLength(1);
    await until(made, async () => smtp.received.length === 2);
    await mailIs(made, 'sent');
    made.clock.advance(3_600_000);
    await next.end(5_000);
    const ids = await messageIds(smtp);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<respaldo\.[0-9A-Z]{26}@example\.com>$/);
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('a password', () => {
  test('comes from the keychain, and stands nowhere else', async () => {
    const smtp = await server();
    const made = await world(smtp.port, { user: 'respaldo', security: 'starttls' });
    const notify = made.notify();
    await notify.setMailPassword('right', false);
    await made.settled('failed');
    notify.begin();
    await mailIs(made, 'sent');
    expect(smtp.received[0]).toMatchObject({ user: 'respaldo', secure: true });
    const kept = JSON.stringify([await made.store.outbox.due('mail', Infinity, 10), await made.store.outbox.list(10)]);
    expect(kept).not.toContain('right"');
  });

  test('is missing: refused, in words, and sent once it is there', async () => {
    const smtp = await server();
    const made = await world(smtp.port, { user: 'respaldo', security: 'starttls' });
    await made.settled('failed');
    const notify = made.notify();
    notify.begin();
    expect((await mailIs(made, 'refused')).answer).toContain('No password is stored');
    await notify.setMailPassword('right', false);
    await mailIs(made, 'sent');
    expect(smtp.received).toHaveLength(1);
  });
});

describe('the test button', () => {
  test('shows the answer of the server, good or bad', async () => {
    const smtp = await server();
    const made = await world(smtp.port);
    const notify = made.notify();
    const mail = sampleMail({ port: smtp.port, user: 'respaldo', security: 'starttls' });
    expect(await notify.testMail(mail, 'right')).toEqual({ delivered: true, answer: expect.stringContaining('250') });
    expect(await notify.testMail(mail, 'wrong')).toEqual({ delivered: false, answer: expect.stringContaining('535 5.7.8') });
    expect(await made.store.outbox.list(10)).toEqual([]);
  });
});
