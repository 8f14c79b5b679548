// The command palette: a combobox over everything that can be opened or started, after the ARIA pattern.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { useCommands } from './commands.tsx';
import { matchesOf } from './palette-matches.ts';
import './palette.css';

/** More than this nobody reads; typing narrows. */
const SHOWN = 60;

export function Palette({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = useCommands(typed);
  const found = useMemo(() => matchesOf(commands, typed).slice(0, SHOWN), [commands, typed]);
  const current = Math.min(at, found.length - 1);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const choose = (index: number): void => {
    const command = found[index];
    if (!command) return;
    onClose();
    command.act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((current + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((current - 1 + found.length) % found.length);
    else if (event.key === 'Enter') choose(current);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('app.search')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        aria-label={t('app.search')}
        placeholder={t('app.paletteHint')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={t('app.paletteResults')}>
        {found.map(({ key, label, icon: Icon, beside }, index) => (
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(index)}
          >
            <Icon aria-hidden="true" size={15} />
            <span>{label}</span>
            {beside && <span className="palette-beside">{beside}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="palette-empty" role="status">
          {t('app.paletteEmpty')}
        </p>
      )}
    </dialog>
  );
}
