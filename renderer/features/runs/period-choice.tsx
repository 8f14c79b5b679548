// When the runs were queued: a quick span, or days from and until.
import { useId } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { quickPeriods, type Period, type QuickPeriod } from './runs-filter.ts';

export function PeriodChoice({ period, onChange }: { period: Period; onChange(period: Period): void }) {
  const { t } = useText();
  const id = useId();
  const value = period.kind === 'quick' ? period.span : period.kind;
  const choose = (chosen: string): void => {
    if (chosen === 'any') onChange({ kind: 'any' });
    else if (chosen === 'days') onChange({ kind: 'days', from: today(), until: null });
    else onChange({ kind: 'quick', span: chosen as QuickPeriod });
  };
  return (
    <div className="period-choice">
      <label htmlFor={id} className="visually-hidden">
        {t('runs.period')}
      </label>
      <select
        id={id}
        className={period.kind === 'any' ? 'input' : 'input filter-on'}
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="any">{t('runs.period-any')}</option>
        {quickPeriods.map((span) => (
          <option key={span} value={span}>
            {t(`runs.period-${span}`)}
          </option>
        ))}
        <option value="days">{t('runs.period-days')}</option>
      </select>
      {period.kind === 'days' && (
        <>
          <Day label={t('runs.from')} day={period.from} onChange={(from) => onChange({ ...period, from })} />
          <Day label={t('runs.until')} day={period.until} onChange={(until) => onChange({ ...period, until })} />
        </>
      )}
    </div>
  );
}

function Day({ label, day, onChange }: { label: string; day: string | null; onChange(day: string | null): void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={day ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </>
  );
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
