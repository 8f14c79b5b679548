// What main says about itself once, asked again until it answers: version, platform, the desktop's language.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Client } from '../ipc/client.ts';

/** `null` until main has answered. */
export type AppInfoState = { info: Answer<'app.info'> | null };
export type AppInfo = { store: StoreApi<AppInfoState>; start(): void };

/** Milliseconds between attempts to reach main. */
const RETRY_MS = 1000;

/** Builds the question. `later` waits between attempts and is exchanged in tests only. */
export function createAppInfo(
  client: Pick<Client, 'ask'>,
  later: (then: () => void) => void = (then) => setTimeout(then, RETRY_MS),
): AppInfo {
  const store = createStore<AppInfoState>(() => ({ info: null }));
  const start = (): void => {
    client.ask('app.info').then(
      (info) => store.setState({ info }),
      () => later(start),
    );
  };
  return { store, start };
}
