// The whole window: waits for main, sets language and theme, then shows the shell.
import { useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Answer } from '../ipc/client.ts';
import { languageFor } from '../i18n/languages.ts';
import { TextProvider } from '../i18n/text-provider.tsx';
import { WindowPartsProvider, type WindowParts } from '../state/window-parts.tsx';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

const RETRY_MS = 1000;

export function Application({ parts }: { parts: Omit<WindowParts, 'info'> }) {
  const info = useAppInfo(parts.client);
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

function useAppInfo(client: WindowParts['client']): Answer<'app.info'> | null {
  const [info, setInfo] = useState<Answer<'app.info'> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = (): void => {
      client.ask('app.info').then(
        (answer) => left || setInfo(answer),
        () => {
          if (!left) timer = setTimeout(ask, RETRY_MS);
        },
      );
    };
    ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client]);
  return info;
}

function useTheme(theme: Settings['theme']): void {
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
