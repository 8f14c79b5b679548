// The search field over a log: Enter goes on, Shift-Enter back, Escape closes.
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { IconButton } from '../ui/button.tsx';
import type { Find } from './use-find.ts';

/** `asked` grows whenever the user asks for the search, also while it is open. */
export function FindBar({ find, asked, onClose }: { find: Find; asked: number; onClose(): void }) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === field.current) find.go(event.shiftKey);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="log-find" role="search" onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="input mono"
        value={find.text}
        aria-label={t('log.findField')}
        placeholder={t('log.findField')}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => find.type(event.target.value)}
      />
      <IconButton icon={ArrowUp} label={t('log.findPrevious')} onClick={() => find.go(true)} />
      <IconButton icon={ArrowDown} label={t('log.findNext')} onClick={() => find.go(false)} />
      <span className="log-find-said" role="status">
        <FindResult find={find} />
      </span>
      <IconButton icon={X} label={t('log.findClose')} onClick={onClose} />
    </div>
  );
}

function FindResult({ find: { busy, problem, match, text } }: { find: Find }) {
  const { t } = useText();
  if (problem !== null) return problem;
  if (text === '') return null;
  if (!match) return busy ? t('log.finding') : null;
  if (match.matches === 0) return t('log.noMatch');
  const around = match.around && t(match.around === 'top' ? 'log.aroundTop' : 'log.aroundBottom');
  return [t('log.matches', { count: match.matches }), around].filter(Boolean).join(', ');
}
