// What the databases of the profile say about themselves, asked on demand: each panel by itself, so that a slow or
// forbidden view holds up no other, and kept for a short while. Changes nothing in a database, and nothing in a run.
import type { Clock } from '../app/ports.ts';
import type { PoolLane, SqlSession } from '../app/oracle-ports.ts';
import type { Store } from '../app/store-port.ts';
import { askBanner } from '../oracle/catalogue/banner.ts';
import type { Asker } from '../oracle/catalogue/ask.ts';
import type { BackupJob, KnownJob } from '../../shared/domain/catalogue/backups.ts';
import type { Panel, PanelName } from '../../shared/domain/catalogue/catalogue.ts';
import type { Banner } from '../../shared/domain/catalogue/release.ts';
import { ID_PATTERN } from '../../shared/domain/id.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { answer } from './answer.ts';

export type SessionsOf = {
  /** Lends a session of a target. @throws AppError as `Databases.use` */
  use<T>(targetId: string, work: (session: SqlSession) => Promise<T>, lane?: PoolLane): Promise<T>;
};

export type CataloguePorts = { store: Pick<Store, 'targets' | 'witnesses'>; clock: Clock; sessions: SessionsOf };

/** An answer younger than this is given again. The views of jobs and pieces are costly (reference §5.2). */
const KEPT_MS = 15_000;
const KEPT_LONG_MS = 60_000;
const COSTLY: ReadonlySet<PanelName> = new Set(['jobs', 'pieces']);

export type Asking = { session: SqlSession; banner: Banner; asker: Asker };

export function createCatalogue({ store, clock, sessions }: CataloguePorts) {
  const kept = new Map<string, { at: number; of: string; panel: Promise<Panel> }>();
  const banners = new Map<string, { of: string; banner: Banner }>();

  /** Lends a session together with what has to be known before a question is asked. */
  async function withSession<T>(
    targetId: string,
    work: (asking: Asking) => Promise<T>,
    lane?: PoolLane,
  ): Promise<T> {
    const target = await store.targets.get(targetId);
    if (!target) throw new AppError('target.missing');
    const { sql, name } = target.spec;
    if (sql === null) throw new AppError('oracle.no-connection', { target: name });
    return sessions.use(targetId, async (session) => {
      const of = JSON.stringify(sql);
      const known = banners.get(targetId);
      const banner = known?.of === of ? known.banner : await askBanner(session);
      banners.set(targetId, { of, banner });
      return work({ session, banner, asker: { user: sql.user, now: clock.now } });
    }, lane);
  }

  /** A job belongs to the run whose id is its COMMAND ID. */
  async function recognise(jobs: BackupJob[]): Promise<KnownJob[]> {
    const ids = jobs.flatMap(({ commandId }) => (commandId !== null && ID_PATTERN.test(commandId) ? [commandId] : []));
    const known = new Set(ids.length === 0 ? [] : await store.witnesses.known(ids));
    return jobs.map((job) => ({ ...job, runId: known.has(job.commandId ?? '') ? job.commandId : null }));
  }

  async function fetched(targetId: string, name: PanelName): Promise<Panel> {
    try {
      const lane = COSTLY.has(name) ? 'slow' : 'usual';
      return await withSession(targetId, (asking) => answer(name, { ...asking, recognise }), lane);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { name, result: { state: 'failed', error: error.report() } } as Panel;
    }
  }

  /** The answer to one panel; `fresh` takes none that was kept. @throws AppError `target.missing` */
  async function panel(targetId: string, name: PanelName, fresh: boolean): Promise<Panel> {
    const target = await store.targets.get(targetId);
    if (!target) throw new AppError('target.missing');
    const of = JSON.stringify(target.spec.sql);
    const key = `${targetId}/${name}`;
    const before = kept.get(key);
    const age = before ? clock.now() - before.at : Infinity;
    if (before && before.of === of && !fresh && age < (COSTLY.has(name) ? KEPT_LONG_MS : KEPT_MS)) return before.panel;
    const asked = fetched(targetId, name);
    kept.set(key, { at: clock.now(), of, panel: asked });
    const settled = await asked.catch((error: unknown) => {
      kept.delete(key);
      throw error;
    });
    // What failed is asked again at once by whoever wants it: it may have been corrected.
    if (settled.result.state !== 'ok' && kept.get(key)?.panel === asked) kept.delete(key);
    return settled;
  }

  /** What the database answered last to these, however long ago; nobody is asked. */
  async function remembered(targetId: string, names: readonly PanelName[]): Promise<Panel[]> {
    const target = await store.targets.get(targetId);
    const of = JSON.stringify(target?.spec.sql);
    const answers = names.flatMap((name) => {
      const before = kept.get(`${targetId}/${name}`);
      return before?.of === of ? [before.panel] : [];
    });
    return Promise.all(answers);
  }

  return { panel, remembered, withSession, recognise };
}

export type Catalogue = ReturnType<typeof createCatalogue>;
