// The keyboard shortcuts that are in force, for the one key listener and for the help sheet. Knows no action's meaning.
import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * `keys` is one stroke, such as `mod+k` or `?`. `mod` is Ctrl, on macOS ⌘.
 * A shortcut without a modifier rests while the user types in a field.
 */
export type Shortcut = { keys: string; label: string; group: 'app' | 'page'; act(): void };
export type Shortcuts = {
  store: StoreApi<readonly Shortcut[]>;
  add(shortcut: Shortcut): () => void;
  /** Runs the newest shortcut that fits; true when there was one. */
  press(stroke: Stroke): boolean;
};
export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { inField: boolean };

export function createShortcuts(mac: boolean): Shortcuts {
  const store = createStore<readonly Shortcut[]>(() => []);
  return {
    store,
    add(shortcut) {
      store.setState((all) => [...all, shortcut], true);
      return () => store.setState((all) => all.filter((other) => other !== shortcut), true);
    },
    press(stroke) {
      const keys = keysOf(stroke, mac);
      const found = store.getState().findLast((shortcut) => shortcut.keys === keys);
      if (!found || (stroke.inField && !keys.includes('mod+'))) return false;
      found.act();
      return true;
    },
  };
}

/** A stroke in the spelling of `Shortcut.keys`. Shift counts only with letters and named keys: `?` needs it anyway. */
export function keysOf(stroke: Omit<Stroke, 'inField'>, mac: boolean): string {
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const shiftMatters = stroke.shiftKey && /^([a-z]|\w{2,})$/.test(key);
  return [mod ? 'mod' : '', stroke.altKey ? 'alt' : '', shiftMatters ? 'shift' : '', key].filter(Boolean).join('+');
}
