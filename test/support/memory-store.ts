// A store in memory that keeps the port's promises strictly: copies in and out, compare-and-set, legal moves only.
import type { ProcessIdentity } from '../../electron/app/ports.ts';
import type { FoundPiece, RunChange, Store, StoredRun } from '../../electron/app/store-port.ts';
import type { Occurrence, Pause } from '../../shared/domain/occurrence.ts';
import { isGood, isOver, mayMove, type Run, type RunState } from '../../shared/domain/run.ts';
import { defaultSettings, type Settings } from '../../shared/domain/settings.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { memoryLedger } from './memory-ledger.ts';

type Kept = {
  stored: StoredRun;
  transitions: { at: number; from: RunState | null; to: RunState }[];
  verdict: Verdict | null;
  found: FoundPiece[];
  log: string[];
  sealed: boolean;
};

export type MemoryStore = Store & {
  /** Makes every later call of a method (`runs.settle`) throw what `error` gives, until it gives null. */
  failing(method: string, error: () => Error | null): void;
  /** As if another process had written. */
  touchedElsewhere(): void;
  allRuns(): Run[];
  allOccurrences(): Occurrence[];
};

export function memoryStore(): MemoryStore {
  const targets = new Map<string, Target>();
  const strategies = new Map<string, Strategy>();
  const runs = new Map<string, Kept>();
  const secrets = new Map<string, Uint8Array>();
  const failures = new Map<string, () => Error | null>();
  let settings: Settings = { ...defaultSettings };
  let holder: ProcessIdentity | null = null;
  let pause: Pause | null = null;
  let elsewhere = 0;

  const copy = <T>(value: T): T => structuredClone(value);
  const kept = (id: string): Kept => {
    const found = runs.get(id);
    if (!found) throw new Error(`no run ${id}`);
    return found;
  };

  function apply(entry: Kept, { script, commandLine, child, ...row }: RunChange): void {
    Object.assign(entry.stored.run, copy(row));
    if (script !== undefined) entry.stored.script = script;
    if (commandLine !== undefined) entry.stored.commandLine = commandLine;
    if (child !== undefined) entry.stored.child = copy(child);
  }

  function move(id: string, from: RunState, to: RunState, at: number, change: RunChange): boolean {
    const entry = kept(id);
    if (entry.stored.run.state !== from) return false;
    if (!mayMove(from, to)) throw new Error(`illegal move ${from} → ${to}`);
    apply(entry, change);
    entry.stored.run.state = to;
    entry.transitions.push({ at, from, to });
    return true;
  }

  function insertRun(stored: StoredRun): void {
    if (runs.has(stored.run.id)) throw new Error('run exists');
    const first = { at: stored.run.queuedAt, from: null, to: stored.run.state };
    runs.set(stored.run.id, { stored, transitions: [first], verdict: null, found: [], log: [], sealed: false });
  }

  const schedules = (): { strategy: Strategy; target: Target }[] =>
    [...strategies.values()].flatMap((strategy) => {
      const target = targets.get(strategy.targetId);
      return target ? [{ strategy: copy(strategy), target }] : [];
    });
  const ledger = memoryLedger({ hasStrategy: (id) => strategies.has(id), schedules, insertRun });

  /** Every method fails on demand and answers later, as a worker would. */
  const method =
    <In extends unknown[], Out>(name: string, act: (...values: In) => Out) =>
    async (...values: In): Promise<Out> => {
      const sent = copy(values);
      await Promise.resolve();
      const error = failures.get(name)?.();
      if (error) throw error;
      return act(...(sent as In));
    };

  /** All methods of a group that is kept elsewhere. */
  const methods = <Group extends 'outbox'>(group: Group, acts: object): Store[Group] => {
    const entries = Object.entries(acts) as [string, (...values: unknown[]) => unknown][];
    return Object.fromEntries(entries.map(([name, act]) => [name, method(`${group}.${name}`, act)])) as Store[Group];
  };

  const lastBy = (strategyId: string, fits: (run: Run) => boolean): Run | null =>
    [...runs.values()]
      .map((entry) => entry.stored.run)
      .filter((run) => run.strategyId === strategyId && fits(run))
      .sort((a, b) => b.queuedAt - a.queuedAt)[0] ?? null;
  const missing = (what: string) => () => {
    throw new Error(`${what} is not kept in memory`);
  };

  return {
    targets: {
      list: method('targets.list', () => copy([...targets.values()])),
      unlisted: method('targets.unlisted', () => []),
      get: method('targets.get', (id: string) => copy(targets.get(id) ?? null)),
      save: method('targets.save', (target: Target) => void targets.set(target.id, target)),
      remove: method('targets.remove', (id: string) => void targets.delete(id)),
    },
    strategies: {
      list: method('strategies.list', () => copy([...strategies.values()])),
      unlisted: method('strategies.unlisted', () => []),
      get: method('strategies.get', (id: string) => copy(strategies.get(id) ?? null)),
      some: method('strategies.some', (ids: string[]) => copy(ids.flatMap((id) => strategies.get(id) ?? []))),
      save: method('strategies.save', (strategy: Strategy) => void strategies.set(strategy.id, strategy)),
      setEnabled: method('strategies.setEnabled', (id: string, enabled: boolean) => {
        const strategy = strategies.get(id);
        if (strategy) strategy.enabled = enabled;
      }),
      versions: method('strategies.versions', missing('versions')),
      remove: method('strategies.remove', (id: string) => void strategies.delete(id)),
    },
    runs: {
      insert: method('runs.insert', insertRun),
      get: method('runs.get', (id: string) => copy(runs.get(id)?.stored ?? null)),
      move: method('runs.move', move),
      change: method('runs.change', (id: string, change: RunChange) => apply(kept(id), change)),
      settle: method(
        'runs.settle',
        (
          id: string,
          from: RunState,
          to: RunState,
          at: number,
          change: RunChange,
          verdict: Verdict | null,
          found: FoundPiece[],
        ) => {
          if (!isOver(to)) throw new Error(`${to} settles nothing`);
          if (!move(id, from, to, at, change)) return false;
          Object.assign(kept(id), { verdict, found });
          return true;
        },
      ),
      order: method('runs.order', (runIds: string[]) => {
        for (const { stored } of runs.values()) {
          const place = runIds.indexOf(stored.run.id);
          if (stored.run.state === 'queued') stored.queuePlace = place < 0 ? null : place;
        }
      }),
      active: method('runs.active', () =>
        copy(
          [...runs.values()]
            .map((entry) => entry.stored)
            .filter(({ run }) => !isOver(run.state))
            .sort((a, b) => a.run.queuedAt - b.run.queuedAt),
        ),
      ),
      page: method('runs.page', missing('pages')),
      verdict: method('runs.verdict', (id: string) => copy({ verdict: kept(id).verdict, found: kept(id).found })),
      transitions: method('runs.transitions', (id: string) => copy(kept(id).transitions)),
      lastPerStrategy: method('runs.lastPerStrategy', () =>
        copy(
          Object.fromEntries(
            [...strategies.keys()].map((id) => [
              id,
              { attempt: lastBy(id, () => true), good: lastBy(id, (run) => isGood(run.state)) },
            ]),
          ),
        ),
      ),
      countFor: method('runs.countFor', missing('counts')),
      unsealed: method('runs.unsealed', () =>
        [...runs.values()]
          .filter((entry) => isOver(entry.stored.run.state) && !entry.sealed)
          .map((entry) => entry.stored.run.id),
      ),
    },
    drafts: {
      list: method('drafts.list', missing('drafts')),
      put: method('drafts.put', missing('drafts')),
      drop: method('drafts.drop', missing('drafts')),
    },
    logs: {
      append: method('logs.append', (id: string, firstLine: number, lines: string[]) => {
        const entry = kept(id);
        if (entry.sealed || entry.log.length !== firstLine) throw new Error(`line ${firstLine} does not follow`);
        entry.log.push(...lines);
      }),
      seal: method('logs.seal', (id: string, lines: number) => {
        const entry = kept(id);
        if (entry.log.length !== lines) throw new Error(`${lines} lines promised, ${entry.log.length} there`);
        entry.sealed = true;
      }),
      unseal: method('logs.unseal', (id: string) => {
        Object.assign(kept(id), { log: [], sealed: false });
      }),
      isSealed: method('logs.isSealed', (id: string) => kept(id).sealed),
      lines: method('logs.lines', (id: string, from: number, count: number) => ({
        lines: kept(id).log.slice(from, from + count),
        total: kept(id).log.length,
      })),
      find: method('logs.find', (id: string, text: string, from: number, backwards: boolean) => {
        const holds = (line: string): boolean => line.toLowerCase().includes(text.toLowerCase());
        const numbers = kept(id).log.flatMap((line, number) => (holds(line) ? [number] : []));
        const before = numbers.findLast((number) => number <= from);
        const line = backwards ? before : numbers.find((number) => number >= from);
        return { line: line ?? null, matches: numbers.length };
      }),
    },
    occurrences: {
      cover: method('occurrences.cover', ledger.cover),
      cursors: method('occurrences.cursors', ledger.cursors),
      plans: method('occurrences.plans', ledger.plans),
      get: method('occurrences.get', ledger.get),
      at: method('occurrences.at', ledger.at),
      open: method('occurrences.open', ledger.open),
      due: method('occurrences.due', ledger.due),
      ahead: method('occurrences.ahead', ledger.ahead),
      between: method('occurrences.between', ledger.between),
      strips: method('occurrences.strips', ledger.strips),
      move: method('occurrences.move', ledger.move),
      begin: method('occurrences.begin', ledger.begin),
      withdraw: method('occurrences.withdraw', ledger.withdraw),
      rewind: method('occurrences.rewind', ledger.rewind),
      unannounced: method('occurrences.unannounced', ledger.unannounced),
    },
    pause: {
      load: method('pause.load', () => copy(pause)),
      save: method('pause.save', (next: Pause | null) => void (pause = next)),
    },
    outbox: methods('outbox', memoryOutbox(ledger.announced, ledger.told)),
    settings: {
      load: method('settings.load', () => copy(settings)),
      save: method('settings.save', (next: Settings) => void (settings = next)),
    },
    secrets: {
      get: method('secrets.get', (name: string) => secrets.get(name) ?? null),
      put: method('secrets.put', (name: string, cipher: Uint8Array) => void secrets.set(name, cipher)),
      remove: method('secrets.remove', (name: string) => void secrets.delete(name)),
    },
    // Without a log database nothing is entered; what sync needs of a store is tested over the real one.
    team: {
      meet: method('team.meet', () => []),
      take: method('team.take', missing('facts of others')),
      mark: method('team.mark', missing('facts of others')),
      elsewhere: method('team.elsewhere', () => 0),
      others: method('team.others', () => []),
      sharedIds: method('team.sharedIds', () => []),
      share: method('team.share', missing('a shared strategy')),
      strategies: method('team.strategies', () => []),
      join: method('team.join', missing('a shared strategy')),
      follow: method('team.follow', () => []),
      conflicts: method('team.conflicts', () => []),
      settle: method('team.settle', missing('a shared strategy')),
    },
    witnesses: {
      get: method('witnesses.get', () => null),
      put: method('witnesses.put', missing('testimonies')),
      wanting: method('witnesses.wanting', () => []),
      known: method('witnesses.known', (ids: string[]) => ids.filter((id) => runs.has(id))),
      imported: method('witnesses.imported', () => []),
      enter: method('witnesses.enter', missing('external runs')),
    },
    sync: {
      use: method('sync.use', (logDatabase: string | null, newId: string) => {
        if (logDatabase !== null) throw new Error('facts for Oracle are not kept in memory');
        return { workstationId: newId, logDatabase, backfilling: false };
      }),
      backfill: method('sync.backfill', () => true),
      due: method('sync.due', () => ({ facts: [], next: null })),
      settle: method('sync.settle', () => {}),
      nextDue: method('sync.nextDue', () => null),
      summary: method('sync.summary', () => ({
        pending: 0, quarantined: 0, oldest: null, lastSuccess: null, backfilling: false,
        workstationId: null, problem: null,
      })),
      setProblem: method('sync.setProblem', () => {}),
      quarantine: method('sync.quarantine', () => []),
      tryAgain: method('sync.tryAgain', () => {}),
    },
    // Without users; what they need of a store is tested over the real one.
    users: {
      list: method('users.list', () => []),
      get: method('users.get', () => null),
      create: method('users.create', missing('a user')),
      setRole: method('users.setRole', missing('a user')),
      setEnabled: method('users.setEnabled', missing('a user')),
      setPassword: method('users.setPassword', missing('a user')),
      remove: method('users.remove', missing('a user')),
      claimAttempt: method('users.claimAttempt', missing('a user')),
      loggedIn: method('users.loggedIn', missing('a user')),
      remembered: method('users.remembered', () => null),
      remember: method('users.remember', missing('a user')),
    },
    audit: {
      note: method('audit.note', () => {}),
      page: method('audit.page', missing('the audit')),
      newest: method('audit.newest', () => 0),
      names: method('audit.names', () => []),
    },
    supervision: {
      holder: method('supervision.holder', () => copy(holder)),
      claim: method('supervision.claim', (self: ProcessIdentity, expected: ProcessIdentity | null) => {
        if (JSON.stringify(holder) !== JSON.stringify(expected)) return false;
        holder = self;
        return true;
      }),
      release: method('supervision.release', (self: ProcessIdentity) => {
        if (JSON.stringify(holder) === JSON.stringify(self)) holder = null;
      }),
    },
    changesElsewhere: method('changesElsewhere', () => elsewhere),
    notices: () => [],
    close: method('close', () => {}),
    failing: (name, error) => void failures.set(name, error),
    touchedElsewhere: () => void (elsewhere += 1),
    allOccurrences: ledger.all,
    allRuns: () => copy([...runs.values()].map((entry) => entry.stored.run)),
  };
}
