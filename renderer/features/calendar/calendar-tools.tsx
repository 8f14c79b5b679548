// The tools above the calendar: month or week, back and forth, the zone, and which database or strategy is shown.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { ZoneChoice } from '../../schedule-parts/zone-choice.tsx';
import { useShortcut, useSlice } from '../../state/window-parts.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segmented, Select } from '../../ui/inputs.tsx';
import { zoneNamed } from '../../../shared/schedule/zone.ts';
import { turned, type CalendarView } from './calendar-view.ts';
import type { Day } from './days.ts';

type ToolsProps = { view: CalendarView; onChange(part: Partial<CalendarView>): void };

export function CalendarTurns({ view, today, onChange }: ToolsProps & { today: Day }) {
  const { t } = useText();
  const previous = t(view.scale === 'month' ? 'calendar.previousMonth' : 'calendar.previousWeek');
  const next = t(view.scale === 'month' ? 'calendar.nextMonth' : 'calendar.nextWeek');
  const turn = (step: 1 | -1) => () => onChange({ day: turned(view, step) });
  useShortcut('t', t('calendar.today'), () => onChange({ day: today }));
  useShortcut('m', t('calendar.month'), () => onChange({ scale: 'month' }));
  useShortcut('w', t('calendar.week'), () => onChange({ scale: 'week' }));
  useShortcut('p', previous, turn(-1));
  useShortcut('n', next, turn(1));
  return (
    <div className="calendar-turns">
      <Segmented
        legend={t('calendar.scale')}
        value={view.scale}
        onChange={(scale) => onChange({ scale })}
        choices={[
          { value: 'month', label: t('calendar.month') },
          { value: 'week', label: t('calendar.week') },
        ]}
      />
      <IconButton icon={ChevronLeft} label={previous} onClick={turn(-1)} />
      <Button onClick={() => onChange({ day: today })}>{t('calendar.today')}</Button>
      <IconButton icon={ChevronRight} label={next} onClick={turn(1)} />
    </div>
  );
}

const ALL = '';

export function CalendarFilters({ view, onChange }: ToolsProps) {
  const { t } = useText();
  const targets = useSlice('targets');
  const strategies = useSlice('strategies').filter((one) => view.targetId === null || one.targetId === view.targetId);
  const nameOf = (targetId: string): string => targets.find((one) => one.id === targetId)?.spec.name ?? '';
  // What is typed on the way to a name of a zone is no zone yet.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="calendar-filters">
      <Select
        label={t('calendar.database')}
        value={view.targetId ?? ALL}
        onChange={(chosen) => onChange({ targetId: chosen === ALL ? null : chosen, strategyId: null })}
        choices={[
          { value: ALL, label: t('calendar.anyDatabase') },
          ...targets.map((one) => ({ value: one.id, label: one.spec.name })),
        ]}
      />
      <Select
        label={t('calendar.strategy')}
        value={view.strategyId ?? ALL}
        onChange={(chosen) => onChange({ strategyId: chosen === ALL ? null : chosen })}
        choices={[
          { value: ALL, label: t('calendar.anyStrategy') },
          ...strategies.map((one) => ({
            value: one.id,
            label: one.spec.name,
            ...(view.targetId === null ? { tag: nameOf(one.targetId) } : {}),
          })),
        ]}
      />
      <div className="calendar-zone">
        <ZoneChoice
          label={t('calendar.zone')}
          value={typed ?? view.zone}
          problem={undefined}
          onChange={(zone) => {
            const known = zoneNamed(zone) !== null;
            setTyped(known ? null : zone);
            if (known) onChange({ zone });
          }}
        />
      </div>
    </div>
  );
}
