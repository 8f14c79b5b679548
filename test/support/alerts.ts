// Occurrences, alerts and mail settings for the tests of notifications.
import type { Alert } from '../../electron/notify/alert.ts';
import { newId } from '../../shared/domain/id.ts';
import { loudEvents, type MailSettings } from '../../shared/domain/notification.ts';
import type { Occurrence } from '../../shared/domain/occurrence.ts';

export const T0 = Date.UTC(2026, 10, 24, 2, 0, 0);

export const sampleOccurrence = (change: Partial<Occurrence> = {}): Occurrence => ({
  id: newId(T0),
  strategyId: 'S1',
  targetId: 'T1',
  strategyName: 'Weekly L0',
  targetName: 'PROD',
  instant: T0,
  trigger: 'schedule',
  state: 'failed',
  reason: null,
  runId: null,
  attempts: 1,
  updatedAt: T0 + 60_000,
  ...change,
});

export const sampleAlert = (change: Partial<Alert> = {}): Alert => ({
  event: 'failure',
  fact: `occurrence/${newId(T0)}`,
  strategyId: 'S1',
  strategyName: 'Weekly L0',
  targetName: 'PROD',
  occurrenceId: newId(T0),
  runId: newId(T0),
  at: T0 + 60_000,
  instants: [T0],
  reason: null,
  attempts: 1,
  known: true,
  startedAt: T0,
  endedAt: T0 + 60_000,
  rootCode: 'ORA-19809',
  rootText: 'ORA-19809: limit exceeded for recovery files',
  failure: null,
  warnings: 0,
  pieces: 2,
  bytes: 3 * 1024 ** 3,
  lastGood: T0 - 86_400_000,
  logTail: ['RMAN-00571: ====', 'ORA-19809: limit exceeded for recovery files'],
  host: 'ws1',
  ...change,
});

export const sampleMail = (change: Partial<MailSettings> = {}): MailSettings => ({
  server: '127.0.0.1',
  port: 25,
  security: 'none',
  user: null,
  from: 'respaldo@example.com',
  recipients: ['dba@example.com'],
  on: loudEvents,
  digestAt: null,
  attachLog: false,
  ...change,
});
