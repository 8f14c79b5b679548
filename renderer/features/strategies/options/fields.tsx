// Small fields that several groups of options share: optional numbers and sizes, lists of names, a foldable part.
import { useEffect, useState, type ReactNode } from 'react';
import type { FieldFrame } from '../../../ui/field.tsx';
import { Problem } from '../../../ui/field.tsx';
import { NumberField, Switch, TextField } from '../../../ui/inputs.tsx';
import { SuggestingField } from '../../../ui/suggesting-field.tsx';
import type { DatabaseNames } from './database-names.ts';

type OptionalNumberProps = {
  label: string;
  hint?: string;
  numberLabel: string;
  unit: string;
  first: number;
  min: number;
  max: number;
  value: number | null;
  problem: string | undefined;
  onChange(value: number | null): void;
};

/** A switch that, when on, asks for a number. */
export function OptionalNumber(props: OptionalNumberProps) {
  const { label, hint, numberLabel, unit, first, min, max, value, problem, onChange } = props;
  return (
    <>
      <Switch label={label} hint={hint} checked={value !== null} onChange={(on) => onChange(on ? first : null)} />
      {value === null ? (
        problem && <Problem text={problem} />
      ) : (
        <div className="indented">
          <NumberField
            label={numberLabel}
            unit={unit}
            min={min}
            max={max}
            value={value}
            problem={problem}
            onChange={onChange}
          />
        </div>
      )}
    </>
  );
}

type OptionalTextProps = FieldFrame & {
  value: string | null;
  onChange(value: string | null): void;
  placeholder?: string;
  /** RMAN folds it to capitals anyway. */
  capitals?: boolean;
};

/** A text that may be left empty, which is `null`. */
export function OptionalText({ value, onChange, capitals, placeholder, ...frame }: OptionalTextProps) {
  return (
    <TextField
      mono
      optional
      {...frame}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value ?? ''}
      onChange={(text) => onChange(text === '' ? null : capitals ? text.toUpperCase() : text)}
    />
  );
}

type OptionalWholeProps = FieldFrame & { value: number | null; onChange(value: number | null): void };

/** A whole number that may be left empty, which is `null`. */
export function OptionalWhole({ value, onChange, ...frame }: OptionalWholeProps) {
  return (
    <TextField
      optional
      {...frame}
      value={value === null ? '' : Number.isNaN(value) ? '' : String(value)}
      onChange={(text) => onChange(text.trim() === '' ? null : /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)}
    />
  );
}

export type NameListProps<Item extends string | number> = FieldFrame & {
  value: readonly Item[];
  /** An item of what was typed. */
  read(text: string): Item;
  onChange(value: Item[]): void;
  /** Names that could be meant. */
  names?: DatabaseNames;
};

const NO_NAMES: DatabaseNames = { suggestions: [], note: null };

const partsOf = (text: string): string[] =>
  text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** Names separated by commas. What is typed stays as it is typed, also behind the last comma. */
export function NameList<Item extends string | number>(props: NameListProps<Item>) {
  const { value, read, onChange, names = NO_NAMES, ...frame } = props;
  const [typed, setTyped] = useState(() => value.join(', '));
  const written = value.join(', ');
  const items = (text: string): Item[] => partsOf(text).map(read);
  useEffect(() => {
    setTyped((text) => (partsOf(text).join(', ') === written ? text : written));
  }, [written]);
  return (
    <SuggestingField
      {...frame}
      suggestions={names.suggestions}
      note={names.note}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(items(text));
      }}
    />
  );
}

/** A part that most strategies leave alone: folded, unless something in it is set or wrong. */
export function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const [shown, setShown] = useState(open);
  useEffect(() => {
    if (open) setShown(true);
  }, [open]);
  return (
    <details className="fold" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
