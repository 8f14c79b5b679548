// Saving a part of the settings; the rest stays as it is.
import type { Settings } from '../../../shared/domain/settings.ts';
import { useAction, useClient, useSlice } from '../../state/window-parts.tsx';

export function useSave() {
  const client = useClient();
  const settings = useSlice('settings');
  const { run } = useAction();
  return (change: Partial<Settings>, done?: string): void =>
    void run(() => client.ask('settings.save', { ...settings, ...change }), done ? { done } : {});
}
