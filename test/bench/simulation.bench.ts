// What it costs to know sixty days ahead, beside merely knowing when the same strategies start.
import { occurrencesBetween } from '../../shared/schedule/occurrences.ts';
import { simulate, type Question } from '../../shared/simulation/simulate.ts';
import { at, daily, database, every, logs, obsolete, question, sundays, testStrategy } from '../support/simulated-database.ts';
import { median, ms, times, type Row } from './row.ts';

const BUDGET = 100;
const STRATEGIES = 50;
const ROUNDS = 9;

export function measure(): Row[] {
  const asked = busyDatabase();
  const own = median(rounds(() => simulate(asked)));
  const schedules = median(rounds(() => starts(asked)));
  return [
    {
      what: `60 days of ${STRATEGIES} strategies (${starts(asked)} runs)`,
      measured: ms(own),
      baseline: `their instants alone ${ms(schedules)} (${times(own / schedules)})`,
      budget: `< ${BUDGET} ms`,
      ok: own < BUDGET,
    },
  ];
}

/** One in five backs up logs every 15 minutes; the others are data files of every kind, and control files. */
function busyDatabase(): Question {
  return question(
    Array.from({ length: STRATEGIES }, (_, index) => {
      const id = `s${String(index).padStart(2, '0')}`;
      const minute = String(index).padStart(2, '0');
      const window = obsolete({ kind: 'window', days: 14 + (index % 3) * 7 });
      switch (index % 5) {
        case 0:
          return testStrategy(id, { scope: logs({ deleteInput: index % 2 === 0 ? 'input' : 'keep' }), schedule: every(15, 'minutes') });
        case 1:
          return testStrategy(id, { scope: database('level-0'), schedule: sundays(`01:${minute}`), ...window });
        case 2:
          return testStrategy(id, { scope: database('level-1-differential'), schedule: daily(`03:${minute}`), ...window });
        case 3:
          return testStrategy(id, { scope: database('updated-copy'), tag: `COPY${index}`, schedule: daily(`04:${minute}`) });
        default:
          return testStrategy(id, { scope: { kind: 'control-file' }, schedule: at({ kind: 'cron', expression: `${index} 5 * * *` }) });
      }
    }),
  );
}

const starts = ({ strategies, now, midnights }: Question): number =>
  strategies.flatMap(({ spec }) =>
    spec.schedule ? occurrencesBetween(spec.schedule, now, midnights.at(-1) ?? now) : [],
  ).length;

function rounds(work: () => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
}
