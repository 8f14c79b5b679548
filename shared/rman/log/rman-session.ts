// Reads the lines of one RMAN session: what is echo, error, warning or output, and where an error block ends.
// Ordinary output goes to rman-output; what it all amounts to is settled elsewhere.
import type { LogWarning, StackKind } from '../../domain/log-facts.ts';
import { isPrompt } from './clean-line.ts';
import {
  MISMATCH_BLOCK_CODES, START_UP_FAILURE_CODES, isInformational, saysWarning, warningSeverity,
} from './code-classes.ts';
import { codeWithinStack, embeddedCodes, leadingCode, prefixedCode, type CodeLine } from './code-line.ts';
import { isErrorDetail } from './os-error.ts';
import { oneOf } from './patterns.ts';
import { createRmanOutput } from './rman-output.ts';
import { readStack, type StackLine } from './root-cause.ts';
import { saysKilled } from './silence.ts';
import { languageOf, toEnglish } from './translate.ts';
import {
  MOST_STACK_LINES, MOST_WARNING_DETAILS, addSkipped, addStack, addWarning, channelOf, createTrace,
} from './trace.ts';
import type { LogSession } from './log-session.ts';

/** A block of lines that belong together: an error stack with or without frame, or a warning and what is below it. */
type Block =
  | { type: 'header' | 'inline'; first: number; last: number; lines: StackLine[]; omitted: number; blank: boolean }
  | { type: 'warning'; warning: LogWarning };

const FRAME = /(?:^|\W)\w{0,4}-?00(?:571|569): ={5,}/;
const PROMPTS = /^(?:(?:RMAN>|\d+>)\s*)+/;
/** Output that can stand behind a bare prompt on the same line (stdin mode), and never is a command. */
const BEHIND_PROMPT = oneOf(
  /^(?:RMAN-00571: =|Recovery Manager complete\.|connected to target database: )/,
  /^(?:Starting \S+ at |allocated channel: )/,
);
/** Output that ends an error stack even without a blank line between. */
const KNOWN_OUTPUT = oneOf(
  /^(?:released channel: |allocated channel: |using channel |channel [^\s:]+: |connected to )/,
  /^(?:Starting|Finished) \S.* at /,
  /^(?:executing command: |sql statement: |host command complete|RMAN Command Id : )/,
  /^(?:canal liberado: |canal [^\s:]+: |释放的通道: )/,
);
/** "ORACLE error from target database:" stands alone before the ORA lines of a warning [12.2]. */
const ERROR_FROM = /^(?:ORACLE )?error from .{1,40} database: ?$/i;
const END_LINE = /^Recovery Manager complete\.?$/;

export function createRmanSession(firstLine: number, banner: string | null): LogSession {
  const trace = createTrace('rman', firstLine);
  const output = createRmanOutput(trace);
  const productName = banner === null ? null : nameInBanner(banner);
  const channelNames = (): string[] => trace.channels.map((channel) => channel.name);
  let block: Block | null = null;
  let afterBlank = false;
  let msgno = false;
  /** The closing line stood behind a prompt: it could be a command file's own text, so more output takes it back. */
  let endedBehindPrompt = false;
  /** Another program talks within this session (a transcript, a wrapper): its ORA lines are not RMAN's. */
  let otherTool = false;

  if (banner !== null) {
    trace.banner = true;
    trace.version = /Release ([\d.]+)/.exec(banner)?.[1] ?? null;
    if (productName !== 'Recovery Manager') trace.language = languageOf(banner);
    else if (/^Recovery Manager :/.test(banner)) trace.language = 'es';
  }

  return {
    trace,
    line(text, number) {
      trace.lastLine = number;
      readLine(text, number);
      trace.lastText = { number, text, afterBlank };
      afterBlank = false;
    },
    blank() {
      afterBlank = true;
      output.blank();
      if (block?.type === 'warning') block = null;
      else if (block && block.lines.length > 0) block.blank = true;
    },
    end() {
      closeBlock();
      trace.language ??= 'en';
      return trace;
    },
    isOver: () => trace.ended && !endedBehindPrompt,
    openStep: () => output.openStep(),
    errorsSoFar: () => trace.stacks.length + (block?.type === 'header' ? 1 : 0),
  };

  function readLine(text: string, number: number): void {
    if (isPrompt(text)) readEcho(text, number);
    else if (text.startsWith('+ ')) readShellTrace();
    else if (text.includes('==') && FRAME.test(text)) openFrame(number);
    else if (!(block && continueBlock(text, number))) readOutside(text, number);
  }

  function readEcho(text: string, number: number): void {
    otherTool = false;
    closeBlock();
    const behind = text.replace(PROMPTS, '');
    if (!BEHIND_PROMPT.test(behind)) return output.echo(behind);
    if (FRAME.test(behind)) openFrame(number);
    else readOutside(behind, number);
    if (trace.ended) endedBehindPrompt = true;
  }

  /** `set -x` of the wrapper: RMAN has gone, or has not come yet. */
  function readShellTrace(): void {
    closeBlock();
    otherTool = true;
  }

  function openFrame(number: number): void {
    takeBackEnd();
    if (block?.type === 'header' && block.lines.length === 0) {
      block.last = number;
      return;
    }
    // A frame that follows a bare RMAN-03009 group is the real stack; the group keeps its own entry.
    closeBlock();
    block = { type: 'header', first: number, last: number, lines: [], omitted: 0, blank: false };
  }

  function takeBackEnd(): void {
    if (endedBehindPrompt) trace.ended = false;
    endedBehindPrompt = false;
  }

  /** Says whether the line was part of the open block; closes the block when it was not. */
  function continueBlock(text: string, number: number): boolean {
    if (!block) return false;
    if (block.type === 'warning') {
      const code = leadingCode(text);
      const belongs = code ? belongsToWarning(block.warning, code) : isErrorDetail(text) || ERROR_FROM.test(text);
      if (belongs) detailWarning(block.warning, code, text);
      else block = null;
      return belongs;
    }
    const code = block.type === 'header' || text.includes('-') ? codeWithinStack(text) : null;
    const ends = code ? !codeContinues(block, code) : !textContinues(block, text, number);
    if (ends) {
      const marker = block.type === 'inline' ? markerOf(text, code) : null;
      closeBlock(marker ?? undefined);
      return marker !== null;
    }
    block.last = number;
    if (block.lines.length < MOST_STACK_LINES) block.lines.push({ number, text });
    else block.omitted += 1;
    block.blank = false;
    return true;
  }

  function detailWarning(warning: LogWarning, code: CodeLine | null, text: string): void {
    if (warning.details.length < MOST_WARNING_DETAILS) warning.details.push(text);
    if (code) for (const found of [code, ...embeddedCodes(code)]) trace.warningCodes.add(found.code);
  }

  function codeContinues(open: Block & { type: 'header' | 'inline' }, code: CodeLine): boolean {
    if (markerOf(code.text, code)) return false;
    if (isInformational(code.code)) return false;
    const warns = code.code.startsWith('RMAN-') && (warningSeverity(code.code) !== null || saysWarning(code.text));
    if (warns && (open.type === 'inline' || open.blank)) return false;
    // Without a frame a blank line separates what happened at different times.
    return open.type === 'header' || !open.blank;
  }

  function textContinues(open: Block & { type: 'header' | 'inline' }, text: string, number: number): boolean {
    if (open.lines.length === 0) return !END_LINE.test(text) && !KNOWN_OUTPUT.test(text);
    if (open.blank) return false;
    if (isErrorDetail(text)) return true;
    if (END_LINE.test(text) || KNOWN_OUTPUT.test(text) || isForeignEnd(text) || markerOf(text, null)) return false;
    // A stray line below an unframed error is more likely a wrapper's than RMAN's, unless a vendor speaks.
    if (open.type === 'header') return number - open.last < 40;
    return /ORA-19511/.test(open.lines.at(-1)!.text) || open.lines.some((line) => line.text.startsWith('ORA-19511'));
  }

  function closeBlock(kind?: StackKind): void {
    const open = block;
    block = null;
    if (!open || open.type === 'warning') return;
    if (open.lines.length === 0) {
      trace.unclosedStack = true;
      return;
    }
    trace.unclosedStack = false;
    const stack = readStack(kind ?? open.type, open.lines, open.first, open.last, open.omitted, {
      channels: channelNames(),
    });
    addStack(trace, stack);
    if (open.type === 'header') output.commandFailed();
    if (kind === 'failover') markFailover();
    if (kind === 'channel-disabled' || kind === 'failover') {
      addWarning(trace, {
        event: kind, text: stack.rootCause?.text ?? '', lineNumber: open.first, severity: 'warning',
      }).details.push(...stack.codes.slice(0, MOST_WARNING_DETAILS));
      if (kind === 'channel-disabled') disableChannel(stack.rootCause?.channel ?? null, open.first);
    }
  }

  /** A restore on several channels prints one error group each, and a single line about the failover. */
  function markFailover(): void {
    for (const stack of trace.stacks) {
      if (stack.kind === 'inline' && stack.codes[0] === 'ORA-19870') stack.kind = 'failover';
    }
  }

  function disableChannel(name: string | null, number: number): void {
    if (name !== null) channelOf(trace, name, number).disabled = true;
  }

  function readOutside(text: string, number: number): void {
    const code = leadingCode(text) ?? prefixedCode(text);
    if (code) {
      readCode(code, text, number);
      return;
    }
    if (END_LINE.test(text) || isForeignEnd(text)) {
      trace.ended = true;
      return;
    }
    if (readMarker(text, number)) return;
    if (/^SQL(?:\*Plus|\*Loader|>)/.test(text)) otherTool = true;
    else if (readKnown(text, number)) {
      otherTool = false;
      takeBackEnd();
    } else readRest(text, number);
  }

  function readCode(code: CodeLine, text: string, number: number): void {
    if (otherTool && !code.code.startsWith('RMAN-')) return;
    takeBackEnd();
    const marker = markerOf(code.text, code);
    if (marker) {
      readMarker(code.text, number);
      return;
    }
    const severity = warningSeverity(code.code) ?? (saysWarning(code.text) ? 'warning' : null);
    if (severity) {
      const warning = addWarning(trace, { code: code.code, text: code.text, lineNumber: number, severity });
      block = { type: 'warning', warning };
      noteWarnedSkip(code, number);
    } else if (isInformational(code.code) || (msgno && readsAsOutput(code))) {
      msgno = true;
      if (code.text !== '') readOutside(code.text, number);
    } else {
      block = { type: 'inline', first: number, last: number, lines: [{ number, text }], omitted: 0, blank: false };
    }
  }

  /** With MSGNO every line has a code: those we do not know are output unless they are built like an error. */
  function readsAsOutput(code: CodeLine): boolean {
    if (!code.code.startsWith('RMAN-')) return false;
    const number = Number(code.code.slice(5));
    return !START_UP_FAILURE_CODES.has(code.code) && !(number >= 3000 && number < 3100) && number >= 3000;
  }

  function noteWarnedSkip(code: CodeLine, number: number): void {
    if (code.code === 'RMAN-06060' || code.code === 'RMAN-06061') {
      addSkipped(trace, 'recoverability-compromised', null, code.text, number);
    } else if (code.code === 'RMAN-06497') addSkipped(trace, 'autobackup-skipped', null, code.text, number);
    else if (/^RMAN-08(?:118|120|137|138|139)$/.test(code.code)) addSkipped(trace, 'log-kept', null, code.text, number);
  }

  function readMarker(text: string, number: number): boolean {
    const kind = markerOf(text, null);
    if (!kind) return false;
    // The error lines above were closed by something between, or filtered away: the event itself still counts.
    if (kind === 'failover') markFailover();
    if (kind === 'channel-disabled' || kind === 'failover') {
      addWarning(trace, { event: kind, text, lineNumber: number, severity: 'warning' });
      disableChannel(/^channel (\S+?):? disabled/.exec(text)?.[1] ?? null, number);
    }
    return true;
  }

  function isForeignEnd(text: string): boolean {
    if (trace.language === 'en' || text.length > 80 || text.includes('Release') || text.includes('=')) return false;
    if (productName !== null && productName !== 'Recovery Manager') {
      return text.startsWith(productName) && !text.includes(':');
    }
    if (!text.includes('Recovery Manager')) return false;
    // "Recovery Manager terminé." and the like: the product's name and one or two words.
    return trace.language !== null && /^(?:\S+ ){0,2}Recovery Manager\S*(?: \S+){0,3}$/.test(text);
  }

  function readKnown(text: string, number: number): boolean {
    if (output.read(text, number)) {
      if (trace.language === null && languageOf(text) === 'en') trace.language = 'en';
      return true;
    }
    if (trace.language === 'en') return false;
    trace.language ??= languageOf(text);
    if (trace.language === 'en') return false;
    const english = toEnglish(text, trace.language ?? 'und', channelNames());
    if (english === null) return false;
    trace.language ??= 'und';
    return output.read(english, number);
  }

  function readRest(text: string, number: number): void {
    const version = /^Version (\d[\d.]+)$/.exec(text);
    if (version && trace.version !== null && number - trace.firstLine < 8) trace.version = version[1]!;
    else if (saysKilled(text)) trace.killedLine ??= { number, text };
    else if (/user interrupt received|^\^C/.test(text)) trace.interrupted = true;
  }
}

/** The event that a line without a code announces (reference §4.2); MSGNO shows two of them as RMAN-12018/12019. */
function markerOf(text: string, code: CodeLine | null): StackKind | null {
  if (code?.code === 'RMAN-12018') return 'channel-disabled';
  if (code?.code === 'RMAN-12019') return 'continuing';
  const words = code ? code.text : text;
  if (/^continuing other job steps, job failed will not be re-run/.test(words)) return 'continuing';
  if (/^channel \S+ disabled, job failed on it will be run on another channel/.test(words)) return 'channel-disabled';
  return /^(?:channel \S+: )?failover to (?:previous backup|piece handle=|duplicate backup|copy)/.test(words)
    ? 'failover'
    : null;
}

function belongsToWarning(warning: LogWarning, code: CodeLine): boolean {
  if (warning.code === 'RMAN-06207' || (warning.code !== null && MISMATCH_BLOCK_CODES.has(warning.code))) {
    return MISMATCH_BLOCK_CODES.has(code.code) || code.code === 'RMAN-06207';
  }
  // RMAN lines are events of their own, and so are notices such as ORA-28002.
  return !code.code.startsWith('RMAN-') && warningSeverity(code.code) === null;
}

function nameInBanner(banner: string): string {
  return banner.slice(0, banner.indexOf('Release')).replace(/[\s:：]+$/, '');
}
