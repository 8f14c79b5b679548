// This workstation among others on the same log tables: reads what they wrote, and asks who runs a shared strategy.
// The scheduler is answered from memory and never waits for Oracle; who asks for what is not known causes it to be
// asked. Only a run that is about to start waits, for the row that makes it the only one.
import type { Clock, Logger } from '../app/ports.ts';
import type { SqlSession } from '../app/oracle-ports.ts';
import type { Store } from '../app/store-port.ts';
import type { OccurrenceReason } from '../../shared/domain/occurrence.ts';
import type { Run } from '../../shared/domain/run.ts';
import type { LeaseStanding, MirrorStatus } from '../../shared/domain/team.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { askLease, beginOccurrence, giveBack, startsOfOthers } from './lease.ts';
import type { LogTables } from './sync.ts';
import { readOthers } from './mirror.ts';

/** Between two looks at what the others wrote. */
const READ_MS = 30_000;
/** An answer about a lease is used for so long; then it is asked for again, which also renews it. */
const FRESH_MS = 12_000;
/** Attempts to begin one occurrence: an answer that was lost may have been a yes. */
const BEGIN_ATTEMPTS = 3;
/** Until leases are given back at the end. */
const LAST_WORDS_MS = 2_000;

export type TeamPorts = {
  store: Pick<Store, 'team' | 'sync' | 'occurrences'>;
  clock: Clock;
  logger: Logger;
  logTables: LogTables;
  /** Runs or strategies of others are not what they were. */
  changed(): void;
  /** What is known about a lease is not what it was. */
  leasesChanged(): void;
};

type Answer = { standing: LeaseStanding; at: number };

export type Team = ReturnType<typeof createTeam>;

/** Starts of a person are nobody's occurrence. */
const BY_HAND: ReadonlySet<string> = new Set(['manual', 'command-line', 'demo']);

export function createTeam({ store, clock, logger, logTables, changed, leasesChanged }: TeamPorts) {
  const answers = new Map<string, Answer>();
  const wanted = new Set<string>();
  let shared: ReadonlySet<string> = new Set();
  let begun = false;
  let ended = false;
  let readAt: number | null = null;
  let reading: Promise<void> | null = null;
  let asking: Promise<void> | null = null;
  let stopTimer = (): void => {};

  const isUsed = (): boolean => logTables.name() !== null && logTables.isEnabled();

  async function workstationId(): Promise<string> {
    const id = (await store.sync.summary()).workstationId;
    if (id === null) throw new AppError('sync.none');
    return id;
  }

  async function withSession<Result>(work: (session: SqlSession, id: string) => Promise<Result>): Promise<Result> {
    if (!isUsed()) throw new AppError('sync.none');
    const id = await workstationId();
    const session = await logTables.open();
    let isWell = false;
    try {
      const result = await work(session, id);
      isWell = true;
      return result;
    } finally {
      await session.close(!isWell);
    }
  }

  async function readShared(): Promise<void> {
    shared = new Set(await store.team.sharedIds());
    for (const id of answers.keys()) if (!shared.has(id)) answers.delete(id);
  }

  async function read(): Promise<void> {
    await readShared();
    if (!isUsed()) return;
    const name = logTables.name();
    // A mark of these log tables must not be set once others are in use.
    const isOver = (): boolean => ended || logTables.name() !== name;
    try {
      const changes = await withSession((session, id) =>
        readOthers(session, { store: store.team, workstationId: id, ended: isOver }));
      const followed = await store.team.follow(clock.now());
      const isFirst = readAt === null;
      readAt = clock.now();
      if (changes > 0 || followed.length > 0 || isFirst) changed();
    } catch (error) {
      // What keeps it is what keeps sync from sending, which says so.
      if (!(error instanceof AppError) && !ended) logger.exception(error, 'reading other workstations');
    }
  }

  function look(): Promise<void> {
    stopTimer();
    reading ??= read()
      .catch((error: unknown) => void (ended || logger.exception(error, 'reading other workstations')))
      .then(() => {
        reading = null;
        if (!ended && begun) stopTimer = clock.after(READ_MS, () => void look());
      });
    return reading;
  }

  /** Asks for every strategy that is wanted, through one session. */
  async function ask(): Promise<void> {
    const ids = [...wanted];
    wanted.clear();
    const before = JSON.stringify([...answers].map(([id, { standing }]) => [id, standing.kind]));
    let elsewhere = 0;
    try {
      await withSession(async (session, workstation) => {
        for (const id of ids) elsewhere += await askOne(session, { strategyId: id, workstationId: workstation });
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const id of ids) answers.set(id, { standing: { kind: 'unreached' }, at: clock.now() });
    }
    const after = JSON.stringify([...answers].map(([id, { standing }]) => [id, standing.kind]));
    if (!ended && (elsewhere > 0 || before !== after)) leasesChanged();
  }

  async function askOne(session: SqlSession, claim: { strategyId: string; workstationId: string }): Promise<number> {
    const asked = clock.now();
    const lease = await askLease(session, claim);
    // After the lease: whatever was begun before it changed hands is seen now.
    const starts = await startsOfOthers(session, claim, asked);
    const settled = await store.team.elsewhere(claim.strategyId, starts, clock.now());
    // Counted from before it was asked: it is never believed for longer than the database keeps it.
    const until = asked + (lease?.leftMs ?? 0);
    const standing: LeaseStanding = !lease
      ? { kind: 'asking' }
      : lease.mine ? { kind: 'mine', until } : { kind: 'theirs', workstation: lease.name, until };
    answers.set(claim.strategyId, { standing, at: clock.now() });
    return settled;
  }

  function want(strategyId: string): void {
    wanted.add(strategyId);
    asking ??= ask()
      .catch((error: unknown) => void (ended || logger.exception(error, 'leases')))
      .then(() => {
        asking = null;
        if (wanted.size > 0 && !ended) want([...wanted][0] as string);
      });
  }

  /** What is known; old answers are asked for again, and a lease that may have expired does not count. */
  function standing(strategyId: string): LeaseStanding {
    const known = answers.get(strategyId);
    const now = clock.now();
    const age = known ? now - known.at : Infinity;
    if (age < 0 || age > FRESH_MS) want(strategyId);
    if (!known) return { kind: 'asking' };
    if (known.standing.kind === 'mine' && known.standing.until <= now) return { kind: 'asking' };
    return known.standing;
  }

  /** @throws AppError `team.elsewhere`, `team.unreached` */
  async function beginAt(strategyId: string, instant: number, runId: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const begunBy = await withSession(async (session, id) => {
          const claim = { strategyId, workstationId: id };
          const first = await beginOccurrence(session, claim, instant, runId);
          if (first !== 'lost') return first;
          const lease = await askLease(session, claim);
          if (lease && !lease.mine) return { workstation: lease.name };
          return beginOccurrence(session, claim, instant, runId);
        });
        if (begunBy === 'mine') return;
        throw begunBy === 'lost'
          ? new AppError('team.unreached', { detail: '' })
          : new AppError('team.elsewhere', { workstation: begunBy.workstation });
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'team.elsewhere') throw error;
        if (attempt < BEGIN_ATTEMPTS && !ended && isUsed()) continue;
        answers.set(strategyId, { standing: { kind: 'unreached' }, at: clock.now() });
        const { detail } = error.params;
        throw error.code === 'team.unreached' ? error : new AppError('team.unreached', { detail: String(detail ?? error.code) });
      }
    }
  }

  async function tellAll(): Promise<void> {
    await readShared();
    changed();
  }

  return {
    async begin(): Promise<void> {
      begun = true;
      await look();
    },
    /** Something was shared, or the log database is another one. */
    async refresh(): Promise<void> {
      await readShared();
      if (begun) void look();
    },
    /** Reads to the end once; for a process that is there for one command. */
    readOnce: () => look(),
    isShared: (strategyId: string): boolean => shared.has(strategyId),
    standing,
    /** Why a shared strategy does not start now; `null`: it may; `undefined`: nobody knows yet, who asks is told. */
    hold(strategyId: string): OccurrenceReason | null | undefined {
      if (!shared.has(strategyId)) return null;
      const known = standing(strategyId);
      if (known.kind === 'mine') return null;
      if (known.kind === 'asking') return undefined;
      return known.kind === 'unreached' ? { kind: 'log-database' } : { kind: 'lease', workstation: known.workstation };
    },
    /** Keeps the lease of a strategy whose run is queued or under way. */
    keep(strategyId: string): void {
      if (shared.has(strategyId)) standing(strategyId);
    },
    /**
     * Makes a run the only one of its occurrence, before its client is started.
     * @throws AppError `team.elsewhere`, `team.unreached`
     */
    async mayBegin(run: Pick<Run, 'id' | 'strategyId' | 'trigger'>): Promise<void> {
      if (BY_HAND.has(run.trigger)) return;
      if (!(await store.team.sharedIds()).includes(run.strategyId)) return;
      const row = (await store.occurrences.open()).find(({ runId }) => runId === run.id);
      if (row) await beginAt(run.strategyId, row.instant, run.id);
    },
    strategies: () => store.team.strategies(),
    async shared() {
      return { ids: await store.team.sharedIds(), conflicts: await store.team.conflicts() };
    },
    /** @throws AppError `strategy.missing` */
    async share(strategyId: string, on: boolean): Promise<void> {
      await store.team.share(strategyId, on, clock.now());
      await tellAll();
    },
    /** @throws AppError `strategy.missing`, `target.missing`, `name.taken` */
    async join(strategyId: string, targetId: string): Promise<void> {
      await store.team.join(strategyId, targetId, clock.now());
      await tellAll();
    },
    /** @throws AppError `version.conflict` when there is another version to be compared by now */
    async settle(strategyId: string, theirs: string, keep: 'mine' | 'theirs'): Promise<void> {
      await store.team.settle(strategyId, theirs, keep, clock.now());
      await tellAll();
    },
    async status(): Promise<MirrorStatus> {
      return { others: await store.team.others(), readAt };
    },
    /** Others may take over at once. */
    async end(): Promise<void> {
      ended = true;
      stopTimer();
      const holds = [...answers.values()].some(({ standing: { kind } }) => kind === 'mine');
      if (!holds || !isUsed()) return;
      const given = withSession(giveBack).catch(() => {});
      await Promise.race([given, new Promise<void>((resolve) => clock.after(LAST_WORDS_MS, resolve))]);
    },
  };
}
