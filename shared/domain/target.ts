// A target: one Oracle database that we back up, and how RMAN reaches it; holds no secret and no connection.
import { z } from 'zod';
import { blackoutCalendarSchema } from '../schedule/schedule.ts';
import { isHostile, neededText, safeText } from './safe-text.ts';
import { sqlConnectionSchema } from './sql-connection.ts';
import { recoveryGoalSchema } from './strategy/keeping.ts';
import { ID_PATTERN } from './id.ts';

const absolutePath = neededText(400).refine((path) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path), { message: 'path.absolute' });

const required = z.string().min(1, { abort: true });

const oracleSid = required.regex(/^[A-Za-z][A-Za-z0-9_$#]{0,29}$/, { message: 'sid.characters' });

/** A path on a machine that is reached through a shell: Unix only. */
const unixPath = neededText(400).refine((path) => path.startsWith('/'), { message: 'path.unix' });

/** A word that becomes an argument of a client: never an option, nothing that a shell or a client would take apart. */
const clientWord = (characters: RegExp) =>
  required.max(253).refine((text) => !text.startsWith('-') && characters.test(text), { message: 'runner.characters' });

/** An Oracle home on another machine, and where there a run may keep its files. */
const oracleElsewhere = {
  oracleHome: unixPath,
  oracleSid,
  /** Directory of tnsnames.ora and sqlnet.ora there; `null` leaves it to the Oracle home. */
  tnsAdmin: unixPath.nullable(),
  /** A directory there in which each run makes a private one of its own. */
  workDirectory: unixPath,
};

/** The RMAN client of an Oracle home on a host that the system's ssh reaches without a question. */
const sshRunnerSchema = z.strictObject({
  kind: z.literal('ssh'),
  /** A name, an address, or an alias of the ssh configuration. */
  host: clientWord(/^[A-Za-z0-9._:-]+$/),
  port: z.number().int().min(1).max(65_535),
  user: clientWord(/^[A-Za-z0-9._@\\-]+$/),
  /** A private key on this machine; `null` leaves it to the agent and the ssh configuration. */
  identityFile: absolutePath.nullable(),
  ...oracleElsewhere,
});

/** The RMAN client of an Oracle home inside a container. */
const containerRunnerSchema = z.strictObject({
  kind: z.literal('container'),
  client: z.enum(['docker', 'podman', 'kubectl']),
  /** The container; with kubectl the pod, or `deployment/NAME` and the like. */
  name: clientWord(/^[A-Za-z0-9._/-]+$/),
  /** kubectl only; `null`: the namespace of the context. */
  namespace: clientWord(/^[A-Za-z0-9.-]+$/).nullable(),
  /** kubectl only, the container of the pod; `null`: its only or default one. */
  container: clientWord(/^[A-Za-z0-9.-]+$/).nullable(),
  /** docker and kubectl: a context; podman: a connection. `null`: the client's current one. */
  context: clientWord(/^[A-Za-z0-9._:@/-]+$/).nullable(),
  /** As whom, docker and podman only; `null`: the user of the image. */
  user: clientWord(/^[A-Za-z0-9._:-]+$/).nullable(),
  ...oracleElsewhere,
});

/** A runner behind a client of this machine. */
export const remoteRunnerSchema = z.discriminatedUnion('kind', [sshRunnerSchema, containerRunnerSchema]);

const runnerSchema = z.discriminatedUnion('kind', [
  /** The RMAN client of an Oracle home on this machine. */
  z.strictObject({
    kind: z.literal('local'),
    oracleHome: absolutePath,
    oracleSid,
    /** Directory of tnsnames.ora and sqlnet.ora; `null` leaves it to the Oracle home. */
    tnsAdmin: absolutePath.nullable(),
  }),
  sshRunnerSchema,
  containerRunnerSchema,
  /** The simulated RMAN, for demonstrations and rehearsals. */
  z.strictObject({
    kind: z.literal('simulated'),
    version: z.enum(['11.2', '12.2', '19', '21', '23']),
    /** About how long a backup of the whole simulated database takes. */
    seconds: z.number().min(0).max(3600),
    /** Name of a failure of docs/simulator.md to rehearse; `null` for none. */
    failure: required.max(60).regex(/^[a-z0-9-]+$/, { message: 'failure.characters' }).nullable(),
  }),
]);

const privilege = z.enum(['sysdba', 'sysbackup']);

const loginSchema = z.discriminatedUnion('kind', [
  /** Operating-system authentication: no secret at all. */
  z.strictObject({ kind: z.literal('os'), as: privilege }),
  /** An external password store: `/@alias`. */
  z.strictObject({
    kind: z.literal('wallet'),
    alias: required.max(128).regex(/^[A-Za-z0-9_.:/-]+$/, { message: 'alias.characters' }),
    as: privilege,
  }),
  /** User and password; the password lives in the keychain and goes to RMAN through stdin only. */
  z.strictObject({
    kind: z.literal('password'),
    username: required.max(128).regex(/^[A-Za-z][A-Za-z0-9_$#]*$/, { message: 'username.characters' }),
    /** Net alias or Easy Connect string; `null` connects to the local instance. */
    connectIdentifier: required
      .max(400)
      .refine((text) => !/[\s@]/.test(text) && !isHostile(text), { message: 'connect.characters' })
      .nullable(),
    as: privilege,
  }),
]);

/** What the database form edits. */
export const targetSpecSchema = z
  .strictObject({
    name: neededText(60),
    notes: safeText(400),
    runner: runnerSchema,
    login: loginSchema,
    /** When nothing may start on this database; `null`: no windows of its own. */
    blackouts: blackoutCalendarSchema.nullable(),
    /** How SQL reaches it, beside RMAN; `null`: not at all, and nothing but a live view of the database is missing. */
    sql: sqlConnectionSchema.nullable().default(null),
    /** How many days back it must stay restorable, for every strategy without a goal of its own. */
    recoveryGoalDays: recoveryGoalSchema,
  })
  .superRefine(({ runner }, context) => {
    if (runner.kind !== 'container') return;
    const idle = runner.client === 'kubectl' ? (['user'] as const) : (['namespace', 'container'] as const);
    for (const field of idle) {
      if (runner[field] === null) continue;
      const params = { client: runner.client };
      context.addIssue({ code: 'custom', path: ['runner', field], message: 'runner.not-of-client', params });
    }
  })
  .superRefine(({ runner, login }, context) => {
    if (runner.kind !== 'simulated' || runner.version !== '11.2' || login.as !== 'sysbackup') return;
    context.addIssue({ code: 'custom', path: ['login', 'as'], message: 'privilege.release', params: { release: '11.2' } });
  });
export type TargetSpec = z.infer<typeof targetSpecSchema>;
export type TargetRunner = TargetSpec['runner'];
export type TargetLogin = TargetSpec['login'];
export type SshRunner = Extract<TargetRunner, { kind: 'ssh' }>;
export type ContainerRunner = Extract<TargetRunner, { kind: 'container' }>;
/** A runner behind a client of this machine: its files, its clock and its free space are another machine's. */
export type RemoteRunner = SshRunner | ContainerRunner;
/** A runner with an Oracle home, wherever that is. */
export type OracleRunner = Exclude<TargetRunner, { kind: 'simulated' }>;

export const isRemote = (runner: TargetRunner): runner is RemoteRunner => runner.kind === 'ssh' || runner.kind === 'container';

export const targetSchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  enabled: z.boolean(),
  /** Counts saves; guards against two editors. */
  revision: z.number().int(),
  createdAt: z.number(),
  updatedAt: z.number(),
  spec: targetSpecSchema,
});
export type Target = z.infer<typeof targetSchema>;

/**
 * Rejects what RMAN's `CONNECT TARGET` cannot carry through standard input: a double quote would end the password, a
 * line end the command, and `&1` is a substitution variable even there (reference §1.1).
 */
export const passwordSchema = required
  .max(128)
  .refine((text) => !/["\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|&\d/u.test(text), { message: 'password.characters' });

/** What the password dialog edits. */
export const passwordFormSchema = z.strictObject({ password: passwordSchema });

/** A target as the form starts it. */
export const newTargetSpec = (kind: TargetRunner['kind']): TargetSpec => ({
  name: '',
  notes: '',
  runner: newRunner(kind),
  login: { kind: 'os', as: 'sysdba' },
  blackouts: null,
  sql: null,
  recoveryGoalDays: 7,
});

function newRunner(kind: TargetRunner['kind']): TargetRunner {
  const elsewhere = { oracleHome: '', oracleSid: '', tnsAdmin: null, workDirectory: '/var/tmp' };
  switch (kind) {
    case 'local':
      return { kind, oracleHome: '', oracleSid: '', tnsAdmin: null };
    case 'ssh':
      return { kind, host: '', port: 22, user: 'oracle', identityFile: null, ...elsewhere };
    case 'container': {
      const place = { namespace: null, container: null, context: null, user: null };
      return { kind, client: 'docker', name: '', ...place, ...elsewhere };
    }
    case 'simulated':
      return { kind, version: '19', seconds: 8, failure: null };
  }
}
