// The store as the services see it: an asynchronous port in front of the worker in which SQLite runs.
import { Worker } from 'node:worker_threads';
import { applicationItself } from '../app/acting.ts';
import type { Store } from '../app/store-port.ts';
import type { Actor } from '../../shared/domain/audit.ts';
import type { Deed } from '../app/user-ports.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';
import { errorFrom, type Opening, type StoreReply, type StoreRequest } from './messages.ts';
import { bindingForOldRuntime } from './native-binding.ts';
import { storeFace, type Ask } from './store-face.ts';

export type StoreOptions = {
  /** The SQLite file; its directory must exist. */
  path: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Who acts now; asked at every request. Without it everything is the application's own doing. */
  acting?: () => Actor;
  /** The worker's bundled entry. */
  workerFile: string;
  /** Path of another build of better-sqlite3's binding; for runtimes that cannot load the published one. */
  nativeBinding?: string;
};

/**
 * Opens the store, creating, migrating or keeping aside its file as needed (see `notices`).
 * @throws AppError `store.newer`, `store.foreign`, `store.full`, `store.unavailable`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const opening: Opening = {
    path: options.path,
    openedAt: options.now(),
    nativeBinding: options.nativeBinding ?? bindingForOldRuntime(),
  };
  const worker = new Worker(options.workerFile, { name: 'store', workerData: opening });
  const acting = options.acting ?? applicationItself;
  const conversation = talkTo(worker, () => ({ by: acting(), at: options.now() }));
  const notices = await conversation.opened;
  let closing: Promise<void> | null = null;
  return {
    ...storeFace(conversation.ask),
    notices: () => notices,
    close: () => (closing ??= conversation.close()),
  };
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

type Conversation = {
  opened: Promise<ErrorReport[]>;
  ask: Ask;
  /** What was asked before is still answered. */
  close(): Promise<void>;
};

/** Requests and answers over a worker's port. When the worker ends, all that waits fails, and so does what comes. */
function talkTo(worker: Worker, deed: () => Deed): Conversation {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | null = null;
  let openedBy: { resolve(notices: ErrorReport[]): void; reject(error: Error): void };
  const opened = new Promise<ErrorReport[]>((resolve, reject) => {
    openedBy = { resolve, reject };
  });
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  function end(reason: Error): void {
    ended ??= reason;
    openedBy.reject(ended);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }

  worker.on('message', (reply: StoreReply) => {
    if (reply.kind === 'opened') openedBy.resolve(reply.notices);
    else if (reply.kind === 'refused') openedBy.reject(errorFrom(reply.error));
    else {
      const request = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.kind === 'answer') request?.resolve(reply.answer);
      else request?.reject(errorFrom(reply.error));
    }
  });
  worker.on('error', (error) => end(new Error(`The store's worker failed: ${error.message}`, { cause: error })));
  worker.on('exit', (code) => end(new Error(`The store's worker has ended (exit code ${code}).`)));

  function ask(method: string, values: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      lastId += 1;
      worker.postMessage({ id: lastId, method, values, deed: deed() } satisfies StoreRequest);
      waiting.set(lastId, { resolve, reject });
    });
  }

  return {
    opened,
    ask,
    async close(): Promise<void> {
      if (ended) return;
      await ask('close', []);
      await gone;
    },
  };
}
