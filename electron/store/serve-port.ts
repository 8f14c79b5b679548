// The worker's side of the conversation: takes requests from a message port and sends back what the store answers.
import type { MessagePort } from 'node:worker_threads';
import { crossingError, type Opening, type StoreReply, type StoreRequest } from './messages.ts';
import { startStore, type StoreServer } from './store-server.ts';

/** So long after the last page of runs was read, the memory that pages took up is given back. */
const PAGES_AT_HAND_MS = 60_000;

/** Opens the store and serves it until it is asked to close. */
export function serveStore(port: MessagePort, opening: Opening): void {
  const send = (reply: StoreReply): void => port.postMessage(reply);
  let store: StoreServer;
  try {
    store = startStore(opening);
  } catch (error) {
    send({ kind: 'refused', error: crossingError(error) });
    port.close();
    return;
  }
  send({ kind: 'opened', notices: store.notices });

  // The window may be closed for days while the application waits in the tray.
  const release = setTimeout(() => store.releaseMemory(), PAGES_AT_HAND_MS).unref();

  port.on('message', ({ id, method, values, deed }: StoreRequest) => {
    if (method === 'runs.page') release.refresh();
    const answered = method === 'close' ? close() : store.answer(method, values, deed);
    answered.then(
      (answer) => send({ kind: 'answer', id, answer }),
      (error: unknown) => send({ kind: 'failure', id, error: crossingError(error) }),
    );
  });

  async function close(): Promise<void> {
    clearTimeout(release);
    store.close();
    // After the answer: then nothing keeps the worker alive.
    setImmediate(() => port.close());
  }
}
