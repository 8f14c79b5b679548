// The body of a web hook: our own JSON, and what Slack and Teams make of it. Pure.
import type { WebhookSettings } from '../../shared/domain/notification.ts';
import type { Alert } from './alert.ts';
import { causeOf, stepsOf } from './cause.ts';
import type { WebhookContent } from './content.ts';
import { factsOf, runLink } from './letter.ts';
import type { Reader } from './reader.ts';
import { phrases } from './words.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export function webhookContent(alert: Alert, reader: Reader): WebhookContent {
  const { language } = reader;
  const cause = causeOf(alert, language);
  const { occurrenceId, runId, startedAt, endedAt, lastGood } = alert;
  return {
    respaldo: 'notification',
    version: 1,
    event: alert.event,
    language,
    title: phrases[language].headline(alert),
    text: phrases[language].meaning(alert),
    at: iso(alert.at),
    workstation: alert.host,
    strategy: { id: alert.strategyId, name: alert.strategyName },
    database: alert.targetName,
    occurrence:
      occurrenceId === null ? null : { id: occurrenceId, planned: alert.instants.map(iso), attempts: alert.attempts },
    run:
      runId === null
        ? null
        : { id: runId, startedAt: isoOrNull(startedAt), endedAt: isoOrNull(endedAt), link: runLink(runId) },
    cause: cause && {
      code: cause.code,
      title: cause.title,
      text: cause.inTheLog,
      todo: [...stepsOf(alert, language)],
    },
    lastGoodAt: isoOrNull(lastGood),
    facts: factsOf(alert, reader),
  };
}

/** What is sent, as JSON. */
export function webhookBody(content: WebhookContent, style: WebhookSettings['style']): unknown {
  if (style === 'slack') return slackBody(content);
  return style === 'teams' ? teamsBody(content) : content;
}

/** Slack takes at most 150 characters in a header, 3,000 in a section and 2,000 in each of up to 10 fields. */
const SLACK = { header: 150, section: 3000, field: 2000, fields: 10 };

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
/** Slack reads these three as the beginning of its own marks. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function slackBody({ title, text, cause, facts }: WebhookContent): unknown {
  const section = (markdown: string) => ({ type: 'section', text: { type: 'mrkdwn', text: cut(markdown, SLACK.section) } });
  const fields = facts.slice(0, SLACK.fields).map(([label, value]) => ({
    type: 'mrkdwn',
    text: cut(`*${slackText(label)}*\n${slackText(value)}`, SLACK.field),
  }));
  return {
    // What the notification of a phone shows.
    text: slackText(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, SLACK.header) } },
      section(slackText(text)),
      ...(fields.length > 0 ? [{ type: 'section', fields }] : []),
      ...(cause ? [section(slackCause(cause))] : []),
    ],
  };
}

function slackCause({ code, title, text, todo }: NonNullable<WebhookContent['cause']>): string {
  const heading = `*${slackText(code ? `${code} – ${title}` : title)}*`;
  const quote = text === null ? [] : [`> ${slackText(text)}`];
  return [heading, ...quote, ...todo.map((step, at) => `${at + 1}. ${slackText(step)}`)].join('\n');
}

/** An Adaptive Card as the "post to a channel when a webhook request is received" workflow of Teams takes it. */
function teamsBody({ title, text, cause, facts }: WebhookContent): unknown {
  const block = (content: string, more: object = {}) => ({ type: 'TextBlock', text: teamsText(content), wrap: true, ...more });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            block(title, { size: 'Large', weight: 'Bolder' }),
            block(text),
            { type: 'FactSet', facts: facts.map(([label, value]) => ({ title: teamsText(label), value: teamsText(value) })) },
            ...(cause ? [block(cause.code ? `${cause.code} – ${cause.title}` : cause.title, { weight: 'Bolder' })] : []),
            ...(cause?.text ? [block(cause.text, { fontType: 'Monospace' })] : []),
            ...(cause?.todo ?? []).map((step, at) => block(`${at + 1}. ${step}`, { spacing: 'Small' })),
          ],
        },
      },
    ],
  };
}

/** Cards read a part of Markdown; names and lines of a log are to be shown as they are. */
const teamsText = (text: string): string => text.replace(/[\\*_[\]()#`~>]/g, '\\$&');
