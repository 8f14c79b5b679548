// What one line of a log is, seen alone: for colours and for jumping to the first error. It keeps no state, so a line
// deep in a million-line log is classified without reading the ones before it; the verdict never depends on it.
import type { LogLineKind } from '../../domain/log-line.ts';
import { isPrompt } from './clean-line.ts';
import { isInformational, saysWarning, warningSeverity } from './code-classes.ts';
import { leadingCode, prefixedCode, type CodeLine } from './code-line.ts';
import { isErrorDetail } from './os-error.ts';
import { oneOf } from './patterns.ts';

const BANNER = /^.{2,30} ?: Release \d/;
const END = oneOf(
  /^Recovery Manager complete\.$/,
  /^Job "[^"]+"\."[^"]+" (?:successfully|completed|stopped|killed)/,
  /^El trabajo "/,
);
const STEP = oneOf(/^(?:Starting|Finished|Empezando|Se ha finalizado) \S/, /^(?:启动|完成) \S+ 于 /);
const CHANNEL = oneOf(
  /^(?:channel|canal|通道) \S+: /,
  /^(?:allocated channel|released channel|using channel)/,
  /^(?:canal asignado|canal liberado|usando el canal)/,
);
const PIECE = oneOf(/^(?:piece handle|manejador de parte|段句柄)=/, /^\. \. (?:exported|imported|")/);
const COPY = /^(?:output file ?name|nombre de archivo de salida)=/i;
const SKIP = oneOf(
  /^(?:skipping |omitiendo |backup cancelled|specification does not match)/,
  /^no (?:obsolete backups|copy|parent backup) /,
);
const CONNECTION = oneOf(
  /^(?:connected to |conectado a |Connected to: |Conectado a: )/,
  /^using target database control/,
  /\(DBID=\d+/,
);
const INFO = oneOf(
  /^(?:input (?:datafile|archived?) |including |archived? ?log file ?name=|número de archivo)/,
  /^(?:crosschecked |deleted |Deleted \d|Crosschecked \d|validation )/,
  /^(?:executing |sql statement|media recovery|starting media recovery|RMAN retention|Processing object type )/,
);

/** Classifies one decoded line; wrapper prefixes are looked through only where a code follows them. */
export function classifyLine(line: string): LogLineKind {
  const text = line.trim();
  if (text === '') return 'blank';
  if (isPrompt(text)) return 'echo';
  if (text.includes('-00571: ==') || text.includes('-00569: ==')) return 'header';
  const code = leadingCode(text) ?? prefixedCode(text);
  if (code) return classifyCode(code);
  if (STEP.test(text)) return 'step';
  if (CHANNEL.test(text)) return text.includes('cancelled because all files') ? 'skip' : 'channel';
  if (PIECE.test(text)) return 'piece';
  if (COPY.test(text)) return 'copy';
  if (SKIP.test(text)) return 'skip';
  if (INFO.test(text)) return text.includes("'EXPIRED'") || text.startsWith('validation failed') ? 'warning' : 'info';
  if (END.test(text)) return 'end';
  if (text.includes('Release') && BANNER.test(text)) return 'banner';
  if (CONNECTION.test(text)) return 'connection';
  if (isErrorDetail(text)) return 'stack';
  if (/^(?:continuing other job steps|failover to previous backup|channel \S+ disabled)/.test(text)) return 'warning';
  return 'plain';
}

function classifyCode(code: CodeLine): LogLineKind {
  const severity = warningSeverity(code.code);
  if (severity === 'info') return 'info';
  if (severity !== null || saysWarning(code.text)) return 'warning';
  if (!isInformational(code.code)) return 'error';
  return code.text === '' ? 'info' : informationalKind(code.text);
}

/** MSGNO: the text behind the number says what the line is. */
function informationalKind(text: string): LogLineKind {
  const kind = classifyLine(text);
  return kind === 'plain' || kind === 'error' ? 'info' : kind;
}
