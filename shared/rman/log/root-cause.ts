// Reads one error stack: its groups, its codes, and which of them is the root (reference §4.1). Lines in, stack out.
import type { ErrorStack, RootCause, Severity, StackGroup, StackKind } from '../../domain/log-facts.ts';
import {
  DATAPUMP_WEAK_CODES, DATAPUMP_WRAPPER_CODES, PRIORITY_CODES, WEAK_CODES, WRAPPER_CODES, datapumpSeverity,
} from './code-classes.ts';
import { codeWithinStack, embeddedCodes, type CodeLine } from './code-line.ts';
import { isErrorDetail, readOsError, type OsError } from './os-error.ts';
import { oneOf } from './patterns.ts';

export type StackLine = { number: number; text: string };

/** What the session knows that a stack in another language does not say in words we read. */
export type StackContext = { channels: readonly string[] };

type FoundCode = CodeLine & { lineNumber: number };
type Entry = { lead: FoundCode; embedded: FoundCode[]; details: StackLine[] };
type Failure = { command: string | null; channel: string | null; at: string | null };

const FRAME_CODES: ReadonlySet<string> = new Set(['RMAN-00571', 'RMAN-00569']);
const WRAPPED_FROM = 60;

/**
 * Reads the lines of one stack (frame left out, blank lines left out).
 * `first` and `last` are the line numbers of the whole block, frame included.
 */
export function readStack(
  kind: StackKind, lines: readonly StackLine[], first: number, last: number, omittedLines: number,
  context: StackContext,
): ErrorStack {
  const entries = readEntries(lines, kind !== 'datapump');
  const groups = splitGroups(entries);
  const told = groups.filter((group) => group.some((entry) => !isWrapperEntry(entry, kind)));
  const readable = told.length > 0 ? told : groups;
  const outer = failureOf(entries, context);
  const headline = readable.at(-1);
  const rootCause = headline ? explainGroup(headline, entries, outer, kind, context) : null;
  return {
    kind,
    lineNumber: first,
    endLineNumber: last,
    codes: distinctCodes(entries),
    lines: lines.map((line) => ({ number: line.number, text: line.text })),
    omittedLines,
    groups: readable.map((group) => summarise(group, outer, kind, context)),
    rootCause,
    severity: kind === 'datapump' ? groupSeverity(entries) : 'strong',
  };
}

function groupSeverity(entries: readonly Entry[]): Severity {
  const first = entries[0];
  return first ? datapumpSeverity(first.lead.code) : 'strong';
}

/** `wrapped`: messages may go on in the next line; below Data Pump's stands SQL. */
function readEntries(lines: readonly StackLine[], wrapped: boolean): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const current = entries.at(-1);
    const inVendorText = current?.lead.code === 'ORA-19511';
    const found = readOsError(line.text) && current ? null : codeWithinStack(line.text);
    if (found && !FRAME_CODES.has(found.code) && !(inVendorText && !isOracleLine(found.code))) {
      const lead = { ...found, lineNumber: line.number };
      const embedded = embeddedCodes(found).map((code) => ({ ...code, lineNumber: line.number }));
      entries.push({ lead, embedded, details: [] });
    } else if (current && wrapped && continuesText(current, line)) {
      current.lead.text = `${current.lead.text} ${line.text}`.trim();
    } else {
      current?.details.push(line);
    }
  }
  return entries;
}

/** Vendor codes (KBHS-01602, and whatever a media manager invents) are part of the text below ORA-19511. */
function isOracleLine(code: string): boolean {
  return code.startsWith('RMAN-') || code.startsWith('ORA-');
}

/** Old clients wrap a message at 80 columns; the rest of it stands alone on the next line. */
function continuesText(entry: Entry, line: StackLine): boolean {
  if (entry.details.length > 0 || entry.lead.code === 'ORA-19511' || isErrorDetail(line.text)) return false;
  const length = entry.lead.code.length + entry.lead.text.length;
  return length >= WRAPPED_FROM && length < 600 && line.number - entry.lead.lineNumber <= 6;
}

/** One group per failed channel or command: RMAN-03009 and RMAN-03002 open a new one. */
function splitGroups(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const opens = entry.lead.code === 'RMAN-03009' || entry.lead.code === 'RMAN-03002';
    if (opens || groups.length === 0) groups.push([entry]);
    else groups.at(-1)!.push(entry);
  }
  return groups;
}

function isWrapper(code: string, kind: StackKind): boolean {
  if (kind === 'datapump') return DATAPUMP_WRAPPER_CODES.has(code) || /^UD[EI]-/.test(code);
  return WRAPPER_CODES.has(code);
}

function isWeak(code: string, kind: StackKind): boolean {
  return kind === 'datapump' ? DATAPUMP_WEAK_CODES.has(code) : WEAK_CODES.has(code);
}

function isWrapperEntry(entry: Entry, kind: StackKind): boolean {
  return isWrapper(entry.lead.code, kind) && entry.embedded.every((code) => isWrapper(code.code, kind));
}

function codesOf(entries: readonly Entry[]): FoundCode[] {
  return entries.flatMap((entry) => [entry.lead, ...entry.embedded]);
}

function distinctCodes(entries: readonly Entry[]): string[] {
  const codes = codesOf(entries).map((code) => code.code);
  return [...new Set(codes)].filter((code) => !FRAME_CODES.has(code));
}

/** The two-tier choice of reference §4.1 over the codes of one group. */
function chooseRoot(codes: readonly FoundCode[], kind: StackKind): FoundCode {
  for (const code of kind === 'datapump' ? [] : PRIORITY_CODES) {
    const found = codes.find((candidate) => candidate.code === code);
    if (found) return found;
  }
  const strong = codes.findLast((code) => !isWrapper(code.code, kind) && !isWeak(code.code, kind));
  return strong ?? codes.findLast((code) => !isWrapper(code.code, kind)) ?? codes.at(-1)!;
}

const FAILURE_EN = /failure of (.+?) command(?: on (\S+) channel)?(?: at |$)/;
const FAILURE_ZH = /^(.+?) 命令/;
/** RMAN's own words for its commands, which it never translates; longer ones first. */
const COMMAND_WORDS = new RegExp(
  '\\b(Control File and SPFILE Autobackup|Control File Autobackup|backup plus archivelog|backup|restore|recover|' +
    'validate|delete|crosscheck|Duplicate Db|duplicate|switch|sql statement|sql command|alter db|startup|shutdown|' +
    'configure|list|report|catalog|register|resync|change|allocate|release|set|host|run|connect)\\b',
  'i',
);
const AT = /\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}/;

function failureOf(entries: readonly Entry[], context: StackContext): Failure {
  let result: Failure = { command: null, channel: null, at: null };
  for (const { lead } of entries) {
    if (lead.code !== 'RMAN-03002' && lead.code !== 'RMAN-03009') continue;
    const failure = readFailure(lead, context);
    result = {
      command: result.command ?? failure.command,
      channel: result.channel ?? failure.channel,
      at: result.at ?? failure.at,
    };
  }
  return result;
}

function readFailure(line: CodeLine, context: StackContext): Failure {
  const at = AT.exec(line.text)?.[0] ?? null;
  const english = FAILURE_EN.exec(line.text);
  if (english) return { command: english[1]!, channel: english[2] ?? null, at };
  const command = FAILURE_ZH.exec(line.text)?.[1] ?? COMMAND_WORDS.exec(line.text)?.[1] ?? null;
  const channel = context.channels.find((name) => line.text.includes(name)) ?? null;
  return { command, channel, at };
}

function summarise(group: readonly Entry[], outer: Failure, kind: StackKind, context: StackContext): StackGroup {
  const root = chooseRoot(codesOf(group), kind);
  const own = failureOf(group, context);
  return {
    command: own.command ?? outer.command,
    channel: own.channel,
    at: own.at ?? outer.at,
    code: root.code,
    text: root.text,
    lineNumber: root.lineNumber,
  };
}

function explainGroup(
  group: readonly Entry[], all: readonly Entry[], outer: Failure, kind: StackKind, context: StackContext,
): RootCause {
  const summary = summarise(group, outer, kind, context);
  return {
    ...summary,
    command: outer.command ?? summary.command,
    channel: summary.channel ?? outer.channel,
    object: readObject(group),
    osError: lastOsError(group),
    vendorText: vendorTextOf(group),
    syntaxPosition: readSyntaxPosition(all),
  };
}

const DATA_FILE = /(\d+): ['"](.+)['"]/;
const NAMED_FILE = oneOf(
  /(?:file|Datei|fichier|archivo|fichero|文件|ファイル)\S* ["'](.+?)["']/i,
  /identifying file (.+)$/i,
);
const BARE_PATH = /(?:^|\s)([/+]\S+|[A-Z]:\\\S+)/;
const LAST_QUOTED = /["']([^"']*[/\\+][^"']*)["']/;
const OBJECT_CODES: ReadonlySet<string> = new Set([
  'ORA-01157', 'ORA-01580', 'ORA-17503', 'ORA-19501', 'ORA-19502', 'ORA-19503', 'ORA-19504', 'ORA-19505', 'ORA-19506',
  'ORA-19507', 'ORA-19510', 'ORA-19563', 'ORA-19566', 'ORA-19599', 'ORA-19625', 'ORA-19870', 'ORA-31640', 'ORA-31641',
]);

/** The file an error is about: ORA-01110 has number and name, others only a name. */
function readObject(group: readonly Entry[]): RootCause['object'] {
  const dataFile = group.find((entry) => entry.lead.code === 'ORA-01110');
  const found = dataFile && DATA_FILE.exec(dataFile.lead.text);
  if (found) return { fileNumber: Number(found[1]), name: found[2]! };
  const named = group.find((entry) => OBJECT_CODES.has(entry.lead.code));
  if (!named) return null;
  const text = named.lead.text;
  const match = NAMED_FILE.exec(text);
  const name = match?.[1] ?? match?.[2] ?? LAST_QUOTED.exec(text)?.[1] ?? BARE_PATH.exec(text)?.[1];
  return name ? { fileNumber: null, name: name.trim() } : null;
}

function lastOsError(group: readonly Entry[]): OsError | null {
  let found: OsError | null = null;
  for (const entry of group) {
    for (const line of entry.details) found = readOsError(line.text) ?? found;
  }
  return found;
}

const LONGEST_VENDOR_TEXT = 20;

function vendorTextOf(group: readonly Entry[]): string[] {
  const vendor = group.find((entry) => entry.lead.code === 'ORA-19511');
  if (!vendor) return [];
  const lines = vendor.details.map((line) => line.text).filter((text) => !isErrorDetail(text));
  return lines.slice(0, LONGEST_VENDOR_TEXT);
}

const POSITION = /line (\d+),? column (\d+)(?:,? file: (.+))?$/i;
const POSITION_ANY_LANGUAGE = /(\d+)\D+?(\d+)(?:\D*?: ?(.+))?$/;

function readSyntaxPosition(entries: readonly Entry[]): RootCause['syntaxPosition'] {
  const entry = entries.find((candidate) => candidate.lead.code === 'RMAN-01007');
  if (!entry) return null;
  const found = POSITION.exec(entry.lead.text) ?? POSITION_ANY_LANGUAGE.exec(entry.lead.text);
  if (!found) return null;
  return { line: Number(found[1]), column: Number(found[2]), file: found[3]?.trim() ?? null };
}
