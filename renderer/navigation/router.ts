// Keeps the window's place in step with the address, and asks a page with unsaved work before it is left.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { hashOf, routeOf, type Route } from './route.ts';

/** `asked` is where the user wants to go while a page still holds unsaved work. */
export type RouterState = { route: Route; asked: Route | null };

export type Router = {
  store: StoreApi<RouterState>;
  go(route: Route): void;
  /** Changes the address of the same page without a new entry in the history: filters, a selected line. */
  replace(route: Route): void;
  back(): void;
  /** While the page holds unsaved work, leaving it must be confirmed with `leave` or given up with `stay`. */
  guard(work: UnsavedWork): () => void;
  leave(work: 'keep' | 'discard'): void;
  stay(): void;
  start(): () => void;
};

export type UnsavedWork = { held(): boolean; discard(): void };

/** The parts of `window` that a router needs. */
export type AddressBar = {
  readonly hash: string;
  push(hash: string): void;
  replace(hash: string): void;
  back(): void;
  onChange(ear: () => void): () => void;
};

export function createRouter(bar: AddressBar): Router {
  const store = createStore<RouterState>(() => ({ route: routeOf(bar.hash), asked: null }));
  let unsaved: UnsavedWork | null = null;

  const arrive = (to: Route): void => store.setState({ route: to, asked: null });
  const samePage = (a: Route, b: Route): boolean => a.page === b.page && a.id === b.id;
  const mustAsk = (to: Route): boolean => !samePage(to, store.getState().route) && unsaved?.held() === true;

  const go = (to: Route): void => {
    if (mustAsk(to)) store.setState({ asked: to });
    else if (hashOf(to) !== hashOf(store.getState().route)) {
      arrive(to);
      bar.push(hashOf(to));
    }
  };

  return {
    store,
    go,
    replace(to) {
      arrive(to);
      bar.replace(hashOf(to));
    },
    back: () => bar.back(),
    guard(work) {
      unsaved = work;
      return () => {
        if (unsaved === work) unsaved = null;
      };
    },
    leave(work) {
      const to = store.getState().asked;
      if (work === 'discard') unsaved?.discard();
      unsaved = null;
      if (to) go(to);
    },
    stay: () => store.setState({ asked: null }),
    start: () =>
      bar.onChange(() => {
        const to = routeOf(bar.hash);
        const here = store.getState().route;
        if (hashOf(to) === hashOf(here)) return;
        if (mustAsk(to)) {
          // The address moved already (back button): put it back while the question stands.
          bar.push(hashOf(here));
          store.setState({ asked: to });
        } else arrive(to);
      }),
  };
}

/** The address bar of a real window. */
export function addressBarOf(view: Window): AddressBar {
  return {
    get hash() {
      return view.location.hash;
    },
    push: (hash) => view.history.pushState(null, '', hash),
    replace: (hash) => view.history.replaceState(null, '', hash),
    back: () => view.history.back(),
    onChange(ear) {
      view.addEventListener('hashchange', ear);
      view.addEventListener('popstate', ear);
      return () => {
        view.removeEventListener('hashchange', ear);
        view.removeEventListener('popstate', ear);
      };
    },
  };
}
