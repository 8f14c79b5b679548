// What goes wrong, and when: at a chosen call, at a chosen packet, or by a seeded plan. Decides only; the line acts.

/** Calls as faults name them. */
export type CallName =
  | 'connect'
  | 'negotiate'
  | 'logon'
  | 'execute'
  | 'fetch'
  | 'commit'
  | 'rollback'
  | 'ping'
  | 'lob'
  | 'logoff'
  | 'other';

export type Harm =
  /** The socket is destroyed: before the call is handled, after it but before its answer, or after half an answer. */
  | { do: 'drop'; moment: 'before' | 'after' | 'half' }
  /** Nothing is answered, ever. `before` also does nothing. */
  | { do: 'hang'; moment: 'before' | 'after' }
  | { do: 'late'; ms: number }
  /** An ORA- error instead of the work; a text of its own may be given. */
  | { do: 'error'; code: number; message?: string }
  /** An ORA- error for single rows of an executeMany (0-based), beside those that succeed. */
  | { do: 'row-error'; code: number; rows: number[] }
  /** A TNS refusal; only at 'connect'. */
  | { do: 'refuse'; code: number };

export type FaultSpec = {
  at: CallName | 'any';
  harm: Harm;
  /** Only for SQL that matches, only for this user. */
  sql?: RegExp;
  user?: string;
  /** Lets so many matching calls pass first. */
  after?: number;
  /** How many calls are harmed; 1 unless given, `Infinity` for all. */
  times?: number;
};

export type RandomPlan = {
  seed: number;
  /** Probability for each call, 0 … 1. */
  rate: number;
  harms: Harm[];
  /** Calls that may be harmed; all but logoff unless given. */
  at?: CallName[];
  /** At most so many harms altogether. */
  most?: number;
};

export type Occasion = { call: CallName; sql: string | null; user: string | null };
export type Happened = Occasion & { harm: Harm };

export type Faults = {
  add(spec: FaultSpec): void;
  random(plan: RandomPlan): void;
  clear(): void;
  /** Everything that was done so far, in order. */
  log: Happened[];
  /** Every call that was seen, harmed or not. */
  seen: Occasion[];
  /** How the listener behaves towards new connections. */
  listener: 'open' | 'silent' | 'reset' | { refuse: number };
  /** Destroys the socket when a connection has received so many packets (0-based); null: never. */
  dropAtPacket: number | null;
  choose(occasion: Occasion): Harm | null;
};

/** mulberry32: small, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The newest so many calls are remembered. */
const SEEN = 10_000;

export function newFaults(): Faults {
  let exact: (FaultSpec & { passed: number; done: number })[] = [];
  let plan: (RandomPlan & { next: () => number; done: number }) | null = null;
  const matches = (spec: FaultSpec, { call, sql, user }: Occasion): boolean =>
    (spec.at === 'any' || spec.at === call) &&
    (spec.user === undefined || spec.user === user) &&
    (spec.sql === undefined || (sql !== null && spec.sql.test(sql)));
  const byChance = ({ call }: Occasion): Harm | null => {
    if (plan === null || plan.done >= (plan.most ?? Infinity)) return null;
    if (plan.at ? !plan.at.includes(call) : call === 'logoff') return null;
    if (plan.next() >= plan.rate) return null;
    plan.done += 1;
    return plan.harms[Math.floor(plan.next() * plan.harms.length)] ?? null;
  };
  const chosen = (occasion: Occasion): Harm | null => {
    for (const spec of exact) {
      if (!matches(spec, occasion) || spec.done >= (spec.times ?? 1)) continue;
      spec.passed += 1;
      if (spec.passed <= (spec.after ?? 0)) continue;
      spec.done += 1;
      return spec.harm;
    }
    return byChance(occasion);
  };
  const faults: Faults = {
    log: [],
    seen: [],
    listener: 'open',
    dropAtPacket: null,
    add: (spec) => void exact.push({ ...spec, passed: 0, done: 0 }),
    random: (given) => {
      plan = { ...given, next: seeded(given.seed), done: 0 };
    },
    clear() {
      exact = [];
      plan = null;
      faults.listener = 'open';
      faults.dropAtPacket = null;
    },
    choose(occasion) {
      faults.seen.push(occasion);
      if (faults.seen.length > SEEN) faults.seen.splice(0, SEEN / 2);
      const harm = chosen(occasion);
      if (harm) faults.log.push({ ...occasion, harm });
      return harm;
    },
  };
  return faults;
}
