// `respaldo simulate`: what a database would have on each of the next days, as planned or with runs that fail.
import type { Language } from '../../shared/domain/settings.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { occurrenceInstants } from '../../shared/schedule/occurrences.ts';
import { questionOf } from '../../shared/simulation/ask.ts';
import { contributionOf } from '../../shared/simulation/contribution.ts';
import { costOfMisses, windowDays } from '../../shared/simulation/cost-of-misses.ts';
import type { SimulationFacts } from '../../shared/simulation/facts.ts';
import { fillings, type Filling } from '../../shared/simulation/rooms.ts';
import {
  simulate as simulated, standingNow, type Miss, type Question, type SimulatedDay,
} from '../../shared/simulation/simulate.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime, readMoment } from './moments.ts';
import { readCount } from './numbers.ts';
import { withProfile, type ProfileSession } from './profile-session.ts';
import { namedTarget } from './strategies.ts';
import type { Terminal } from './terminal.ts';
import { momentWord } from './words.ts';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const GIB = 2 ** 30;

const WORDS = {
  en: {
    nothing: 'nothing', days: 'days', full: 'full', none: 'No database.', missed: 'missed',
    cost: 'Missed runs cost {days} days of the window.',
  },
  es: {
    nothing: 'nada', days: 'días', full: 'lleno', none: 'No hay bases de datos.', missed: 'perdidas',
    cost: 'Las ejecuciones perdidas cuestan {days} días de la ventana.',
  },
};

type Simulated = {
  target: Target;
  facts: SimulationFacts;
  question: Question;
  days: SimulatedDay[];
  planned: SimulatedDay[];
  fillings: Filling[];
};

/**
 * Exit code 7 when on some day nothing could be restored, or a place is full.
 * @throws AppError `cli.unknown-name`, `cli.usage`
 */
export function simulate(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const count = readCount('--days', command.text('days'), MOST_DAYS);
  return withProfile(command, terminal, async (session) => {
    const targets = await session.store.targets.list();
    const wanted = namedTarget(command.words[0], targets);
    const shown = targets.filter(({ id }) => wanted === null || id === wanted);
    const all: Simulated[] = [];
    for (const target of shown) all.push(await ofTarget(target, count, command, session));
    refuseUnused(command, all);
    if (command.json) terminal.out(asJson(all));
    else if (all.length === 0) terminal.out(`${WORDS[command.language].none}\n`);
    else terminal.out(all.map((one) => asText(one, command.language)).join('\n'));
    const isBad = ({ days, fillings: places }: Simulated): boolean =>
      days.some(({ restorable }) => restorable.length === 0) || places.some(({ fullOn }) => fullOn !== null);
    return all.some(isBad) ? EXIT.attention : EXIT.good;
  });
}

async function ofTarget(
  target: Target, count: number, command: ParsedCommand, { application, store }: ProfileSession,
): Promise<Simulated> {
  const { gatherFacts } = await import('../simulation/gather-facts.ts');
  const { catalogue, ports, settings } = application;
  const [facts, everything] = await Promise.all([
    gatherFacts(target.id, { store, clock: ports.clock, panel: (id, name) => catalogue.panel(id, name, false) }),
    store.strategies.list(),
  ]);
  const strategies = everything.filter(({ targetId }) => targetId === target.id);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const trial = { facts, figures: facts.figures, missed: [], days: count, zone };
  const planned = questionOf(trial, { target, strategies, settings: settings.current() });
  const missed = command.texts('miss').flatMap((text) => missesOf(text, planned));
  const question = { ...planned, missed: [...planned.missed, ...missed] };
  const asPlanned = simulated(planned);
  const days = missed.length === 0 ? asPlanned : simulated(question);
  const begin = new Map(standingNow(planned).places.map(({ place, bytes }) => [place, bytes]));
  return { target, facts, question, days, planned: asPlanned, fillings: fillings(days, begin, facts.rooms) };
}

/**
 * `name@2026-11-29T02:00` is the run of that minute, `name@2026-11-29` all of that day, and two dots behind either all
 * from then on. Nothing for a strategy of another database.
 */
function missesOf(text: string, { strategies, now, midnights }: Question): Miss[] {
  const { name, when, onwards } = partsOf(text);
  const strategy = strategies.find(({ id, spec }) => id === name || spec.name.toLowerCase() === name.toLowerCase());
  if (strategy === undefined) return [];
  const from = readMoment(when);
  if (onwards) return [{ strategyId: strategy.id, from }];
  const until = from + (when.length > 10 ? MINUTE_MS : DAY_MS);
  const misses: Miss[] = [];
  const { schedule } = strategy.spec;
  if (schedule !== null) {
    for (const { at } of occurrenceInstants(schedule, Math.max(now, from - 1))) {
      if (at >= Math.min(until, midnights.at(-1) ?? until)) break;
      misses.push({ strategyId: strategy.id, instant: at });
    }
  }
  if (misses.length === 0) throw usage(`${strategy.spec.name} has no run at ${when}; see respaldo schedule list`);
  return misses;
}

function partsOf(text: string): { name: string; when: string; onwards: boolean } {
  const at = text.lastIndexOf('@');
  if (at < 1) throw usage(`--miss takes <strategy>@<time>, not '${text}'`);
  const when = text.slice(at + 1);
  const onwards = when.endsWith('..');
  return { name: text.slice(0, at), when: onwards ? when.slice(0, -2) : when, onwards };
}

function refuseUnused(command: ParsedCommand, all: readonly Simulated[]): void {
  const strategies = all.flatMap(({ question }) => question.strategies);
  const names = strategies.flatMap(({ id, spec }) => [id, spec.name.toLowerCase()]);
  for (const text of command.texts('miss')) {
    const { name } = partsOf(text);
    if (!names.includes(name) && !names.includes(name.toLowerCase())) throw new AppError('cli.unknown-name', { name });
  }
}

const usage = (detail: string): AppError => new AppError('cli.usage', { detail });

function asText({ target, days, planned, fillings: places }: Simulated, language: Language): string {
  const words = WORDS[language];
  const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1)} GiB`;
  const rows = days.map((day, index) => {
    const [newest] = day.restorable;
    const missed = day.runs.reduce((sum, run) => sum + run.missed.length, 0);
    const full = places.some(({ fullOn }) => fullOn !== null && index >= fullOn);
    return [
      new Date(day.from).toLocaleDateString(language, { dateStyle: 'short' }),
      newest ? `${momentWord(newest.from, language)} – ${momentWord(newest.to, language)}` : words.nothing,
      newest ? `${windowDays(day).toFixed(1)} ${words.days}` : '',
      gib(day.places.reduce((sum, { bytes }) => sum + bytes, 0)),
      full ? words.full : '',
      missed > 0 ? `${missed} ${words.missed}` : '',
    ];
  });
  const { windowLost } = costOfMisses(planned, days);
  const cost = windowLost === null ? '' : `${words.cost.replace('{days}', windowLost.days.toFixed(1))}\n`;
  return `${target.spec.name}\n${columns(rows)}${cost}`;
}

function asJson(all: readonly Simulated[]): string {
  const databases = all.map(({ target, facts, question, days, planned, fillings: places }) => ({
    target: { id: target.id, name: target.spec.name },
    figures: facts.figures,
    strategies: question.strategies.map((strategy) => ({
      id: strategy.id, name: strategy.spec.name, contribution: contributionOf(strategy),
    })),
    days: days.map((day) => ({
      ...day,
      from: isoTime(day.from),
      until: isoTime(day.until),
      restorable: day.restorable.map(({ from, to }) => ({ from: isoTime(from), to: isoTime(to) })),
      withServerLogs: day.withServerLogs && {
        from: isoTime(day.withServerLogs.from), to: isoTime(day.withServerLogs.to),
      },
      windowDays: windowDays(day),
      runs: day.runs.map(({ strategyId, good, missed, heldBack }) => ({
        strategyId, good: good.map(isoTime), missed: missed.map(isoTime), heldBack: heldBack.map(isoTime),
      })),
    })),
    places: places.map(({ fullOn, ...place }) => ({
      ...place, fullOn: fullOn === null ? null : isoTime(days[fullOn]?.from ?? null),
    })),
    cost: question.missed.length === 0 ? null : costOfMisses(planned, days),
  }));
  return `${JSON.stringify({ respaldo: 'simulate', schemaVersion: 1, databases }, null, 2)}\n`;
}
