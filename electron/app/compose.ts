// The only place that builds services and ties them together; called by the desktop, the command line and the tests.
import { hostname } from 'node:os';
import { createCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { createWatch } from '../catalogue/watch.ts';
import { createDatabases, type Databases } from '../databases/databases.ts';
import { wantedInstantClient } from '../databases/instant-client.ts';
import type { Deletions } from '../deletion/deletion.ts';
import { createLogDatabase, type LogDatabase } from '../log-database/log-database.ts';
import { createNotify, type Notify } from '../notify/notify.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { createOracle } from '../oracle/driver.ts';
import { filesOf } from '../rman/run-files.ts';
import { lookAtDirectory } from '../runners/look-at-files.ts';
import { createRunnersLauncher } from '../runners/launcher.ts';
import { createRuns, type Runs } from '../runs/runs.ts';
import { systemAlarm } from '../scheduler/alarm.ts';
import { gatherRequirementFacts } from '../scheduler/requirement-facts.ts';
import { requirementsOf } from '../scheduler/requirements.ts';
import { createScheduler, type Scheduler } from '../scheduler/scheduler.ts';
import { createSettings, type SettingsService } from '../settings/settings.ts';
import { checkBeforeRun, checkDestination } from '../strategies/check.ts';
import type { LookElsewhere } from '../strategies/destination.ts';
import { createEncryptionPasswords, type EncryptionPasswords } from '../strategies/encryption-passwords.ts';
import { createStrategies, type Strategies } from '../strategies/strategies.ts';
import { createHashing, type HashCost } from '../users/hashing.ts';
import { lockWhenIdle, type Presence } from '../users/idle-lock.ts';
import { createSessions, type Sessions } from '../users/sessions.ts';
import { createUsers, type Users } from '../users/users.ts';
import { logTablesOf } from '../sync/log-tables.ts';
import { createTeam, type Team } from '../sync/team.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import { createTargets, type Targets } from '../targets/targets.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import type { Requirement, Standing } from '../../shared/domain/occurrence.ts';
import { deletionsOf } from '../../shared/domain/strategy/deleting.ts';
import { storedStrategySpec } from '../../shared/domain/strategy/upgrade.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { Locking } from '../../shared/domain/user.ts';
import { renderScript } from '../../shared/rman/render-script.ts';
import { createActing, applicationItself, type Acting } from './acting.ts';
import type { Oracle } from './oracle-ports.ts';
import type {
  Clock, Desktop, DesktopNotifier, Launcher, Logger, Paths, Power, Secrets, SimulatorCommand,
} from './ports.ts';
import type { Store } from './store-port.ts';
import { secretNameOf } from './secret-names.ts';
import { createState, type State } from './state.ts';
import { keepStateFresh, readSlices } from './published-slices.ts';

/** Everything that the composition takes from outside. */
export type Ports = {
  store: Store;
  clock: Clock;
  logger: Logger;
  paths: Paths;
  secrets: Secrets;
  launcher: Launcher;
  simulator: SimulatorCommand;
  desktop: Desktop;
  power: Power;
  /** Who acts; the same that the store was opened with. Absent in a test that does not ask who did something. */
  acting?: Acting;
  /** What a password costs to check; absent: the usual. Tests have no time for that. */
  hashCost?: HashCost;
  /** Tells of the person at this seat; absent where nobody sits. */
  presence?: Presence;
  /** Absent: the driver, which loads nothing before the first session is wanted. */
  oracle?: Oracle;
  /** Absent where there is no desktop: its notes are then left to a process that has one. */
  notifier?: DesktopNotifier;
  about: { version: string; platform: string; locale: string; profile: string; runtime: string };
};

export type Application = {
  ports: Ports;
  state: State;
  settings: SettingsService;
  targets: Targets;
  strategies: Strategies;
  encryptionPasswords: EncryptionPasswords;
  runs: Runs;
  scheduler: Scheduler;
  notify: Notify;
  databases: Databases;
  catalogue: Catalogue;
  logDatabase: LogDatabase;
  sync: Sync;
  /** Other workstations on the same log tables. */
  team: Team;
  users: Users;
  /** Who works at this seat. */
  sessions: Sessions;
  acting: Acting;
  /** Loaded when somebody asks for it. */
  doctor(): Promise<Doctor>;
  /** What deletions of strategies would do; loaded with the first strategy that deletes. */
  deletions(): Promise<Deletions>;
  /** What a start of the strategy needs now. @throws AppError `strategy.missing` */
  requirements(strategyId: string): Promise<Requirement[]>;
  /** Publishes anew what changed outside of the services: what the desktop offers. */
  refresh(): void;
  /** Publishes whether there is something new in the audit. */
  refreshAudit(): void;
  /** Lets go of everything; children live on. */
  stop(): Promise<void>;
};

/**
 * How a process looks after its profile. One that supervises takes over the runs as soon as no other process has them;
 * one that does not only looks, queues and follows. `automatic`: it also starts by itself what is due. A command that
 * is there for one run must not, since it would leave behind what it has begun.
 */
export type Part = { supervise: boolean; automatic?: boolean };

/** How long a command waits for its messages to arrive. */
const LAST_WORDS_MS = 10_000;
/** How long sessions in Oracle get to end politely. */
const ORACLE_CLOSE_MS = 2_000;

/** Builds the application and its first state. */
export async function compose(given: Ports, { supervise, automatic = false }: Part): Promise<Application> {
  const ports: Ports = { ...given, launcher: createRunnersLauncher({ local: given.launcher, filesOf }) };
  const { store, clock, secrets, launcher, desktop } = ports;
  let refresh = (): void => {};
  let reschedule = (): void => {};
  let refreshOutbox = (): void => {};
  let refreshLogDatabase = (): void => {};
  let refreshSync = (): void => {};
  let sendFacts = (): void => {};
  let tellPeople = (): void => {};
  const changed = (): void => {
    refresh();
    reschedule();
    tellPeople();
    sendFacts();
  };

  let refreshDatabases = (): void => {};
  const oracle =
    ports.oracle ??
    createOracle({
      clock,
      instantClient: () => wantedInstantClient(store, settings.current().logDatabase?.connection),
    });
  const databases = createDatabases({ ...ports, oracle, changed: () => refreshDatabases() });
  const catalogue = createCatalogue({ store, clock, sessions: databases });
  let refreshCatalogue = (): void => {};
  const watch = createWatch({
    ...ports,
    catalogue,
    changed: () => refreshCatalogue(),
    runsChanged() {
      refresh();
      // The database may dispute what was told as good.
      tellPeople();
      sendFacts();
    },
  });
  const settings = await createSettings(store.settings, changed);
  const acting = ports.acting ?? createActing(applicationItself());
  const hashing = createHashing(ports.hashCost);
  const locking = (): Locking => settings.current().locking;
  const sessions = await createSessions({
    store, clock, hashing, acting, locking, remembers: ports.presence !== undefined,
  });
  const users = createUsers({ store, clock, hashing, sessions });
  const targets = createTargets({ store, clock, secrets, launcher, changed });
  const encryptionPasswords = createEncryptionPasswords({ store, secrets });
  const strategies = createStrategies({ store, clock, secrets, changed });
  const lookElsewhere: LookElsewhere = (runner, directory) =>
    lookAtDirectory(runner, directory, { converse: launcher.converse, ownEnv: process.env });
  const deletions = async (): Promise<Deletions> =>
    (await import('./compose-deletion.ts')).composeDeletion({ store, clock }, catalogue);
  const checkDeletions = async (target: Target, stored: StrategySpec): Promise<CheckRow[]> => {
    // A run that an earlier version queued has its shape.
    const spec = storedStrategySpec(stored);
    return spec === null || deletionsOf(spec).length === 0 ? [] : (await deletions()).rows(target, spec);
  };
  const runs = createRuns({
    ...ports,
    renderScript,
    checkBeforeRun: (target, spec) =>
      checkBeforeRun(target, spec, { checkTarget: targets.checkBeforeRun, lookElsewhere, checkDeletions }),
    passwordOf: (target) => secrets.read(secretNameOf(target.id), target.spec.name),
    encryptionPasswordOf: (run) => encryptionPasswords.read(run.strategyId, run.strategyName),
    mayBegin: (run) => team.mayBegin(run),
  });
  const logTables = logTablesOf({
    settings: () => settings.current().logDatabase,
    open: () => logDatabase.open(),
  });
  const team = createTeam({
    store,
    clock,
    logger: ports.logger,
    logTables,
    changed() {
      refreshSync();
      changed();
    },
    leasesChanged: () => reschedule(),
  });
  const scheduler = createScheduler({ ...ports, runs, alarm: systemAlarm, automatic, team });
  reschedule = scheduler.changed;
  const notify = createNotify({
    ...ports,
    desktop: ports.notifier ?? null,
    settings: settings.current,
    locale: ports.about.locale,
    host: hostname(),
    lines: runs.lines,
    overdue: async () => overdueOf(await scheduler.standings()),
    changed: () => refreshOutbox(),
    locked: () => sessions.current().state === 'locked',
  });
  let retrySync = (): void => {};
  const logDatabase = createLogDatabase({
    ...ports,
    settings: () => settings.current().logDatabase,
    saveSettings: (next) => settings.save({ ...settings.current(), logDatabase: next }),
    connect: oracle.open,
    changed: () => refreshLogDatabase(),
    passwordChanged: () => retrySync(),
  });
  const sync = createSync({
    store: store.sync,
    clock,
    logger: ports.logger,
    logTables,
    workstation: {
      name: hostname(), osUser: applicationItself().osUser, platform: process.platform, version: ports.about.version,
    },
    changed: () => refreshSync(),
  });
  retrySync = () => void sync.retry().catch((error: unknown) => ports.logger.exception(error, 'sync'));
  const stopIdleLock = ports.presence ? lockWhenIdle({ sessions, clock, presence: ports.presence, locking }) : () => {};
  if (supervise) {
    await runs.begin();
    // Catching up may take a while; the window does not wait for it.
    void scheduler.begin();
    tellPeople = notify.look;
    scheduler.onChange(notify.look);
    runs.onChange((change) => {
      if (change !== 'states') return;
      notify.look();
      // Another process may have changed users: that, too, is told as a change of states.
      sessions.refresh().catch((error: unknown) => ports.logger.exception(error, 'users'));
    });
    notify.begin();
    if (automatic) {
      logDatabase.begin();
      sendFacts = sync.look;
      scheduler.onChange(sync.look);
      runs.onChange((change) => (change === 'progress' ? undefined : sync.look()));
      // No run and no window waits for a log database.
      sync.begin().then(team.begin).catch((error: unknown) => ports.logger.exception(error, 'sync'));
    }
    // Nobody waits for a database, least of all the window.
    if (automatic) watch.begin();
    if (automatic) databases.begin().catch((error: unknown) => ports.logger.exception(error, 'databases'));
  }

  const sources = {
    store, secrets, desktop, runs, scheduler, settings, notify, logDatabase, sync, databases, watch,
  };
  const state = createState(await readSlices(sources));
  const keeper = keepStateFresh({ ...sources, state, logger: ports.logger });
  refresh = keeper.refresh;
  refreshOutbox = keeper.refreshOutbox;
  refreshLogDatabase = keeper.refreshLogDatabase;
  refreshSync = keeper.refreshSync;
  refreshDatabases = keeper.refreshDatabases;
  refreshCatalogue = keeper.refreshCatalogue;
  keeper.refresh();

  return {
    ports,
    state,
    settings,
    targets,
    strategies,
    encryptionPasswords,
    runs,
    scheduler,
    notify,
    databases,
    catalogue,
    logDatabase,
    sync,
    team,
    users,
    sessions,
    acting,
    doctor: async () => (await import('./compose-doctor.ts')).composeDoctor({ ports, targets, catalogue, checkDeletions }),
    deletions,
    async requirements(strategyId) {
      const facts = await gatherRequirementFacts(strategyId, clock.now(), {
        store,
        power: ports.power,
        leaseOf: async (id) => ((await store.team.sharedIds()).includes(id) ? team.standing(id) : null),
        checkTarget: targets.checkBeforeRun,
        checkDestination: (target, spec) => checkDestination(target.spec, spec, lookElsewhere),
        checkDeletions,
      });
      return requirementsOf(facts, clock.now());
    },
    refresh: keeper.refresh,
    refreshAudit: keeper.refreshAudit,
    async stop() {
      stopIdleLock();
      await scheduler.end();
      // A command is over when its run is: what it has to tell may not have another chance for long.
      if (supervise) await notify.end(ports.notifier ? 0 : LAST_WORDS_MS);
      await runs.shutdown();
      await team.end();
      await sync.end();
      await keeper.stop();
      watch.end();
      databases.end();
      await oracle.close(ORACLE_CLOSE_MS);
      await store.close();
    },
  };
}

/** Since when a good run is overdue, by strategy id. */
const overdueOf = (standings: readonly Standing[]): Map<string, number> =>
  new Map(standings.flatMap(({ strategyId, overdueSince }) =>
    overdueSince === null ? [] : [[strategyId, overdueSince] as const]));
