// The worker's side of the conversation: takes requests from a message port and sends back what the store answers.
import type { MessagePort } from 'node:worker_threads';
import { crossingError, type Opening, type StoreReply, type StoreRequest } from './messages.ts';
import { startStore, type StoreServer } from './store-server.ts';

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

  port.on('message', ({ id, method, values }: StoreRequest) => {
    const answered = method === 'close' ? close() : store.answer(method, values);
    answered.then(
      (answer) => send({ kind: 'answer', id, answer }),
      (error: unknown) => send({ kind: 'failure', id, error: crossingError(error) }),
    );
  });

  async function close(): Promise<void> {
    store.close();
    // After the answer: then nothing keeps the worker alive.
    setImmediate(() => port.close());
  }
}
