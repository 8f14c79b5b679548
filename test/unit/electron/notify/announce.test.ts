import { describe, expect, test } from 'vitest';
import { announce, type Wishes } from '../../../../electron/notify/announce.ts';
import type { Alert } from '../../../../electron/notify/alert.ts';
import { loudEvents, notificationEvents, type StrategyNotifications } from '../../../../shared/domain/notification.ts';
import { sampleAlert, sampleMail, T0 } from '../../../support/alerts.ts';

const reader = { language: 'en' as const, timeZone: 'UTC' };
const wishes = (change: Partial<Wishes['settings']> = {}, own?: StrategyNotifications): Wishes => ({
  settings: { desktopNotifications: { on: loudEvents }, mail: null, webhook: null, heartbeat: null, ...change },
  strategies: new Map(own ? [['S1', own]] : []),
});
const told = (alerts: Alert[], wanted: Wishes): string[] =>
  announce(alerts, wanted, reader, T0).map(({ channel, to }) => `${channel} ${to}`.trim());

describe('who is told', () => {
  test.each(notificationEvents.map((event) => [event, event !== 'success'] as const))(
    'of %s on the desktop unless asked otherwise: %s',
    (event, loud) => {
      expect(told([sampleAlert({ event })], wishes())).toEqual(loud ? ['desktop'] : []);
      const everything = wishes({ desktopNotifications: { on: [...notificationEvents] } });
      expect(told([sampleAlert({ event })], everything)).toEqual(['desktop']);
      expect(told([sampleAlert({ event })], wishes({ desktopNotifications: { on: [] } }))).toEqual([]);
    },
  );

  test('each recipient once, the strategy’s own before those of the settings', () => {
    const mail = sampleMail({ recipients: ['a@example.com', 'b@example.com', 'a@example.com'] });
    const quiet = { desktopNotifications: { on: [] }, mail };
    expect(told([sampleAlert()], wishes(quiet))).toEqual(['mail a@example.com', 'mail b@example.com']);
    const own = { recipients: ['c@example.com'], on: null };
    expect(told([sampleAlert()], wishes(quiet, own))).toEqual(['mail c@example.com']);
    expect(told([sampleAlert()], wishes(quiet, { recipients: [], on: null }))).toEqual([]);
  });

  test('the strategy’s own events count on every channel of people', () => {
    const webhook = { url: 'https://example.com/secret', style: 'json' as const, on: loudEvents };
    const wanted = wishes({ mail: sampleMail(), webhook }, { recipients: null, on: ['success'] });
    expect(told([sampleAlert()], wanted)).toEqual([]);
    expect(told([sampleAlert({ event: 'success' })], wanted)).toEqual([
      'desktop',
      'mail dba@example.com',
      'webhook example.com',
    ]);
  });

  test('the heartbeat hears of every end of a run, and of nothing else', () => {
    const beats = (alert: Partial<Alert>) =>
      announce([sampleAlert(alert)], wishes({ heartbeat: { url: 'https://hc.example/key' } }), reader, T0)
        .filter(({ channel }) => channel === 'heartbeat')
        .map(({ content, to }) => [content, to]);
    expect(beats({})).toEqual([[{ phase: 'fail' }, 'hc.example']]);
    expect(beats({ event: 'success' })).toEqual([[{ phase: 'success' }, 'hc.example']]);
    expect(beats({ event: 'warning' })).toEqual([[{ phase: 'success' }, 'hc.example']]);
    expect(beats({ event: 'missed', runId: null })).toEqual([]);
    expect(beats({ event: 'overdue', runId: null })).toEqual([]);
  });
});

describe('many at once', () => {
  const failures = (count: number) => Array.from({ length: count }, (_, at) => sampleAlert({ strategyName: `L${at}` }));

  test('are one note on the desktop from four on', () => {
    expect(announce(failures(3), wishes(), reader, T0)).toHaveLength(3);
    const [note, ...rest] = announce(failures(5), wishes(), reader, T0);
    expect(rest).toEqual([]);
    expect(note?.content).toMatchObject({ title: '5 backups failed', body: 'L0 (PROD), L1 (PROD), L2 (PROD), and 2 more' });
  });

  test('of different kinds are not mixed', () => {
    const mixed = [...failures(4), sampleAlert({ event: 'overdue' })];
    expect(announce(mixed, wishes(), reader, T0).map(({ title }) => title)).toEqual([
      '4 backups failed',
      'A good run of Weekly L0 on PROD is overdue',
    ]);
  });
});

test('every message has a fact of its own, and the same alert the same facts', () => {
  const alerts = [sampleAlert(), sampleAlert({ event: 'warning' })];
  const webhook = { url: 'https://example.com/secret', style: 'json' as const, on: loudEvents };
  const wanted = wishes({ mail: sampleMail(), webhook, heartbeat: { url: 'https://hc.example/key' } });
  const facts = announce(alerts, wanted, reader, T0).map(({ fact }) => fact);
  expect(new Set(facts).size).toBe(facts.length);
  expect(announce(alerts, wanted, reader, T0 + 1).map(({ fact }) => fact)).toEqual(facts);
});

test('no message holds the address of a web hook or of a heartbeat', () => {
  const webhook = { url: 'https://example.com/secret', style: 'json' as const, on: loudEvents };
  const wanted = wishes({ webhook, heartbeat: { url: 'https://hc.example/secret' } });
  expect(JSON.stringify(announce([sampleAlert()], wanted, reader, T0))).not.toContain('secret');
});
