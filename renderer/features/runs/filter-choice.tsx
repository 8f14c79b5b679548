// A filter with several values: a button that says what is chosen, and a list of checkboxes under it.
import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { Checkbox } from '../../ui/inputs.tsx';

export type FilterOption<Value extends string> = { value: Value; label: string; beside?: string };

type FilterChoiceProps<Value extends string> = {
  label: string;
  options: readonly FilterOption<Value>[];
  chosen: readonly Value[];
  onChange(chosen: Value[]): void;
};

export function FilterChoice<Value extends string>({ label, options, chosen, onChange }: FilterChoiceProps<Value>) {
  const { t } = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const names = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  const gone = chosen.length - names.length;
  const said = chosen.length === 0 ? t('runs.all') : gone > 0 || names.length > 2 ? t('runs.chosen', { count: chosen.length }) : names.join(', ');

  useEffect(() => {
    if (!open) return;
    frame.current?.querySelector('input')?.focus();
    const outside = (event: MouseEvent): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape' && open) {
      setOpen(false);
      frame.current?.querySelector('button')?.focus();
      event.stopPropagation();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !open) return;
    const inputs = [...(frame.current?.querySelectorAll('input') ?? [])];
    const at = inputs.indexOf(document.activeElement as HTMLInputElement);
    inputs[(at + step + inputs.length) % inputs.length]?.focus();
    event.preventDefault();
  };

  return (
    <div
      className="filter-choice"
      ref={frame}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (open && next instanceof Node && !frame.current?.contains(next)) setOpen(false);
      }}
    >
      <button
        type="button"
        className={chosen.length > 0 ? 'button filter-on' : 'button'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span>
          <span className="filter-name">{label}:</span> <span className="filter-said">{said}</span>
        </span>
        <ChevronDown aria-hidden="true" size={14} />
      </button>
      {open && (
        <fieldset className="filter-list" id={id}>
          <legend className="visually-hidden">{label}</legend>
          {options.map(({ value, label: name, beside }) => (
            <Checkbox
              key={value}
              label={
                <>
                  {name} {beside && <span className="muted">{beside}</span>}
                </>
              }
              checked={chosen.includes(value)}
              onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
            />
          ))}
          {options.length === 0 && <p className="muted">{t('ui.none')}</p>}
        </fieldset>
      )}
    </div>
  );
}
