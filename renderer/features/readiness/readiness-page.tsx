// Restore readiness: what of a database could be restored today, and what its strategies leave on the days to come.
import { Database, LifeBuoy, ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { StrategyOverview, TargetOverview } from '../../../shared/ipc/slices.ts';
import { contributionOf, countsForRestore } from '../../../shared/simulation/contribution.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useRoute, useRouter, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/field.tsx';
import { Select } from '../../ui/inputs.tsx';
import { Empty, Fact, Facts, PageFrame } from '../../ui/layout.tsx';
import { Spinner } from '../../ui/progress.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { DayDetail } from './day-detail.tsx';
import { DaysTable } from './days-table.tsx';
import { FiguresEditor } from './figures-editor.tsx';
import { MissCost, Outlook } from './outlook.tsx';
import { daysText, stretchText } from './readiness-words.ts';
import { DAYS, useSimulation, type Simulation } from './use-simulation.ts';
import { WindowChart } from './window-chart.tsx';
import './readiness.css';

export function ReadinessPage() {
  const { t } = useText();
  const router = useRouter();
  const targets = useSlice('targets');
  const { query } = useRoute();
  const target = targets.find(({ id }) => id === query['database']) ?? targets[0];
  if (target === undefined) {
    return (
      <PageFrame title={t('readiness.title')}>
        <Empty
          icon={Database}
          title={t('readiness.noDatabases')}
          actions={
            <Button needs="targets.create" onClick={() => router.go(route('target', 'new'))}>
              {t('readiness.toDatabases')}
            </Button>
          }
        >
          {t('readiness.noDatabasesText')}
        </Empty>
      </PageFrame>
    );
  }
  const choice = (
    <Select
      label={t('readiness.database')}
      value={target.id}
      choices={targets.map(({ id, spec }) => ({ value: id, label: spec.name }))}
      onChange={(id) => router.replace(route('readiness', null, { database: id }))}
    />
  );
  return (
    <PageFrame title={t('readiness.title')} about={t('readiness.about', { count: DAYS })} actions={choice}>
      <DatabaseReadiness key={target.id} target={target} />
    </PageFrame>
  );
}

function DatabaseReadiness({ target }: { target: TargetOverview }) {
  const { t } = useText();
  const router = useRouter();
  const all = useSlice('strategies');
  const strategies = useMemo(() => all.filter(({ targetId }) => targetId === target.id), [all, target.id]);
  const simulation = useSimulation(target, strategies);
  if (simulation.problem !== null) return <Problem text={t('readiness.problem', { problem: simulation.problem })} />;
  if (simulation.shown === null) {
    return (
      <p className="muted readiness-asking">
        <Spinner /> {t('readiness.asking')}
      </p>
    );
  }
  const { shown } = simulation;
  const runsByItself = target.enabled && strategies.some((one) => countsForRestore(contributionOf(one)));
  return (
    <div className="readiness" aria-busy={simulation.busy}>
      <Today simulation={shown} />
      {runsByItself ? (
        <Ahead simulation={shown} control={simulation} strategies={strategies} />
      ) : (
        <Empty
          icon={ListChecks}
          title={t('readiness.noStrategies')}
          actions={
            <Button needs="strategies.create" onClick={() => router.go(route('strategy', 'new', { target: target.id }))}>
              {t('readiness.newStrategy')}
            </Button>
          }
        >
          {t('readiness.noStrategiesText')}
        </Empty>
      )}
      <Contributions strategies={strategies} />
    </div>
  );
}

function Today({ simulation: { now, facts } }: { simulation: Simulation }) {
  const { t, format } = useText();
  const [newest, ...older] = now.restorable;
  const { count, oldest, cut } = facts.pastRuns;
  return (
    <section className="readiness-today">
      <h2>
        <LifeBuoy aria-hidden="true" size={16} /> {t('readiness.today')}
      </h2>
      <Facts>
        <Fact term={t('readiness.lostServer')}>
          {newest ? (
            <>
              {stretchText(newest, t, format)} <strong>({daysText(newest.to - newest.from, t)})</strong>
              {older.length > 0 && <div className="muted">{older.map((one) => stretchText(one, t, format)).join(' · ')}</div>}
            </>
          ) : (
            <strong className="readiness-nothing">{t('readiness.nothing')}</strong>
          )}
        </Fact>
        <Fact term={t('readiness.withLogs')}>
          {now.withServerLogs ? stretchText(now.withServerLogs, t, format) : t('readiness.nothing')}
        </Fact>
        <Fact term={t('readiness.uncovered')}>
          {now.longestUncovered === null ? t('readiness.neverCovered') : format.duration(now.longestUncovered)}
        </Fact>
        {now.archival > 0 && <Fact term={t('readiness.archival')}>{format.number(now.archival)}</Fact>}
      </Facts>
      <p className="muted">
        {oldest === null ? t('readiness.builtFromNothing') : t('readiness.builtFrom', { count, since: format.date(oldest) })}
        {cut && ` ${t('readiness.builtCut')}`}
      </p>
    </section>
  );
}

type AheadProps = {
  simulation: Simulation;
  control: ReturnType<typeof useSimulation>;
  strategies: readonly StrategyOverview[];
};
const VIEWS = ['chart', 'table', 'figures'] as const;

function Ahead({ simulation, control, strategies }: AheadProps) {
  const { t } = useText();
  const [view, setView] = useState<(typeof VIEWS)[number]>('chart');
  const [selected, setSelected] = useState(0);
  const names = useMemo(() => new Map(strategies.map(({ id, spec }) => [id, spec.name])), [strategies]);
  const { days, planned, cost, fillings } = simulation;
  return (
    <section>
      <h2>{t('readiness.outlook', { count: days.length })}</h2>
      <Outlook simulation={simulation} />
      {cost && <MissCost cost={cost} days={days} onReset={control.reset} />}
      <Tabs
        label={t('readiness.views')}
        tabs={VIEWS.map((id) => ({ id, label: t(`readiness.${id}`) }))}
        current={view}
        onChange={(next) => setView(next)}
      >
        <div className="readiness-view">
          {view === 'chart' && (
            <>
              <Legend simulation={simulation} />
              <WindowChart
                days={days}
                planned={planned}
                fillings={fillings}
                selected={selected}
                onSelect={setSelected}
              />
            </>
          )}
          {view === 'table' && (
            <DaysTable
              days={days}
              onOpen={(index) => {
                setSelected(index);
                setView('chart');
              }}
            />
          )}
          {view === 'figures' && (
            <FiguresEditor
              figures={simulation.figures}
              rooms={simulation.rooms}
              isEdited={simulation.isEdited}
              onFigures={control.setFigures}
              onRooms={control.setRooms}
              onReset={control.resetFigures}
            />
          )}
        </div>
      </Tabs>
      {view === 'chart' && <DayDetail simulation={simulation} index={selected} names={names} onToggle={control.toggle} />}
    </section>
  );
}

function Legend({ simulation: { days, planned, missed } }: { simulation: Simulation }) {
  const { t } = useText();
  return (
    <p className="chart-legend muted">
      {days.some(({ restorable }) => restorable.length === 0) && (
        <span>
          <span className="legend-mark legend-nothing" /> {t('readiness.nothing')}
        </span>
      )}
      {missed.length > 0 && (
        <span>
          <span className="legend-cross">✕</span> {t('readiness.missedMark')}
        </span>
      )}
      {missed.length > 0 && (
        <span>
          <span className="legend-mark legend-shorter" /> {t('readiness.shorter')}
        </span>
      )}
      {days !== planned && (
        <span>
          <span className="legend-mark legend-planned" /> {t('readiness.asPlanned')}
        </span>
      )}
    </p>
  );
}

function Contributions({ strategies }: { strategies: readonly StrategyOverview[] }) {
  const { t } = useText();
  if (strategies.length === 0) return null;
  return (
    <section className="contributions">
      <h2>{t('readiness.counts')}</h2>
      <ul>
        {strategies.map((strategy) => (
          <li key={strategy.id}>
            <Link to={route('strategy', strategy.id)}>{strategy.spec.name}</Link>
            <span className="muted">{t(`readiness.counts-${contributionOf(strategy)}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
