// Which methods of the store are told in the audit, and how: what each is about is read before and after it, within its
// own transaction, so that an entry can neither be missing nor say what was not so.
import { inQueueOrder } from '../../../shared/domain/lanes.ts';
import type { AuditAction } from '../../../shared/domain/audit.ts';
import type { Trigger } from '../../../shared/domain/run.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';
import type { Told } from '../tables/audit.ts';
import { withoutSecrets } from './without-secrets.ts';

/** `see` reads what the call is about; `tell` says what became of it, with the method's own answer. */
export type Account = {
  /** False: this call is not something that a person did. */
  concerns?(...values: never[]): boolean;
  see(...values: never[]): unknown;
  tell(seen: { values: never[]; before: never; after: never; answer: never }): Told[];
};

type Method<Name extends string> = Name extends `${infer Group extends keyof Tables}.${infer One}`
  ? Tables[Group][One & keyof Tables[Group]]
  : never;
type ValuesOf<Name extends string> = Method<Name> extends (...values: infer Values) => unknown ? Values : never;
type AnswerOf<Name extends string> = Method<Name> extends (...values: never[]) => infer Answer ? Answer : never;

/** Checks an account against the method that it is about. */
const account = <Name extends string, Seen>(
  _name: Name,
  parts: {
    concerns?(...values: ValuesOf<Name>): boolean;
    see(...values: ValuesOf<Name>): Seen;
    tell(seen: { values: ValuesOf<Name>; before: Seen; after: Seen; answer: AnswerOf<Name> }): Told[];
  },
): Account => parts as unknown as Account;

const BY_HAND: readonly Trigger[] = ['manual', 'command-line', 'demo'];

/** By `group.name` of the port. */
export function createAccounts(tables: Tables, connection: Connection): Readonly<Record<string, Account>> {
  return {
    ...accountsOfTargets(tables),
    ...accountsOfStrategies(tables),
    ...accountsOfRuns(tables),
    ...accountsOfOccurrences(tables),
    ...accountsOfUsers(tables),
    ...accountsOfTheRest(tables, connection),
    'audit.note': account('audit.note', {
      see: () => null,
      tell: ({ values: [note] }) => [entry(note.action, note.subject, null, null)],
    }),
  };
}

function accountsOfTargets({ targets, strategies, secrets }: Tables): Record<string, Account> {
  const see = (id: string) => {
    const target = targets.get(id);
    return target && { enabled: target.enabled, revision: target.revision, spec: target.spec };
  };
  const subject = (id: string, seen: ReturnType<typeof see>): Told['subject'] =>
    ({ kind: 'target', id, name: seen?.spec.name ?? null });
  return {
    'targets.save': account('targets.save', {
      see: ({ id }) => see(id),
      tell({ values: [{ id }], before, after }) {
        const action = changeOf(before, after);
        return [entry(`target.${action}`, subject(id, after), before, after)];
      },
    }),
    'targets.remove': account('targets.remove', {
      see(id) {
        const target = see(id);
        const taken = strategies.list().filter(({ targetId }) => targetId === id).map(({ spec }) => spec.name);
        return target && { ...target, strategies: taken, passwordStored: secrets.get(`target:${id}`) !== null };
      },
      tell: ({ values: [id], before }) => (before ? [entry('target.remove', subject(id, before), before, null)] : []),
    }),
  };
}

function accountsOfStrategies({ strategies, team }: Tables): Record<string, Account> {
  const see = (id: string) => {
    const strategy = strategies.get(id);
    return strategy && {
      enabled: strategy.enabled, version: strategy.version, targetId: strategy.targetId, spec: strategy.spec,
    };
  };
  type Seen = ReturnType<typeof see>;
  const subject = (id: string, seen: Seen): Told['subject'] => ({ kind: 'strategy', id, name: seen?.spec.name ?? null });
  const changed = (id: string, before: Seen, after: Seen): Told[] =>
    [entry(`strategy.${changeOf(before, after)}`, subject(id, after), before, after)];
  return {
    'strategies.save': account('strategies.save', {
      see: ({ id }) => see(id),
      tell: ({ values: [{ id }], before, after }) => changed(id, before, after),
    }),
    'strategies.setEnabled': account('strategies.setEnabled', {
      see,
      tell: ({ values: [id], before, after }) => changed(id, before, after),
    }),
    'team.share': account('team.share', {
      see: (id) => ({ ...see(id), shared: team.sharedIds().includes(id) }),
      tell: ({ values: [id], before, after }) =>
        isSame(before, after) ? [] : [entry('strategy.update', subject(id, see(id)), before, after)],
    }),
    'team.join': account('team.join', {
      see: (id) => see(id),
      tell: ({ values: [id], before, after }) => changed(id, before, after),
    }),
    'team.settle': account('team.settle', {
      see: (id) => see(id),
      tell: ({ values: [id], before, after }) => changed(id, before, after),
    }),
    'strategies.remove': account('strategies.remove', {
      see,
      tell: ({ values: [id], before }) => (before ? [entry('strategy.remove', subject(id, before), before, null)] : []),
    }),
  };
}

function accountsOfRuns({ runs }: Tables): Record<string, Account> {
  const see = (id: string) => {
    const found = runs.get(id);
    if (!found) return null;
    const { strategyId, strategyName, targetName, state, cancelRequestedAt } = found.run;
    return { strategyId, strategyName, targetName, state, cancelRequestedAt };
  };
  type Seen = ReturnType<typeof see>;
  const cancelled = (id: string, before: Seen, after: Seen): Told[] =>
    [entry('run.cancel', { kind: 'run', id, name: after?.strategyName ?? null }, before, after)];
  return {
    // Taken out of the queue by somebody; what the supervisor moves was asked for before, by the change below.
    'runs.move': account('runs.move', {
      concerns: (_id, from, to, _at, change) => from === 'queued' && to === 'cancelled' && !!change.cancelRequestedAt,
      see,
      tell: ({ values: [id], before, after, answer }) => (answer ? cancelled(id, before, after) : []),
    }),
    'runs.change': account('runs.change', {
      concerns: (_id, change) => !!change.cancelRequestedAt,
      see,
      tell: ({ values: [id], before, after }) => cancelled(id, before, after),
    }),
    'runs.order': account('runs.order', {
      see: () => inQueueOrder(runs.active()).map(({ run }) => ({ id: run.id, strategy: run.strategyName })),
      tell: ({ before, after }) =>
        isSame(before, after) ? [] : [entry('queue.move', { kind: 'queue', id: null, name: null }, before, after)],
    }),
  };
}

function accountsOfOccurrences({ occurrences }: Tables): Record<string, Account> {
  return {
    'occurrences.begin': account('occurrences.begin', {
      concerns: (starts) => starts.some(({ run, byHand }) => byHand === true || BY_HAND.includes(run.run.trigger)),
      see: (starts) => starts.map(({ occurrence }) => occurrences.get(occurrence.id)),
      tell: ({ values: [starts], before, answer }) =>
        starts.flatMap(({ run: { run }, byHand, occurrence }, at) => {
          const isRetry = byHand === true;
          if (!answer[at] || !(isRetry || BY_HAND.includes(run.trigger))) return [];
          const { strategyId, strategyVersion, targetName, trigger } = run;
          const of = { occurrenceId: occurrence.id, runId: run.id };
          const begun = { strategyId, strategyVersion, targetName, trigger, ...of };
          const subject = { kind: 'run', id: run.id, name: run.strategyName } as const;
          return [
            isRetry
              ? entry('occurrence.retry-now', { ...subject, kind: 'occurrence', id: occurrence.id }, before[at], begun)
              : entry('run.start', subject, null, begun),
          ];
        }),
    }),
    'occurrences.move': account('occurrences.move', {
      concerns: (_id, _from, _to, _at, { reason }) => reason?.kind === 'by-user' || reason?.kind === 'retry-cancelled',
      see: (id) => occurrences.get(id),
      tell({ values: [id, , , , { reason }], before, after, answer }) {
        if (!answer) return [];
        const action = reason?.kind === 'by-user' ? 'occurrence.skip' : 'occurrence.cancel-retry';
        return [entry(action, { kind: 'occurrence', id, name: after?.strategyName ?? null }, before, after)];
      },
    }),
  };
}

function accountsOfUsers({ users }: Tables): Record<string, Account> {
  const see = (id: string) => {
    const user = users.get(id);
    return user && { name: user.name, role: user.role, enabled: user.enabled };
  };
  type Seen = ReturnType<typeof see>;
  const told = (action: AuditAction, id: string, before: Seen, after: Seen): Told[] =>
    isSame(before, after) && action !== 'user.password'
      ? []
      : [entry(action, { kind: 'user', id, name: (after ?? before)?.name ?? null }, before, after)];
  return {
    'users.create': account('users.create', {
      see: ({ id }) => see(id),
      tell: ({ values: [{ id }], before, after }) => told('user.create', id, before, after),
    }),
    'users.setRole': account('users.setRole', {
      see,
      tell: ({ values: [id], before, after }) => told('user.role', id, before, after),
    }),
    'users.setEnabled': account('users.setEnabled', {
      see,
      tell: ({ values: [id, enabled], before, after }) =>
        told(enabled ? 'user.enable' : 'user.disable', id, before, after),
    }),
    'users.setPassword': account('users.setPassword', {
      see,
      tell: ({ values: [id], before, after }) => told('user.password', id, before, after),
    }),
    'users.remove': account('users.remove', {
      see,
      tell: ({ values: [id], before, after }) => told('user.remove', id, before, after),
    }),
  };
}

function accountsOfTheRest(tables: Tables, { value }: Connection): Record<string, Account> {
  const { settings, secrets, pause, targets } = tables;
  const stored = (name: string) => ({ stored: secrets.get(name) !== null });
  /** Secrets are named after what they open, as in `target:<id>`. */
  const password = (name: string): Told['subject'] => {
    const id = name.includes(':') ? name.slice(name.indexOf(':') + 1) : null;
    return { kind: 'password', id, name: (id === null ? null : targets.get(id)?.spec.name) ?? name };
  };
  const message = (id: string) => ({ state: value<string>('SELECT state FROM outbox WHERE id = ?').get(id) ?? null });
  const messageTold = (action: AuditAction, id: string, before: unknown, after: unknown): Told[] => {
    const name = value<string>('SELECT title FROM outbox WHERE id = ?').get(id);
    return name === undefined ? [] : [entry(action, { kind: 'message', id, name }, before, after)];
  };
  return {
    'settings.save': account('settings.save', {
      see: () => settings.load(),
      tell: ({ before, after }) =>
        isSame(before, after) ? [] : [entry('settings.save', { kind: 'settings', id: null, name: null }, before, after)],
    }),
    'secrets.put': account('secrets.put', {
      see: stored,
      tell: ({ values: [name], before, after }) => [entry('password.store', password(name), before, after)],
    }),
    'secrets.remove': account('secrets.remove', {
      see: stored,
      tell: ({ values: [name], before, after }) =>
        isSame(before, after) ? [] : [entry('password.forget', password(name), before, after)],
    }),
    'pause.save': account('pause.save', {
      see: () => pause.load(),
      tell({ before, after }) {
        const action = after ? 'schedule.pause' : 'schedule.resume';
        return isSame(before, after) ? [] : [entry(action, { kind: 'scheduler', id: null, name: null }, before, after)];
      },
    }),
    'outbox.retry': account('outbox.retry', {
      see: message,
      tell: ({ values: [id], before, after }) => messageTold('message.retry', id, before, after),
    }),
    'outbox.discard': account('outbox.discard', {
      see: message,
      tell: ({ values: [id], before, after }) =>
        isSame(before, after) ? [] : messageTold('message.discard', id, before, after),
    }),
  };
}

function entry(action: AuditAction, subject: Told['subject'], before: unknown, after: unknown): Told {
  return { action, subject, before: withoutSecrets(before), after: withoutSecrets(after) };
}

type Switched = { enabled: boolean; spec: object } | null;

/** What a save of something that can be switched off came to. */
function changeOf(before: Switched, after: Switched): 'create' | 'update' | 'enable' | 'disable' {
  if (!before) return 'create';
  if (!after || before.enabled === after.enabled || !isSame(before.spec, after.spec)) return 'update';
  return after.enabled ? 'enable' : 'disable';
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
