// Ties every endpoint of the contract to a service; converts, decides nothing.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Application } from '../app/compose.ts';
import { createDemo } from '../app/create-demo.ts';
import { csvHeader, csvLine, exportedRun } from '../runs/export-runs.ts';
import { newestFirst, type RunFilter } from '../../shared/domain/history.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RespaldoHandlers, RespaldoStreams } from '../../shared/ipc/contract.ts';

const PAGE = 500;
const LINES_AT_ONCE = 2000;

/** The answer to every call. */
export function createHandlers(application: Application): RespaldoHandlers {
  const { ports, settings, targets, strategies, runs, state } = application;
  return {
    'app.info': () => ({ ...ports.about, keychain: ports.secrets.keychain() }),
    'app.snapshot': () => state.snapshot(),
    'app.createDemo': () => createDemo(application),
    'app.copyText': ({ text }) => ports.desktop.copyText(text),
    'app.reportException': ({ message }) => ({ incident: ports.logger.exception(message, 'renderer') }),
    'settings.save': (next) => settings.save(next),
    'targets.create': async ({ spec }) => ({ id: await targets.create(spec) }),
    'targets.update': ({ id, revision, spec }) => targets.update(id, revision, spec),
    'targets.clone': async ({ id }) => ({ id: await targets.clone(id) }),
    'targets.setEnabled': ({ id, enabled }) => targets.setEnabled(id, enabled),
    'targets.setPassword': ({ id, password, acceptPlainText }) => targets.setPassword(id, password, acceptPlainText),
    'targets.forgetPassword': ({ id }) => targets.forgetPassword(id),
    'targets.deletionEffect': ({ id }) => targets.deletionEffect(id),
    'targets.remove': ({ id }) => targets.remove(id),
    'targets.check': ({ spec, id }) => targets.check(spec, id),
    'strategies.create': async ({ targetId, spec }) => ({ id: await strategies.create(targetId, spec) }),
    'strategies.update': ({ id, version, targetId, spec }) => strategies.update(id, version, targetId, spec),
    'strategies.clone': async ({ id }) => ({ id: await strategies.clone(id) }),
    'strategies.setEnabled': ({ id, enabled }) => strategies.setEnabled(id, enabled),
    'strategies.deletionEffect': ({ id }) => strategies.deletionEffect(id),
    'strategies.remove': ({ id }) => strategies.remove(id),
    'strategies.versions': ({ id }) => strategies.versions(id),
    'strategies.check': ({ targetId, spec }) => strategies.check(targetId, spec),
    'queue.move': ({ runId, before }) => runs.queue.move(runId, before),
    'queue.clear': () => runs.queue.clear(),
    'runs.start': ({ strategyId }) => runs.start(strategyId, 'manual'),
    'runs.again': ({ runId }) => runs.again(runId, 'manual'),
    'runs.cancel': ({ runId }) => runs.cancel(runId),
    'runs.list': ({ filter, sort, cursor, limit }) => ports.store.runs.page(filter, sort, cursor, limit),
    'runs.detail': ({ runId }) => runs.detail(runId),
    'runs.lines': ({ runId, from, count }) => runs.lines(runId, from, count),
    'runs.find': ({ runId, text, from, backwards }) => runs.find(runId, text, from, backwards),
    'runs.export': ({ filter, format }) => exportRuns(application, filter, format),
    'runs.saveLog': ({ runId }) => saveLog(application, runId),
    'runs.showPiece': async ({ runId, handle }) => {
      const { found } = await runs.detail(runId);
      // Only what a run of ours made may be shown: the window must not be able to open any path of the disk.
      if (!found.some((piece) => piece.handle === handle && piece.exists)) throw new AppError('request.refused');
      ports.desktop.showInFolder(handle);
    },
  };
}

/** The source of every stream. */
export function createStreams({ runs }: Application): RespaldoStreams {
  return { 'runs.tail': ({ runId, from }, signal) => runs.tail(runId, from, signal) };
}

async function exportRuns(
  { ports: { store, desktop } }: Application,
  filter: RunFilter,
  format: 'csv' | 'json',
): Promise<{ path: string; count: number } | null> {
  const path = await desktop.askWhereToSave(`respaldo-runs.${format}`);
  if (path === null) return null;
  let count = 0;
  await writeFile(path, async (write) => {
    await write(format === 'csv' ? csvHeader() : '[\n');
    let cursor: string | null = null;
    do {
      const page = await store.runs.page(filter, newestFirst, cursor, PAGE);
      for (const run of page.runs) {
        await write(format === 'csv' ? csvLine(run) : `${count > 0 ? ',\n' : ''}${JSON.stringify(exportedRun(run))}`);
        count += 1;
      }
      cursor = page.next;
    } while (cursor !== null);
    if (format === 'json') await write('\n]\n');
  });
  return { path, count };
}

async function saveLog({ ports: { desktop }, runs }: Application, runId: string): Promise<{ path: string } | null> {
  const path = await desktop.askWhereToSave(`respaldo-${runId}.log`);
  if (path === null) return null;
  await writeFile(path, async (write) => {
    for (let from = 0; ; ) {
      const { lines, total } = await runs.lines(runId, from, LINES_AT_ONCE);
      if (lines.length > 0) await write(`${lines.join('\n')}\n`);
      from += lines.length;
      if (lines.length === 0 || from >= total) return;
    }
  });
  return { path };
}

/** Writes a file piece by piece, no faster than the disk. @throws AppError `file.unwritable` */
async function writeFile(path: string, fill: (write: (text: string) => Promise<void>) => Promise<void>): Promise<void> {
  const file = createWriteStream(path);
  const failed = new Promise<never>((_resolve, reject) => {
    file.once('error', (error) => reject(new AppError('file.unwritable', { path, detail: error.message })));
  });
  // The failure is heard by whoever waits below; unheard, it must not count as unhandled.
  failed.catch(() => {});
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await Promise.race([once(file, 'drain'), failed]);
  };
  await Promise.race([fill(write), failed]);
  file.end();
  await Promise.race([finished(file), failed]);
}
