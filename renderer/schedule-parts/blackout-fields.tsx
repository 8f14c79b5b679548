// Fields for blackouts: the windows alone (a strategy's mean its own zone), or with the zone whose clock they mean.
import { Plus, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Blackout, BlackoutCalendar } from '../../shared/schedule/schedule.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useNow } from '../state/window-parts.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Problem } from '../ui/field.tsx';
import { Select, Switch } from '../ui/inputs.tsx';
import { WeekdayChoice } from './day-choice.tsx';
import { TimeInput, WallInput } from './time-fields.tsx';
import { wallNow } from './time-text.ts';
import { hereZone } from './zone-clock.ts';
import { ZoneChoice } from './zone-choice.tsx';
import './blackout-fields.css';

type CalendarProps = {
  value: BlackoutCalendar | null;
  hint?: string;
  /** `path` below the calendar, such as `windows.0.from`. */
  problem(path: string): string | undefined;
  onChange(value: BlackoutCalendar | null): void;
};

/** Blackouts of a database or of all: a switch, the zone, the windows. What was there comes back with the switch. */
export function BlackoutFields({ value, hint, problem, onChange }: CalendarProps) {
  const { t } = useText();
  const kept = useRef<BlackoutCalendar | null>(null);
  if (value !== null) kept.current = value;
  const turn = (on: boolean): void =>
    onChange(on ? (kept.current ?? { zone: hereZone(), windows: [newWeekly()] }) : null);
  return (
    <>
      <Switch label={t('schedule.blackoutsOn')} hint={hint} checked={value !== null} onChange={turn} />
      {value !== null && (
        <>
          <ZoneChoice
            label={t('schedule.zone')}
            value={value.zone}
            problem={problem('zone')}
            onChange={(zone) => onChange({ ...value, zone })}
          />
          <BlackoutWindows
            windows={value.windows}
            zone={value.zone}
            problem={(path) => problem(`windows.${path}`)}
            onChange={(windows) => onChange({ ...value, windows })}
          />
        </>
      )}
    </>
  );
}

type WindowsProps = {
  windows: readonly Blackout[];
  /** Decides what a new dated window begins with. */
  zone: string;
  /** `path` below the windows, such as `0.from`. */
  problem(path: string): string | undefined;
  onChange(windows: Blackout[]): void;
};

export function BlackoutWindows({ windows, zone, problem, onChange }: WindowsProps) {
  const { t } = useText();
  const rows = useRowKeys(windows.length);
  return (
    <div className="blackouts">
      {windows.map((window, index) => (
        <WindowFields
          key={rows.keys[index]}
          window={window}
          index={index}
          zone={zone}
          problem={(path) => problem(`${index}.${path}`)}
          onChange={(next) => onChange(windows.map((one, at) => (at === index ? next : one)))}
          onRemove={() => {
            rows.remove(index);
            onChange(windows.filter((_, at) => at !== index));
          }}
        />
      ))}
      <div>
        <Button icon={Plus} onClick={() => onChange([...windows, newWeekly()])}>
          {t('schedule.windowAdd')}
        </Button>
      </div>
    </div>
  );
}

type WindowProps = {
  window: Blackout;
  index: number;
  zone: string;
  problem(path: string): string | undefined;
  onChange(window: Blackout): void;
  onRemove(): void;
};

function WindowFields({ window, index, zone, problem, onChange, onRemove }: WindowProps) {
  const { t } = useText();
  const now = useNow(60_000);
  const kept = useRef<Partial<Record<Blackout['kind'], Blackout>>>({});
  kept.current[window.kind] = window;
  const choose = (kind: Blackout['kind']): void =>
    onChange(kept.current[kind] ?? (kind === 'weekly' ? newWeekly() : newDated(wallNow(zone, now))));
  return (
    <fieldset className="field choice-group blackout">
      <legend>{t('schedule.window', { count: index + 1 })}</legend>
      <div className="blackout-head">
        <Select
          label={t('schedule.windowKind')}
          value={window.kind}
          onChange={choose}
          choices={[
            { value: 'weekly', label: t('schedule.windowWeekly') },
            { value: 'dated', label: t('schedule.windowDated') },
          ]}
        />
        <IconButton icon={Trash2} label={t('schedule.windowRemove', { count: index + 1 })} onClick={onRemove} />
      </div>
      {window.kind === 'weekly' && (
        <WeekdayChoice
          legend={t('schedule.windowDays')}
          value={window.days}
          problem={problem('days')}
          onChange={(days) => onChange({ ...window, days })}
        />
      )}
      <Span window={window} problem={problem} onChange={onChange} />
    </fieldset>
  );
}

function Span({ window, problem, onChange }: Pick<WindowProps, 'window' | 'problem' | 'onChange'>) {
  const { t } = useText();
  const id = useId();
  const Input = window.kind === 'weekly' ? TimeInput : WallInput;
  const problems = [...new Set([problem('from'), problem('until')])].filter(Boolean);
  const ends = ['from', 'until'] as const;
  return (
    <div className={problems.length > 0 ? 'field field-wrong' : 'field'}>
      <div className="time-row">
        {ends.map((end) => {
          const label = t(end === 'from' ? 'schedule.windowFrom' : 'schedule.windowUntil');
          return (
            <span className="blackout-end" key={end}>
              <span aria-hidden="true">{label}</span>
              <Input
                label={label}
                value={window[end]}
                wrong={problem(end) && id}
                onChange={(value) => onChange({ ...window, [end]: value })}
              />
            </span>
          );
        })}
        {window.kind === 'weekly' && isOvernight(window) && <span className="muted">{t('schedule.windowNextDay')}</span>}
      </div>
      {problems.length > 0 && (
        <div id={id}>
          {problems.map((text) => (
            <Problem key={text} text={text ?? ''} />
          ))}
        </div>
      )}
    </div>
  );
}

const isOvernight = ({ from, until }: { from: string; until: string }): boolean =>
  /^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(until) && until <= from;

const newWeekly = (): Blackout => ({
  kind: 'weekly',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '08:00',
  until: '18:00',
});

/** `now` as a time on the wall. */
const newDated = (now: string): Blackout => ({ kind: 'dated', from: `${now.slice(0, 10)}T00:00`, until: `${now.slice(0, 10)}T23:59` });

/** Keys of rows that stay with their row when another one is removed. */
function useRowKeys(count: number) {
  const [state] = useState({ keys: [] as number[], next: 0 });
  while (state.keys.length < count) state.keys.push(state.next++);
  state.keys.length = count;
  return { keys: state.keys, remove: (index: number): void => void state.keys.splice(index, 1) };
}
