// Forms half typed, kept across pages and restarts. Holds no secret: passwords never come here. Those of strategies are
// kept by main, each user's apart (kept-drafts.ts); the others lie on the window's own shelf.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isForm } from '../../shared/domain/form-draft.ts';

/** What a form holds and has not saved. `base` is the version or revision that it started from. */
export type Draft = {
  value: unknown;
  base: number;
  touchedAt: number;
  /** It was typed before this window was opened, and nobody has gone on with it yet. */
  isFound?: boolean;
};
export type Drafts = Readonly<Record<string, Draft>>;

export type DraftStore = {
  store: StoreApi<Drafts>;
  put(key: string, value: unknown, base: number): void;
  drop(key: string): void;
};

/** The part of `localStorage` that is needed. */
export type TextShelf = Pick<Storage, 'getItem' | 'setItem'>;

const SHELF_KEY = 'respaldo.drafts';
/** Drafts that nobody touched for this long are dropped when the window opens. */
const KEEP_MS = 60 * 24 * 3_600_000;

/** Opens the drafts of this profile; a damaged shelf counts as empty. */
export function createDrafts(shelf: TextShelf, now: () => number): DraftStore {
  const store = createStore<Drafts>(() => readShelf(shelf, now()));
  const write = (drafts: Drafts): void => {
    store.setState(drafts, true);
    try {
      shelf.setItem(SHELF_KEY, JSON.stringify(onShelf(drafts)));
    } catch {
      // A full shelf costs only the draft's life beyond this window.
    }
  };
  return {
    store,
    put: (key, value, base) => write({ ...store.getState(), [key]: { value, base, touchedAt: now() } }),
    drop(key) {
      if (!(key in store.getState())) return;
      const { [key]: _dropped, ...rest } = store.getState();
      write(rest);
    },
  };
}

const onShelf = (drafts: Drafts): Drafts => Object.fromEntries(Object.entries(drafts).filter(([key]) => !isForm(key)));

function readShelf(shelf: TextShelf, nowMs: number): Drafts {
  try {
    const read: unknown = JSON.parse(shelf.getItem(SHELF_KEY) ?? '{}');
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {};
    return Object.fromEntries(
      Object.entries(read).filter(([, draft]) => isDraft(draft) && nowMs - draft.touchedAt < KEEP_MS),
    ) as Drafts;
  } catch {
    return {};
  }
}

function isDraft(draft: unknown): draft is Draft {
  if (typeof draft !== 'object' || draft === null) return false;
  const { base, touchedAt } = draft as Partial<Draft>;
  return 'value' in draft && typeof base === 'number' && typeof touchedAt === 'number';
}
