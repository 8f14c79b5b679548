// Takes off a line what wrappers did to it: timestamps, thread labels, mail quotes, colours, typographic quotes. It
// must not know what the line means, only how RMAN's own first words look when it learns a label from them.
import { oneOf } from './patterns.ts';

const DATE =
  '(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.](?:\\d{1,2}|[^\\W\\d_]{3,4}\\.?)[-/.]\\d{2,4}|(?:19|20)\\d{6})';
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,9})?(?: ?[AaPp]\\.?[Mm]\\.?)?';
const ZONE = '(?: ?(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\\d{2}:?\\d{2}))?';
/** A single dash at most: rows of dashes are RMAN's own. */
const SEPARATOR = '(?:\\s*[|:,;=>]{1,2}\\s*|\\s+-{1,2}>?\\s+|\\s+|$)';
const TIMESTAMP = new RegExp(`^[[(<]?(?:${DATE}[T _-]+${TIME}|${DATE}|${TIME})${ZONE}[\\])>]?${SEPARATOR}`);
const WEEKDAY_STAMP = new RegExp(
  `^[[(]?(?:[^\\W\\d_]{2,3}\\.?,? +)?[^\\W\\d_]{3,4} +\\d{1,2} ${TIME}(?: [A-Z]{3,5})? \\d{4}[\\])]?${SEPARATOR}`,
);
const SYSLOG = /^[A-Z][a-z]{2} +\d{1,2} \d{2}:\d{2}:\d{2} \S+ [^\s:[]{1,40}(?:\[\d+\])?: ?/;
const BRACKET = /^\[[^\]]{0,80}\]\s*(?:[:|=]+\s*|-\s+)?/;
const LEVEL = new RegExp(
  '^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|STDOUT|STDERR|stdout|stderr)\\b(?: [FP])?' +
    '\\s*(?:[:|\\]]|-(?=\\s))?\\s+(?=\\S)',
);
const QUOTE = /^(?:> ?)+|^\| /;
const COMPOSE = /^[\w.-]{1,40} +\| /;
const JSON_ITEM = /^"(.*)",?$/;
// eslint-disable-next-line no-control-regex -- terminal colours are control characters
const COLOURS = /\x1b\[[0-9;?]*[A-Za-z]/g;
/** What mail programs and word processors make of the quotes around Data Pump's names. */
const TYPOGRAPHIC_QUOTES = /[“”„]/g;

/** Unmistakable first words, in every language, that show where the wrapper's text ends. */
const LANDMARK = oneOf(
  /Recovery Manager ?: Release \d/,
  /RMAN-005(?:71|69): =====/,
  /connected to target database/,
  /Starting (?:backup|restore|recover) at /,
  /(?:Export|Import): Release \d/,
  /[\u3000-\u9fff\uac00-\ud7af]+ ?: Release \d/,
);
const MOST_LABELS = 4;
const LONGEST_LABEL = 80;

export type LineCleaner = {
  /** The line without wrapper text, colours, and blanks at both ends. */
  clean(line: string): string;
};

/**
 * A cleaner for one log. It takes off well-known prefixes from any line, and besides every label that it has once seen
 * before one of RMAN's unmistakable lines (`Log RMAN Output=`, `ORCL> `); digits in a label stand for any digits.
 */
export function createLineCleaner(): LineCleaner {
  const labels: RegExp[] = [];

  return {
    clean(line) {
      let text = line;
      if (text.includes('\x1b')) text = text.replace(COLOURS, '');
      if (text.includes('”')) text = text.replace(TYPOGRAPHIC_QUOTES, '"');
      text = text.trim();
      if (text === '' || isPrompt(text)) return text;
      if (mayHavePrefix(text)) text = stripKnown(text);
      for (const label of labels) {
        const found = label.exec(text);
        if (found) {
          text = text.slice(found[0].length);
          break;
        }
      }
      const first = text.charCodeAt(0);
      return mayHoldLandmark(first) ? learn(text) : text;
    },
  };

  /** Learns the label before a landmark, if there is one, and returns the line without it. */
  function learn(text: string): string {
    if (labels.length >= MOST_LABELS) return text;
    const landmark = LANDMARK.exec(text);
    if (!landmark || landmark.index === 0 || landmark.index > LONGEST_LABEL) return text;
    const label = text.slice(0, landmark.index);
    if (isPrompt(label) || /["'#;$]/.test(label) || /(?:RMAN|ORA)-\d{5}/.test(label)) return text;
    const pattern = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\d+/g, '\\d+');
    labels.push(new RegExp(`^${pattern}`));
    return text.slice(label.length);
  }
}

/** RMAN's prompt and its continuation: the script's own text follows. */
export function isPrompt(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 0x52) return text.startsWith('RMAN>');
  if (first < 0x30 || first > 0x39) return false;
  let at = 1;
  while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  return text.charCodeAt(at) === 0x3e && (at + 1 === text.length || text.charCodeAt(at + 1) === 0x20);
}

/**
 * A cheap look at the start. Lines that begin with lower case never have a known prefix, except container names
 * (`db_1  | `) and `stdout`; upper case only before a month or weekday, or a level.
 */
function mayHavePrefix(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x61 && first <= 0x7a) return text.includes(' | ') || text.startsWith('std');
  if (first >= 0x41 && first <= 0x5a) {
    const fourth = text.charCodeAt(3);
    return fourth === 0x20 || fourth === 0x2e || fourth === 0x2c || text.includes(' | ');
  }
  return first < 0x80 && first !== 0x2e && first !== 0x2a && first !== 0x2d && first !== 0x3d;
}

/** RMAN's own first words need no search for a landmark further on. */
function mayHoldLandmark(first: number): boolean {
  return first !== 0x63 && first !== 0x69 && first !== 0x70 && first !== 0x61 && first !== 0x62;
}

function stripKnown(line: string): string {
  let text = line;
  for (let turn = 0; turn < 5; turn += 1) {
    const before = text;
    const item = text.charCodeAt(0) === 0x22 ? JSON_ITEM.exec(text) : null;
    if (item) text = item[1]!.replace(/\\(["\\/])/g, '$1').trim();
    else text = cutFirst(text, turn);
    if (text === before || text === '' || isPrompt(text)) break;
  }
  return text;
}

function cutFirst(text: string, turn: number): string {
  const patterns = turn === 0 ? FIRST_PREFIXES : LATER_PREFIXES;
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found && found[0].length > 0) return text.slice(found[0].length).trimStart();
  }
  return text;
}

const FIRST_PREFIXES: readonly RegExp[] = [TIMESTAMP, BRACKET, QUOTE, SYSLOG, WEEKDAY_STAMP, COMPOSE, LEVEL];
const LATER_PREFIXES: readonly RegExp[] = [TIMESTAMP, BRACKET, QUOTE, WEEKDAY_STAMP, LEVEL];
