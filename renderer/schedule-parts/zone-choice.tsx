// A field for a time zone: a combobox over every name of the tz database, after the ARIA pattern. What is typed stays.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { useNow } from '../state/window-parts.tsx';
import { Field, type ControlProps } from '../ui/field.tsx';
import { hereZone, offsetText, timeIn } from './zone-clock.ts';
import { zoneNames, zonesFound } from './zone-names.ts';
import './zone-choice.css';

type ZoneChoiceProps = {
  label: string;
  hint?: string;
  value: string;
  problem: string | undefined;
  onChange(zone: string): void;
};

/** More than these nobody reads; typing narrows. */
const SHOWN = 40;

export function ZoneChoice({ label, hint, value, problem, onChange }: ZoneChoiceProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => <Combobox control={control} value={value} onChange={onChange} />}
    </Field>
  );
}

type ComboboxProps = { control: ControlProps; value: string; onChange(zone: string): void };

function Combobox({ control, value, onChange }: ComboboxProps) {
  const { t } = useText();
  const list = useId();
  const [search, setSearch] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const names = useMemo(() => zoneNames(hereZone()), []);
  const found = useMemo(() => (search === null ? [] : zonesFound(names, search)), [names, search]);
  const shown = found.slice(0, SHOWN);
  const current = Math.min(at, shown.length - 1);
  const open = search !== null;
  const listed = open && shown.length > 0;
  useEffect(() => {
    if (open) document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, list, current]);

  const look = (text: string): void => {
    setSearch(text);
    setAt(0);
  };
  const close = (): void => setSearch(null);
  const choose = (zone: string | undefined): void => {
    if (zone !== undefined) onChange(zone);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (open) setAt((current + step + shown.length) % Math.max(1, shown.length));
      else look('');
    } else if (open && event.key === 'Enter') choose(shown[current]);
    else if (open && event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="zone-choice">
      <input
        className="input"
        role="combobox"
        aria-expanded={listed}
        aria-controls={listed ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={listed ? `${list}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onFocus={(event) => event.target.select()}
        onMouseDown={() => open || look('')}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target.value);
        }}
        onBlur={() => {
          // The name as the tz database spells it, whatever the case it was typed in.
          const meant = names.find((name) => name.toLowerCase() === value.trim().toLowerCase());
          if (meant !== undefined && meant !== value) onChange(meant);
          close();
        }}
        onKeyDown={onKeyDown}
        {...control}
      />
      <ZoneOffset zone={value} />
      {open && (
        <div className="zone-list">
          {shown.length > 0 && (
            <div role="listbox" id={list} aria-label={t('schedule.zoneList')}>
              <Options id={list} zones={shown} current={current} onPoint={setAt} onChoose={choose} />
            </div>
          )}
          <p className="zone-more muted" role="status">
            {found.length > SHOWN && t('schedule.zoneMore', { count: found.length - SHOWN })}
            {found.length === 0 && t('schedule.zoneNone', { typed: search })}
          </p>
        </div>
      )}
    </div>
  );
}

function ZoneOffset({ zone }: { zone: string }) {
  const now = useNow(60_000);
  const { language } = useText();
  const offset = offsetText(zone, now);
  return (
    <span className="muted nowrap zone-offset">{offset === null ? '' : `${offset} · ${timeIn(zone, now, language) ?? ''}`}</span>
  );
}

type OptionsProps = {
  id: string;
  zones: readonly string[];
  current: number;
  onPoint(index: number): void;
  onChoose(zone: string): void;
};

function Options({ id, zones, current, onPoint, onChoose }: OptionsProps) {
  const { t } = useText();
  const now = useNow(60_000);
  const here = hereZone();
  const pressed = useRef<string | null>(null);
  return zones.map((zone, index) => (
    <div
      key={zone}
      id={`${id}-${index}`}
      role="option"
      aria-selected={index === current}
      onMouseMove={() => onPoint(index)}
      // The field must keep the focus, or leaving it would close the list before the click is over.
      onMouseDown={(event) => {
        event.preventDefault();
        pressed.current = zone;
      }}
      onClick={() => pressed.current === zone && onChoose(zone)}
    >
      <span>
        {zone.replaceAll('_', ' ')}
        {zone === here && <span className="muted"> · {t('schedule.zoneHere')}</span>}
      </span>
      <span className="muted">{offsetText(zone, now)}</span>
    </div>
  ));
}
