// The steps of a run as the log tells them, with their durations as bars.
import { CircleCheck, CircleDashed, CircleMinus, CircleX, ListTree, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { SessionVerdict } from '../../shared/domain/verdict.ts';
import type { Step } from '../../shared/domain/log-facts.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Empty } from '../ui/layout.tsx';
import { LineLink, type OnLine } from './line-link.tsx';
import { barsOf, type Bar } from './timeline.ts';
import './verdict.css';

const ICONS: Record<Step['outcome'], LucideIcon> = {
  finished: CircleCheck,
  'nothing-to-do': CircleMinus,
  warning: TriangleAlert,
  failed: CircleX,
  open: CircleDashed,
};

export function StepList({ verdict, onLine }: { verdict: SessionVerdict; onLine: OnLine }) {
  const { t } = useText();
  if (verdict.steps.length === 0) {
    return (
      <Empty icon={ListTree} title={t('verdict.stepsNone')}>
        {t('verdict.stepsNoneText')}
      </Empty>
    );
  }
  return (
    <>
      <table className="table steps" aria-label={t('verdict.steps')}>
        <thead>
          <tr>
            <th scope="col">{t('verdict.stepOperation')}</th>
            <th scope="col" className="cell-end">
              {t('verdict.stepDuration')}
            </th>
            <th scope="col" className="steps-bars">
              <span className="visually-hidden">{t('verdict.stepDuration')}</span>
            </th>
            <th scope="col" className="cell-dispensable">
              {t('verdict.stepStarted')}
            </th>
            <th scope="col">{t('verdict.tabLog')}</th>
          </tr>
        </thead>
        <tbody>
          {barsOf(verdict.steps).map((bar) => (
            <StepRow key={bar.step.startLine} bar={bar} onLine={onLine} />
          ))}
        </tbody>
      </table>
      {verdict.omitted.steps > 0 && <p className="muted tab-note">{t('verdict.stepsMore', { count: verdict.omitted.steps })}</p>}
    </>
  );
}

function StepRow({ bar: { step, start, share }, onLine }: { bar: Bar; onLine: OnLine }) {
  const { t, format } = useText();
  const Icon = ICONS[step.outcome];
  return (
    <tr className={`step-${step.outcome}`}>
      <td>
        <span className="step-name">
          <Icon size={14} aria-hidden={step.outcome !== 'finished'} role="img" aria-label={t(`verdict.step-${step.outcome}`)} />
          <span>{step.operation}</span>
          {step.channel && <span className="muted">{step.channel}</span>}
          {step.outcome !== 'finished' && <span className="step-outcome">{t(`verdict.step-${step.outcome}`)}</span>}
        </span>
      </td>
      <td className="cell-end nowrap">
        {step.elapsedSeconds === null ? (
          <span className="muted">{step.outcome === 'failed' || step.outcome === 'open' ? '—' : t('verdict.stepUnknown')}</span>
        ) : (
          format.duration(step.elapsedSeconds * 1000)
        )}
      </td>
      <td className="steps-bars" aria-hidden="true">
        <span className="step-track">
          {share !== null && (
            <span className="step-bar" style={{ left: `${start * 100}%`, width: `max(2px, ${share * 100}%)` }} />
          )}
        </span>
      </td>
      <td className="cell-dispensable nowrap muted">{step.startedAt}</td>
      <td>
        <LineLink line={step.startLine} onLine={onLine} />
      </td>
    </tr>
  );
}
