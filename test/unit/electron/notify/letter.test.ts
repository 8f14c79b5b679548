import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../../electron/notify/alert.ts';
import { alertLetter } from '../../../../electron/notify/letter.ts';
import { letterHtml } from '../../../../electron/notify/letter-html.ts';
import { letterText } from '../../../../electron/notify/letter-text.ts';
import { webhookBody, webhookContent } from '../../../../electron/notify/webhook-body.ts';
import { reasonText } from '../../../../electron/notify/words.ts';
import { notificationEvents } from '../../../../shared/domain/notification.ts';
import type { OccurrenceReason } from '../../../../shared/domain/occurrence.ts';
import { sampleAlert, T0 } from '../../../support/alerts.ts';

const languages = ['en', 'es'] as const;
const readerOf = (language: 'en' | 'es') => ({ language, timeZone: 'Europe/Madrid' });
const variants: Alert[] = [
  ...notificationEvents.map((event) => sampleAlert({ event })),
  sampleAlert({ known: false, rootCode: null, rootText: null }),
  sampleAlert({ event: 'missed', runId: null, instants: [T0, T0 + 1], reason: { kind: 'overlap', runId: 'R' } }),
  sampleAlert({ event: 'missed', runId: null, instants: Array.from({ length: 9 }, (_, at) => T0 + at) }),
  sampleAlert({ failure: { code: 'target.missing', params: {}, fields: [] }, rootCode: null }),
  sampleAlert({ lastGood: null }),
];

describe.each(languages)('in %s', (language) => {
  test.each(variants.map((alert) => [alert.event, alert] as const))('%s is complete', (_event, alert) => {
    const letter = alertLetter(alert, readerOf(language));
    for (const text of [letter.subject, letterText(letter), letterHtml(letter, language)]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
      expect(text).toContain('Weekly L0');
      expect(text).toContain('PROD');
    }
    if (alert.event !== 'success') expect(letter.steps?.items.length).toBeGreaterThan(0);
    if (alert.runId) expect(letterText(letter)).toContain(`respaldo://run/${alert.runId}`);
  });

  test('a failure says what, why, what to do, since when, and where to look', () => {
    const text = letterText(alertLetter(sampleAlert(), readerOf(language)));
    expect(text).toContain('ORA-19809: limit exceeded for recovery files');
    expect(text).toMatch(/\n {2}1\. \S/);
    expect(text).toContain('RMAN-00571');
    expect(text).toMatch(/03:00.*(CET|GMT\+1)/);
    expect(text).toContain('respaldo log ');
  });
});

test('the two languages differ in every sentence', () => {
  for (const alert of variants) {
    const [en, es] = languages.map((language) => alertLetter(alert, readerOf(language)));
    expect(en?.headline).not.toBe(es?.headline);
    expect(en?.meaning).not.toBe(es?.meaning);
    for (const step of en?.steps?.items ?? []) expect(es?.steps?.items).not.toContain(step);
  }
});

test('every reason that is told has words in both languages', () => {
  const reasons: OccurrenceReason[] = [
    { kind: 'too-late', hours: 4 },
    { kind: 'not-caught-up' },
    { kind: 'superseded', by: T0 },
    { kind: 'overlap', runId: 'R' },
    { kind: 'retries-spent', attempts: 3 },
    { kind: 'cannot-heal', rootCode: 'ORA-01017' },
    { kind: 'next-comes-first', next: T0 },
    { kind: 'retry-cancelled' },
  ];
  for (const reason of reasons) {
    const [en, es] = languages.map((language) => reasonText(reason, readerOf(language)));
    expect(en).toBeTruthy();
    expect(es).toBeTruthy();
    expect(en).not.toBe(es);
  }
});

describe('hostile text', () => {
  const evil = `<script>alert("1")</script>&'`;
  const alert = sampleAlert({ strategyName: evil, rootText: evil, logTail: [evil], host: evil, targetName: evil });

  test('is shown, not obeyed', () => {
    const html = letterHtml(alertLetter(alert, readerOf('en')), 'en');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  });

  test('marks nothing up in Slack', () => {
    const body = JSON.stringify(webhookBody(webhookContent(alert, readerOf('en')), 'slack'));
    expect(JSON.parse(body)).toMatchObject({ text: expect.stringContaining('&lt;script&gt;') });
  });
});

test('an email asks nobody for anything: no remote content, no style sheet, no script', () => {
  const html = letterHtml(alertLetter(sampleAlert(), readerOf('es')), 'es');
  expect(html).not.toMatch(/https?:|<(img|link|script|style|iframe)\b|url\(/i);
  expect(html).toContain('<html lang="es">');
});

test('Slack and Teams get what they take', () => {
  const content = webhookContent(sampleAlert({ strategyName: 'x'.repeat(300) }), readerOf('en'));
  const slack = webhookBody(content, 'slack') as { blocks: { type: string; text?: { text: string }; fields?: unknown[] }[] };
  expect(slack.blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
  for (const { fields } of slack.blocks) expect(fields?.length ?? 0).toBeLessThanOrEqual(10);
  expect(webhookBody(content, 'teams')).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
  });
  expect(webhookBody(content, 'json')).toBe(content);
});
