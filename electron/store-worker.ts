// Entry of the store's worker thread: the one place where SQLite runs.
import { parentPort, workerData } from 'node:worker_threads';
import type { Opening } from './store/messages.ts';
import { serveStore } from './store/serve-port.ts';

if (!parentPort) throw new Error('The store runs in a worker thread only.');
serveStore(parentPort, workerData as Opening);
