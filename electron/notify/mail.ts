// Hands one email to the SMTP server and says what the server said. Only importer of nodemailer, which is loaded with
// the first email: it is of no use at start-up.
import type { SecureContext } from 'node:tls';
import type { SendMailOptions } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { redact } from '../app/redact.ts';
import type { MailSettings } from '../../shared/domain/notification.ts';
import type { MailContent } from './content.ts';
import type { Attempt } from './courier.ts';
import { failureOf } from './smtp-failure.ts';

export type MailOrder = {
  settings: MailSettings;
  /** `null`: the server wants no log-in. */
  password: string | null;
  to: string;
  content: MailContent;
  createdAt: number;
  log: Buffer | null;
};

export type MailTimes = { connectMs: number; greetingMs: number; silenceMs: number; allMs: number };

/** A server that does not answer must not hold the outbox for long. */
export const mailTimes: MailTimes = { connectMs: 15_000, greetingMs: 15_000, silenceMs: 30_000, allMs: 120_000 };

/** Whom the sender believes; a test brings its own authority. */
export type Trust = () => SecureContext;

export async function sendMail(order: MailOrder, trust: Trust, times: MailTimes = mailTimes): Promise<Attempt> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(transportOptions(order, trust, times));
  try {
    const sent = transport.sendMail(messageOptions(order));
    const info = await within(sent, times.allMs, () => transport.close());
    return { kind: 'delivered', answer: redact(info.response) };
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

function transportOptions({ settings, password }: MailOrder, trust: Trust, times: MailTimes): SMTPTransport.Options {
  const { server, port, security, user } = settings;
  const encrypted = security !== 'none';
  return {
    host: server.replace(/^\[(.*)\]$/, '$1'),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== null && password !== null ? { auth: { user, pass: password } } : {}),
    ...(encrypted ? { tls: { secureContext: trust(), rejectUnauthorized: true, minVersion: 'TLSv1.2' } } : {}),
    connectionTimeout: times.connectMs,
    greetingTimeout: times.greetingMs,
    socketTimeout: times.silenceMs,
    dnsTimeout: times.connectMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function messageOptions({ settings, to, content, createdAt, log }: MailOrder): SendMailOptions {
  return {
    from: { name: 'Respaldo', address: settings.from },
    to: content.recipients,
    envelope: { from: settings.from, to: [to] },
    messageId: content.messageId,
    date: new Date(createdAt),
    subject: content.subject,
    text: content.text,
    html: content.html,
    // Nobody's holiday notice is to answer a program.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(log === null ? {} : { attachments: [logAttachment(log, content)] }),
  };
}

const logAttachment = (log: Buffer, { attachLogOf }: MailContent) => ({
  filename: `respaldo-${attachLogOf}.log.gz`,
  content: log,
  contentType: 'application/gzip',
});

/** The answer of `work`, or a timeout after `ms`: a server may go on for ever, one line at a time. */
async function within<T>(work: Promise<T>, ms: number, giveUp: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(Object.assign(new Error(`no end within ${ms / 1000} s`), { code: 'ETIMEDOUT' }));
    }, ms);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
