// Everything that outlives a connection: catalogue, users, clock, open sessions. One per stand-in.
import { type Protocol } from '../net/connect.ts';
import { foldUser, newLogonAccount, type LogonAccount, type UserSpec } from '../auth/accounts.ts';
import { makeVerifier } from '../auth/verifier.ts';
import { type Faults } from '../faults/faults.ts';
import { time, type Time } from '../values/value.ts';
import { type Catalogue } from '../sql/catalogue.ts';
import { type AccountChanges } from '../sql/define-shared.ts';
import { addDictionary } from '../sql/dictionary.ts';
import { OracleError } from '../sql/errors.ts';
import { type SessionState } from '../sql/run.ts';

export type Clock = { now(): number; set(ms: number): void; advance(ms: number): void; follow(): void };

export type Service = { name: string; /** Container: a PDB's name, or CDB$ROOT. */ container: string };

export type Database = {
  catalogue: Catalogue;
  logons: Map<string, LogonAccount>;
  accounts: AccountChanges;
  services: Service[];
  clock: Clock;
  faults: Faults;
  protocol: Protocol;
  sessions: Map<number, SessionState>;
  version: string;
  now(): Time;
  nextSessionId(): number;
  addUser(name: string, spec: UserSpec): void;
};

/** Follows this machine's clock, or stands where it was put and moves only when it is told to. */
function newClock(): Clock {
  let fixed: number | null = null;
  return {
    now: () => fixed ?? Date.now(),
    set: (ms) => void (fixed = ms),
    advance: (ms) => void (fixed = (fixed ?? Date.now()) + ms),
    follow: () => void (fixed = null),
  };
}

export function newDatabase(
  version: string,
  name: string,
  services: Service[],
  protocol: Protocol,
  faults: Faults,
): Database {
  const clock = newClock();
  const sessions = new Map<number, SessionState>();
  const logons = new Map<string, LogonAccount>();
  const catalogue: Catalogue = {
    objects: new Map(),
    accounts: new Map(),
    roles: new Map([['PUBLIC', { name: 'PUBLIC', granted: new Set(), objectGrants: new Set() }]]),
    version: 0,
    databaseVersion: version,
    databaseName: name,
    sessions: () => [...sessions.values()],
  };
  addDictionary(catalogue);
  let lastSession = 100;
  const addUser = (user: string, spec: UserSpec): void => {
    const folded = foldUser(user);
    logons.set(folded, newLogonAccount(folded, spec));
    const granted = new Set((spec.grants ?? ['CREATE SESSION']).map((one) => one.toUpperCase()));
    const objectGrants = new Set([...granted].filter((one) => one.includes(' ON ')).map(qualified));
    catalogue.accounts.set(folded, {
      name: folded,
      granted: new Set([...granted].filter((one) => !one.includes(' ON '))),
      objectGrants,
    });
  };
  return {
    catalogue,
    logons,
    services,
    clock,
    faults,
    protocol,
    sessions,
    version,
    addUser,
    accounts: {
      createUser: (user, password) => addUser(user, { password, grants: [] }),
      alterUser(user, change) {
        const account = logons.get(user)!;
        if (change.password !== null) account.verifier = makeVerifier(change.password, account.verifier.kind);
        if (change.locked !== null) account.locked = change.locked;
      },
      dropUser(user) {
        if (!logons.delete(user)) throw new OracleError(1918, user);
        catalogue.accounts.delete(user);
        for (const [key, object] of catalogue.objects) if (object.schema === user) catalogue.objects.delete(key);
      },
    },
    now: () => time(clock.now(), 0, 0),
    nextSessionId: () => (lastSession += 1),
  };
}

/** `SELECT ON V_$DATABASE` means the view of SYS. */
function qualified(grant: string): string {
  const [action, object] = grant.split(' ON ');
  return `${action} ON ${object!.includes('.') ? object : `SYS.${object}`}`;
}
