// Decides who is told what: alerts and the wishes of settings and strategies in, messages out. Pure.
import type { NewMessage } from '../app/store-port.ts';
import { newId } from '../../shared/domain/id.ts';
import { notificationEvents, type NotificationEvent, type StrategyNotifications } from '../../shared/domain/notification.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Alert } from './alert.ts';
import type { DesktopContent, HeartbeatContent, MailContent } from './content.ts';
import { causeOf } from './cause.ts';
import { alertLetter, type Letter } from './letter.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import type { Reader } from './reader.ts';
import { webhookContent } from './webhook-body.ts';
import { groupedTitle, othersText, phrases } from './words.ts';

export type Wishes = {
  settings: Pick<Settings, 'desktopNotifications' | 'mail' | 'webhook' | 'heartbeat'>;
  /** By strategy id; a strategy that is gone follows the settings. */
  strategies: ReadonlyMap<string, StrategyNotifications>;
};

/** From this many at once, the desktop shows one note for all of a kind. */
const GROUPED_FROM = 4;
/** Names in a note for many. */
const MOST_NAMES = 3;

/** The messages of these alerts, for every channel that wants them. */
export function announce(alerts: readonly Alert[], wishes: Wishes, reader: Reader, now: number): NewMessage[] {
  return [
    ...desktopMessages(alerts.filter((alert) => wants(alert, wishes, 'desktop')), reader, now),
    ...alerts.filter((alert) => wants(alert, wishes, 'mail')).flatMap((alert) => alertMails(alert, wishes, reader, now)),
    ...alerts.filter((alert) => wants(alert, wishes, 'webhook')).map((alert) => webhookMessage(alert, wishes, reader, now)),
    ...alerts.flatMap((alert) => outcomeBeat(alert, wishes, now)),
  ];
}

function wants(alert: Alert, { settings, strategies }: Wishes, channel: 'desktop' | 'mail' | 'webhook'): boolean {
  const own = strategies.get(alert.strategyId)?.on ?? null;
  const general = channel === 'desktop' ? settings.desktopNotifications : settings[channel];
  return general !== null && (own ?? general.on).includes(alert.event);
}

const base = (alert: Alert, now: number) => ({
  id: newId(now),
  occurrenceId: alert.occurrenceId,
  runId: alert.runId,
  createdAt: now,
});

function desktopMessages(alerts: readonly Alert[], reader: Reader, now: number): NewMessage[] {
  return notificationEvents.flatMap((event) => {
    const same = alerts.filter((alert) => alert.event === event);
    if (same.length >= GROUPED_FROM) return [groupedNote(event, same, reader, now)];
    return same.map((alert) => singleNote(alert, reader, now));
  });
}

function singleNote(alert: Alert, reader: Reader, now: number): NewMessage {
  const words = phrases[reader.language];
  const cause = causeOf(alert, reader.language);
  const body = cause ? `${cause.code ? `${cause.code}: ` : ''}${cause.title}` : words.meaning(alert);
  const content: DesktopContent = {
    title: words.headline(alert),
    body,
    runId: alert.runId,
    urgency: urgencyOf(alert.event),
    strategyName: alert.strategyName,
  };
  return { ...base(alert, now), channel: 'desktop', title: content.title, to: '', fact: `${alert.fact}/desktop`, content };
}

function groupedNote(event: NotificationEvent, alerts: Alert[], { language }: Reader, now: number): NewMessage {
  const names = alerts.slice(0, MOST_NAMES).map(({ strategyName, targetName }) => `${strategyName} (${targetName})`);
  const others = alerts.length - names.length;
  const content: DesktopContent = {
    title: groupedTitle(event, alerts.length, language),
    body: [...names, ...(others > 0 ? [othersText(others, language)] : [])].join(', '),
    runId: null,
    urgency: urgencyOf(event),
    strategyName: null,
  };
  const fact = `${alerts[0]?.fact}/desktop/${alerts.length}`;
  const rest = { id: newId(now), occurrenceId: null, runId: null, createdAt: now };
  return { ...rest, channel: 'desktop', title: content.title, to: '', fact, content };
}

function urgencyOf(event: NotificationEvent): DesktopContent['urgency'] {
  if (event === 'success') return 'low';
  return event === 'failure' || event === 'overdue' ? 'critical' : 'normal';
}

function alertMails(alert: Alert, { settings, strategies }: Wishes, reader: Reader, now: number): NewMessage[] {
  const { mail } = settings;
  if (!mail) return [];
  const recipients = strategies.get(alert.strategyId)?.recipients ?? mail.recipients;
  const attached = mail.attachLog && (alert.event === 'failure' || alert.event === 'warning') ? alert.runId : null;
  const about = { ...base(alert, now), fact: alert.fact };
  return letterMails(alertLetter(alert, reader), about, recipients, mail.from, reader, attached);
}

/**
 * One message per recipient, each with its own fate: a server may take one and refuse, or put off, another. The letter
 * and its Message-ID are the same for all.
 */
export function letterMails(
  letter: Letter,
  about: Pick<NewMessage, 'id' | 'occurrenceId' | 'runId' | 'createdAt' | 'fact'>,
  recipients: readonly string[],
  from: string,
  reader: Reader,
  attachLogOf: string | null,
): NewMessage[] {
  const everyone = [...new Set(recipients)];
  const domain = from.split('@')[1] ?? 'respaldo.invalid';
  const content: MailContent = {
    messageId: `<respaldo.${about.id}@${domain}>`,
    recipients: everyone,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter, reader.language),
    attachLogOf,
  };
  return everyone.map((to) => ({
    ...about,
    id: newId(about.createdAt),
    channel: 'mail' as const,
    title: letter.subject,
    to,
    fact: `${about.fact}/mail/${to}`,
    content,
  }));
}

function webhookMessage(alert: Alert, { settings }: Wishes, reader: Reader, now: number): NewMessage {
  const content = webhookContent(alert, reader);
  return {
    ...base(alert, now),
    channel: 'webhook',
    title: content.title,
    to: hostOf(settings.webhook?.url),
    fact: `${alert.fact}/webhook`,
    content,
  };
}

/** The service hears of every outcome; who is told by people's channels does not matter to it. */
function outcomeBeat(alert: Alert, { settings }: Wishes, now: number): NewMessage[] {
  if (!settings.heartbeat || alert.runId === null) return [];
  if (alert.event === 'missed' || alert.event === 'overdue') return [];
  const phase = alert.event === 'failure' ? 'fail' : 'success';
  return [beat(alert.runId, phase, alert.strategyName, settings.heartbeat.url, alert.occurrenceId, now)];
}

/** A sign of life: one per run and phase. */
export function beat(
  runId: string,
  phase: HeartbeatContent['phase'],
  strategyName: string,
  url: string,
  occurrenceId: string | null,
  now: number,
): NewMessage {
  const content: HeartbeatContent = { phase };
  return {
    id: newId(now),
    channel: 'heartbeat',
    title: `${strategyName}: ${phase}`,
    to: hostOf(url),
    occurrenceId,
    runId,
    createdAt: now,
    fact: `run/${runId}/heartbeat/${phase}`,
    content,
  };
}

/** What may be shown of an address: its path and query may hold a key. */
export function hostOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).host;
}
