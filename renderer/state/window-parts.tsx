// What the whole window shares (client, mirror, drafts, router …) and the hooks that components reach it with.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import type { SliceName, Slices } from '../../shared/ipc/slices.ts';
import { useText } from '../i18n/text-provider.tsx';
import type { Answer, Client } from '../ipc/client.ts';
import type { Router } from '../navigation/router.ts';
import type { Route } from '../navigation/route.ts';
import type { DraftStore } from './drafts.ts';
import type { Mirror } from './mirror.ts';
import type { OpenedLogStore } from './opened-log.ts';
import type { SessionStore } from './session.ts';
import type { Shortcut, Shortcuts } from './shortcuts.ts';
import type { Ticker } from './ticker.ts';
import type { Toasts } from './toasts.ts';

export type WindowParts = {
  client: Client;
  mirror: Mirror;
  session: SessionStore;
  drafts: DraftStore;
  toasts: Toasts;
  router: Router;
  shortcuts: Shortcuts;
  ticker: Ticker;
  openedLog: OpenedLogStore;
  mac: boolean;
  info: Answer<'app.info'>;
};

const PartsContext = createContext<WindowParts | null>(null);

export function WindowPartsProvider({ parts, children }: { parts: WindowParts; children: ReactNode }) {
  return <PartsContext value={parts}>{children}</PartsContext>;
}

export function useParts(): WindowParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('useParts outside of WindowPartsProvider');
  return parts;
}

export const useClient = (): Client => useParts().client;
export const useInfo = (): WindowParts['info'] => useParts().info;
export const useRouter = (): Router => useParts().router;
export const useRoute = (): Route => useStore(useRouter().store, (state) => state.route);

/** A slice of main's state. Pages are only shown once there is a snapshot. */
export function useSlice<Name extends SliceName>(name: Name): Slices[Name] {
  return useStore(useParts().mirror.store, (state) => {
    if (!state.slices) throw new Error(`slice ${name} asked for before the first snapshot`);
    return state.slices[name];
  });
}

/** The present, renewed every `everyMs` (1000 at least) while the component stands. */
export function useNow(everyMs = 1000): number {
  const { ticker } = useParts();
  const beat = useCallback((ear: () => void) => ticker.every(everyMs, ear), [ticker, everyMs]);
  return useSyncExternalStore(beat, () => ticker.now(everyMs));
}

/** Puts a shortcut in force while the component stands. `keys` as in `Shortcut`. */
export function useShortcut(keys: string, label: string, act: () => void, group: Shortcut['group'] = 'page'): void {
  const { shortcuts } = useParts();
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(
    () => shortcuts.add({ keys, label, group, act: () => newest.current() }),
    [shortcuts, keys, label, group],
  );
}

/** The text of anything thrown; what was not foreseen is reported to main and named by its incident. */
export function useFailureText(): (error: unknown) => Promise<string> {
  const { client } = useParts();
  const { language } = useText();
  return useCallback(
    async (error) => {
      if (error instanceof AppError) return errorText(error.code, error.params, language);
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const incident = await client.ask('app.reportException', { message: message.slice(0, 20_000) }).then(
        (answer) => answer.incident,
        () => '?',
      );
      return errorText('internal.incident', { incident }, language);
    },
    [client, language],
  );
}

export type ActionWords<Value> = {
  /** The message when it went well; nothing is shown without it. */
  done?: string | ((value: Value) => string);
  link?: (value: Value) => { label: string; hash: string };
  /** Takes an error that the caller shows itself (beside fields); true keeps it from becoming a message. */
  onError?: (error: AppError) => boolean;
};

/**
 * Runs something the user asked for and says how it went. `busy` while it is under way; the promise gives `undefined`
 * when it failed.
 */
export function useAction() {
  const { toasts } = useParts();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async <Value,>(act: () => Promise<Value>, words: ActionWords<Value> = {}): Promise<Value | undefined> => {
      setBusy(true);
      try {
        const value = await act();
        const text = typeof words.done === 'function' ? words.done(value) : words.done;
        if (text) toasts.show({ tone: 'good', text, ...(words.link ? { link: words.link(value) } : {}) });
        return value;
      } catch (error) {
        if (!(error instanceof AppError && words.onError?.(error))) {
          toasts.show({ tone: 'bad', text: await failureText(error) });
        }
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [toasts, failureText],
  );
  return { run, busy };
}

/**
 * The value of a form with a draft behind it: what was typed survives leaving the page and restarting the application.
 * `saved` is the value to start from and `base` its version; `stale` when the draft was begun on another version.
 * `fits` says whether a draft, perhaps of an older application, can be shown by this form.
 */
export function useDraft<Value>(key: string, saved: Value, base: number, fits: (value: unknown) => boolean) {
  const { drafts } = useParts();
  const draft = useStore(drafts.store, (all) => all[key]);
  const savedText = JSON.stringify(saved);
  const usable = draft !== undefined && fits(draft.value);
  const value = usable ? (draft.value as Value) : saved;
  const dirty = usable && JSON.stringify(draft.value) !== savedText;
  const draftBase = usable ? draft.base : base;
  return useMemo(
    () => ({
      value,
      dirty,
      /** The version that the draft was begun on. */
      base: draftBase,
      stale: dirty && draftBase !== base,
      change: (next: Value) => drafts.put(key, next, draftBase),
      /** Goes on with the draft on top of the newest version. */
      rebase: () => drafts.put(key, value, base),
      discard: () => drafts.drop(key),
      /** `dirty` at the moment of the call, not of the last drawing. */
      isDirty: () => {
        const now = drafts.store.getState()[key];
        return now !== undefined && JSON.stringify(now.value) !== savedText;
      },
    }),
    [value, dirty, draftBase, base, drafts, key, savedText],
  );
}
