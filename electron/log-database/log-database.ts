// The log database as the application handles it: where it is, how its tables stand, their installation, and sessions
// for whoever writes there. Knows no fact that is written.
import type { SqlCredentials, SqlSession } from '../app/oracle-ports.ts';
import type { Clock, Logger, Secrets } from '../app/ports.ts';
import { useSchemaOf } from '../oracle/log-tables/current-schema.ts';
import { grantsOf, type GrantPart } from '../oracle/log-tables/grants.ts';
import { installLogTables, refuseInstallation, surveySchema, type Survey } from '../oracle/log-tables/install.ts';
import { emptySchema, planInstallation } from '../oracle/log-tables/plan.ts';
import { readVersions } from '../oracle/log-tables/read-schema.ts';
import { logTableVersions, type Version } from '../oracle/log-tables/versions.ts';
import {
  LOG_DATABASE_SECRET, logDatabaseSettingsSchema,
  type GrantNames, type InstallReport, type LogDatabaseSettings, type LogDatabaseState, type LogTables,
} from '../../shared/domain/log-database.ts';
import { addressText, sqlPasswordFormSchema, type SqlConnection } from '../../shared/domain/sql-connection.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';

export type LogDatabasePorts = {
  settings(): LogDatabaseSettings | null;
  /** Stores the settings beside all others. */
  saveSettings(next: LogDatabaseSettings | null): Promise<void>;
  secrets: Secrets;
  clock: Pick<Clock, 'now'>;
  logger: Pick<Logger, 'info' | 'exception'>;
  connect(connection: SqlConnection, credentials: SqlCredentials): Promise<SqlSession>;
  /** The published state is not what it was. */
  changed(): void;
  /** Another password is known: what was refused before may be accepted now. */
  passwordChanged(): void;
  /** Other versions than those of this Respaldo, for tests of upgrades. */
  versions?: readonly Version[];
};

/** What is to be run, as it would be run now. */
export type Preview = { tables: LogTables | null; statements: { version: number; text: string }[] };

export type LogDatabase = ReturnType<typeof createLogDatabase>;

type Status = LogDatabaseState['status'];

export function createLogDatabase(ports: LogDatabasePorts) {
  const { secrets, clock, logger, changed } = ports;
  const versions = ports.versions ?? logTableVersions();
  let seen: Extract<Status, { kind: 'unreachable' | 'seen' }> | null = null;
  /** Which settings `seen` is about: what is found out about others says nothing. */
  let seenOf: LogDatabaseSettings | null = null;
  let installing: LogDatabaseState['installing'] = null;

  function configured(): LogDatabaseSettings {
    const settings = ports.settings();
    if (settings === null) throw new AppError('log-database.none');
    return settings;
  }

  /** A session in which the names of the log tables mean those of their owner. */
  async function connect({ connection, owner }: LogDatabaseSettings, password: string | null): Promise<SqlSession> {
    const known = password ?? (await secrets.read(LOG_DATABASE_SECRET, addressText(connection.address)));
    const session = await ports.connect(connection, { password: known, walletPassword: null });
    try {
      await useSchemaOf(session, owner);
      return session;
    } catch (error) {
      await session.close(true);
      throw error;
    }
  }

  async function withSession<T>(
    settings: LogDatabaseSettings,
    password: string | null,
    act: (session: SqlSession) => Promise<T>,
  ): Promise<T> {
    const session = await connect(settings, password);
    try {
      return await act(session);
    } finally {
      await session.close();
    }
  }

  function note(settings: LogDatabaseSettings, status: NonNullable<typeof seen>): void {
    seen = status;
    seenOf = settings;
    changed();
  }

  /** Remembers what an attempt came to; a failure that is foreseen is an answer too. */
  async function noted<T>(
    settings: LogDatabaseSettings,
    look: () => Promise<{ tables: LogTables | null; answer: T }>,
  ): Promise<T> {
    try {
      const { tables, answer } = await look();
      if (tables) note(settings, { kind: 'seen', tables, at: clock.now() });
      return answer;
    } catch (error) {
      if (error instanceof AppError) note(settings, { kind: 'unreachable', error: error.report(), at: clock.now() });
      throw error;
    }
  }

  const look = (settings: LogDatabaseSettings, password: string | null): Promise<Survey> =>
    withSession(settings, password, (session) => surveySchema(session, settings.owner, versions));

  /** Looks at the schema through a session of its own, and remembers what that came to. */
  const survey = (settings: LogDatabaseSettings, password: string | null = null): Promise<Survey> =>
    noted(settings, async () => {
      const answer = await look(settings, password);
      return { tables: answer.tables, answer };
    });

  function status(): Status {
    const settings = ports.settings();
    if (settings === null) return { kind: 'not-configured' };
    if (seen && seenOf && JSON.stringify(seenOf) === JSON.stringify(settings)) return seen;
    return settings.enabled ? { kind: 'unknown' } : { kind: 'disabled' };
  }

  return {
    async state(): Promise<LogDatabaseState> {
      return { hasPassword: await secrets.has(LOG_DATABASE_SECRET), status: status(), installing };
    },

    /** Looks at once how things stand, without holding anything up. */
    begin(): void {
      const settings = ports.settings();
      if (!settings?.enabled) return;
      survey(settings).catch((error: unknown) => {
        if (!(error instanceof AppError)) logger.exception(error, 'log database');
      });
    },

    /** Stores the settings; `null` forgets the log database, its password included. @throws AppError `input.invalid` */
    async save(next: LogDatabaseSettings | null): Promise<void> {
      if (next !== null) refuseProblems(logDatabaseSettingsSchema, next);
      await ports.saveSettings(next);
      if (next === null) await secrets.forget(LOG_DATABASE_SECRET);
      changed();
    },

    /** @throws AppError `input.invalid`, `secret.plain-refused` unless `acceptPlainText` */
    async setPassword(password: string, acceptPlainText: boolean): Promise<void> {
      refuseProblems(sqlPasswordFormSchema, { password });
      await secrets.write(LOG_DATABASE_SECRET, password, acceptPlainText);
      changed();
      ports.passwordChanged();
    },

    async forgetPassword(): Promise<void> {
      await secrets.forget(LOG_DATABASE_SECRET);
      changed();
    },

    /**
     * Tries settings that need not be stored yet; `password` null takes the stored one.
     * @throws AppError `input.invalid`, and as a session
     */
    async test(settings: LogDatabaseSettings, password: string | null): Promise<LogTables> {
      refuseProblems(logDatabaseSettingsSchema, settings);
      const { tables } = await look(settings, password);
      const isStored = JSON.stringify(settings) === JSON.stringify(ports.settings());
      if (isStored) note(settings, { kind: 'seen', tables, at: clock.now() });
      return tables;
    },

    /**
     * How the tables stand now; `password` null takes the stored one.
     * @throws AppError `log-database.none`, and as a session
     */
    look: async (password: string | null = null): Promise<LogTables> => (await survey(configured(), password)).tables,

    /**
     * Exactly what `install` would run: against the schema, or (`connected` false) into an empty one.
     * @throws AppError `log-database.none`, and as a session
     */
    async preview(connected: boolean): Promise<Preview> {
      if (!connected) return { tables: null, statements: shown(planInstallation(versions, emptySchema).statements) };
      const { tables, statements } = await survey(configured());
      return { tables, statements: shown(statements) };
    },

    /**
     * Installs or upgrades. A statement that fails is in the report and not thrown; a later call continues. `password`
     * null takes the stored one.
     * @throws AppError `log-database.none`, `log-database.busy`, `log-tables.newer`, `log-tables.foreign`,
     * `log-tables.not-owner`, and as a session
     */
    async install(password: string | null = null): Promise<InstallReport> {
      const settings = configured();
      if (installing) throw new AppError('log-database.busy');
      installing = { done: 0, total: 0 };
      changed();
      try {
        return await noted(settings, async () => {
          const answer = await withSession(settings, password, (session) =>
            installLogTables(session, settings.owner, progress, versions));
          return { tables: answer.tables, answer };
        });
      } catch (error) {
        // What may not be installed was seen all the same.
        if (error instanceof AppError && error.code.startsWith('log-tables.')) await survey(settings, password).catch(() => {});
        throw error;
      } finally {
        installing = null;
        changed();
      }
    },

    grants: (names: GrantNames): GrantPart[] => grantsOf(names, versions).parts,

    /**
     * A session for who writes into the tables, which are as this Respaldo needs them.
     * @throws AppError `log-database.none`, `log-tables.not-installed`, `log-tables.incomplete`, `log-tables.old`,
     * `log-tables.newer`, `log-tables.foreign`, and as a session
     */
    async open(): Promise<SqlSession> {
      const settings = configured();
      const session = await noted(settings, async () => ({ tables: null, answer: await connect(settings, null) }));
      try {
        await checkTables(session, settings);
        return session;
      } catch (error) {
        await session.close();
        throw error;
      }
    },
  };

  function progress(done: number, total: number): void {
    installing = { done, total };
    changed();
  }

  /** Once everything was there, the version alone is asked for again: another workstation may have upgraded. */
  async function checkTables(session: SqlSession, settings: LogDatabaseSettings): Promise<void> {
    const before = status();
    if (before.kind === 'seen' && before.tables.standing === 'ready') {
      const newest = Math.max(0, ...(await readVersions(session)));
      if (newest === versions.length) return;
    }
    const { tables } = await surveySchema(session, settings.owner, versions);
    note(settings, { kind: 'seen', tables, at: clock.now() });
    refuseUse(tables);
  }
}

const shown = (statements: readonly { version: number; text: string }[]): Preview['statements'] =>
  statements.map(({ version, text }) => ({ version, text }));

/** What keeps facts from being written. */
function refuseUse(tables: LogTables): void {
  const { standing, installed, known, user, owner, statements } = tables;
  if (standing === 'absent' || standing === 'partial') throw new AppError('log-tables.not-installed', { user, owner });
  if (standing === 'old') throw new AppError('log-tables.old', { owner, installed, known });
  if (standing === 'damaged') throw new AppError('log-tables.incomplete', { owner, user, statements });
  if (standing === 'newer' || standing === 'foreign') refuseInstallation(tables);
}
