// `respaldo sync status` and `respaldo sync drain`: how the log tables in Oracle stand against this profile, and
// sending what waits.
import type { Language } from '../../shared/domain/settings.ts';
import type { QuarantinedFact, SyncActivity, SyncStatus } from '../../shared/domain/sync.ts';
import type { MirrorStatus } from '../../shared/domain/team.ts';
import { errorText } from '../../shared/errors/codes.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime } from './moments.ts';
import { withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';
import { momentWord } from './words.ts';

const ACTIVITY: Record<SyncActivity, Record<Language, string>> = {
  off: {
    en: 'off: no log database is set up, or it is switched off',
    es: 'desactivada: no hay base de datos de bitácora, o está apagada',
  },
  elsewhere: { en: 'another process of this profile sends', es: 'envía otro proceso de este perfil' },
  idle: { en: 'nothing to send', es: 'nada que enviar' },
  sending: { en: 'sending', es: 'enviando' },
  waiting: { en: 'waiting for the next attempt', es: 'a la espera del próximo intento' },
  blocked: { en: 'stopped until somebody acts', es: 'detenida hasta que alguien intervenga' },
};

const WORDS = {
  en: {
    state: 'State', pending: 'Waiting facts', oldest: 'Oldest', last: 'Last success', quarantined: 'In quarantine',
    others: 'Other workstations', read: 'Last read', runs: 'runs here', seen: 'last seen',
    problem: 'Problem', next: 'Next attempt', never: 'never', none: '–',
    filling: '(earlier facts are still being entered)',
  },
  es: {
    state: 'Estado', pending: 'Hechos pendientes', oldest: 'El más antiguo', last: 'Último éxito',
    quarantined: 'En cuarentena', others: 'Otras estaciones', read: 'Última lectura', runs: 'ejecuciones aquí', seen: 'vista por última vez',
    problem: 'Problema', next: 'Próximo intento', never: 'nunca', none: '–',
    filling: '(aún se están anotando hechos anteriores)',
  },
} satisfies Record<Language, Record<string, string>>;

const MOST = 500;

export const syncStatus = (command: ParsedCommand, terminal: Terminal): Promise<number> =>
  withProfile(command, terminal, async ({ application: { sync, team } }) => {
    await show(await sync.status(), await team.status(), await sync.quarantine(MOST), command, terminal);
    return EXIT.good;
  });

/** Ends when everything is in Oracle (0), or when it cannot be (5). */
export const syncDrain = (command: ParsedCommand, terminal: Terminal): Promise<number> =>
  withProfile(command, terminal, async ({ application: { sync, team } }) => {
    const status = await sync.drain();
    await show(status, await team.status(), await sync.quarantine(MOST), command, terminal);
    return status.pending + status.quarantined === 0 && status.activity === 'idle' ? EXIT.good : EXIT.error;
  });

async function show(
  status: SyncStatus,
  mirror: MirrorStatus,
  quarantine: QuarantinedFact[],
  { json, language, name }: ParsedCommand,
  terminal: Terminal,
): Promise<void> {
  if (json) {
    const answer = {
      respaldo: name.replace(' ', '-'),
      schemaVersion: 1,
      ...status,
      oldest: isoTime(status.oldest),
      lastSuccess: isoTime(status.lastSuccess),
      problem: status.problem && {
        ...status.problem,
        message: errorText(status.problem.error.code, status.problem.error.params, language),
        since: isoTime(status.problem.since),
        nextAt: isoTime(status.problem.nextAt),
      },
      others: mirror.others.map((other) => ({ ...other, lastSeen: isoTime(other.lastSeen) })),
      othersReadAt: isoTime(mirror.readAt),
      quarantine: quarantine.map((fact) => ({ ...fact, quarantinedAt: isoTime(fact.quarantinedAt) })),
    };
    terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  terminal.out(columns([...lines(status, language), ...mirrorLines(mirror, language)]));
  if (quarantine.length > 0) terminal.out(`\n${columns(quarantine.map((fact) => refusedLine(fact, language)))}`);
}

function lines(status: SyncStatus, language: Language): string[][] {
  const words = WORDS[language];
  const at = (moment: number | null, absent: string): string =>
    moment === null ? absent : momentWord(moment, language);
  const { problem } = status;
  return [
    [words.state, ACTIVITY[status.activity][language]],
    [words.pending, [String(status.pending), ...(status.backfilling ? [words.filling] : [])].join(' ')],
    [words.oldest, at(status.oldest, words.none)],
    [words.last, at(status.lastSuccess, words.never)],
    [words.quarantined, String(status.quarantined)],
    ...(problem ? [[words.problem, errorText(problem.error.code, problem.error.params, language)]] : []),
    ...(problem ? [[words.next, at(problem.nextAt, ACTIVITY.blocked[language])]] : []),
  ];
}

/** A process that sends and reads has its own moment of the last reading; what it read is the profile's. */
function mirrorLines({ others, readAt }: MirrorStatus, language: Language): string[][] {
  const words = WORDS[language];
  return [
    [words.others, String(others.length)],
    ...(readAt === null ? [] : [[words.read, momentWord(readAt, language)]]),
    ...others.map(({ name, runs, lastSeen }) =>
      [`  ${name}`, `${runs} ${words.runs}, ${words.seen} ${momentWord(lastSeen, language)}`]),
  ];
}

const refusedLine = (fact: QuarantinedFact, language: Language): string[] =>
  [momentWord(fact.quarantinedAt, language), fact.kind, fact.id, fact.code, fact.reason];
