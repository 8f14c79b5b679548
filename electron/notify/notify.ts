// Notifications as the rest of the product sees them: told that something changed, it finds out what is to be told to
// whom, and carries it. No call of it waits for a server, a daemon or a log.
import type { Clock, DesktopNotifier, Logger, Secrets } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Runs } from '../runs/runs.ts';
import type { HeartbeatSettings, MailSettings, WebhookSettings } from '../../shared/domain/notification.ts';
import type { DeliveryReport, OutboxMessage, OutboxSummary } from '../../shared/domain/outbox.ts';
import type { Language, Settings } from '../../shared/domain/settings.ts';
import { createCouriers, MAIL_SECRET } from './couriers.ts';
import { nextDigest } from './digest.ts';
import { createGathering } from './gathering.ts';
import { mailTimes, type MailTimes, type Trust } from './mail.ts';
import { createOutbox } from './outbox.ts';
import type { Reader } from './reader.ts';
import { trustedContext } from './trusted.ts';
import { createTrials } from './trials.ts';

export type NotifyPorts = {
  store: Store;
  clock: Clock;
  logger: Logger;
  secrets: Secrets;
  /** `null`: this process has no desktop. */
  desktop: DesktopNotifier | null;
  settings(): Settings;
  /** The desktop's language, for when the settings follow it. */
  locale: string;
  host: string;
  lines: Runs['lines'];
  /** Since when a good run is overdue, by strategy id; empty where nobody keeps a schedule. */
  overdue(): Promise<ReadonlyMap<string, number>>;
  /** The outbox is not what it was. */
  changed(): void;
  /** Nobody is logged in at this desktop: what it shows may be read by anybody. */
  locked?(): boolean;
  /** For tests: a certificate authority of their own, shorter waiting, no chance. */
  trust?: Trust;
  mailTimes?: MailTimes;
  random?(): number;
};

export type Notify = {
  /** Looks for what was left untold and begins to carry. Once. */
  begin(): void;
  /** Something changed: a run began, an occurrence is settled, the settings are others, the machine woke up. */
  look(): void;
  summary(): Promise<OutboxSummary>;
  list(limit: number): Promise<OutboxMessage[]>;
  tryAgain(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  hasMailPassword(): Promise<boolean>;
  /** @throws AppError `secret.plain-refused` */
  setMailPassword(password: string, acceptPlainText: boolean): Promise<void>;
  forgetMailPassword(): Promise<void>;
  testMail(mail: MailSettings, password: string | null): Promise<DeliveryReport>;
  testWebhook(webhook: WebhookSettings): Promise<DeliveryReport>;
  testHeartbeat(heartbeat: HeartbeatSettings): Promise<DeliveryReport>;
  testDesktop(): Promise<DeliveryReport>;
  /**
   * Puts everything untold into the outbox, stops, and gives what is being sent at most `graceMs` to arrive; without
   * it, the next application sends what is left.
   */
  end(graceMs?: number): Promise<void>;
};

/** Outcomes that come within this time are told together. */
const GATHER_MS = 1_000;
const KEEP_SENT_MS = 30 * 86_400_000;
/** A corrected server or password sends what it kept back, unless it is too old to be news. */
const CORRECTED_FOR_MS = 3 * 86_400_000;
/** Timers run late when a machine sleeps. */
const LONGEST_SLEEP_MS = 3_600_000;

export function createNotify(ports: NotifyPorts): Notify {
  const { store, clock, logger, secrets, settings } = ports;
  const trust = ports.trust ?? trustedContext;
  const language = (): Language => settings().language ?? (ports.locale.toLowerCase().startsWith('es') ? 'es' : 'en');
  const reader = (): Reader => ({
    language: language(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const parts = { ...ports, trust, language, reader, mailTimes: ports.mailTimes ?? mailTimes };
  const gathering = createGathering(parts);
  const outbox = createOutbox({ ...parts, couriers: createCouriers(parts), random: ports.random ?? Math.random });
  const trials = createTrials(parts);
  let looking: (() => void) | null = null;
  let digesting: (() => void) | null = null;
  let gathered: Promise<void> = Promise.resolve();
  let ended = false;
  let known: Pick<Settings, 'mail' | 'webhook' | 'heartbeat'> = settings();

  /** What its settings kept back, or made the other side refuse, is tried with the new ones. */
  async function corrected(channel: 'mail' | 'webhook' | 'heartbeat'): Promise<void> {
    await store.outbox.retryChannel(channel, clock.now() - CORRECTED_FOR_MS, clock.now());
    outbox.wakeRested();
  }

  async function lookForCorrections(): Promise<void> {
    const { mail, webhook, heartbeat } = settings();
    const before = known;
    known = { mail, webhook, heartbeat };
    for (const channel of ['mail', 'webhook', 'heartbeat'] as const) {
      const isNew = JSON.stringify(before[channel]) !== JSON.stringify(known[channel]);
      if (known[channel] && isNew) await corrected(channel);
    }
  }

  /** Each step for itself: a summary that cannot be made must not keep a failure from being told. */
  async function gather(): Promise<void> {
    const steps = { corrections: lookForCorrections, ...gathering };
    for (const step of ['corrections', 'outcomes', 'beginnings', 'overdue', 'digest'] as const) {
      try {
        await steps[step]();
      } catch (error) {
        logger.exception(error, `notifications: ${step}`);
      }
    }
    ports.changed();
    outbox.wake();
    planDigest();
  }

  function gatherNext(): Promise<void> {
    gathered = gathered.then(gather);
    return gathered;
  }

  function look(): void {
    if (ended) return;
    looking ??= clock.after(GATHER_MS, () => {
      looking = null;
      void gatherNext();
    });
  }

  function planDigest(): void {
    digesting?.();
    digesting = null;
    const digestAt = settings().mail?.digestAt;
    if (ended || !digestAt) return;
    const ms = nextDigest(clock.now(), digestAt) - clock.now();
    digesting = clock.after(Math.min(LONGEST_SLEEP_MS, ms), look);
  }

  /** A change of the outbox by the user. */
  async function changing(act: Promise<void>): Promise<void> {
    await act;
    ports.changed();
    outbox.wakeRested();
  }

  return {
    begin() {
      outbox.begin();
      void store.outbox.prune(clock.now() - KEEP_SENT_MS).catch((error) => logger.exception(error, 'the outbox'));
      look();
    },
    look,
    summary: () => store.outbox.summary(),
    list: (limit) => store.outbox.list(limit),
    tryAgain: (id) => changing(store.outbox.retry(id, clock.now())),
    discard: (id) => changing(store.outbox.discard(id)),
    hasMailPassword: () => secrets.has(MAIL_SECRET),
    setMailPassword: (password, acceptPlainText) =>
      changing(secrets.write(MAIL_SECRET, password, acceptPlainText).then(() => corrected('mail'))),
    forgetMailPassword: () => secrets.forget(MAIL_SECRET),
    ...trials,
    async end(graceMs = 0) {
      ended = true;
      looking?.();
      digesting?.();
      await gatherNext();
      if (graceMs > 0) await arrived(graceMs);
      outbox.end();
    },
  };

  async function arrived(graceMs: number): Promise<void> {
    let cancel = (): void => {};
    const late = new Promise<void>((resolve) => (cancel = clock.after(graceMs, resolve)));
    await Promise.race([outbox.idle(), late]);
    cancel();
  }
}
