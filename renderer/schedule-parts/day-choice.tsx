// Choosing days: of the week, Monday first, and of the month. Each is a checkbox that looks like a key.
import { useId, useMemo } from 'react';
import type { Weekday } from '../../shared/schedule/schedule.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Problem } from '../ui/field.tsx';
import './time-fields.css';

/** Not from the schema: that would bring zod to whoever shows seven days. */
export const fromMonday = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** The names of the days in the window's language. */
export function useWeekdayNames(): Record<Weekday, { short: string; long: string }> {
  const { language } = useText();
  return useMemo(() => {
    const name = (style: 'short' | 'long', index: number): string =>
      new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(MONDAY + index * DAY);
    const entries = fromMonday.map((day, index) => [day, { short: name('short', index), long: name('long', index) }]);
    return Object.fromEntries(entries) as Record<Weekday, { short: string; long: string }>;
  }, [language]);
}

type ChoiceProps<Value> = {
  legend: string;
  value: readonly Value[];
  problem: string | undefined;
  onChange(value: Value[]): void;
};

export function WeekdayChoice({ legend, value, problem, onChange }: ChoiceProps<Weekday>) {
  const names = useWeekdayNames();
  const days = fromMonday.map((day) => ({ value: day, text: names[day].short, label: names[day].long }));
  return <Toggles legend={legend} all={days} value={value} problem={problem} onChange={onChange} />;
}

const DATES = Array.from({ length: 31 }, (_, index) => {
  const text = String(index + 1);
  return { value: index + 1, text, label: text };
});

export function MonthDayChoice({ legend, value, problem, onChange }: ChoiceProps<number>) {
  return <Toggles legend={legend} all={DATES} value={value} problem={problem} onChange={onChange} month />;
}

type TogglesProps<Value> = ChoiceProps<Value> & {
  all: readonly { value: Value; text: string; label: string }[];
  month?: boolean;
};

function Toggles<Value>({ legend, all, value, problem, onChange, month }: TogglesProps<Value>) {
  const id = useId();
  const chosen = new Set(value);
  const toggle = (one: Value): void => {
    const next = all.map((each) => each.value).filter((each) => (each === one ? !chosen.has(each) : chosen.has(each)));
    onChange(next);
  };
  return (
    <fieldset className={problem ? 'field choice-group field-wrong' : 'field choice-group'}>
      <legend>{legend}</legend>
      <div className={month ? 'toggles toggles-month' : 'toggles'}>
        {all.map((one) => (
          <label key={one.label}>
            <input
              type="checkbox"
              aria-label={one.label}
              aria-invalid={problem ? true : undefined}
              aria-errormessage={problem ? id : undefined}
              checked={chosen.has(one.value)}
              onChange={() => toggle(one.value)}
            />
            <span aria-hidden="true">{one.text}</span>
          </label>
        ))}
      </div>
      {problem && <Problem id={id} text={problem} />}
    </fieldset>
  );
}
