// A verdict as a person reads it in a terminal; the same facts as the JSON, in sentences.
import type { Language } from '../../shared/domain/settings.ts';
import type { RunOutcome, SessionVerdict, Verdict } from '../../shared/domain/verdict.ts';
import type { RootCause } from '../../shared/domain/log-facts.ts';
import { disagreementText } from '../../shared/rman/findings/disagreements.ts';
import { explainOsError } from '../../shared/rman/codes/index.ts';
import { explainCause } from '../../shared/rman/findings/explain-cause.ts';
import { warningEventText } from '../../shared/rman/findings/skip-reasons.ts';

const MOST_LISTED = 12;

const OUTCOMES: Record<RunOutcome, Record<Language, string>> = {
  succeeded: { en: 'SUCCEEDED', es: 'CORRECTO' },
  warning: { en: 'SUCCEEDED WITH WARNINGS', es: 'CORRECTO CON AVISOS' },
  failed: { en: 'FAILED', es: 'FALLIDO' },
  cancelled: { en: 'CANCELLED', es: 'CANCELADO' },
  lost: { en: 'UNKNOWN', es: 'DESCONOCIDO' },
};

const WORDS = {
  en: {
    nothingToDo: 'nothing to do',
    partial: 'partial: pieces were made, the whole was not',
    truncated: 'the log is cut',
    restored: 'files were restored',
    reduced: 'read in a language other than English: counts may be incomplete',
    cause: 'Cause',
    line: 'line',
    on: 'in',
    channel: 'channel',
    todo: 'What to do',
    warnings: 'Warnings',
    witnesses: 'The witnesses disagree',
    pieces: 'Pieces',
    copies: 'Image copies',
    dumps: 'Dump files',
    skipped: 'Skipped',
    more: 'more',
    sessions: 'Sessions',
    lines: 'lines',
  },
  es: {
    nothingToDo: 'nada que hacer',
    partial: 'parcial: se hicieron piezas, pero no el conjunto',
    truncated: 'el log está cortado',
    restored: 'se restauraron archivos',
    reduced: 'leído en un idioma distinto del inglés: los recuentos pueden estar incompletos',
    cause: 'Causa',
    line: 'línea',
    on: 'en',
    channel: 'canal',
    todo: 'Qué hacer',
    warnings: 'Avisos',
    witnesses: 'Las pruebas se contradicen',
    pieces: 'Piezas',
    copies: 'Copias imagen',
    dumps: 'Archivos de volcado',
    skipped: 'Omitidos',
    more: 'más',
    sessions: 'Sesiones',
    lines: 'líneas',
  },
} as const;

/** The whole report, ending in a line feed. */
export function verdictText(verdict: Verdict, language: Language): string {
  const lines = sessionLines(verdict, language);
  if (verdict.sessions.length > 1) {
    lines.push('', `${WORDS[language].sessions}:`);
    verdict.sessions.forEach((session, at) => {
      const where = `${WORDS[language].lines} ${session.firstLine}–${session.lastLine}`;
      lines.push(`  ${at + 1}. ${headline(session, language)} (${where})`);
    });
  }
  return `${lines.join('\n')}\n`;
}

function headline(verdict: SessionVerdict, language: Language): string {
  const words = WORDS[language];
  const notes = [
    verdict.nothingToDo ? words.nothingToDo : null,
    verdict.partial ? words.partial : null,
    verdict.truncated ? words.truncated : null,
    verdict.restored ? words.restored : null,
    verdict.rootCause?.code ?? null,
  ].filter((note) => note !== null);
  return [OUTCOMES[verdict.outcome][language], ...notes].join(' · ');
}

function sessionLines(verdict: SessionVerdict, language: Language): string[] {
  const words = WORDS[language];
  const lines = [headline(verdict, language), identity(verdict)];
  if (verdict.reducedConfidence) lines.push(words.reduced);
  if (verdict.rootCause) lines.push('', ...causeLines(verdict.rootCause, language));
  lines.push(
    ...section(
      words.warnings,
      verdict.warnings.map((warning) => {
        const name = warning.code ?? (warning.event ? warningEventText(warning.event, language) : '');
        return `${name}  ${warning.text}  (${words.line} ${warning.lineNumber})`;
      }),
      words.more,
    ),
    ...section(
      words.witnesses,
      verdict.disagreements.map((finding) => disagreementText(finding, language)),
      words.more,
    ),
    ...section(words.pieces, verdict.pieces.map(({ handle }) => handle), words.more),
    ...section(words.copies, verdict.copies.map(({ handle }) => handle), words.more),
    ...section(words.dumps, verdict.dumpFiles, words.more),
    ...section(words.skipped, verdict.skipped.map(({ text }) => text), words.more),
  );
  return lines.filter((line, at) => line !== '' || lines[at - 1] !== '');
}

function identity({ tool, version, database }: SessionVerdict): string {
  const client = tool === 'unknown' ? '' : `${tool.toUpperCase()} ${version ?? ''}`.trim();
  const name = database?.name ? `${database.name}${database.dbid ? ` (DBID ${database.dbid})` : ''}` : '';
  return [client, name].filter((part) => part !== '').join(' · ');
}

function causeLines(cause: RootCause, language: Language): string[] {
  const words = WORDS[language];
  const place = [
    cause.lineNumber === null ? null : `${words.line} ${cause.lineNumber}`,
    cause.command === null ? null : `${words.on} ${cause.command}`,
    cause.channel === null ? null : `${words.channel} ${cause.channel}`,
    cause.object?.name ?? null,
    cause.osError === null ? null : `OS ${cause.osError.number}: ${cause.osError.text}`,
  ].filter((part) => part !== null);
  const lines = [`${words.cause}: ${cause.code}  ${cause.text}`];
  if (place.length > 0) lines.push(`  ${place.join(' · ')}`);
  lines.push(...cause.vendorText.map((text) => `  | ${text}`));
  const explanation = explainCause(cause.code, language);
  // The system's number says more than Oracle's code above it: 27072 is any I/O error, 28 is a full disk.
  const system = cause.osError && explainOsError(cause.osError.number, cause.osError.platform)?.[language];
  if (explanation) lines.push(`  ${explanation.what}`, `  ${explanation.why}`);
  if (system) lines.push(`  ${system.title}: ${system.what}`);
  const todo = [...(system?.todo ?? []), ...(explanation?.todo ?? [])];
  if (todo.length > 0) lines.push(`${words.todo}:`, ...todo.map((step, at) => `  ${at + 1}. ${step}`));
  return lines;
}

function section(title: string, entries: string[], more: string): string[] {
  if (entries.length === 0) return [];
  const shown = entries.slice(0, MOST_LISTED).map((entry) => `  ${entry}`);
  if (entries.length > MOST_LISTED) shown.push(`  … ${entries.length - MOST_LISTED} ${more}`);
  return ['', `${title} (${entries.length}):`, ...shown];
}
