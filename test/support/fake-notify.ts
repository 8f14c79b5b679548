// The part of the stand-in for main that notifies and that keeps the queue in order: an outbox with every state, tests
// that are answered as servers answer.
import { readEnvFile } from '../../electron/settings/env-file.ts';
import { movedBefore } from '../../shared/domain/lanes.ts';
import type { OutboxMessage } from '../../shared/domain/outbox.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { SliceName, Slices } from '../../shared/ipc/slices.ts';

type Own = Extract<keyof RespaldoHandlers, `notify.${string}` | `queue.${string}` | 'settings.readEnv'>;

export type FakeGround = {
  slices(): Slices;
  publish<Name extends SliceName>(name: Name, value: Slices[Name]): void;
  now(): number;
  full: boolean;
  keychain: 'available' | 'plain-text' | 'unavailable';
};

export function fakeNotify({ slices, publish, now, full, keychain }: FakeGround): Pick<RespaldoHandlers, Own> {
  let messages = full ? believableMessages(now()) : [];
  let hasPassword = false;
  const change = (id: string, part: Partial<OutboxMessage>): void => {
    messages = messages.map((one) => (one.id === id ? { ...one, ...part } : one));
    const pending = messages.filter((one) => one.state === 'pending');
    const refused = messages.filter((one) => one.state === 'refused').length;
    publish('outbox', { pending: pending.length, refused, oldest: pending.at(-1)?.createdAt ?? null });
  };
  const waiting = () => slices().activity.filter(({ run }) => run.state === 'queued');
  return {
    'settings.readEnv': ({ text }) => readEnvFile(text, slices().settings),
    'queue.move': ({ runId, before }) => {
      const ids = waiting().map(({ run }) => run.id);
      if (!ids.includes(runId) || (before !== null && !ids.includes(before))) throw new AppError('run.not-waiting');
      const order = movedBefore(ids, runId, before);
      const moved = waiting().toSorted((a, b) => order.indexOf(a.run.id) - order.indexOf(b.run.id));
      publish('activity', [...slices().activity.filter(({ run }) => run.state !== 'queued'), ...moved]);
    },
    'queue.clear': () => {
      const count = waiting().length;
      publish('activity', slices().activity.filter(({ run }) => run.state !== 'queued'));
      return { count };
    },
    'notify.outbox': ({ limit }) => messages.slice(0, limit),
    'notify.tryAgain': ({ id }) => change(id, { state: 'pending', nextAt: now() }),
    'notify.discard': ({ id }) => change(id, { state: 'discarded', nextAt: null }),
    'notify.hasMailPassword': () => hasPassword,
    'notify.setMailPassword': ({ acceptPlainText }) => {
      if (keychain !== 'available' && !acceptPlainText) throw new AppError('secret.plain-refused');
      hasPassword = true;
    },
    'notify.forgetMailPassword': () => void (hasPassword = false),
    'notify.testMail': ({ mail }) =>
      mail.user === null || hasPassword
        ? { delivered: true, answer: '250 2.0.0 Ok: queued as 4C1B2A0F' }
        : { delivered: false, answer: '535 5.7.8 Error: authentication failed' },
    'notify.testWebhook': () => ({ delivered: true, answer: 'HTTP 200 OK' }),
    'notify.testHeartbeat': () => ({ delivered: false, answer: 'HTTP 404 Not Found' }),
    'notify.testDesktop': () => ({ delivered: true, answer: '' }),
  };
}

const MINUTE = 60_000;

function believableMessages(nowMs: number): OutboxMessage[] {
  const message = (index: number, age: number, part: Partial<OutboxMessage>): OutboxMessage => ({
    id: `M${String(index).padStart(25, '0')}`,
    channel: 'mail',
    state: 'sent',
    title: 'Failed: Weekly level 0 on PROD_ERP (ORA-19809)',
    to: 'dba@example.com, guardia@example.com',
    occurrenceId: null,
    runId: null,
    createdAt: nowMs - age,
    attempts: 1,
    nextAt: null,
    sentAt: null,
    answer: null,
    ...part,
  });
  return [
    message(0, 6 * MINUTE, {
      state: 'pending',
      attempts: 3,
      nextAt: nowMs + 4 * MINUTE,
      answer: '451 4.7.1 Greylisting in action, please come back later',
    }),
    message(1, 40 * MINUTE, {
      state: 'refused',
      title: 'With warnings: Archived logs on PROD_ERP',
      to: 'nobody@example.com',
      answer: '550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown in local recipient table',
    }),
    message(2, 5 * 60 * MINUTE, { sentAt: nowMs - 5 * 60 * MINUTE, answer: '250 2.0.0 Ok: queued as 9F2C41A7' }),
    message(3, 5 * 60 * MINUTE, { channel: 'desktop', title: 'Weekly level 0 failed', to: 'org.freedesktop.Notifications' }),
    message(4, 26 * 60 * MINUTE, { channel: 'webhook', state: 'discarded', to: 'hooks.example.com', attempts: 9, answer: 'HTTP 503' }),
  ];
}
