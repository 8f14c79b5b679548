// Copies lines of a log: the selected ones, else all of it.
import { useText } from '../i18n/text-provider.tsx';
import { useClient, useAction, useParts } from '../state/window-parts.tsx';
import type { LogSource } from './log-source.ts';
import { selectedRange, type Selection } from './selection.ts';

const AT_ONCE = 5000;
const MOST_LINES = 200_000;

export function useCopy(source: LogSource, selection: Selection | null): () => void {
  const { t, format } = useText();
  const { toasts } = useParts();
  const client = useClient();
  const { run } = useAction();

  const copy = async (from: number, count: number): Promise<void> => {
    const lines: string[] = [];
    while (lines.length < count) {
      const some = await source.lines(from + lines.length, Math.min(AT_ONCE, count - lines.length));
      if (some.length === 0) break;
      lines.push(...some);
    }
    await client.ask('app.copyText', { text: `${lines.join('\n')}\n` });
  };

  return () => {
    const { from, count } = selection ? selectedRange(selection) : { from: 0, count: source.total() };
    if (count > MOST_LINES) {
      toasts.show({ tone: 'plain', text: t('log.copyTooMuch', { most: format.number(MOST_LINES) }) });
      return;
    }
    if (count > 0) void run(() => copy(from, count), { done: t('log.copied', { count }) });
  };
}
