// The log file that the user dropped or chose to have explained. It stays in the window's memory and is never stored.
import { useMemo } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { route } from '../navigation/route.ts';
import { useParts } from './window-parts.tsx';

/** `more`: how many files were dropped with it and left aside. `number` grows, so that the same file can come again. */
export type OpenedLog = { file: File; folder: boolean; more: number; number: number };
export type OpenedLogStore = StoreApi<OpenedLog | null>;

export const createOpenedLog = (): OpenedLogStore => createStore<OpenedLog | null>(() => null);

/** `open` shows a file on its page; `choose` lets the user pick one first. */
export function useOpenLog(): { open(found: Omit<OpenedLog, 'number'>): void; choose(): void } {
  const { openedLog, router } = useParts();
  return useMemo(() => {
    const open = (found: Omit<OpenedLog, 'number'>): void => {
      openedLog.setState({ ...found, number: (openedLog.getState()?.number ?? 0) + 1 }, true);
      router.go(route('log'));
    };
    const choose = (): void => {
      const input = document.createElement('input');
      input.type = 'file';
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file) open({ file, folder: false, more: 0 });
      });
      input.click();
    };
    return { open, choose };
  }, [openedLog, router]);
}
