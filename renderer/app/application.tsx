// The whole window: waits for main, sets language and theme, then shows the shell.
import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { Settings } from '../../shared/domain/settings.ts';
import { languageFor } from '../i18n/languages.ts';
import { TextProvider } from '../i18n/text-provider.tsx';
import type { AppInfo } from '../state/app-info.ts';
import { WindowPartsProvider, type WindowParts } from '../state/window-parts.tsx';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

type Props = { parts: Omit<WindowParts, 'info'>; appInfo: AppInfo };

export function Application({ parts, appInfo }: Props) {
  const info = useStore(appInfo.store, (state) => state.info);
  const settings = useStore(parts.mirror.store, (state) => state.slices?.settings);
  const language = languageFor(settings?.language ?? null, info?.locale ?? navigator.language);
  useTheme(settings?.theme ?? 'system');
  return (
    <TextProvider language={language}>
      {info && settings ? (
        <WindowPartsProvider parts={{ ...parts, info }}>
          <Shell />
        </WindowPartsProvider>
      ) : (
        <Waiting />
      )}
    </TextProvider>
  );
}

function useTheme(theme: Settings['theme']): void {
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
