// Reads the lines of one Data Pump session (expdp, impdp), and of the old exp and imp, which share its banner.
import type { Step, Tool } from '../../domain/log-facts.ts';
import {
  DATAPUMP_NESTED_CODES, DATAPUMP_WRAPPER_CODES, isDataPumpNotice, saysWarning, warningSeverity,
} from './code-classes.ts';
import { leadingCode } from './code-line.ts';
import type { LogSession } from './log-session.ts';
import { isErrorDetail } from './os-error.ts';
import { oneOf } from './patterns.ts';
import { readStack, type StackLine } from './root-cause.ts';
import { saysKilled } from './silence.ts';
import { MOST_STACK_LINES, addStack, addWarning, createTrace, notePrintedTime, type Trace } from './trace.ts';

const WORKER = /^W-\d+ /;
const STARTING = /^\S+ "([^"]+)"\."([^"]+)": /;
const TABLE =
  /^\. \. (?:(?:exported|imported|\S+) )?("[^"]+"\."[^"]+"(?::"[^"]+")*)\s+([\d.,]+) (bytes|KB|MB|GB|TB)\s+(\d+) \S+/;
const OLD_TABLE = /^\. \. (?:exporting|importing) (?:table|partition)\s+"?(\S+?)"?\s+(\d+) rows/;
const CLOSING_EN = new RegExp(
  '^Job "[^"]+"\\."[^"]+" (successfully completed|completed with (\\d+) error\\(s\\)|stopped due to fatal error|' +
    'stopped by user request|killed by user)',
);
const OLD_CLOSING = new RegExp(
  '^(?:Export|Import) terminated (successfully without warnings|successfully with warnings|unsuccessfully)',
);
const ELAPSED = /elapsed (\d+) (\d+):(\d\d):(\d\d)/;
const NOT_CLOSING = /^(?:Master table|La tabla maestra|;;;)|maestra|cargad[ao]\/descargad|loaded\/unloaded/;
const DUMP_FILES_EN = /^Dump file set for .+ is:$/;
const DUMP_FILES_ES = /^El juego de archivos de volcado para .+ es:$/;
const DUMP_FILE = /^(?:[/+\\]|[A-Za-z]:[\\/]|https?:\/\/|\S+\.(?:dmp|DMP|exp|EXP)\b)/;
/** Lines that end an error group: everything else below an error is its text, or the SQL that failed. */
const OUTPUT = oneOf(
  /^(?:\. \. |Processing object type |Procesando el tipo |Starting "|Iniciando "|Job "|\*{10})/,
  /^(?:Master table|La tabla maestra|Estimate |Total estimation|Connected to|Conectado a|Startup took|Completed \d)/,
);
const MOST_DUMP_FILES = 10_000;

type Group = { lines: StackLine[]; omitted: number };

export function createDataPumpSession(firstLine: number, tool: Tool, banner: string | null): LogSession {
  const trace = createTrace(tool, firstLine);
  let job: string | null = null;
  let underWay: Step | null = null;
  let group: Group | null = null;
  let inDumpFiles = false;
  let afterBlank = false;

  if (banner !== null) {
    trace.banner = true;
    trace.version = /Release ([\d.]+)/.exec(banner)?.[1] ?? null;
    notePrintedTime(trace, / on (.+)$/.exec(banner)?.[1] ?? null);
  }

  return {
    trace,
    line(text, number) {
      trace.lastLine = number;
      if (!text.startsWith(';;;')) readLine(text.replace(WORKER, ''), number);
      trace.lastText = { number, text, afterBlank };
      afterBlank = false;
    },
    blank() {
      afterBlank = true;
      if (!explainsLater()) closeGroup();
    },
    end() {
      closeGroup();
      settleLanguage(trace);
      return trace;
    },
    isOver: () => trace.ended,
    openStep: () => underWay,
    errorsSoFar: () => trace.stacks.length,
  };

  function readLine(text: string, number: number): void {
    const code = leadingCode(text);
    if (code) {
      inDumpFiles = false;
      readCode(code.code, text, number);
      return;
    }
    if (readClosing(text, number)) return;
    if (group && !isOutput(text)) {
      keepLine(group, text, number);
      return;
    }
    closeGroup();
    readOutput(text, number);
  }

  /** Codes that stand together are one error of the job, counted once in "completed with n error(s)" (§6.4). */
  function readCode(code: string, text: string, number: number): void {
    const notice = warningSeverity(code);
    const message = text.slice(text.indexOf(':') + 1).trim();
    if (!group && (notice === 'info' || saysWarning(message))) {
      addWarning(trace, { code, text: message, lineNumber: number, severity: notice === 'info' ? 'info' : 'warning' });
      return;
    }
    if (group && opensGroup(code, group)) closeGroup();
    group ??= { lines: [], omitted: 0 };
    keepLine(group, text, number);
  }

  /** "The failure list is", blank line, the list: what only announces a cause waits for it. */
  function explainsLater(): boolean {
    const codes = group?.lines.map((line) => leadingCode(line.text)?.code) ?? [];
    return codes.length > 0 && codes.every((code) => code !== undefined && DATAPUMP_WRAPPER_CODES.has(code));
  }

  function opensGroup(code: string, open: Group): boolean {
    if (DATAPUMP_NESTED_CODES.has(code) || !code.startsWith('ORA-')) return false;
    const previous = leadingCode(open.lines.at(-1)!.text)?.code;
    const first = leadingCode(open.lines[0]!.text)?.code;
    // Errors of objects open groups of their own; what follows a client's or a generic line explains that line.
    if (code === 'ORA-39082' || code === 'ORA-31684' || code === 'ORA-31693' || code === 'ORA-39083') return true;
    if (code === 'ORA-39151' || code === 'ORA-39171' || code === 'ORA-39117' || code === 'ORA-39112') return true;
    return previous === first && !DATAPUMP_WRAPPER_CODES.has(first ?? '') && !/^UD[EI]-/.test(first ?? '') &&
      code === first;
  }

  function keepLine(open: Group, text: string, number: number): void {
    if (open.lines.length < MOST_STACK_LINES) open.lines.push({ number, text });
    else open.omitted += 1;
  }

  function isOutput(text: string): boolean {
    return OUTPUT.test(text) && !isErrorDetail(text);
  }

  function closeGroup(): void {
    if (!group) return;
    const lines = group.lines;
    const first = leadingCode(lines[0]!.text);
    if (first && lines.length === 1 && isDataPumpNotice(first.code)) {
      const notice = { code: first.code, text: first.text, lineNumber: lines[0]!.number };
      addWarning(trace, { ...notice, event: 'datapump-warning', severity: 'warning' });
      group = null;
      return;
    }
    const stack = readStack('datapump', lines, lines[0]!.number, lines.at(-1)!.number, group.omitted, { channels: [] });
    group = null;
    addStack(trace, stack);
  }

  function readOutput(text: string, number: number): void {
    const table = TABLE.exec(text);
    if (table) {
      inDumpFiles = false;
      trace.counts.tables += 1;
      trace.counts.rows += Number(table[4]);
      if (/^\. \. "/.test(text)) trace.language ??= /filas (?:exportadas|importadas)/.test(text) ? 'es' : 'und';
      return;
    }
    const old = OLD_TABLE.exec(text);
    if (old) {
      trace.tool = trace.tool === 'expdp' ? 'exp' : trace.tool === 'impdp' ? 'imp' : trace.tool;
      trace.counts.tables += 1;
      trace.counts.rows += Number(old[2]);
      return;
    }
    if (DUMP_FILES_EN.test(text) || DUMP_FILES_ES.test(text) || (job && text.endsWith(':') && text.includes(job))) {
      inDumpFiles = true;
      return;
    }
    if (inDumpFiles && DUMP_FILE.test(text)) {
      trace.counts.dumpFiles += 1;
      if (trace.dumpFiles.length < MOST_DUMP_FILES) trace.dumpFiles.push(text);
      return;
    }
    readHeading(text, number);
  }

  function readHeading(text: string, number: number): void {
    const starting = STARTING.exec(text);
    if (starting && job === null) {
      job = `${starting[1]}.${starting[2]}`;
      trace.job = job;
      underWay = stepAt(number, tool);
    }
    if (/^(?:Starting "|Connected to: )/.test(text)) trace.language ??= 'en';
    else if (/^(?:Iniciando "|Conectado a: )/.test(text)) trace.language ??= 'es';
    if (/^(?:Warning|Advertencia): /.test(text)) {
      addWarning(trace, { event: 'datapump-warning', text, lineNumber: number, severity: 'warning' });
    }
    if (saysKilled(text)) trace.killedLine ??= { number, text };
    const version = /^Version (\d[\d.]+)$/.exec(text);
    if (version && number - trace.firstLine < 8) trace.version = version[1]!;
    if (/^(?:About to export|EXP-|IMP-)/.test(text)) trace.tool = trace.tool === 'expdp' ? 'exp' : trace.tool;
    if (/^Export> |^Import> /.test(text)) trace.interrupted = true;
  }

  function readClosing(text: string, number: number): boolean {
    const closing = closingOf(text, job, trace);
    if (!closing) return false;
    closeGroup();
    trace.ended = true;
    underWay = null;
    trace.closing = closing;
    trace.closingLine = { number, text };
    const elapsed = ELAPSED.exec(text);
    if (elapsed) {
      const [days, hours, minutes, seconds] = elapsed.slice(1).map(Number) as [number, number, number, number];
      trace.elapsedSeconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    }
    notePrintedTime(trace, / (?:at|en|a las) (.+?)(?: elapsed .*)?$/.exec(text)?.[1] ?? null);
    return true;
  }
}

/** The job, while it works; it is no step of the verdict, whose parts Data Pump does not announce. */
const stepAt = (startLine: number, tool: Tool): Step => ({
  operation: tool === 'impdp' || tool === 'imp' ? 'import' : 'export',
  startLine,
  endLine: null,
  startedAt: null,
  finishedAt: null,
  elapsedSeconds: null,
  outcome: 'open',
  channel: null,
  pieces: 0,
});

/** The closing line, which decides (reference §6.4). In other languages it is the job's name behind the start. */
function closingOf(text: string, job: string | null, trace: Trace): Trace['closing'] {
  const english = CLOSING_EN.exec(text);
  if (english) {
    trace.language ??= 'en';
    if (english[1] === 'successfully completed') return 'success';
    if (english[2]) return Number(english[2]) > 0 ? 'errors' : 'success';
    return english[1] === 'stopped due to fatal error' ? 'stopped' : 'cancelled';
  }
  const old = OLD_CLOSING.exec(text);
  if (old) {
    trace.tool = text.startsWith('Export') ? 'exp' : 'imp';
    if (old[1] === 'unsuccessfully') return 'stopped';
    return old[1] === 'successfully without warnings' ? 'success' : 'errors';
  }
  if (!text.includes('"."') || NOT_CLOSING.test(text) || STARTING.test(text) || text.startsWith('. . ')) return null;
  const named = /"([^"]+)"\."([^"]+)"/.exec(text);
  if (!named || (job !== null && `${named[1]}.${named[2]}` !== job)) return null;
  if (job === null && !/^(?:El trabajo|Job|Le travail|O job|Il job)/.test(text)) return null;
  return foreignClosing(text);
}

const SUCCESS_WORDS = /correctamente|con .xito|avec succ|com sucesso|erfolgreich|correttamente|成功|正常/;

function foreignClosing(text: string): Trace['closing'] {
  const behind = text.slice(text.lastIndexOf('"') + 1);
  if (SUCCESS_WORDS.test(behind)) return 'success';
  if (/(\d+) ?(?:error|erro|errore|fehler|erreur|个错误|エラー)/i.test(behind)) return 'errors';
  if (/fatal|fatale|致命/i.test(behind)) return 'stopped';
  if (/usuario|utilisateur|usu.rio|Benutzer|utente|用户/.test(behind)) return 'cancelled';
  return ELAPSED.test(behind) ? 'success' : null;
}

function settleLanguage(trace: Trace): void {
  trace.language ??= 'en';
}
