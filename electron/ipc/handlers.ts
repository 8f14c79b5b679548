// Ties every endpoint of the contract to a service; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import { createDemo } from '../app/create-demo.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RespaldoHandlers, RespaldoStreams } from '../../shared/ipc/contract.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { databaseHandlers, databaseStreams } from './database-handlers.ts';
import { draftHandlers } from './draft-handlers.ts';
import { doctorHandlers, doctorStreams } from './doctor-handlers.ts';
import { lintHandlers } from './lint-handlers.ts';
import { logDatabaseHandlers } from './log-database-handlers.ts';
import { notifyHandlers } from './notify-handlers.ts';
import { scheduleHandlers } from './schedule-handlers.ts';
import { simulationHandlers } from './simulation-handlers.ts';
import { teamHandlers } from './team-handlers.ts';
import { syncHandlers } from './sync-handlers.ts';
import { strategyFileHandlers } from './strategy-file-handlers.ts';
import { strategySecretsHandlers } from './strategy-secrets-handlers.ts';
import { usersHandlers } from './users-handlers.ts';
import { exportRuns, saveLog } from './written-files.ts';

/** The answer to every call. */
export function createHandlers(application: Application): RespaldoHandlers {
  const { ports, settings, targets, strategies, runs, scheduler, state } = application;
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
    'strategies.create': async ({ targetId, spec }) => ({ id: await strategies.create(targetId, spec) }),
    'strategies.update': ({ id, version, targetId, spec }) => strategies.update(id, version, targetId, spec),
    'strategies.clone': async ({ id }) => ({ id: await strategies.clone(id) }),
    'strategies.setEnabled': ({ id, enabled }) => strategies.setEnabled(id, enabled),
    'strategies.deletionEffect': ({ id }) => strategies.deletionEffect(id),
    'strategies.remove': ({ id }) => strategies.remove(id),
    'strategies.versions': ({ id }) => strategies.versions(id),
    'strategies.check': ({ targetId, spec }) => strategies.check(targetId, spec),
    ...strategyFileHandlers(application),
    ...draftHandlers(application),
    ...strategySecretsHandlers(application.encryptionPasswords),
    ...usersHandlers(application),
    ...scheduleHandlers(application),
    ...catalogueHandlers(application.catalogue),
    ...notifyHandlers(application.notify, settings),
    ...databaseHandlers(application.databases),
    ...doctorHandlers(application),
    ...lintHandlers(application),
    ...logDatabaseHandlers(application),
    ...simulationHandlers(application),
    ...syncHandlers(application),
    ...teamHandlers(application),
    'queue.move': ({ runId, before }) => runs.queue.move(runId, before),
    'queue.clear': () => runs.queue.clear(),
    'runs.start': ({ strategyId }) => scheduler.start(strategyId, 'manual'),
    'runs.again': ({ runId }) => scheduler.again(runId, 'manual'),
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
export function createStreams({ runs, databases, doctor }: Application): RespaldoStreams {
  return {
    ...databaseStreams(databases),
    ...doctorStreams(doctor),
    'runs.tail': ({ runId, from }, signal) => runs.tail(runId, from, signal),
  };
}
