// A text field for a list of names that offers names, after the ARIA pattern of an editable combobox: what is typed is
// always free, nothing is chosen by itself.
import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { Field, type FieldFrame } from './field.tsx';
import { fitting, taken, type Suggestion } from './suggest.ts';
import './suggesting-field.css';

type SuggestingFieldProps = FieldFrame & {
  /** Names separated by commas, as typed. */
  value: string;
  onChange(text: string): void;
  suggestions: readonly Suggestion[];
  /** Why there are none. */
  note?: string | null;
};

export function SuggestingField({ value, onChange, suggestions, note, hint, ...frame }: SuggestingFieldProps) {
  const { t } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [caret, setCaret] = useState(value.length);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const options = open ? fitting(value, caret, suggestions) : [];
  const shown = options.length > 0;
  const current = shown ? Math.min(active, options.length - 1) : -1;
  const moveCaret = (): void => setCaret(input.current?.selectionStart ?? value.length);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const show = (): void => {
    moveCaret();
    setActive(-1);
    setOpen(true);
  };
  const take = (suggestion: Suggestion): void => {
    const next = taken(value, caret, suggestion.value);
    onChange(next.text);
    setCaret(next.caret);
    setOpen(false);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = options.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (suggestions.length === 0) return;
      const down = event.key === 'ArrowDown';
      if (!shown) show();
      else setActive(down ? (current >= last ? 0 : current + 1) : current <= 0 ? last : current - 1);
    } else if (event.key === 'Enter' && options[current]) take(options[current]);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field {...frame} hint={note ? <>{hint} <span className="suggesting-note">{note}</span></> : hint}>
      {(control) => (
        <div className="input-row suggesting">
          <input
            {...control}
            ref={input}
            className="input mono"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={shown ? id : undefined}
            aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              onChange(event.target.value);
              setCaret(event.target.selectionStart ?? event.target.value.length);
              setActive(-1);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            onSelect={moveCaret}
            onBlur={() => setOpen(false)}
          />
          {suggestions.length > 0 && (
            <button
              type="button"
              className="button suggesting-open"
              tabIndex={-1}
              aria-label={t('ui.suggestions')}
              title={t('ui.suggestions')}
              // The input keeps the focus: its blur closes the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                input.current?.focus();
                if (shown) setOpen(false);
                else show();
              }}
            >
              <ChevronDown aria-hidden="true" size={15} />
            </button>
          )}
          {shown && (
            <ul id={id} ref={list} role="listbox" aria-label={t('ui.suggestions')} className="suggesting-list">
              {options.map((option, index) => (
                <li
                  key={option.value}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === current}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(option)}
                >
                  <span className="mono">{option.value}</span>
                  <span className="muted">{option.detail}</span>
                </li>
              ))}
            </ul>
          )}
          <span className="visually-hidden" role="status">
            {shown ? t('ui.suggestionCount', { count: options.length }) : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
