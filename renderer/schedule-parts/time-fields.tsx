// Fields for a time of day and for a date with a time, on the 24-hour clock in every language; several times in a row.
import { Plus, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Problem } from '../ui/field.tsx';
import { tidyTime, wallParts } from './time-text.ts';
import './time-fields.css';

type TimeInputProps = {
  value: string;
  onChange(value: string): void;
  label: string;
  /** Id of the problem beside it, when there is one. */
  wrong?: string | undefined;
};

/** `02:30`; `230` and `2.30` mean it at once, and are written so when the field is left. */
export function TimeInput({ value, onChange, label, wrong }: TimeInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped((text) => (tidyTime(text) === value ? text : value)), [value]);
  return (
    <input
      className="input mono time-input"
      inputMode="numeric"
      placeholder="00:00"
      maxLength={8}
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-invalid={wrong === undefined ? undefined : true}
      aria-errormessage={wrong}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(tidyTime(event.target.value));
      }}
      onBlur={() => setTyped(value)}
    />
  );
}

type WallInputProps = { value: string; onChange(value: string): void; label: string; wrong?: string | undefined };

/** `2026-03-29T02:30` as date and time; either may still be missing. */
export function WallInput({ value, onChange, label, wrong }: WallInputProps) {
  const { t } = useText();
  const { date, time } = wallParts(value);
  return (
    <span className="time-row">
      <input
        type="date"
        className="input date-input"
        min="1970-01-01"
        max="9999-12-31"
        aria-label={`${label}: ${t('schedule.date')}`}
        aria-invalid={wrong === undefined ? undefined : true}
        aria-errormessage={wrong}
        value={date}
        onChange={(event) => onChange(`${event.target.value}T${time}`)}
      />
      <TimeInput
        label={`${label}: ${t('schedule.timeOfDay')}`}
        value={time}
        wrong={wrong}
        onChange={(next) => onChange(`${date}T${next}`)}
      />
    </span>
  );
}

type WallFieldProps = {
  label: string;
  hint?: string;
  value: string;
  problem: string | undefined;
  onChange(value: string): void;
};

export function WallField({ label, hint, value, problem, onChange }: WallFieldProps) {
  const id = useId();
  return (
    <fieldset className={problem ? 'field choice-group field-wrong' : 'field choice-group'}>
      <legend>{label}</legend>
      <WallInput label={label} value={value} wrong={problem && id} onChange={onChange} />
      {problem && <Problem id={id} text={problem} />}
      {hint && <p className="field-hint">{hint}</p>}
    </fieldset>
  );
}

type TimesFieldProps = {
  times: readonly string[];
  /** `path` is `` for all of them, or the index of one. */
  problem(path: string): string | undefined;
  onChange(times: string[]): void;
};

/** The times of a day, one at least. */
export function TimesField({ times, problem, onChange }: TimesFieldProps) {
  const { t } = useText();
  const id = useId();
  const problems = [...new Set([problem(''), ...times.map((_, index) => problem(String(index)))])].filter(Boolean);
  const set = (index: number, time: string): void => onChange(times.map((one, at) => (at === index ? time : one)));
  return (
    <fieldset className={problems.length > 0 ? 'field choice-group field-wrong' : 'field choice-group'}>
      <legend>{t('schedule.times')}</legend>
      <div className="time-row">
        {times.map((time, index) => (
          <span className="time-chip" key={index}>
            <TimeInput
              label={t('schedule.time', { count: index + 1 })}
              value={time}
              wrong={problem(String(index)) && id}
              onChange={(next) => set(index, next)}
            />
            {times.length > 1 && (
              <IconButton
                icon={X}
                label={t('schedule.timeRemove', { time: time || t('schedule.timeEmpty') })}
                onClick={() => onChange(times.filter((_, at) => at !== index))}
              />
            )}
          </span>
        ))}
        <Button icon={Plus} onClick={() => onChange([...times, ''])}>
          {t('schedule.timeAdd')}
        </Button>
      </div>
      {problems.length > 0 && (
        <div id={id}>
          {problems.map((text) => (
            <Problem key={text} text={text ?? ''} />
          ))}
        </div>
      )}
      <p className="field-hint">{t('schedule.timesHint')}</p>
    </fieldset>
  );
}
