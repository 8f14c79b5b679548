// Who works at this window, as main says it: asked once, told of every change. Everything else waits for it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '../../shared/domain/user.ts';
import type { Answer, Client } from '../ipc/client.ts';

/** `null` until main has answered; `look` is how a page without state is to be drawn. */
export type SessionState = { session: Session | null; look: Pick<Answer<'session.current'>, 'language' | 'theme'> };
export type SessionStore = { store: StoreApi<SessionState>; start(): void };

/** Milliseconds between attempts to reach main. */
const RETRY_MS = 1000;

/** Builds the question. `later` waits between attempts and is exchanged in tests only. */
export function createSessionStore(
  client: Pick<Client, 'ask' | 'listen'>,
  later: (then: () => void) => void = (then) => setTimeout(then, RETRY_MS),
): SessionStore {
  const store = createStore<SessionState>(() => ({ session: null, look: { language: null, theme: 'system' } }));
  const ask = (): void => {
    client.ask('session.current').then(
      // What was announced meanwhile is newer than this answer.
      ({ session, ...look }) => store.setState((state) => ({ session: state.session ?? session, look })),
      () => later(ask),
    );
  };
  return {
    store,
    start() {
      client.listen('session.changed', (session) => store.setState({ session }));
      ask();
    },
  };
}
