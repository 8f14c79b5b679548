// What becomes of an occurrence that was missed, and of an attempt that failed.
import { useRef } from 'react';
import { defaultRetryPolicy, type MissedPolicy, type RetryPolicy } from '../../../../shared/domain/automation.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { NumberField, RadioGroup, Switch } from '../../../ui/inputs.tsx';
import { retryWaits } from './retry-waits.ts';

type MissedProps = {
  missed: MissedPolicy;
  retries: RetryPolicy;
  /** `path` below the strategy, such as `retries.count`. */
  problem(path: string): string | undefined;
  onChange(part: { missed?: MissedPolicy; retries?: RetryPolicy }): void;
};

const POLICIES = ['run-once', 'if-less-late', 'skip'] as const;
const USUAL_HOURS = 4;

export function MissedFields({ missed, retries, problem, onChange }: MissedProps) {
  const { t } = useText();
  const hours = useRef(USUAL_HOURS);
  if (missed.kind === 'if-less-late') hours.current = missed.hours;
  const choose = (kind: MissedPolicy['kind']): void =>
    onChange({ missed: kind === 'if-less-late' ? { kind, hours: hours.current } : { kind } });
  return (
    <FieldGroup title={t('schedule.missedGroup')}>
      <RadioGroup
        legend={t('schedule.missed')}
        value={missed.kind}
        onChange={choose}
        choices={POLICIES.map((kind) => ({
          value: kind,
          label: t(`schedule.missed-${kind}`),
          hint: t(`schedule.missed-${kind}Hint`),
        }))}
      />
      {missed.kind === 'if-less-late' && (
        <div className="indented">
          <NumberField
            label={t('schedule.missedHours')}
            unit={t('schedule.hoursUnit')}
            min={1}
            max={720}
            value={missed.hours}
            problem={problem('missed.hours')}
            onChange={(late) => onChange({ missed: { kind: 'if-less-late', hours: late } })}
          />
        </div>
      )}
      <RetryFields retries={retries} problem={problem} onChange={(next) => onChange({ retries: next })} />
    </FieldGroup>
  );
}

type RetryProps = { retries: RetryPolicy; problem: MissedProps['problem']; onChange(retries: RetryPolicy): void };

function RetryFields({ retries, problem, onChange }: RetryProps) {
  const { t } = useText();
  const count = useRef(defaultRetryPolicy.count);
  if (retries.count !== 0) count.current = retries.count;
  return (
    <>
      <Switch
        label={t('schedule.retries')}
        hint={t('schedule.retriesHint')}
        checked={retries.count !== 0}
        onChange={(on) => onChange({ ...retries, count: on ? count.current : 0 })}
      />
      {retries.count !== 0 && (
        <div className="indented below-choice">
          <div className="field-row">
            <NumberField
              label={t('schedule.retryCount')}
              unit={t('schedule.retryCountUnit')}
              min={1}
              max={10}
              value={retries.count}
              problem={problem('retries.count')}
              onChange={(next) => onChange({ ...retries, count: next })}
            />
            {(['firstMinutes', 'longestMinutes'] as const).map((which) => (
              <NumberField
                key={which}
                label={t(which === 'firstMinutes' ? 'schedule.retryFirst' : 'schedule.retryLongest')}
                unit={t('schedule.minutesUnit')}
                min={1}
                max={1440}
                value={retries[which]}
                problem={problem(`retries.${which}`)}
                onChange={(next) => onChange({ ...retries, [which]: next })}
              />
            ))}
          </div>
          <Waits retries={retries} />
        </div>
      )}
    </>
  );
}

const MINUTE = 60_000;

function Waits({ retries }: { retries: RetryPolicy }) {
  const { t, format } = useText();
  const waits = retryWaits(retries);
  if (waits.length === 0) return null;
  const text = format.list(waits.map((minutes) => format.duration(minutes * MINUTE)));
  return <p className="field-hint">{t('schedule.retryWaits', { waits: text })}</p>;
}
