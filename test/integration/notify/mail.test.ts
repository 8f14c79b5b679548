// One email at a real SMTP server over TCP: what arrives, and what each way of failing is taken for.
import { gunzipSync, gzipSync } from 'node:zlib';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test } from 'vitest';
import { sendMail, type MailOrder } from '../../../electron/notify/mail.ts';
import { trustedContext } from '../../../electron/notify/trusted.ts';
import { sampleMail, T0 } from '../../support/alerts.ts';
import { mailServer, stages, stubbornServer, testTrust, type Behaviour, type MailServer } from '../../support/mail-servers.ts';

const times = { connectMs: 5_000, greetingMs: 300, silenceMs: 300, allMs: 20_000 };
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function started(behaviour: Behaviour = {}, more = {}): Promise<MailServer> {
  const server = await mailServer(behaviour, more);
  open.push(server);
  return server;
}

const order = (port: number, settings: Partial<MailOrder['settings']> = {}, rest: Partial<MailOrder> = {}): MailOrder => ({
  settings: sampleMail({ port, security: 'starttls', ...settings }),
  password: 'right',
  to: 'dba@example.com',
  content: {
    messageId: '<respaldo.1@example.com>',
    recipients: ['dba@example.com', 'boss@example.com'],
    subject: '[Respaldo] Falló Semanal en PRODUCCIÓN',
    text: 'Qué pasó: ORA-19809\n',
    html: '<p>Qué pasó: ORA-19809</p>',
    attachLogOf: 'RUN1',
  },
  createdAt: T0,
  log: null,
  ...rest,
});
const normal = { ...times, greetingMs: 5_000, silenceMs: 5_000 };

describe('what arrives', () => {
  test('over STARTTLS with a log-in: text, HTML, headers, the log', async () => {
    const server = await started();
    const log = gzipSync('RMAN-03009\n');
    const sent = await sendMail(order(server.port, { user: 'respaldo' }, { log }), testTrust, normal);
    expect(sent).toMatchObject({ kind: 'delivered', answer: expect.stringContaining('250') });
    const [message] = server.received;
    expect(message).toMatchObject({ secure: true, user: 'respaldo', to: ['dba@example.com'] });
    const mail = await simpleParser(message?.source ?? '');
    expect(mail.subject).toBe('[Respaldo] Falló Semanal en PRODUCCIÓN');
    expect(mail.messageId).toBe('<respaldo.1@example.com>');
    expect(mail.text).toContain('Qué pasó: ORA-19809');
    expect(mail.html).toContain('<p>Qué pasó: ORA-19809</p>');
    expect(mail.date?.getTime()).toBe(T0);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect([mail.to].flat().map((to) => to?.text).join()).toContain('boss@example.com');
    expect(gunzipSync(mail.attachments[0]?.content ?? Buffer.alloc(0)).toString()).toBe('RMAN-03009\n');
  });

  test('over TLS from the first byte', async () => {
    const server = await started({}, { secure: true });
    const sent = await sendMail(order(server.port, { security: 'tls' }), testTrust, normal);
    expect(sent.kind).toBe('delivered');
    expect(server.received[0]?.secure).toBe(true);
  });

  test('in the clear only where that is chosen', async () => {
    const server = await started();
    expect((await sendMail(order(server.port, { security: 'none' }), testTrust, normal)).kind).toBe('delivered');
    expect(server.received[0]?.secure).toBe(false);
  });
});

describe('whom it does not talk to', () => {
  test('a server whose certificate nobody vouches for', async () => {
    const server = await started();
    const sent = await sendMail(order(server.port), trustedContext, normal);
    expect(sent).toMatchObject({ kind: 'unreachable', answer: expect.stringMatching(/certificate/i) });
    expect(server.received).toEqual([]);
  });

  test('a server that offers no STARTTLS', async () => {
    const server = await started({}, { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    const sent = await sendMail(order(server.port), testTrust, normal);
    expect(sent.kind).toBe('unreachable');
    expect(server.received).toEqual([]);
  });
});

describe('what the server says', () => {
  test.each([
    ['refused', '535', {}, 'wrong'],
    ['later', '454', { auth: '454 4.7.0 not now' }, 'right'],
    ['refused', '553', { from: '553 5.1.8 sender not allowed' }, 'right'],
    ['later', '451', { to: '451 4.7.1 greylisted' }, 'right'],
    ['refused', '550', { to: '550 5.1.1 no such user' }, 'right'],
    ['later', '452', { data: '452 4.3.1 no room' }, 'right'],
    ['refused', '554', { data: '554 5.7.1 looks like spam' }, 'right'],
    ['unreachable', '421', { to: '421 4.3.2 shutting down' }, 'right'],
  ] as const)('%s: %s', async (kind, code, refuse, password) => {
    const server = await started({ refuse });
    const sent = await sendMail(order(server.port, { user: 'respaldo' }, { password }), testTrust, normal);
    expect(sent).toMatchObject({ kind, answer: expect.stringContaining(code) });
    expect(sent.answer).not.toContain('wrong');
    expect(server.received).toEqual([]);
  });
});

describe('a server that stops', () => {
  test.each(stages)('silent from %s on', async (stage) => {
    const server = await stubbornServer(stage, 'hang');
    open.push(server);
    expect((await sendMail(order(server.port, { security: 'none' }), testTrust, times)).kind).toBe('unreachable');
  });

  test.each(stages)('gone at %s', async (stage) => {
    const server = await stubbornServer(stage, 'drop');
    open.push(server);
    expect((await sendMail(order(server.port, { security: 'none' }), testTrust, normal)).kind).toBe('unreachable');
  });

  test('never there', async () => {
    const server = await stubbornServer('connect', 'drop');
    server.close();
    const sent = await sendMail(order(server.port, { security: 'none' }), testTrust, normal);
    expect(sent).toMatchObject({ kind: 'unreachable', answer: expect.stringContaining('ECONNREFUSED') });
  });
});
