// The same days as a table: what the chart shows to the eye, in words and numbers.
import { useText } from '../../i18n/text-provider.tsx';
import type { SimulatedDay } from '../../../shared/simulation/simulate.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { dateOf, daysText } from './readiness-words.ts';

type Row = { day: SimulatedDay; index: number };

export function DaysTable({ days, onOpen }: { days: readonly SimulatedDay[]; onOpen(index: number): void }) {
  const { t, format } = useText();
  const columns: Column<Row>[] = [
    { id: 'day', title: t('readiness.colDay'), width: '120px', cell: ({ day }) => dateOf(day, format) },
    {
      id: 'from',
      title: t('readiness.colFrom'),
      cell: ({ day: { restorable: [newest] } }) => (newest ? format.dateTime(newest.from) : <strong>{t('readiness.nothing')}</strong>),
    },
    {
      id: 'to',
      title: t('readiness.colTo'),
      cell: ({ day: { restorable: [newest] } }) => (newest ? format.dateTime(newest.to) : ''),
    },
    {
      id: 'window',
      title: t('readiness.colWindow'),
      width: '90px',
      align: 'end',
      cell: ({ day: { restorable: [newest] } }) => (newest ? daysText(newest.to - newest.from, t) : ''),
    },
    {
      id: 'gaps',
      title: t('readiness.colGaps'),
      width: '70px',
      align: 'end',
      dispensable: true,
      cell: ({ day }) => (day.restorable.length > 1 ? format.number(day.restorable.length - 1) : ''),
    },
    {
      id: 'uncovered',
      title: t('readiness.colUncovered'),
      width: '110px',
      align: 'end',
      dispensable: true,
      cell: ({ day }) => (day.longestUncovered === null ? '' : format.duration(day.longestUncovered)),
    },
    { id: 'runs', title: t('readiness.colRuns'), width: '130px', align: 'end', cell: ({ day }) => runsText(day) },
    {
      id: 'deleted',
      title: t('readiness.colDeleted'),
      width: '100px',
      align: 'end',
      dispensable: true,
      cell: ({ day: { deleted } }) => (deleted.bytes + deleted.logBytes > 0 ? format.bytes(deleted.bytes + deleted.logBytes) : ''),
    },
    {
      id: 'space',
      title: t('readiness.colSpace'),
      width: '100px',
      align: 'end',
      cell: ({ day }) => format.bytes(day.places.reduce((sum, { bytes }) => sum + bytes, 0)),
    },
  ];
  function runsText({ runs }: SimulatedDay): string {
    const good = runs.reduce((sum, run) => sum + run.good.length, 0);
    const missed = runs.reduce((sum, run) => sum + run.missed.length, 0);
    return missed === 0 ? format.number(good) : `${format.number(good)} · ${t('readiness.missedRuns', { count: missed })}`;
  }
  return (
    <DataTable
      label={t('readiness.table')}
      columns={columns}
      rows={days.map((day, index) => ({ day, index }))}
      keyOf={({ index }) => String(index)}
      onOpen={({ index }) => onOpen(index)}
      scroll="page"
    />
  );
}
