// Keeps the log tables in Oracle up to date with this profile: when it connects, when it waits, when it gives up until
// somebody acts. What is sent and how is send.ts's. Nobody ever waits for it but who asks to.
import type { Clock, Logger } from '../app/ports.ts';
import type { SqlSession } from '../app/oracle-ports.ts';
import type { SyncStore } from '../app/sync-ports.ts';
import { newId } from '../../shared/domain/id.ts';
import type {
  QuarantinedFact, SyncActivity, SyncKind, SyncProblem, SyncStatus, Workstation,
} from '../../shared/domain/sync.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import { reconnectDelay } from './backoff.ts';
import type { Refusal } from './deliver.ts';
import { failureOf } from './failure.ts';
import { stopOf, type Healing } from './refusal.ts';
import { BATCH, send } from './send.ts';
import { sayHello, readWorkstations, type WorkstationFacts } from './workstations.ts';

/** The log tables as sync sees them: where they are, and a session in which their names mean them. */
export type LogTables = {
  /** Names these log tables, and what is wanted there; `null`: none are set up. */
  name(): string | null;
  /** False while facts are only to be kept. */
  isEnabled(): boolean;
  /** False for kinds that are not wanted there. */
  sends(kind: SyncKind): boolean;
  /** @throws AppError as every method of a session */
  open(): Promise<SqlSession>;
};

export type SyncPorts = {
  store: SyncStore;
  clock: Clock;
  logger: Logger;
  logTables: LogTables;
  workstation: WorkstationFacts;
  /** The status is not what it was. */
  changed(): void;
  /** In [0, 1); spreads attempts. */
  random?: () => number;
};

/** Facts of one moment leave together. */
const GATHER_MS = 1_000;
/** Other processes enter facts too, and timers run late when a machine sleeps. */
const LOOK_MS = 15_000;
/** A status that moves with every batch is told no more often. */
const TELL_MS = 500;
/** How long the end waits for a batch under way. */
const LAST_WORDS_MS = 3_000;
/** Until something is tried again that lasts until somebody acts. */
const LONG_MS = 3_600_000;

export type Sync = ReturnType<typeof createSync>;

export function createSync(ports: SyncPorts) {
  const { store, clock, logger, logTables } = ports;
  const random = ports.random ?? Math.random;
  let begun = false;
  let ended = false;
  let workstationId = '';
  let inUse: string | null | undefined;
  let working: Promise<void> | null = null;
  let session: SqlSession | null = null;
  let again = false;
  let failures = 0;
  let batch = BATCH;
  let inFlight = 0;
  let problem: SyncProblem | null = null;
  let troubleSince: number | null = null;
  let stopTimer = (): void => {};
  let toldAt = -Infinity;

  const tell = (): void => {
    toldAt = clock.now();
    ports.changed();
  };
  const tellSometimes = (): void => {
    if (Math.abs(clock.now() - toldAt) >= TELL_MS) tell();
  };

  function activity(): SyncActivity {
    if (logTables.name() === null || !logTables.isEnabled()) return 'off';
    if (!begun) return 'elsewhere';
    if (problem) return problem.nextAt === null ? 'blocked' : 'waiting';
    return working ? 'sending' : 'idle';
  }

  /** Makes the outbox one for the log tables that are set up now. */
  async function follow(): Promise<boolean> {
    const name = logTables.name();
    if (name !== inUse) {
      const state = await store.use(name, newId(clock.now()));
      workstationId = state.workstationId;
      inUse = name;
      problem = null;
      troubleSince = null;
      failures = 0;
    }
    return name !== null;
  }

  async function work(): Promise<void> {
    do {
      again = false;
      if (!(await follow()) || !logTables.isEnabled() || !(await isWanted())) break;
      await attempt();
    } while (again && !ended && problem === null);
  }

  /** A workstation that has nothing to say does not connect. */
  async function isWanted(): Promise<boolean> {
    const due = await store.nextDue();
    if (due !== null && due <= clock.now()) return true;
    return (await store.summary()).backfilling;
  }

  async function attempt(): Promise<void> {
    let stop: Refusal | null = null;
    try {
      session = await logTables.open();
      tell();
      let batchNo = await sayHello(session, workstationId, ports.workstation);
      if (problem) await store.setProblem(null);
      problem = null;
      stop = await send(session, {
        store,
        workstationId,
        nextBatch: () => (batchNo += 1),
        sends: logTables.sends,
        now: clock.now,
        random,
        batch,
        ended: () => ended,
        sending: (facts) => (inFlight = facts),
        settled,
      });
    } catch (error) {
      await failed(error);
    }
    const used = session;
    session = null;
    await used?.close(problem !== null);
    if (stop) await stopped(stop);
  }

  function settled(): void {
    failures = 0;
    troubleSince = null;
    inFlight = 0;
    batch = Math.min(BATCH, batch * 2);
    tellSometimes();
  }

  /** The session was lost, could not be had, or something of ours is wrong. */
  async function failed(error: unknown): Promise<void> {
    // A single row may be what ends the session: smaller batches find it, and let the others pass.
    if (inFlight > 0) batch = Math.max(1, Math.floor(batch / 8));
    const failure = failureOf(error);
    if (failure === null) {
      const incident = ended ? '' : logger.exception(error, 'sync');
      return blocked({ code: 'internal.incident', params: { incident }, fields: [] }, 'time');
    }
    await blocked((error as AppError).report(), stopOf(failure.code) ?? 'time');
  }

  async function stopped({ code, text, error }: Refusal): Promise<void> {
    const report = error?.report() ?? { code: 'sync.refused' as const, params: { code, detail: text }, fields: [] };
    await blocked(report, stopOf(code) ?? 'time');
  }

  async function blocked(error: ErrorReport, healing: Healing): Promise<void> {
    if (ended) return;
    failures += 1;
    const now = clock.now();
    troubleSince ??= now;
    const delay = healing === 'long' ? LONG_MS : reconnectDelay(failures, random());
    const nextAt = healing === 'person' ? null : now + delay;
    problem = { error, since: troubleSince, nextAt };
    logger.warn('log database not reached', { ...error.params, code: error.code, failures, nextAt });
    await store.setProblem(problem);
    tell();
  }

  /** Works at once if nothing keeps it; whoever comes while it does is answered by one more round. */
  function start(): Promise<void> {
    again = true;
    if (ended || !begun) return Promise.resolve();
    stopTimer();
    working ??= work()
      .catch((error: unknown) => void (ended || logger.exception(error, 'sync')))
      .then(() => {
        working = null;
        tell();
        const ms = (problem?.nextAt ?? 0) - clock.now();
        sleep(ms > 0 ? Math.min(LOOK_MS, ms) : LOOK_MS);
      });
    return working;
  }

  function sleep(ms: number): void {
    stopTimer();
    if (ended || !begun) return;
    stopTimer = clock.after(ms, () => {
      if (isKept()) sleep(LOOK_MS);
      else void start();
    });
  }

  /** True while a failure is to be waited for. */
  function isKept(): boolean {
    if (problem === null || logTables.name() !== inUse) return false;
    return problem.nextAt === null || clock.now() < problem.nextAt;
  }

  async function status(): Promise<SyncStatus> {
    const summary = await store.summary();
    return { ...summary, problem: begun ? problem : summary.problem, activity: activity() };
  }

  return {
    /** Begins to send. A problem that only a person can solve is kept over a restart: it is not tried again by that. */
    async begin(): Promise<void> {
      begun = true;
      await follow();
      const kept = (await store.summary()).problem;
      if (kept?.nextAt === null) problem = kept;
      sleep(0);
    },
    /** Facts may have been entered, or the settings changed. */
    look(): void {
      if (begun && !ended && !working) sleep(isKept() ? LOOK_MS : GATHER_MS);
      else again = true;
    },
    status,
    quarantine: (limit: number): Promise<QuarantinedFact[]> => store.quarantine(limit),
    /** Sends a quarantined fact again, or all of them (`null`). */
    async tryAgain(no: number | null): Promise<void> {
      await store.tryAgain(no);
      tell();
      void start();
    },
    /** Somebody has done something about the problem: tries at once. */
    async retry(): Promise<void> {
      problem = null;
      failures = 0;
      await store.setProblem(null);
      void start();
    },
    /** Sends everything that is due now; resolves when that is done or cannot be done. */
    async drain(): Promise<SyncStatus> {
      begun = true;
      problem = null;
      await start();
      return status();
    },
    /** Everybody who writes into the log tables. @throws AppError as every method of a session, `sync.none` */
    async workstations(): Promise<Workstation[]> {
      if (!(await follow())) throw new AppError('sync.none');
      const own = await logTables.open();
      try {
        return await readWorkstations(own, workstationId);
      } finally {
        await own.close();
      }
    },
    /** Lets go. A batch under way may finish; what it comes to may be lost with this process: then it is sent again. */
    async end(): Promise<void> {
      ended = true;
      stopTimer();
      if (!working) return;
      const stopWaiting = clock.after(LAST_WORDS_MS, () => void session?.close(true));
      await working;
      stopWaiting();
    },
  };
}
