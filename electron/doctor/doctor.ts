// The doctor: everything that can be known of a database before a run, row by row, each as soon as it is known. Gathers
// and orders; what a fact means is judged in shared/domain/doctor. Changes nothing in a database or on a disk.
import type { Secrets } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Panel, PanelName, PanelValue } from '../../shared/domain/catalogue/catalogue.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import { clockRow, databaseRows, type DatabaseFacts } from '../../shared/domain/doctor/judge-database.ts';
import { judgeLogIn, sameDatabase, type LogIn } from '../../shared/domain/doctor/judge-log-in.ts';
import { editionRows, roomRows } from '../../shared/domain/doctor/judge-strategy.ts';
import { environmentRow, keychainRow } from '../../shared/domain/doctor/judge-machine.ts';
import { finding, good, type Asked } from '../../shared/domain/doctor/row.ts';
import { newId } from '../../shared/domain/id.ts';
import { applies } from '../../shared/domain/strategy/applies.ts';
import { needsPassword } from '../../shared/domain/strategy/options.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import { isRemote, type RemoteRunner, type Target, type TargetSpec } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { LOG_IN_SECONDS, logIn, type LogInTools } from './log-in.ts';

export type DoctorPorts = LogInTools & {
  store: Pick<Store, 'targets' | 'strategies'>;
  secrets: Pick<Secrets, 'keychain'>;
  now(): number;
  /** Home, client, network names, stored password. @throws AppError `input.invalid` */
  checkTarget(spec: TargetSpec, id: string | null): Promise<CheckRow[]>;
  /** The place of a strategy's pieces, seen from its target. */
  checkDestination(target: Target, strategy: Strategy): Promise<CheckRow[]>;
  /** What the last similar good run of a strategy wrote; `null`: nobody knows. */
  similarBytes(strategy: Strategy): Promise<number | null>;
  /** What a strategy's deletions would take. */
  checkDeletion(target: Target, strategy: Strategy): Promise<CheckRow[]>;
  /** One panel of a saved target's database, asked anew. */
  panel(targetId: string, name: PanelName): Promise<Panel>;
  /** By how much the database's clock is ahead. @throws AppError when it does not answer */
  clockSkew(targetId: string): Promise<number>;
  /** By how much the clock of a runner elsewhere is ahead; `null`: it does not say. */
  runnerSkew(runner: RemoteRunner): Promise<number | null>;
  /** RMAN's password. @throws AppError `secret.missing`, `secret.unavailable` */
  passwordOf(target: Target): Promise<string>;
};

export function createDoctor(ports: DoctorPorts) {
  async function answerOf<Name extends PanelName>(id: string, name: Name): Promise<Asked<PanelValue<Name>>> {
    return (await ports.panel(id, name)).result as Asked<PanelValue<Name>>;
  }

  /** Everything that is asked of the database; `null` for all of it when there is nobody to ask. */
  async function databaseFacts(id: string | null): Promise<DatabaseFacts> {
    if (id === null) return { identity: null, recoveryArea: null, configuration: null, changeTracking: null };
    const identity = await answerOf(id, 'identity');
    // A database that does not answer is not asked three more times: each could take as long to fail.
    if (identity?.state === 'failed') return { identity, recoveryArea: null, configuration: null, changeTracking: null };
    return {
      identity,
      recoveryArea: await answerOf(id, 'recovery-area'),
      configuration: await answerOf(id, 'configuration'),
      changeTracking: await answerOf(id, 'change-tracking'),
    };
  }

  /** RMAN's log-in, and how its environment looked; not tried where the rows before already forbid it. */
  async function rmanRows(target: Target, before: readonly CheckRow[], signal: AbortSignal): Promise<RmanRows> {
    const untried = (): RmanRows => {
      const row = finding('connection', 'unknown', '', 'doctor.not-reached');
      return { rows: [], logIn: { row, dbid: null } };
    };
    if (before.some(({ state }) => state === 'bad')) return untried();
    try {
      const secret = target.spec.login.kind === 'password' ? await ports.passwordOf(target) : null;
      const { answer, env } = await logIn(target, secret, ports, signal);
      return { rows: [environmentRow(env)], logIn: judgeLogIn(answer, LOG_IN_SECONDS) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const row: CheckRow = { what: 'connection', state: 'bad', found: '', problem: error.report() };
      return { rows: [], logIn: { row, dbid: null } };
    }
  }

  async function clockRows(id: string, host: string): Promise<CheckRow[]> {
    try {
      return [clockRow(host, await ports.clockSkew(id))];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [{ what: 'clock', state: 'unknown', found: '', problem: error.report() }];
    }
  }

  async function runnerClockRows({ runner }: TargetSpec): Promise<CheckRow[]> {
    if (!isRemote(runner)) return [];
    const skew = await ports.runnerSkew(runner);
    return skew === null ? [] : [clockRow(runner.kind === 'ssh' ? runner.host : runner.name, skew)];
  }

  async function* strategyRows(
    target: Target,
    strategies: readonly Strategy[],
    facts: DatabaseFacts,
  ): AsyncIterable<CheckRow> {
    for (const strategy of strategies) {
      yield* editionRows(strategy.spec, facts.identity);
      if (hasDestination(strategy)) {
        const rows = await ports.checkDestination(target, strategy);
        yield* roomRows(strategy.spec, rows, facts.recoveryArea, await ports.similarBytes(strategy));
      }
      yield* await ports.checkDeletion(target, strategy);
    }
  }

  return {
    /**
     * The rows for the database of a form (`id`: the saved one, `null` for a new one) and its enabled strategies. Ends
     * early when `signal` aborts.
     * @throws AppError `input.invalid`, `target.missing`
     */
    async *examine(spec: TargetSpec, id: string | null, signal: AbortSignal): AsyncIterable<CheckRow> {
      const saved = id === null ? null : await ports.store.targets.get(id);
      if (id !== null && !saved) throw new AppError('target.missing');
      const target: Target = saved ? { ...saved, spec } : unsaved(spec, ports.now());
      const strategies = (await ports.store.strategies.list()).filter((one) => one.targetId === id && one.enabled);
      const specs = strategies.map((one) => one.spec);

      const own = await ports.checkTarget(spec, id);
      yield* own;
      yield* keychainRow(ports.secrets.keychain(), needsSecret(spec, strategies));
      if (signal.aborted) return;
      const { rows, logIn: reached } = await rmanRows(target, own, signal);
      yield* rows;
      if (signal.aborted) return;

      const asked = saved && JSON.stringify(saved.spec.sql) === JSON.stringify(spec.sql) ? saved.id : null;
      const facts = await databaseFacts(spec.sql === null ? null : asked);
      const identity = facts.identity?.state === 'ok' ? facts.identity.value : null;
      yield sameDatabase(reached.row, reached.dbid, identity?.dbid ?? null);
      yield sqlRow(spec, asked, facts);
      if (reached.dbid !== null) yield* await runnerClockRows(spec);
      yield* databaseRows(facts, specs, clientOf(own));
      if (asked !== null && identity) yield* await clockRows(asked, identity.host || identity.instance);
      if (!signal.aborted) yield* strategyRows(target, strategies, facts);
    },
  };
}

type RmanRows = { rows: CheckRow[]; logIn: LogIn };

export type Doctor = ReturnType<typeof createDoctor>;

const hasDestination = ({ spec: { validateOnly, device, scope } }: Strategy): boolean =>
  !validateOnly && device.kind === 'disk' && applies('format', scope) && scope.kind !== 'recovery-area';

const unsaved = (spec: TargetSpec, now: number): Target =>
  ({ id: newId(now), enabled: true, revision: 0, createdAt: now, updatedAt: now, spec });

const needsSecret = ({ login, sql }: TargetSpec, strategies: readonly Strategy[]): boolean =>
  login.kind === 'password' || sql !== null || strategies.some(({ spec }) => needsPassword(spec.encryption));

/** The release that the client named, when it did. */
const clientOf = (rows: readonly CheckRow[]): string | null =>
  rows.find(({ what, found }) => what === 'version' && /^\d/.test(found))?.found ?? null;

function sqlRow({ sql, name }: TargetSpec, asked: string | null, { identity }: DatabaseFacts): CheckRow {
  if (sql === null) return finding('sql', 'unknown', '', 'oracle.no-connection', { target: name });
  if (asked === null) return finding('sql', 'unknown', '', 'doctor.not-saved');
  if (identity?.state === 'failed') return { what: 'sql', state: 'bad', found: '', problem: identity.error };
  // Refused a view, but by a session that is there.
  return good('sql', identity?.state === 'ok' ? `${identity.value.uniqueName} · ${identity.value.role}` : sql.user);
}
