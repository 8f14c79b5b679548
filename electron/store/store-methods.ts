// The methods of the store as data: what crosses to the worker, and in which kind of transaction each one runs there.
import type { Store } from '../app/store-port.ts';

/**
 * `read`: one snapshot. `write`: takes the write lock at once, so that two processes queue up instead of failing when
 * the second one wants to write. `free`: looks after its own transactions.
 */
export type MethodKind = 'read' | 'write' | 'free';

export type TableGroup = Exclude<keyof Store, 'changesElsewhere' | 'notices' | 'close'>;

/** Complete by its type: a method of the port that is missing here does not compile. */
export const storeMethods: { [Group in TableGroup]: Record<keyof Store[Group], MethodKind> } = {
  targets: { list: 'read', unlisted: 'read', get: 'read', save: 'write', remove: 'write' },
  strategies: {
    list: 'read', unlisted: 'read', get: 'read', some: 'read', save: 'write', setEnabled: 'write', versions: 'read',
    remove: 'write',
  },
  runs: {
    insert: 'write',
    get: 'read',
    move: 'write',
    change: 'write',
    settle: 'write',
    order: 'write',
    active: 'read',
    page: 'read',
    verdict: 'read',
    transitions: 'read',
    lastPerStrategy: 'read',
    countFor: 'read',
    unsealed: 'read',
  },
  logs: { append: 'write', seal: 'write', unseal: 'write', isSealed: 'read', lines: 'read', find: 'free' },
  occurrences: {
    cover: 'write',
    cursors: 'read',
    plans: 'read',
    get: 'read',
    at: 'read',
    open: 'read',
    due: 'read',
    ahead: 'read',
    between: 'read',
    strips: 'read',
    move: 'write',
    begin: 'write',
    withdraw: 'write',
    rewind: 'write',
    unannounced: 'read',
  },
  pause: { load: 'read', save: 'write' },
  outbox: {
    add: 'write',
    addOverdue: 'write',
    due: 'read',
    nextDue: 'read',
    claim: 'write',
    attempted: 'write',
    list: 'read',
    summary: 'read',
    retry: 'write',
    retryChannel: 'write',
    discard: 'write',
    prune: 'write',
  },
  settings: { load: 'read', save: 'write' },
  drafts: { list: 'read', put: 'write', drop: 'write' },
  secrets: { get: 'read', put: 'write', remove: 'write' },
  sync: {
    use: 'write',
    backfill: 'write',
    due: 'read',
    settle: 'write',
    nextDue: 'read',
    summary: 'read',
    setProblem: 'write',
    quarantine: 'read',
    tryAgain: 'write',
  },
  users: {
    list: 'read',
    get: 'read',
    create: 'write',
    setRole: 'write',
    setEnabled: 'write',
    setPassword: 'write',
    remove: 'write',
    claimAttempt: 'write',
    loggedIn: 'write',
    remembered: 'read',
    remember: 'write',
  },
  team: {
    meet: 'write',
    take: 'write',
    mark: 'write',
    elsewhere: 'write',
    others: 'read',
    sharedIds: 'read',
    share: 'write',
    strategies: 'read',
    join: 'write',
    follow: 'write',
    conflicts: 'read',
    settle: 'write',
  },
  witnesses: { get: 'read', put: 'write', wanting: 'read', known: 'read', imported: 'read', enter: 'write' },
  audit: { note: 'write', page: 'read', names: 'read', newest: 'read' },
  supervision: { holder: 'read', claim: 'write', release: 'write' },
};

/** A method of the port as it is inside the worker, where it answers at once. */
type Direct<Method> = Method extends (...values: infer Values) => Promise<infer Answer>
  ? (...values: Values) => Answer
  : never;
type AllDirect<Methods> = { [Name in keyof Methods]: Direct<Methods[Name]> };

/** The tables inside the worker. A search through a huge log stays asynchronous, so that others get their turn. */
export type Tables = { [Group in Exclude<TableGroup, 'logs'>]: AllDirect<Store[Group]> } & {
  logs: Omit<AllDirect<Store['logs']>, 'find'> & Pick<Store['logs'], 'find'>;
};
