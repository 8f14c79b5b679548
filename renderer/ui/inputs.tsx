// Controls of forms over native elements: text, number, choice, switch.
import { useEffect, useId, useState, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import type { CallName } from '../../shared/ipc/contract.ts';
import { useRefusal } from '../state/refusal.ts';
import { Field, Problem, type FieldFrame } from './field.tsx';

type TextFieldProps = FieldFrame & {
  value: string;
  onChange(value: string): void;
  mono?: boolean;
  /** Lines of a longer text; one without it. */
  rows?: number;
  inputRef?: Ref<HTMLInputElement>;
  /** Stands at the end of the input, such as a menu of things to insert. */
  beside?: ReactNode;
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'placeholder' | 'type' | 'autoComplete' | 'maxLength' | 'list' | 'disabled'>;

export function TextField(props: TextFieldProps) {
  const { value, onChange, mono, rows, inputRef, beside, label, hint, problem, optional, ...rest } = props;
  return (
    <Field label={label} hint={hint} problem={problem} {...(optional ? { optional } : {})}>
      {(control) => (
        <div className="input-row">
          {rows ? (
            <textarea
              className={mono ? 'input mono' : 'input'}
              rows={rows}
              value={value}
              placeholder={rest.placeholder}
              spellCheck={false}
              onChange={(event) => onChange(event.target.value)}
              {...control}
            />
          ) : (
            <input
              className={mono ? 'input mono' : 'input'}
              ref={inputRef}
              value={value}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onChange(event.target.value)}
              {...rest}
              {...control}
            />
          )}
          {beside}
        </div>
      )}
    </Field>
  );
}

type NumberFieldProps = FieldFrame & {
  value: number;
  /** `NaN` while what is typed is no number, so that the field's problem shows. */
  onChange(value: number): void;
  min?: number;
  max?: number;
  unit?: string;
  disabled?: boolean;
};

export function NumberField({ value, onChange, min, max, unit, disabled, ...frame }: NumberFieldProps) {
  const [typed, setTyped] = useState(written(value));
  useEffect(() => {
    setTyped((text) => (Object.is(numberIn(text), value) ? text : written(value)));
  }, [value]);
  return (
    <Field {...frame}>
      {(control) => (
        <div className="input-row">
          <input
            className="input input-number"
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            disabled={disabled}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange(numberIn(event.target.value));
            }}
            {...control}
          />
          {unit && <span className="muted">{unit}</span>}
        </div>
      )}
    </Field>
  );
}

/** A draft that went through JSON holds `null` where there was no number. */
const written = (value: number): string => (Number.isFinite(value) ? String(value) : '');
const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

export type Choice<Value extends string> = { value: Value; label: string; hint?: ReactNode; tag?: string };

type ChoiceProps<Value extends string> = {
  value: Value;
  choices: readonly Choice<Value>[];
  onChange(value: Value): void;
};

export function Select<Value extends string>({ value, choices, onChange, ...frame }: FieldFrame & ChoiceProps<Value>) {
  return (
    <Field {...frame}>
      {(control) => (
        <select className="input" value={value} onChange={(event) => onChange(event.target.value as Value)} {...control}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.tag ? `${choice.label} (${choice.tag})` : choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type GroupProps<Value extends string> = ChoiceProps<Value> & {
  legend: string;
  problem?: string | undefined;
  hint?: ReactNode;
};

/** Few short choices side by side. */
export function Segmented<Value extends string>(props: GroupProps<Value>) {
  const { legend, value, choices, onChange, problem, hint } = props;
  const name = useId();
  return (
    <fieldset className="field choice-group">
      <legend>{legend}</legend>
      <div className="segmented">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {problem && <Problem text={problem} />}
      {hint && <p className="field-hint">{hint}</p>}
    </fieldset>
  );
}

/** Choices that need a line of explanation each. */
export function RadioGroup<Value extends string>({ legend, value, choices, onChange, problem }: GroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="field choice-group">
      <legend>{legend}</legend>
      <div className="radio-list">
        {choices.map((choice) => (
          <label key={choice.value} className="radio-choice">
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              aria-labelledby={`${name}-${choice.value}-label`}
              aria-describedby={choice.hint ? `${name}-${choice.value}` : undefined}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <span className="radio-label" id={`${name}-${choice.value}-label`}>
                {choice.label}
                {choice.tag && <span className="licence-tag">{choice.tag}</span>}
              </span>
              {choice.hint && (
                <span className="field-hint" id={`${name}-${choice.value}`}>
                  {choice.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {problem && <Problem text={problem} />}
    </fieldset>
  );
}

type SwitchProps = {
  label: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
  hint?: ReactNode;
  /** Keeps the label for screen readers only. */
  bare?: boolean;
  disabled?: boolean;
  /** What it asks main for: whoever may not sees it disabled, with the reason. */
  needs?: CallName;
};

export function Switch({ label, checked, onChange, hint, bare, disabled, needs }: SwitchProps) {
  const id = useId();
  const refusal = useRefusal(needs);
  return (
    <div className={bare ? 'switch-field switch-bare' : 'switch-field'}>
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          disabled={disabled || refusal !== null}
          title={refusal ?? undefined}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className="switch-track" aria-hidden="true" />
        <span className={bare ? 'visually-hidden' : undefined}>{label}</span>
      </label>
      {hint && (
        <p className="field-hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}

type CheckboxProps = {
  label: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
  /** What it asks main for: whoever may not sees it disabled, with the reason. */
  needs?: CallName | undefined;
};

export function Checkbox({ label, checked, onChange, needs }: CheckboxProps) {
  const refusal = useRefusal(needs);
  return (
    <label className="checkbox" title={refusal ?? undefined}>
      <input
        type="checkbox"
        checked={checked}
        disabled={refusal !== null}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
