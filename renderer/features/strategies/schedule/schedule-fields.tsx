// The schedule of a strategy: never, by the builder or by cron; zone, bounds, blackouts; what it means below.
import { Info } from 'lucide-react';
import { useRef } from 'react';
import { plainSchedule, type BlackoutCalendar, type Schedule, type ScheduleRule } from '../../../../shared/schedule/schedule.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { BlackoutWindows } from '../../../schedule-parts/blackout-fields.tsx';
import { WallField } from '../../../schedule-parts/time-fields.tsx';
import { wallNow } from '../../../schedule-parts/time-text.ts';
import { hereZone } from '../../../schedule-parts/zone-clock.ts';
import { ZoneChoice } from '../../../schedule-parts/zone-choice.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Segmented, Switch, TextField } from '../../../ui/inputs.tsx';
import { Callout } from '../../../ui/layout.tsx';
import {
  asBuilt, asCron, freshRule, noMemory, ofKind, remembered, switchNote, type RuleMemory, type SwitchNote,
} from './rule-choice.ts';
import { RuleFields } from './rule-fields.tsx';
import { SchedulePreview } from './schedule-preview.tsx';

type ScheduleProps = {
  schedule: Schedule | null;
  /** Blackouts of the database and of everyone. */
  blackouts: readonly BlackoutCalendar[];
  /** `path` below the schedule, such as `rule.times.0`. */
  problem(path: string): string | undefined;
  onChange(schedule: Schedule | null): void;
};

type Mode = 'none' | 'builder' | 'cron';
const modeOf = (schedule: Schedule | null): Mode =>
  schedule === null ? 'none' : schedule.rule.kind === 'cron' ? 'cron' : 'builder';

export function ScheduleFields({ schedule, blackouts, problem, onChange }: ScheduleProps) {
  const { t } = useText();
  const { choose, setRule, note, memory } = useScheduleMemory(schedule, onChange);
  return (
    <FieldGroup title={t('schedule.group')}>
      <Segmented
        legend={t('schedule.mode')}
        hint={schedule === null ? t('schedule.modeNoneHint') : undefined}
        value={modeOf(schedule)}
        onChange={choose}
        choices={[
          { value: 'none', label: t('schedule.modeNone') },
          { value: 'builder', label: t('schedule.modeBuilder') },
          { value: 'cron', label: t('schedule.modeCron') },
        ]}
      />
      {schedule !== null && (
        <>
          <SwitchedNote note={note} expression={memory.pair?.expression ?? ''} />
          {schedule.rule.kind === 'cron' ? (
            <TextField
              mono
              label={t('schedule.expression')}
              hint={t('schedule.expressionHint')}
              placeholder="30 2 * * MON-FRI"
              value={schedule.rule.expression}
              problem={problem('rule.expression')}
              onChange={(expression) => setRule({ kind: 'cron', expression })}
            />
          ) : (
            <BuilderFields schedule={schedule} memory={memory} problem={problem} onRule={setRule} />
          )}
          <ZoneChoice
            label={t('schedule.zone')}
            hint={t('schedule.zoneHint')}
            value={schedule.zone}
            problem={problem('zone')}
            onChange={(zone) => onChange({ ...schedule, zone })}
          />
          <SchedulePreview schedule={schedule} blackouts={blackouts} />
          <Bounds schedule={schedule} problem={problem} onChange={onChange} />
          <OwnBlackouts schedule={schedule} problem={problem} onChange={onChange} />
        </>
      )}
    </FieldGroup>
  );
}

/** Keeps what a switch would lose; the form's value holds only what is to be saved. */
function useScheduleMemory(schedule: Schedule | null, onChange: ScheduleProps['onChange']) {
  const memory = useRef<RuleMemory>(noMemory);
  const left = useRef<Schedule | null>(null);
  if (schedule !== null) {
    left.current = schedule;
    memory.current = remembered(memory.current, schedule.rule);
  }
  const setRule = (rule: ScheduleRule): void => {
    if (schedule !== null) onChange({ ...schedule, rule });
  };
  const choose = (mode: Mode): void => {
    if (mode === 'none') return onChange(null);
    const zone = hereZone();
    const fresh = freshRule('daily', wallNow(zone, Date.now()));
    const base = schedule ?? left.current ?? plainSchedule(fresh, zone);
    const { rule } = base;
    if (mode === modeOf(base)) return onChange(base);
    const to = rule.kind === 'cron' ? asBuilt(rule, memory.current, fresh) : asCron(rule, memory.current);
    memory.current = to.memory;
    return onChange({ ...base, rule: to.rule });
  };
  const note = schedule === null ? null : switchNote(schedule.rule, memory.current);
  return { choose, setRule, note, memory: memory.current };
}

function SwitchedNote({ note, expression }: { note: SwitchNote; expression: string }) {
  const { t } = useText();
  if (note === null) return null;
  return (
    <Callout tone="warning" icon={Info}>
      {note === 'builderNone' ? t('schedule.builderNone', { expression }) : t(`schedule.${note}`)}
    </Callout>
  );
}

type PartProps = { schedule: Schedule; problem(path: string): string | undefined; onChange(schedule: Schedule): void };
type BuilderProps = Pick<PartProps, 'schedule' | 'problem'> & { memory: RuleMemory; onRule(rule: ScheduleRule): void };

function BuilderFields({ schedule: { rule, zone }, memory, problem, onRule }: BuilderProps) {
  if (rule.kind === 'cron') return null;
  return (
    <RuleFields
      rule={rule}
      problem={(path) => problem(`rule.${path}`)}
      onChange={onRule}
      onKind={(kind) => onRule(ofKind(kind, rule, memory, wallNow(zone, Date.now())))}
    />
  );
}

function Bounds({ schedule, problem, onChange }: PartProps) {
  const { t } = useText();
  return (
    <>
      {(['from', 'until'] as const).map((end) => {
        const value = schedule[end];
        const set = (next: string | null): void => onChange({ ...schedule, [end]: next });
        return (
          <div className="schedule-bound" key={end}>
            <Switch
              label={t(`schedule.${end}Switch`)}
              checked={value !== null}
              onChange={(on) => set(on ? `${wallNow(schedule.zone, Date.now()).slice(0, 10)}T00:00` : null)}
            />
            {value !== null && (
              <div className="indented">
                <WallField label={t(`schedule.${end}`)} value={value} problem={problem(end)} onChange={set} />
              </div>
            )}
          </div>
        );
      })}
    </>
  );
}

function OwnBlackouts({ schedule, problem, onChange }: PartProps) {
  const { t } = useText();
  return (
    <div className="field">
      <h3>{t('schedule.blackoutsOwn')}</h3>
      <p className="field-hint">{t('schedule.blackoutsOwnHint')}</p>
      <BlackoutWindows
        windows={schedule.blackouts}
        zone={schedule.zone}
        problem={(path) => problem(`blackouts.${path}`)}
        onChange={(blackouts) => onChange({ ...schedule, blackouts })}
      />
    </div>
  );
}
