// The range of archived logs: all of them, or from and until a time, SCN or sequence.
import type { LogMoment, LogRange } from '../../../../shared/domain/strategy/scope.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { NumberField, Segmented, Select, TextField } from '../../../ui/inputs.tsx';
import { OptionalWhole } from './fields.tsx';

type Props = { range: LogRange; problem(path: string): string | undefined; onChange(range: LogRange): void };

const EMPTY: { [By in LogRange['by']]: LogRange } = {
  all: { by: 'all' },
  time: { by: 'time', from: { kind: 'ago', hours: 24 }, until: null },
  scn: { by: 'scn', from: null, until: null },
  sequence: { by: 'sequence', from: null, until: null, thread: null },
};

export function LogRangeFields({ range, problem, onChange }: Props) {
  const { t } = useText();
  return (
    <>
      <Segmented
        legend={t('options.range')}
        hint={t('options.rangeHint')}
        value={range.by}
        onChange={(by) => onChange(EMPTY[by])}
        choices={(['all', 'time', 'scn', 'sequence'] as const).map((value) => ({ value, label: t(`options.range-${value}`) }))}
      />
      {range.by === 'time' &&
        (['from', 'until'] as const).map((end) => (
          <MomentField
            key={end}
            label={t(`options.${end}`)}
            moment={range[end]}
            problem={(below) => problem(`scope.range.${end}${below}`)}
            onChange={(moment) => onChange({ ...range, [end]: moment })}
          />
        ))}
      {(range.by === 'scn' || range.by === 'sequence') && (
        <div className="field-columns">
          {(['from', 'until'] as const).map((end) => (
            <OptionalWhole
              key={end}
              label={t(`options.${end}`)}
              value={range[end]}
              problem={problem(`scope.range.${end}`)}
              onChange={(value) => onChange({ ...range, [end]: value })}
            />
          ))}
          {range.by === 'sequence' && (
            <OptionalWhole
              label={t('options.thread')}
              hint={t('options.threadHint')}
              value={range.thread}
              problem={problem('scope.range.thread')}
              onChange={(thread) => onChange({ ...range, thread })}
            />
          )}
        </div>
      )}
    </>
  );
}

type MomentProps = {
  label: string;
  moment: LogMoment | null;
  problem(below: string): string | undefined;
  onChange(moment: LogMoment | null): void;
};

const FIRST: Record<'open' | 'ago' | 'at', LogMoment | null> = {
  open: null,
  ago: { kind: 'ago', hours: 24 },
  at: { kind: 'at', moment: '' },
};

function MomentField({ label, moment, problem, onChange }: MomentProps) {
  const { t } = useText();
  return (
    <div className="field-columns">
      <Select
        label={label}
        value={moment?.kind ?? 'open'}
        problem={problem('')}
        onChange={(kind) => onChange(FIRST[kind])}
        choices={(['open', 'ago', 'at'] as const).map((value) => ({ value, label: t(`options.moment-${value}`) }))}
      />
      {moment?.kind === 'ago' && (
        <NumberField
          label={t('options.moment-ago')}
          unit={t('options.hours')}
          min={1}
          max={8760}
          value={moment.hours}
          problem={problem('.hours')}
          onChange={(hours) => onChange({ ...moment, hours })}
        />
      )}
      {moment?.kind === 'at' && (
        <TextField
          type="datetime-local"
          label={t('options.moment-at')}
          value={moment.moment}
          problem={problem('.moment')}
          onChange={(text) => onChange({ ...moment, moment: text })}
        />
      )}
    </div>
  );
}
