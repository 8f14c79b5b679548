// The short messages that tell how an action went. Knows no action.
import { createStore, type StoreApi } from 'zustand/vanilla';

export type Toast = { id: number; tone: 'good' | 'bad' | 'plain'; text: string; link?: { label: string; hash: string } };
export type Toasts = {
  store: StoreApi<readonly Toast[]>;
  show(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
};

/** Older messages leave when more than this many would stand. */
const AT_ONCE = 4;

export function createToasts(): Toasts {
  const store = createStore<readonly Toast[]>(() => []);
  let last = 0;
  return {
    store,
    show(toast) {
      last += 1;
      const id = last;
      store.setState((toasts) => [...toasts, { ...toast, id }].slice(-AT_ONCE), true);
    },
    dismiss: (id) => store.setState((toasts) => toasts.filter((toast) => toast.id !== id), true),
  };
}
