// What it costs to judge the strategies of one database, and to judge them again while somebody types into one of them.
import { newStrategySpec, strategySpecSchema, type StrategySpec } from '../../shared/domain/strategy.ts';
import { NO_FACTS, type TargetFacts } from '../../shared/lint/facts.ts';
import { lint, type LintedStrategy } from '../../shared/lint/lint.ts';
import { occurrenceInstants } from '../../shared/schedule/occurrences.ts';
import { plainSchedule, type ScheduleRule } from '../../shared/schedule/schedule.ts';
import { median, ms, times, type Row } from './row.ts';

const STRATEGIES = 200;
const BUDGET = 50;
/** A window draws sixty times a second. */
const FRAME = 1000 / 60;
const ROUNDS = 9;
const NOW = Date.UTC(2026, 5, 15);

export function measure(): Row[] {
  const strategies = Array.from({ length: STRATEGIES }, (_, index) => strategyNumber(index));
  const found = judge(strategies).length;
  const own = median(rounds(() => judge(strategies)));
  const schedules = median(rounds(() => strategies.map(({ spec }) => firstStarts(spec))));
  const few = strategies.slice(0, 12);
  const typing = median(rounds(() => keystroke(few)));
  return [
    row(`judging ${STRATEGIES} strategies of one database (${found} findings)`, own, BUDGET, `their next instants alone ${ms(schedules)} (${times(own / schedules)})`),
    row(`the same after a keystroke, ${few.length} strategies, with the form’s own check`, typing, FRAME, ''),
  ];
}

const FACTS: TargetFacts = {
  ...NO_FACTS, archivelog: true, edition: { name: 'Standard Edition 2' }, excluded: ['OLD'],
  dataFiles: Array.from({ length: 500 }, (_, index) => `/u02/oradata/PROD/users${index}.dbf`),
  recoveryArea: { path: '/u03/fra' },
};

const judge = (strategies: readonly LintedStrategy[]) => lint({ facts: FACTS, strategies, roads: null, now: NOW });

function keystroke(strategies: readonly LintedStrategy[]): number {
  const [first, ...others] = strategies;
  const spec = { ...first!.spec, format: '/backup/typed_%U' };
  return strategySpecSchema.safeParse(spec).success ? judge([{ ...first!, spec }, ...others]).length : 0;
}

function firstStarts({ schedule }: StrategySpec): number {
  let count = 0;
  for (const _ of occurrenceInstants(schedule!, NOW)) if ((count += 1) >= 32) break;
  return count;
}

function strategyNumber(index: number): LintedStrategy {
  const mode = (['level-0', 'level-1-differential', 'level-1-cumulative', 'full', 'updated-copy'] as const)[index % 5]!;
  const spec: StrategySpec = {
    ...newStrategySpec(),
    name: `Strategy ${index}`,
    scope: index % 3 === 0
      ? { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: 1, deleteInput: 'input' }
      : { kind: 'tablespaces', tablespaces: [`TS${index}`, `TS${index + 1}`], mode: index % 7 === 0 ? 'level-0' : mode, plusArchivedLogs: false },
    compression: mode === 'updated-copy' && index % 3 !== 0 ? 'none' : 'high',
    tag: mode === 'updated-copy' ? `TAG${index % 20}` : null,
    format: `/u02/backup${index % 9}/%U`,
    afterwards: { ...newStrategySpec().afterwards, deleteObsolete: { kind: 'redundancy', copies: 1 + (index % 3) } },
    schedule: plainSchedule(ruleNumber(index), index % 2 === 0 ? 'Europe/Madrid' : 'America/Bogota'),
  };
  return { id: `s${index}`, enabled: index % 11 !== 0, spec };
}

function ruleNumber(index: number): ScheduleRule {
  const time = `${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
  switch (index % 4) {
    case 0:
      return { kind: 'every', count: 15, unit: 'minutes', anchor: '2026-01-01T00:00' };
    case 1:
      return { kind: 'weekly', days: ['sun'], times: [time] };
    case 2:
      return { kind: 'cron', expression: `${index % 60} ${index % 24} * * *` };
    default:
      return { kind: 'monthly', days: [1], shortMonths: 'skip', times: [time] };
  }
}

const row = (what: string, measured: number, budget: number, baseline: string): Row => ({
  what, measured: ms(measured), baseline, budget: `< ${ms(budget)}`, ok: measured < budget,
});

function rounds(work: () => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
}
