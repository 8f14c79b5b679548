// Gives every component the texts and formats of the window's language.
import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react';
import type { Language } from '../../shared/domain/settings.ts';
import { createFormat, type Format } from './format.ts';
import { dictionaries, type English, type T } from './languages.ts';
import { createTranslate } from './translate.ts';

export type TextTools = { language: Language; t: T; format: Format };

const TextContext = createContext<TextTools | null>(null);

export function textToolsFor(language: Language): TextTools {
  return { language, t: createTranslate<English>(dictionaries[language], language), format: createFormat(language) };
}

export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
  const tools = useMemo(() => textToolsFor(language), [language]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextContext value={tools}>{children}</TextContext>;
}

/** `t` for texts, `format` for times and sizes, `language` for the shared tables. */
export function useText(): TextTools {
  const tools = useContext(TextContext);
  if (!tools) throw new Error('useText outside of TextProvider');
  return tools;
}
