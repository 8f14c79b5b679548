// The builder's fields: what repeats, on which days, at which times.
import type { Weekday } from '../../../../shared/schedule/schedule.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { fromMonday, MonthDayChoice, useWeekdayNames, WeekdayChoice } from '../../../schedule-parts/day-choice.tsx';
import { TimesField, WallField } from '../../../schedule-parts/time-fields.tsx';
import { NumberField, Segmented, Select } from '../../../ui/inputs.tsx';
import { builtKinds, type BuiltKind, type BuiltRule } from './rule-choice.ts';

type RuleProps<Rule extends BuiltRule = BuiltRule> = {
  rule: Rule;
  /** `path` below the rule, such as `times.0`. */
  problem(path: string): string | undefined;
  onChange(rule: BuiltRule): void;
};

export function RuleFields({ rule, problem, onChange, onKind }: RuleProps & { onKind(kind: BuiltKind): void }) {
  const { t } = useText();
  return (
    <>
      <Select
        label={t('schedule.kind')}
        value={rule.kind}
        onChange={onKind}
        choices={builtKinds.map((kind) => ({ value: kind, label: t(`schedule.kind-${kind}`) }))}
      />
      <DayFields rule={rule} problem={problem} onChange={onChange} />
      {'times' in rule && (
        <TimesField
          times={rule.times}
          problem={(path) => problem(path === '' ? 'times' : `times.${path}`)}
          onChange={(times) => onChange({ ...rule, times })}
        />
      )}
    </>
  );
}

function DayFields({ rule, problem, onChange }: RuleProps) {
  const { t } = useText();
  switch (rule.kind) {
    case 'once':
      return (
        <WallField
          label={t('schedule.at')}
          value={rule.at}
          problem={problem('at')}
          onChange={(at) => onChange({ ...rule, at })}
        />
      );
    case 'every':
      return <IntervalFields rule={rule} problem={problem} onChange={onChange} />;
    case 'weekly':
      return (
        <WeekdayChoice
          legend={t('schedule.weekdays')}
          value={rule.days}
          problem={problem('days')}
          onChange={(days) => onChange({ ...rule, days })}
        />
      );
    case 'monthly':
      return <DateFields rule={rule} problem={problem} onChange={onChange} />;
    case 'nth-weekday':
      return <PlaceFields rule={rule} problem={problem} onChange={onChange} />;
    case 'daily':
    case 'last-day':
      return null;
  }
}

function IntervalFields({ rule, problem, onChange }: RuleProps<Extract<BuiltRule, { kind: 'every' }>>) {
  const { t } = useText();
  return (
    <>
      <div className="field-row">
        <NumberField
          label={t('schedule.count')}
          min={1}
          value={rule.count}
          problem={problem('count')}
          onChange={(count) => onChange({ ...rule, count })}
        />
        <Segmented
          legend={t('schedule.unit')}
          value={rule.unit}
          onChange={(unit) => onChange({ ...rule, unit })}
          choices={[
            { value: 'minutes', label: t('schedule.minutes') },
            { value: 'hours', label: t('schedule.hours') },
          ]}
        />
      </div>
      <WallField
        label={t('schedule.anchor')}
        hint={t('schedule.anchorHint')}
        value={rule.anchor}
        problem={problem('anchor')}
        onChange={(anchor) => onChange({ ...rule, anchor })}
      />
    </>
  );
}

/** The shortest February has them all. */
const SAFE_DATE = 28;

function DateFields({ rule, problem, onChange }: RuleProps<Extract<BuiltRule, { kind: 'monthly' }>>) {
  const { t } = useText();
  return (
    <>
      <MonthDayChoice
        legend={t('schedule.monthDays')}
        value={rule.days}
        problem={problem('days')}
        onChange={(days) => onChange({ ...rule, days })}
      />
      {rule.days.some((day) => day > SAFE_DATE) && (
        <Segmented
          legend={t('schedule.shortMonths')}
          value={rule.shortMonths}
          onChange={(shortMonths) => onChange({ ...rule, shortMonths })}
          choices={[
            { value: 'skip', label: t('schedule.shortMonthsSkip') },
            { value: 'last-day', label: t('schedule.shortMonthsLast') },
          ]}
        />
      )}
    </>
  );
}

const PLACES = ['1', '2', '3', '4', 'last'] as const;
type Place = Extract<BuiltRule, { kind: 'nth-weekday' }>['nth'];
const placeOf = (text: (typeof PLACES)[number]): Place => (text === 'last' ? 'last' : (Number(text) as Place));

function PlaceFields({ rule, onChange }: RuleProps<Extract<BuiltRule, { kind: 'nth-weekday' }>>) {
  const { t } = useText();
  const names = useWeekdayNames();
  return (
    <div className="field-row">
      <Select
        label={t('schedule.nth')}
        value={String(rule.nth) as (typeof PLACES)[number]}
        onChange={(place) => onChange({ ...rule, nth: placeOf(place) })}
        choices={PLACES.map((place) => ({ value: place, label: t(`schedule.nth-${place}`) }))}
      />
      <Select<Weekday>
        label={t('schedule.weekday')}
        value={rule.weekday}
        onChange={(weekday) => onChange({ ...rule, weekday })}
        choices={fromMonday.map((day) => ({ value: day, label: names[day].long }))}
      />
    </div>
  );
}
