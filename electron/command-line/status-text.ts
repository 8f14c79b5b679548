// How a profile stands, as a person reads it in a terminal.
import { occurrenceReasonText, occurrenceStateText } from '../../shared/domain/occurrence-text.ts';
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import type { OutboxSummary } from '../../shared/domain/outbox.ts';
import type { Language } from '../../shared/domain/settings.ts';
import { columns } from './columns.ts';
import { queueRow } from './queue.ts';
import type { Attention, Status, StrategyStatus } from './status-facts.ts';
import { momentWord, pauseSentence, stateWord } from './words.ts';

const MOST_NEXT = 5;

const WORDS = {
  en: {
    supervised: 'A Respaldo is running and starts what is due (process {pid}).',
    unsupervised: 'No Respaldo is running: nothing starts by itself.',
    outboxEmpty: 'No messages wait.',
    outbox: 'Messages: {pending} waiting, {refused} refused.',
    underWay: 'Under way and waiting',
    next: 'Next',
    strategies: 'Strategies: last attempt, last good run',
    attention: 'Needs a look',
    calm: 'Nothing needs a look.',
    disabled: '(disabled)',
    never: 'never run',
    goodNever: 'never good',
    good: 'good {at}',
    overdue: 'a good run is overdue since {at}',
    notGood: 'the last attempt came to: {state}',
    refused: 'messages that were refused: {count} (respaldo outbox)',
  },
  es: {
    supervised: 'Hay un Respaldo en marcha que inicia lo que toca (proceso {pid}).',
    unsupervised: 'No hay ningún Respaldo en marcha: nada se inicia por sí solo.',
    outboxEmpty: 'No hay mensajes pendientes.',
    outbox: 'Mensajes: {pending} pendientes, {refused} rechazados.',
    underWay: 'En curso y en espera',
    next: 'Próximas',
    strategies: 'Estrategias: último intento, última copia buena',
    attention: 'Requiere atención',
    calm: 'Nada requiere atención.',
    disabled: '(deshabilitada)',
    never: 'nunca ejecutada',
    goodNever: 'ninguna buena',
    good: 'buena {at}',
    overdue: 'hay una copia buena atrasada desde el {at}',
    notGood: 'el último intento acabó así: {state}',
    refused: 'mensajes rechazados: {count} (respaldo outbox)',
  },
} as const;

/** The whole page, ending in a line feed. */
export function statusText(status: Status, language: Language): string {
  const words = WORDS[language];
  const { supervisor, pause, outbox } = status;
  const head = [
    supervisor ? words.supervised.replace('{pid}', String(supervisor.pid)) : words.unsupervised,
    pauseSentence(pause, language),
    outboxSentence(outbox, language),
  ];
  return [
    `${head.join('\n')}\n`,
    section(words.underWay, [
      ...status.active.map((one) => queueRow(one, { language })),
      ...status.waiting.map((one) => waitingRow(one, language)),
    ]),
    section(words.next, nextRows(status.strategies, language), MOST_NEXT),
    section(words.strategies, status.strategies.map((one) => strategyRow(one, language))),
    status.attention.length === 0
      ? `\n${words.calm}\n`
      : section(words.attention, status.attention.map((one) => attentionRow(one, language))),
  ].join('');
}

function outboxSentence({ pending, refused }: OutboxSummary, language: Language): string {
  const words = WORDS[language];
  if (pending === 0 && refused === 0) return words.outboxEmpty;
  return words.outbox.replace('{pending}', String(pending)).replace('{refused}', String(refused));
}

function section(title: string, rows: string[][], most = Infinity): string {
  if (rows.length === 0) return '';
  const lines = columns(rows.slice(0, most).map((row) => ['', ...row]));
  return `\n${title} (${rows.length}):\n${lines}`;
}

const waitingRow = (one: Occurrence, language: Language): string[] => [
  one.id,
  momentWord(one.instant, language),
  occurrenceStateText(one.state, language),
  one.targetName,
  one.strategyName,
  one.reason ? occurrenceReasonText(one.reason, language, (ms) => momentWord(ms, language)) : '',
];

const nextRows = (all: StrategyStatus[], language: Language): string[][] =>
  all
    .flatMap((one) => (one.next === null ? [] : [{ ...one, next: one.next }]))
    .sort((a, b) => a.next - b.next)
    .map(({ next, targetName, strategy }) => [momentWord(next, language), targetName, strategy.spec.name]);

function strategyRow(one: StrategyStatus, language: Language): string[] {
  const words = WORDS[language];
  const { targetName, strategy, enabled, lastAttempt, lastGood } = one;
  const good = lastGood ? words.good.replace('{at}', momentWord(lastGood.endedAt, language)) : words.goodNever;
  return [
    targetName,
    strategy.spec.name,
    lastAttempt ? `${stateWord(lastAttempt.state, language)} ${momentWord(lastAttempt.queuedAt, language)}` : words.never,
    good,
    enabled ? '' : words.disabled,
  ];
}

function attentionRow(one: Attention, language: Language): string[] {
  return 'of' in one
    ? [one.of.targetName, one.of.strategy.spec.name, attentionText(one, language)]
    : [attentionText(one, language)];
}

/** One thing that needs a look, without the name of what it is about. */
export function attentionText(one: Attention, language: Language): string {
  const words = WORDS[language];
  switch (one.kind) {
    case 'unsupervised':
      return words.unsupervised;
    case 'overdue':
      return words.overdue.replace('{at}', momentWord(one.since, language));
    case 'not-good': {
      const code = one.run.failure?.code ?? one.run.rootCode;
      return words.notGood.replace('{state}', stateWord(one.run.state, language)) + (code ? ` (${code})` : '');
    }
    case 'refused':
      return words.refused.replace('{count}', String(one.count));
  }
}
