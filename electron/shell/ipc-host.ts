// Binds the router to Electron's channels and to one window; judges who sent a message, nothing else.
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Sender } from '../ipc/router.ts';
import { pumpStream } from '../ipc/stream-pump.ts';
import type { TopicName } from '../../shared/ipc/contract.ts';
import {
  CHANNEL_CALL,
  CHANNEL_STREAM_CHUNK,
  CHANNEL_STREAM_CLOSE,
  CHANNEL_STREAM_CREDIT,
  CHANNEL_STREAM_OPEN,
  CHANNEL_TOPIC,
  type StreamFrame,
} from '../../shared/ipc/wire.ts';
import type { MainWindow } from './main-window.ts';
import { ORIGIN } from './protocol.ts';
import type { Services } from './services.ts';

type RunningStream = { abort: AbortController; credit(chunks: number): void };

/** Starts to listen. `services` may still be on their way: what a window asks meanwhile waits for them. */
export function hostIpc(window: MainWindow, services: Promise<Services>): void {
  const streams = new Map<string, RunningStream>();
  const senderOf = (event: IpcMainEvent | IpcMainInvokeEvent): Sender => {
    const contents = window.current()?.webContents;
    return {
      ownMainFrame: contents !== undefined && event.sender === contents && event.senderFrame === contents.mainFrame,
      ownOrigin: event.senderFrame?.url.startsWith(`${ORIGIN}/`) ?? false,
    };
  };

  ipcMain.handle(CHANNEL_CALL, async (event, name: unknown, input: unknown) => {
    const sender = senderOf(event);
    return (await services).router.call(sender, name, input);
  });

  ipcMain.on(CHANNEL_STREAM_OPEN, async (event, id: unknown, name: unknown, input: unknown) => {
    const sender = senderOf(event);
    const contents = event.sender;
    const key = `${contents.id}:${String(id)}`;
    const abort = new AbortController();
    const stream: RunningStream = { abort, credit: () => {} };
    streams.set(key, stream);
    const { router } = await services;
    const send = (frame: StreamFrame): void => {
      if (!contents.isDestroyed()) contents.send(CHANNEL_STREAM_CHUNK, id, frame);
    };
    const opened = router.openStream(sender, name, input, abort.signal);
    if (!opened.ok) {
      streams.delete(key);
      return send({ error: opened.error });
    }
    const pump = pumpStream(opened.chunks, send, (error) => router.report(error, `stream ${String(name)}`), abort.signal);
    stream.credit = pump.credit;
    void pump.finished.then(() => streams.delete(key));
  });
  ipcMain.on(CHANNEL_STREAM_CREDIT, (event, id: unknown, chunks: unknown) => {
    if (typeof chunks === 'number') streams.get(`${event.sender.id}:${String(id)}`)?.credit(chunks);
  });
  const close = (key: string): void => {
    streams.get(key)?.abort.abort();
    streams.delete(key);
  };
  ipcMain.on(CHANNEL_STREAM_CLOSE, (event, id: unknown) => close(`${event.sender.id}:${String(id)}`));

  services.then(
    ({ application, router }) => {
      const announce = (topic: TopicName, payload: unknown): void => {
        const contents = window.current()?.webContents;
        if (contents && !contents.isDestroyed() && router.mayHear(topic)) contents.send(CHANNEL_TOPIC, topic, payload);
      };
      application.state.subscribe((patch) => announce('state.patch', patch));
      application.sessions.onChange((session) => announce('session.changed', session));
    },
    // Whoever asked for the services says why there are none.
    () => {},
  );
  window.onOpened(({ webContents }) => closeStreamsOf(webContents, streams, close));
}

/** A reload or a crash of the page leaves streams behind that nobody will give credit to any more. */
function closeStreamsOf(
  contents: WebContents,
  streams: Map<string, RunningStream>,
  close: (key: string) => void,
): void {
  const { id } = contents;
  const closeAll = (): void => {
    for (const key of [...streams.keys()]) if (key.startsWith(`${id}:`)) close(key);
  };
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) closeAll();
  });
  contents.on('render-process-gone', closeAll);
  contents.on('destroyed', closeAll);
}
