// One day of the simulation: what could be restored, its runs (each can be made to fail), space, what is kept.
import { ListX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import type { DayRuns, Miss, SimulatedDay } from '../../../shared/simulation/simulate.ts';
import { backupsAtEndOf, policiesOf } from '../../../shared/simulation/simulate.ts';
import { whyKept, type KeptBackup } from '../../../shared/simulation/why-kept.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/layout.tsx';
import { Spinner } from '../../ui/progress.tsx';
import { useInSlices } from './in-slices.ts';
import { clockText, dateOf, daysText, placeText, stretchText } from './readiness-words.ts';
import { keyOf, type Simulation } from './use-simulation.ts';

/** More times than these are one button. */
const MOST_TIMES = 8;
const MOST_KEPT = 200;

type DetailProps = {
  simulation: Simulation;
  index: number;
  names: ReadonlyMap<string, string>;
  onToggle(misses: readonly Miss[]): void;
};

export function DayDetail({ simulation, index, names, onToggle }: DetailProps) {
  const { t, format } = useText();
  const day = simulation.days[index];
  if (day === undefined) return null;
  return (
    <section className="day-detail" aria-label={dateOf(day, format)}>
      <h2>
        {dateOf(day, format)}{' '}
        <span className="muted">{t('readiness.dayOf', { number: index + 1, count: simulation.days.length })}</span>
      </h2>
      <div className="day-columns">
        <div>
          <Facts>
            <Fact term={t('readiness.lostServer')}>
              {day.restorable.length === 0
                ? t('readiness.nothing')
                : day.restorable.map((stretch) => (
                    <div key={stretch.from}>
                      {stretchText(stretch, t, format)}{' '}
                      <span className="muted">({daysText(stretch.to - stretch.from, t)})</span>
                    </div>
                  ))}
            </Fact>
            <Fact term={t('readiness.withLogs')}>
              {day.withServerLogs ? stretchText(day.withServerLogs, t, format) : t('readiness.nothing')}
            </Fact>
            <Fact term={t('readiness.uncovered')}>
              {day.longestUncovered === null ? t('readiness.neverCovered') : format.duration(day.longestUncovered)}
            </Fact>
            <Fact term={t('readiness.spaceOfDay')}>
              {day.places.map(({ place, bytes }) => (
                <div key={place}>
                  {placeText(place, t)}: {format.bytes(bytes)}
                </div>
              ))}
              {day.logsOnDiskBytes > 0 && (
                <div className="muted">{t('readiness.logsOnDisk', { bytes: format.bytes(day.logsOnDiskBytes) })}</div>
              )}
            </Fact>
          </Facts>
          <p>{t('readiness.writes', { bytes: format.bytes(day.written.bytes) })}</p>
          <p>{deletedText(day)}</p>
        </div>
        <DayRunRows day={day} missed={simulation.missed} names={names} onToggle={onToggle} />
      </div>
      <KeptBackups simulation={simulation} index={index} names={names} />
    </section>
  );

  function deletedText({ deleted: { count, bytes, logBytes } }: SimulatedDay): string {
    if (count === 0 && logBytes === 0) return t('readiness.deletesNothing');
    const backups = t('readiness.deletes', { count, bytes: format.bytes(bytes) });
    return logBytes === 0 ? backups : `${backups} ${t('readiness.deletesLogs', { bytes: format.bytes(logBytes) })}`;
  }
}

type RowsProps = {
  day: SimulatedDay;
  missed: readonly Miss[];
  names: ReadonlyMap<string, string>;
  onToggle(misses: readonly Miss[]): void;
};

function DayRunRows({ day, missed, names, onToggle }: RowsProps) {
  const { t } = useText();
  return (
    <div>
      <h3>{t('readiness.runsOfDay')}</h3>
      <p className="muted">{t(day.runs.length === 0 ? 'readiness.noRuns' : 'readiness.missHint')}</p>
      <ul className="day-runs">
        {day.runs.map((run) => (
          <RunRow
            key={run.strategyId}
            run={run}
            day={day}
            missed={missed}
            name={names.get(run.strategyId) ?? run.strategyId}
            onToggle={onToggle}
          />
        ))}
      </ul>
    </div>
  );
}

type RunRowProps = Omit<RowsProps, 'names'> & { run: DayRuns; name: string };

function RunRow({ run, day, missed, name, onToggle }: RunRowProps) {
  const { t, language } = useText();
  const { strategyId, good, heldBack } = run;
  const instants = [...good, ...run.missed].sort((a, b) => a - b);
  const keys = useMemo(() => new Set(missed.map(keyOf)), [missed]);
  const fromHere: Miss = { strategyId, from: day.from };
  const times = instants.length <= MOST_TIMES;
  return (
    <li>
      <span className="day-run-name">{name}</span>
      <span className="day-run-times">
        {times ? (
          instants.map((instant) => {
            const time = clockText(instant, language);
            return (
              <MissButton
                key={instant}
                label={t('readiness.missRun', { name, time })}
                pressed={run.missed.includes(instant)}
                onPress={() => onToggle([{ strategyId, instant }])}
              >
                {time}
              </MissButton>
            );
          })
        ) : (
          <span>{t('readiness.manyRuns', { count: instants.length })}</span>
        )}
        {run.missed.length > 0 && !times && (
          <span className="muted">{t('readiness.missedRuns', { count: run.missed.length })}</span>
        )}
        {heldBack.length > 0 && <span className="muted">{t('readiness.heldBack', { count: heldBack.length })}</span>}
      </span>
      <span className="day-run-more">
        {!times && (
          <MissButton
            label={`${name}: ${t('readiness.missDay')}`}
            pressed={good.length === 0}
            onPress={() => onToggle(instants.map((instant) => ({ strategyId, instant })))}
          >
            {t('readiness.missDay')}
          </MissButton>
        )}
        <MissButton
          label={`${name}: ${t('readiness.missFrom')}`}
          pressed={keys.has(keyOf(fromHere))}
          onPress={() => onToggle([fromHere])}
        >
          {t('readiness.missFrom')}
        </MissButton>
      </span>
    </li>
  );
}

type MissButtonProps = { label: string; pressed: boolean; onPress(): void; children: string };

function MissButton({ label, pressed, onPress, children }: MissButtonProps) {
  return (
    <button type="button" className="miss-button" aria-label={label} aria-pressed={pressed} onClick={onPress}>
      {pressed && <ListX aria-hidden="true" size={13} />}
      <span>{children}</span>
    </button>
  );
}

type KeptProps = Pick<DetailProps, 'simulation' | 'index' | 'names'>;

function KeptBackups({ simulation, index, names }: KeptProps) {
  const { t, format } = useText();
  const [isOpen, setOpen] = useState(false);
  const kept = simulation.days[index]?.kept ?? [];
  return (
    <div className="day-kept">
      <h3>{t('readiness.kept')}</h3>
      <p className="day-kept-sums">
        {kept.map(({ what, count, bytes }) => (
          <span key={what}>
            {t(`readiness.kind-${what}`)}: {format.number(count)} · {format.bytes(bytes)}
          </span>
        ))}
      </p>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'readiness.hideKept' : 'readiness.showKept')}
      </Button>
      {isOpen && <KeptList simulation={simulation} index={index} names={names} />}
    </div>
  );
}

function KeptList({ simulation: { question }, index, names }: KeptProps) {
  const { t, format } = useText();
  const { result, busy } = useInSlices(useMemo(() => () => backupsAtEndOf(question, index), [question, index]));
  const rows = useMemo(
    () => (result === null ? null : whyKept(result, policiesOf(question), question.midnights[index] ?? question.now)),
    [result, question, index],
  );
  if (rows === null) return <Spinner />;
  return (
    <div className="kept-list" aria-busy={busy}>
      <table className="kept-table">
        <thead>
          <tr>
            {(['colBackup', 'colStrategy', 'colCompleted', 'colBytes', 'colWhy'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`readiness.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_KEPT).map((row) => (
            <tr key={row.backup.id}>
              <td>{t(`readiness.kind-${row.backup.what}`)}</td>
              <td>{names.get(row.backup.strategyId) ?? '–'}</td>
              <td className="nowrap">{format.dateTime(row.backup.completedAt)}</td>
              <td className="nowrap">{format.bytes(row.backup.bytes)}</td>
              <td>{reasonText(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_KEPT && <p className="muted">{t('readiness.keptCut', { count: MOST_KEPT })}</p>}
    </div>
  );

  function reasonText({ reason }: KeptBackup): string {
    if (reason.kind !== 'archival') return t(`readiness.why-${reason.kind}`);
    if (reason.until === 'forever') return t('readiness.why-archival-forever');
    return t('readiness.why-archival', { until: format.date(reason.until) });
  }
}
