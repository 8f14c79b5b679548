// The only code of ours that sees both worlds: four functions over plain data, no decisions.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import {
  CHANNEL_CALL,
  CHANNEL_STREAM_CHUNK,
  CHANNEL_STREAM_CLOSE,
  CHANNEL_STREAM_CREDIT,
  CHANNEL_STREAM_OPEN,
  CHANNEL_TOPIC,
  type Bridge,
  type StreamFrame,
} from '../shared/ipc/wire.ts';

let streams = 0;

const bridge: Bridge = {
  call: (endpoint, input) => ipcRenderer.invoke(CHANNEL_CALL, endpoint, input),
  onTopic(listener) {
    const hear = (_event: IpcRendererEvent, topic: string, payload: unknown): void => listener(topic, payload);
    ipcRenderer.on(CHANNEL_TOPIC, hear);
    return () => ipcRenderer.off(CHANNEL_TOPIC, hear);
  },
  openStream(endpoint, input, onChunk) {
    const id = (streams += 1);
    const hear = (_event: IpcRendererEvent, stream: number, frame: StreamFrame): void => {
      if (stream === id) onChunk(frame);
    };
    ipcRenderer.on(CHANNEL_STREAM_CHUNK, hear);
    ipcRenderer.send(CHANNEL_STREAM_OPEN, id, endpoint, input);
    return {
      credit: (chunks) => ipcRenderer.send(CHANNEL_STREAM_CREDIT, id, chunks),
      close: () => {
        ipcRenderer.off(CHANNEL_STREAM_CHUNK, hear);
        ipcRenderer.send(CHANNEL_STREAM_CLOSE, id);
      },
    };
  },
};

contextBridge.exposeInMainWorld('respaldo', bridge);
