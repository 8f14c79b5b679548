// Knows the sockets that a piece of work opened, so that a server that says nothing can be left for good: the driver
// waits for its answer even to a cancel, and hands out no socket before the log-in is over.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

export type OpenedSockets = {
  /** Ends all of them at once; whoever waits for one of them hears of it. */
  destroy(): void;
};

export type SocketWatch = {
  /** Runs `work` and remembers what it connects, whenever it does. */
  watch<T>(work: () => T): { result: T; sockets: OpenedSockets };
};

/** Node tells of every client socket as it is made, in the asynchronous context of its maker. */
export function watchSockets(): SocketWatch {
  const owner = new AsyncLocalStorage<Set<Socket>>();
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket };
    const opened = owner.getStore();
    if (!opened) return;
    opened.add(socket);
    socket.once('close', () => opened.delete(socket));
  });
  return {
    watch(work) {
      const opened = new Set<Socket>();
      return {
        result: owner.run(opened, work),
        sockets: {
          destroy() {
            for (const socket of opened) socket.destroy();
          },
        },
      };
    },
  };
}
