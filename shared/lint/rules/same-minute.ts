// Two strategies of one database start at the same minute. One run per database is under way at a time, so one waits.
import { rule, type Repair } from '../finding.ts';
import { DAY, MOST_STARTS, type Member } from '../lint-set.ts';
import { repair } from '../repairs.ts';

const MINUTE = 60_000;

export const sameMinute = rule<{ name: string; other: string }>({
  name: 'same-minute',
  judges: 'set',
  find({ running }) {
    const taken = new Map<number, Member>();
    // What runs many times a day meets everybody, is short, and comes first in the queue.
    const sparse = running.filter((one) => !isDense(one));
    const all = new Set(sparse.flatMap(minutesOf));
    return sparse.flatMap((member) => {
      const minutes = minutesOf(member);
      const other = minutes.map((minute) => taken.get(minute)).find((one) => one !== undefined);
      for (const minute of minutes) if (!taken.has(minute)) taken.set(minute, member);
      if (!other) return [];
      return [{
        severity: 'hint', strategies: [member.id, other.id], path: 'schedule',
        params: { name: member.name, other: other.name }, repairs: laterRepair(member, all),
      }];
    });
  },
  words: {
    en: ({ name, other }) => ({
      title: `“${name}” and “${other}” start at the same minute`,
      why: 'On one database one run is under way at a time. Which one waits is decided by the queue, and the one that waits reads a later state than its hour says.',
      example: `On Sunday at that hour “${other}” takes four hours. “${name}” begins only then, ends in working hours, and everybody asks why the database is slow.`,
      todo: 'Give each its own hour.',
    }),
    es: ({ name, other }) => ({
      title: `«${name}» y «${other}» empiezan en el mismo minuto`,
      why: 'En una base de datos hay una ejecución a la vez. La cola decide cuál espera, y la que espera lee un estado posterior al de su hora.',
      example: `El domingo a esa hora «${other}» tarda cuatro horas. «${name}» empieza entonces, acaba en horario de trabajo, y todos preguntan por qué va lenta la base.`,
      todo: 'Dar a cada una su hora.',
    }),
  },
});

const minutesOf = ({ starts }: Member): number[] => starts.map((at) => Math.floor(at / MINUTE));

const isDense = ({ starts }: Member): boolean => starts.length >= MOST_STARTS && starts.at(-1)! - starts[0]! < 3 * DAY;

/** The first quarter of an hour of that day at which nobody else starts. Only for a schedule with one time of day. */
function laterRepair(member: Member, taken: ReadonlySet<number>): Repair[] {
  const { schedule } = member.spec;
  if (schedule === null || !('times' in schedule.rule) || schedule.rule.times.length !== 1) return [];
  const minutes = toMinutes(schedule.rule.times[0]!);
  for (let later = 15; minutes + later < 24 * 60 && later <= 240; later += 15) {
    if (minutesOf(member).some((minute) => taken.has(minute + later))) continue;
    const time = toTime(minutes + later);
    return repair('later', member, { schedule: { ...schedule, rule: { ...schedule.rule, times: [time] } } }, { time });
  }
  return [];
}

const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const toTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
