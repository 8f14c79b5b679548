// The verdict on the days ahead in a few sentences: can it always be restored, what is the shortest window, what fills;
// and what the missed runs cost.
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useText } from '../../i18n/text-provider.tsx';
import { windowDays, type Cost } from '../../../shared/simulation/cost-of-misses.ts';
import type { SimulatedDay } from '../../../shared/simulation/simulate.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/layout.tsx';
import { dateOf, placeText, rounded } from './readiness-words.ts';
import type { Simulation } from './use-simulation.ts';

export function Outlook({ simulation }: { simulation: Simulation }) {
  const { t, format } = useText();
  const { days, fillings } = simulation;
  const without = days.filter(({ restorable }) => restorable.length === 0);
  const gaps = days.filter(({ restorable }) => restorable.length > 1).length;
  const from = days.findIndex(({ restorable }) => restorable.length > 0);
  const steady = days.slice(Math.max(0, from));
  const shortest = steady.reduce<SimulatedDay | null>(
    (least, day) => (least === null || windowDays(day) < windowDays(least) ? day : least),
    null,
  );
  const dateAt = (index: number): string => {
    const day = days[index];
    return day ? dateOf(day, format) : '';
  };
  return (
    <ul className="outlook">
      <Line good={without.length === 0} bad={without.length > 0}>
        {without.length === 0
          ? t('readiness.alwaysRestorable')
          : t('readiness.unrestorable', { count: without.length, date: dateAt(days.indexOf(without[0]!)) })}
        {from > 0 && ` ${t('readiness.firstRestorable', { date: dateAt(from) })}`}
      </Line>
      {from >= 0 && shortest && (
        <Line>{t('readiness.shortest', { count: rounded(windowDays(shortest)), date: dateOf(shortest, format) })}</Line>
      )}
      {gaps > 0 && <Line bad>{t('readiness.gaps', { count: gaps })}</Line>}
      {fillings.map(({ place, most, freeBytes, fullOn }) => {
        const name = placeText(place, t);
        const text =
          fullOn !== null
            ? t('readiness.fills', { place: name, date: dateAt(fullOn) })
            : freeBytes === null
              ? t('readiness.roomUnknown', { place: name, most: format.bytes(most) })
              : t('readiness.fits', { place: name, most: format.bytes(most), free: format.bytes(freeBytes) });
        return (
          <Line key={place} bad={fullOn !== null}>
            {text}
          </Line>
        );
      })}
    </ul>
  );
}

type LineProps = { good?: boolean; bad?: boolean; children: React.ReactNode };

function Line({ good = false, bad = false, children }: LineProps) {
  const Icon = bad ? TriangleAlert : good ? CircleCheck : null;
  return (
    <li className={bad ? 'outlook-bad' : good ? 'outlook-good' : undefined}>
      {Icon && <Icon aria-hidden="true" size={15} />}
      <span>{children}</span>
    </li>
  );
}

export function MissCost({ cost, days, onReset }: { cost: Cost; days: readonly SimulatedDay[]; onReset(): void }) {
  const { t, format } = useText();
  const dateAt = (index: number): string => {
    const day = days[index];
    return day ? dateOf(day, format) : '';
  };
  const { windowLost, withoutRestore, withGap, uncovered, until } = cost;
  const parts = [
    withoutRestore.length > 0 ? t('readiness.costsRestore', { count: withoutRestore.length }) : '',
    windowLost ? t('readiness.costsWindow', { count: rounded(windowLost.days), date: dateAt(windowLost.on) }) : '',
    withGap.length > 0 ? t('readiness.costsGap', { count: withGap.length }) : '',
    uncovered ? t('readiness.costsUncovered', { span: format.duration(uncovered.ms), date: dateAt(uncovered.on) }) : '',
    until === null ? t('readiness.costsNothing') : until >= days.length - 1 ? t('readiness.costsLasting') : t('readiness.costsUntil', { date: dateAt(until) }),
  ].filter(Boolean);
  return (
    <Callout tone={withoutRestore.length > 0 ? 'bad' : until === null ? 'good' : 'warning'} icon={withoutRestore.length > 0 ? CircleX : TriangleAlert}>
      <div className="miss-cost" role="status">
        <span>
          <strong>{t('readiness.costs')}:</strong> {parts.join(' ')}
        </span>
        <Button onClick={onReset}>{t('readiness.reset')}</Button>
      </div>
    </Callout>
  );
}
