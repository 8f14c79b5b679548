// The whole window: waits for main, sets language and theme, then shows the shell, or asks who is there.
import { useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Language, Settings } from '../../shared/domain/settings.ts';
import { LockPage } from '../features/lock/lock-page.tsx';
import { languageFor } from '../i18n/languages.ts';
import { TextProvider } from '../i18n/text-provider.tsx';
import type { AppInfo } from '../state/app-info.ts';
import { SessionContext } from '../state/refusal.ts';
import { WindowPartsProvider, type WindowParts } from '../state/window-parts.tsx';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

type Props = { parts: Omit<WindowParts, 'info'>; appInfo: AppInfo };

export function Application({ parts, appInfo }: Props) {
  const info = useStore(appInfo.store, (state) => state.info);
  const settings = useStore(parts.mirror.store, (state) => state.slices?.settings);
  const { session, look } = useStore(parts.session.store);
  // A language chosen on the page that asks for a password is nobody's yet, so it is not saved.
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = languageFor(settings?.language ?? chosen ?? look.language, info?.locale ?? navigator.language);
  useTheme(settings?.theme ?? look.theme);
  if (session?.state === 'locked') {
    return (
      <TextProvider language={language}>
        <LockPage client={parts.client} name={session.name} onLanguage={setChosen} />
      </TextProvider>
    );
  }
  return (
    <TextProvider language={language}>
      {info && session && settings ? (
        <WindowPartsProvider parts={{ ...parts, info }}>
          <SessionContext value={session}>
            <Shell />
          </SessionContext>
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
