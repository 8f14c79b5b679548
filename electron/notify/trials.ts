// Test messages: sent at once with the settings of the form, past the outbox, and answered with the other side's words.
import { newId } from '../../shared/domain/id.ts';
import type { HeartbeatSettings, MailSettings, WebhookSettings } from '../../shared/domain/notification.ts';
import type { DeliveryReport } from '../../shared/domain/outbox.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Clock } from '../app/ports.ts';
import type { WebhookContent } from './content.ts';
import type { Attempt } from './courier.ts';
import { readPassword, type CourierPorts } from './couriers.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import { sendMail } from './mail.ts';
import { momentText, type Reader } from './reader.ts';
import { sendBeat, sendWebhook } from './web.ts';

export type TrialPorts = CourierPorts & { clock: Clock; host: string; reader(): Reader };

const WORDS = {
  en: {
    headline: 'Test message from Respaldo',
    meaning: 'This way of telling works. Nothing has happened to any backup.',
    sent: 'Sent',
    host: 'Workstation',
    nobody: 'There is nobody to send it to: give a recipient.',
    noDesktop: 'This process has no desktop.',
    shown: 'Shown.',
    noAnswer: 'It was not shown, and the desktop did not say why.',
    footer: (host: string) => `Sent by Respaldo on ${host} because somebody pressed the test button.`,
  },
  es: {
    headline: 'Mensaje de prueba de Respaldo',
    meaning: 'Esta vía de aviso funciona. No ha ocurrido nada con ninguna copia.',
    sent: 'Enviado',
    host: 'Equipo',
    nobody: 'No hay a quién enviarlo: indique un destinatario.',
    noDesktop: 'Este proceso no tiene escritorio.',
    shown: 'Se mostró.',
    noAnswer: 'No se mostró, y el escritorio no dijo por qué.',
    footer: (host: string) => `Enviado por Respaldo desde ${host} porque alguien pulsó el botón de prueba.`,
  },
} satisfies Record<Language, unknown>;

const reportOf = ({ kind, answer }: Attempt): DeliveryReport => ({ delivered: kind === 'delivered', answer });

export function createTrials(ports: TrialPorts) {
  const { clock, host, language, reader, trust, secrets, desktop } = ports;

  function letter(): Letter {
    const words = WORDS[language()];
    return {
      subject: `[Respaldo] ${words.headline}`,
      headline: words.headline,
      meaning: words.meaning,
      facts: [[words.sent, momentText(clock.now(), reader())], [words.host, host]],
      cause: null,
      steps: null,
      table: null,
      log: null,
      run: null,
      footer: words.footer(host),
    };
  }

  /** To every recipient; the answer of the first that was not taken, or of the last. */
  async function testMail(mail: MailSettings, typed: string | null): Promise<DeliveryReport> {
    const [first] = mail.recipients;
    if (first === undefined) return { delivered: false, answer: WORDS[language()].nobody };
    const password = mail.user === null ? null : (typed ?? (await readPassword(secrets, mail.server, language())));
    if (typeof password === 'object' && password !== null) return reportOf(password);
    const { subject, ...rest } = letter();
    const now = clock.now();
    const content = {
      messageId: `<respaldo.${newId(now)}@${mail.from.split('@')[1]}>`,
      recipients: mail.recipients,
      subject,
      text: letterText({ subject, ...rest }),
      html: letterHtml({ subject, ...rest }, language()),
      attachLogOf: null,
    };
    let report: DeliveryReport = { delivered: false, answer: '' };
    for (const to of mail.recipients) {
      const order = { settings: mail, password, to, content, createdAt: now, log: null };
      report = reportOf(await sendMail(order, trust, ports.mailTimes));
      if (!report.delivered) return mail.recipients.length > 1 ? { ...report, answer: `${to}: ${report.answer}` } : report;
    }
    return report;
  }

  async function testWebhook(webhook: WebhookSettings): Promise<DeliveryReport> {
    const { headline, meaning, facts } = letter();
    const content: WebhookContent = {
      respaldo: 'notification',
      version: 1,
      event: 'test',
      language: language(),
      title: headline,
      text: meaning,
      at: new Date(clock.now()).toISOString(),
      workstation: host,
      strategy: null,
      database: null,
      occurrence: null,
      run: null,
      cause: null,
      lastGoodAt: null,
      facts,
    };
    return reportOf(await sendWebhook(content, webhook, trust));
  }

  return {
    testMail,
    testWebhook,
    /** As after a good run: a `/start` would have the service wait for an end. */
    testHeartbeat: async (heartbeat: HeartbeatSettings): Promise<DeliveryReport> =>
      reportOf(await sendBeat({ phase: 'success' }, heartbeat, trust)),
    async testDesktop(): Promise<DeliveryReport> {
      const words = WORDS[language()];
      if (!desktop) return { delivered: false, answer: words.noDesktop };
      const { delivered, answer } = await desktop.show({
        title: words.headline,
        body: words.meaning,
        runId: null,
        urgency: 'normal',
      });
      return { delivered, answer: answer || (delivered ? words.shown : words.noAnswer) };
    },
  };
}
