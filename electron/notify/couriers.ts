// The four channels, each over the settings as they are when a message leaves.
import type { DesktopNote, DesktopNotifier, Secrets } from '../app/ports.ts';
import type { Runs } from '../runs/runs.ts';
import type { Channel } from '../../shared/domain/outbox.ts';
import type { Language, Settings } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import {
  desktopContentSchema, heartbeatContentSchema, mailContentSchema, webhookContentSchema, type DesktopContent,
  type MailContent,
} from './content.ts';
import type { Attempt, Courier, DueMessage } from './courier.ts';
import { compressedLog } from './log-attachment.ts';
import { sendMail, type MailTimes, type Trust } from './mail.ts';
import { sendBeat, sendWebhook } from './web.ts';
import { phrases } from './words.ts';

/** Name of the password of the SMTP server in the keychain. */
export const MAIL_SECRET = 'mail';

export type CourierPorts = {
  settings(): Settings;
  secrets: Secrets;
  /** `null`: this process has no desktop. */
  desktop: DesktopNotifier | null;
  /** Nobody is logged in here. */
  locked?(): boolean;
  lines: Runs['lines'];
  language(): Language;
  trust: Trust;
  mailTimes: MailTimes;
};

const MINUTE = 60_000;
/** Later, a sign of life at the beginning would be a lie about when the run began. */
const START_BEAT_MS = 5 * MINUTE;
/** And an outcome of long ago would hide a newer one. */
const OUTCOME_BEAT_MS = 6 * 60 * MINUTE;
/** Of the night's failures the desktop tells in the morning, of last week's it does not. */
const DESKTOP_MS = 12 * 60 * MINUTE;

const NOT_SET_UP = {
  en: 'This way of telling is switched off in the settings.',
  es: 'Esta vía de aviso está desactivada en los ajustes.',
};

export function createCouriers(ports: CourierPorts): Record<Channel, Courier> {
  const { settings, secrets, desktop, language, trust } = ports;
  const notSetUp = (): Attempt => ({ kind: 'refused', answer: NOT_SET_UP[language()] });
  const never = (): number => Infinity;

  return {
    mail: {
      // A mail that needs a password waits for a process that can open the keychain.
      serves: () => !settings().mail?.user || secrets.keychain() !== 'unavailable',
      staleAfter: never,
      async deliver(message) {
        const { mail } = settings();
        if (!mail) return notSetUp();
        const password = mail.user === null ? null : await readPassword(secrets, mail.server, language());
        if (typeof password === 'object' && password !== null) return password;
        const whole = mailContentSchema.parse(message.content);
        const { content, log } = await withLog(whole, ports);
        const { to, createdAt } = message;
        return sendMail({ settings: mail, password, to, content, createdAt, log }, trust, ports.mailTimes);
      },
    },
    desktop: {
      serves: () => desktop !== null,
      staleAfter: () => DESKTOP_MS,
      async deliver({ content }) {
        const whole = desktopContentSchema.parse(content);
        const shown = await desktop?.show(ports.locked?.() ? discreet(whole, language()) : noteOf(whole));
        return { kind: shown?.delivered ? 'delivered' : 'later', answer: shown?.answer ?? '' };
      },
    },
    webhook: {
      serves: () => true,
      staleAfter: never,
      async deliver({ content }) {
        const { webhook } = settings();
        return webhook ? sendWebhook(webhookContentSchema.parse(content), webhook, trust) : notSetUp();
      },
    },
    heartbeat: {
      serves: () => true,
      staleAfter: (message) => (phaseOf(message) === 'start' ? START_BEAT_MS : OUTCOME_BEAT_MS),
      async deliver({ content }) {
        const { heartbeat } = settings();
        return heartbeat ? sendBeat(heartbeatContentSchema.parse(content), heartbeat, trust) : notSetUp();
      },
    },
  };
}

const noteOf = ({ title, body, runId, urgency }: DesktopContent): DesktopNote => ({ title, body, runId, urgency });

const LOCKED = { en: 'Unlock Respaldo to read what happened.', es: 'Desbloquee Respaldo para leer qué ha pasado.' };

/** Anybody may pass by a locked desktop: no more than the strategy's name, and that there is something to read. */
const discreet = ({ strategyName, runId, urgency }: DesktopContent, language: Language): DesktopNote => ({
  title: strategyName === null ? 'Respaldo' : `Respaldo: ${strategyName}`,
  body: LOCKED[language],
  runId,
  urgency,
});

const phaseOf = ({ content }: DueMessage): string | undefined => heartbeatContentSchema.safeParse(content).data?.phase;

/** The stored password, or why there is none. */
export async function readPassword(secrets: Secrets, server: string, language: Language): Promise<string | Attempt> {
  try {
    return await secrets.read(MAIL_SECRET, server);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const answer = errorText(error.code, error.params, language);
    return { kind: error.code === 'secret.missing' ? 'refused' : 'later', answer };
  }
}

async function withLog(
  content: MailContent,
  { lines, language }: CourierPorts,
): Promise<{ content: MailContent; log: Buffer | null }> {
  if (content.attachLogOf === null) return { content, log: null };
  // A log that cannot be read (its run was removed) is no reason to tell nobody.
  const log = await compressedLog(content.attachLogOf, lines).catch(() => null);
  if (log !== null) return { content, log };
  return { content: { ...content, text: `${content.text}\n${phrases[language()].logLeftOut}\n` }, log };
}
