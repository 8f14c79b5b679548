// F8 and Shift-F8: to the next and the previous error of a log.
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { useFailureText } from '../state/window-parts.tsx';
import { nextOf, scanForError } from './error-jumps.ts';
import type { LogSource } from './log-source.ts';
import type { Cursor } from './use-cursor.ts';

/** `known` are the lines of the errors as a verdict gives them, ascending; `null` when they must be looked for. */
export function useErrorJumps(source: LogSource, cursor: Cursor, known: readonly number[] | null) {
  const { t, format } = useText();
  const failureText = useFailureText();
  const [said, setSaid] = useState('');
  const search = useRef<AbortController | null>(null);
  useEffect(() => () => search.current?.abort(), []);

  const arrive = async (line: number): Promise<void> => {
    cursor.jump(line);
    const [text = ''] = await source.lines(line, 1);
    setSaid(t('log.atError', { line: format.number(line + 1), text }));
  };

  const scan = async (backwards: boolean): Promise<void> => {
    search.current?.abort();
    search.current = new AbortController();
    const { signal } = search.current;
    setSaid(t('log.lookingForErrors'));
    const found = await scanForError(source, cursor.from(), backwards, signal);
    if (found === null) setSaid(t('log.noMoreErrors'));
    else await arrive(found);
  };

  const jump = async (backwards: boolean): Promise<void> => {
    try {
      if (known === null) {
        await scan(backwards);
        return;
      }
      const line = nextOf(known, cursor.from(), backwards);
      if (line === null) setSaid(t('log.noErrors'));
      else await arrive(line);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setSaid(await failureText(error));
    }
  };

  return { said, next: () => void jump(false), previous: () => void jump(true) };
}
